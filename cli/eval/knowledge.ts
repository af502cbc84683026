import { z } from 'zod'
import { type Asked, type KnowledgeFigures, knowledgeFigures } from '../../runtime/knowledge/evaluate.ts'
import { createKnowledge, type Knowledge } from '../../runtime/knowledge/knowledge.ts'
import type { Article } from '../../schemas/article.ts'
import { type Locale, locale } from '../../schemas/text.ts'
import { columnOfKey, faultAt, readColumns, readJson, readLines } from './files.ts'

interface Report extends KnowledgeFigures {
  articles: number
  articleQuestions: number
  indexSeconds: number
  p50Microseconds: number
  p99Microseconds: number
  /** The same questions asked again, answered from memory. */
  cachedP50Microseconds: number
}

const filled = z.string().regex(/\S/, { error: 'is blank' })
const line = z.object({
  id: filled,
  question: filled,
  similar: z.array(z.string()).default([]),
  answer: z.string().default(''),
  locale: locale.optional(),
})

/** Lookups timed; more would only take longer. */
const mostTimed = 5_000

/**
 * Indexes articles and asks the questions of another file.
 * @returns what to print
 * @throws FileError when a file cannot be read, naming line and column
 */
export async function evalKnowledge(options: { articles: string; queries: string; synonyms?: string; json?: boolean }): Promise<string> {
  const articles = await readArticles(options.articles)
  const questions = await readQuestions(options.queries, new Set(articles.map(({ id }) => id)))
  const synonyms = options.synonyms === undefined ? [] : await readSynonyms(options.synonyms)
  // the dictionary is loaded once a process, not once an index
  createKnowledge([{ id: 'first', question: '你好 hello', similar: [], answer: '', tags: [] }])
  const began = performance.now()
  const knowledge = createKnowledge(articles, { synonyms })
  const indexSeconds = (performance.now() - began) / 1_000
  const main = mainLocale(articles)
  const asked = questions.map(({ text, wanted }): Asked => {
    const { articles: found, confidence } = knowledge.rank(text, { locale: main, now: 0 })
    return { wanted, found: found.slice(0, 10), confidence }
  })
  const report: Report = {
    articles: articles.length,
    articleQuestions: articles.reduce((sum, { similar }) => sum + 1 + similar.length, 0),
    ...knowledgeFigures(asked),
    indexSeconds,
    ...times(
      knowledge,
      questions.slice(0, mostTimed).map(({ text }) => text),
      main,
    ),
  }
  return options.json ? JSON.stringify(report, null, 1) : words(report)
}

function times(knowledge: Knowledge, texts: readonly string[], main: Locale) {
  const timed = (personal: boolean) =>
    texts
      .map((text) => {
        const began = performance.now()
        knowledge.ask(text, { locale: main, now: 0, personal })
        return (performance.now() - began) * 1_000
      })
      .sort((a, b) => a - b)
  const fresh = timed(true)
  timed(false)
  const cached = timed(false)
  const at = (sorted: readonly number[], part: number) => Math.round((sorted[Math.floor(sorted.length * part)] ?? 0) * 10) / 10
  return { p50Microseconds: at(fresh, 0.5), p99Microseconds: at(fresh, 0.99), cachedP50Microseconds: at(cached, 0.5) }
}

/** One article a line, as JSON. */
async function readArticles(file: string): Promise<Article[]> {
  const found = new Map<string, Article>()
  for (const [index, raw] of (await readLines(file)).entries()) {
    if (raw.trim() === '') continue
    const value = readJson(file, index + 1, raw)
    const parsed = line.safeParse(value)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const key = issue?.path[0]
      const column = key === undefined ? 1 : columnOfKey(raw, String(key))
      const isMissing = key !== undefined && column === 1
      const what = isMissing ? 'is missing' : (issue?.message ?? 'not an article')
      throw faultAt(file, index + 1, column, `${issue?.path.join('.') || 'article'}: ${what}`)
    }
    const { id, question, similar, answer } = parsed.data
    if (found.has(id)) throw faultAt(file, index + 1, columnOfKey(raw, 'id'), `the id "${id}" is taken by an article above`)
    found.set(id, { id, question, similar, answer, tags: [], ...(parsed.data.locale ? { locale: parsed.data.locale } : {}) })
  }
  if (found.size === 0) throw faultAt(file, 1, 1, 'the file holds no articles')
  return [...found.values()]
}

/** `text<TAB>id[,id…]`; nothing after the tab = no article answers. */
async function readQuestions(file: string, ids: ReadonlySet<string>): Promise<{ text: string; wanted: string[] }[]> {
  const lines = await readColumns(file, { least: 2, most: 2, mayBeEmpty: [1] })
  return lines.map(({ line: number, columns }) => {
    const text = columns[0] as string
    const wanted: string[] = []
    let column = text.length + 2
    for (const part of (columns[1] as string).split(',')) {
      const id = part.trim()
      if (id !== '' && !ids.has(id)) throw faultAt(file, number, column + part.indexOf(id), `no article has the id "${id}"`)
      if (id !== '') wanted.push(id)
      column += part.length + 1
    }
    return { text, wanted }
  })
}

/** One group a line, words between commas. */
async function readSynonyms(file: string): Promise<string[][]> {
  const groups: string[][] = []
  for (const [index, raw] of (await readLines(file)).entries()) {
    if (raw.trim() === '' || raw.startsWith('#')) continue
    const group = raw
      .split(/[,，]/)
      .map((each) => each.trim())
      .filter(Boolean)
    if (group.length < 2) throw faultAt(file, index + 1, 1, 'a group needs two words or more, between commas')
    groups.push(group)
  }
  return groups
}

function mainLocale(articles: readonly Article[]): Locale {
  const chinese = articles.filter(({ locale: written, question }) =>
    written ? written === 'zh-CN' : /\p{Script=Han}/u.test(question),
  ).length
  return chinese * 2 >= articles.length ? 'zh-CN' : 'en'
}

function words(report: Report): string {
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
  const lines: [string, string][] = [
    ['indexed', `${report.articles} articles with ${report.articleQuestions} questions in ${report.indexSeconds.toFixed(2)} s`],
    ['asked', `${report.questions} questions, ${report.unanswerable} of them without an answer`],
    ['recall', `@1 ${percent(report.recallAt1)}, @5 ${percent(report.recallAt5)}`],
    ['ranking', `MRR@10 ${percent(report.mrrAt10)}, nDCG@10 ${percent(report.ndcgAt10)}`],
    [
      'abstention',
      `precision ${percent(report.abstentionPrecision)}, recall ${percent(report.abstentionRecall)}, AUROC ${percent(report.abstentionAuroc)}`,
    ],
    ['right answers', `AUROC ${percent(report.rightAuroc)}`],
    ['calibration error', percent(report.calibrationError)],
    ['answered directly', `${percent(report.directShare)} of all questions, ${percent(report.directPrecision)} of these answers right`],
    ['resolved', `${percent(report.resolved)} of the questions with an answer, directly or among the three offered`],
    ['silent', `${percent(report.silent)} of the questions without an answer`],
    ['lookup', `p50 ${report.p50Microseconds} µs, p99 ${report.p99Microseconds} µs, from memory ${report.cachedP50Microseconds} µs`],
  ]
  return lines.map(([name, value]) => `${name.padEnd(18)} ${value}`).join('\n')
}
