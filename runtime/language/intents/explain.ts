import type { IntentModel } from './model.ts'
import { createScorer } from './score.ts'

/** What in a message spoke for an intent, strongest first. */
export interface Evidence {
  intent: string
  score: number
  words: { text: string; weight: number }[]
}

const mostWords = 5
/** Scores that change by less are left unsaid. */
const least = 0.02

/**
 * Says why: for the winner and the runner-up, the words without which the score would fall most. `text` must be normalised.
 * Empty when nothing of it is known. Slower than scoring, by as many times as there are words.
 */
export function explain(model: IntentModel, text: string): Evidence[] {
  const score = createScorer(model)
  const { best, second, scores } = score(text)
  const whole = scores.slice()
  const parts = partsOf(text)
  const without = parts.map(({ start, end }) => score(`${text.slice(0, start)} ${text.slice(end)}`).scores.slice())
  return [best, second]
    .filter((intent) => intent !== -1)
    .map((intent) => ({
      intent: model.head.intents[intent] as string,
      score: whole[intent] as number,
      words: joined(
        text,
        parts.map((part, index) => ({ ...part, weight: (whole[intent] as number) - (without[index]?.[intent] ?? 0) })),
      ),
    }))
}

interface Part {
  start: number
  end: number
}

/** Latin words and single Han characters. */
function partsOf(text: string): Part[] {
  return [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}']+?(?=\p{Script=Han}|[^\p{L}\p{N}']|$)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
}

/** Neighbouring Han characters that speak for the same make one word. */
function joined(text: string, parts: (Part & { weight: number })[]): Evidence['words'] {
  const words: (Part & { weight: number })[] = []
  for (const part of parts) {
    if (part.weight < least) continue
    const last = words.at(-1)
    if (last?.end === part.start && /^\p{Script=Han}/u.test(text.slice(part.start))) {
      last.end = part.end
      last.weight += part.weight
    } else words.push({ ...part })
  }
  return words
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .map(({ start, end, weight }) => ({ text: text.slice(start, end), weight: Math.round(weight * 1_000) / 1_000 }))
}
