import type { AskOptions, Desk } from './desk.ts'
import type { Shelf } from './shelf.ts'
import { wantedBy } from './wishes.ts'

export interface Explanation {
  confidence: number
  /** The best article and the next one, with the words of the question that spoke for each, most telling first. */
  articles: {
    article: string
    question: string
    closest: string
    closeness: number
    words: { text: string; weight: number }[]
    /** The starter intent that both are, where that counted. */
    wanted?: string
  }[]
}

const mostWords = 5
/** Less in common is not worth a word. */
const leastLikeness = 0.4

/**
 * Tells what spoke for the best article and for the next one: the parts of the question, as typed after normalising,
 * that their closest question has too, by their share of the closeness.
 */
export function explain(desk: Desk, question: string, options: AskOptions): Explanation {
  const { hits, confidence, shelf } = desk.weigh(question, options)
  const form = shelf.form(question)
  const articles = hits.slice(0, 2).map(({ source, closeness, likeness, question: number }) => {
    const wanted = likeness >= leastLikeness ? wantedBy(form) : undefined
    const closest = [source.question, ...source.similar][number] ?? source.question
    return {
      article: source.id,
      question: source.question,
      closest,
      closeness: Math.round(closeness * 1_000) / 1_000,
      words: shared(form, shelf.form(closest), shelf),
      ...(wanted === undefined ? {} : { wanted }),
    }
  })
  return { confidence: Math.round(confidence * 1_000) / 1_000, articles }
}

/** Spans of the question whose features the other text has, heaviest first; a span inside a heavier one is not named again. */
function shared(question: string, other: string, { read, rarity }: Shelf): { text: string; weight: number }[] {
  const reading = read(other)
  const has = new Set(reading.hashes.subarray(0, reading.count))
  const asked = read(question)
  const spans = new Map<string, { start: number; end: number; weight: number }>()
  let all = 0
  for (let at = 0; at < asked.count; at++) {
    const hash = asked.hashes[at] as number
    const weight = ((asked.weights[at] as number) * rarity(hash)) ** 2
    all += weight
    if (!has.has(hash)) continue
    const start = asked.starts[at] as number
    const end = asked.ends[at] as number
    const span = spans.get(`${start} ${end}`)
    if (span) span.weight += weight
    else spans.set(`${start} ${end}`, { start, end, weight })
  }
  const told: { start: number; end: number; weight: number }[] = []
  for (const span of [...spans.values()].sort((a, b) => b.weight - a.weight || b.end - b.start - (a.end - a.start))) {
    const around = told.find(({ start, end }) => start <= span.end && span.start <= end && start <= span.start && span.end <= end)
    if (around) around.weight += span.weight
    else told.push(span)
  }
  return told
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .map(({ start, end, weight }) => ({ text: question.slice(start, end), weight: Math.round((weight / (all || 1)) * 1_000) / 1_000 }))
}
