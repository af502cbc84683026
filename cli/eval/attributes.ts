import { type Attribute, createAttributeScorer } from '../../runtime/knowledge/attributes.ts'
import { share } from '../../runtime/language/evaluate.ts'
import { faultAt, readColumns } from './files.ts'

interface Report {
  questions: number
  /** Without a relevant attribute: they count in no share. */
  unanswerable: number
  precisionAt1: number | null
  hitAt3: number | null
  p50Microseconds: number
}

interface Question {
  text: string
  attributes: Attribute[]
  relevant: Set<number>
}

/**
 * Looks up the attribute that answers each question among those of its product.
 * @returns what to print
 * @throws FileError when the file cannot be read, naming line and column
 */
export async function evalAttributes(options: { test: string; json?: boolean }): Promise<string> {
  const questions = await readQuestions(options.test)
  const score = createAttributeScorer(questions.flatMap(({ attributes }) => attributes.map(({ key }) => key)))
  const taken: number[] = []
  const places = questions.map(({ text, attributes, relevant }) => {
    const began = performance.now()
    const scores = score(text, attributes)
    taken.push((performance.now() - began) * 1_000)
    const order = attributes.map((_, index) => index).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b)
    return { isKnown: relevant.size > 0, place: order.findIndex((index) => relevant.has(index)) }
  })
  const known = places.filter(({ isKnown }) => isKnown)
  const report: Report = {
    questions: questions.length,
    unanswerable: questions.length - known.length,
    precisionAt1: share(known, ({ place }) => place === 0),
    hitAt3: share(known, ({ place }) => place < 3),
    p50Microseconds: Math.round(taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0),
  }
  if (options.json) return JSON.stringify(report, null, 1)
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
  return [
    `questions  ${report.questions}, ${report.unanswerable} of them without a relevant attribute`,
    `P@1        ${percent(report.precisionAt1)}`,
    `hit@3      ${percent(report.hitAt3)}`,
    `lookup     p50 ${report.p50Microseconds} µs`,
  ].join('\n')
}

/** `question_id<TAB>question<TAB>attribute as text<TAB>relevant 0/1`; lines of one id belong together. */
async function readQuestions(file: string): Promise<Question[]> {
  const found = new Map<string, Question>()
  for (const { line, columns } of await readColumns(file, { least: 4, most: 4 })) {
    const [id = '', text = '', attribute = '', relevant = ''] = columns
    if (relevant.trim() !== '0' && relevant.trim() !== '1')
      throw faultAt(file, line, id.length + text.length + attribute.length + 4, `expected 0 or 1, found "${relevant}"`)
    const question = found.get(id) ?? { text, attributes: [], relevant: new Set<number>() }
    if (question.text !== text) throw faultAt(file, line, id.length + 2, `the id "${id}" belongs to another question above`)
    found.set(id, question)
    if (relevant.trim() === '1') question.relevant.add(question.attributes.length)
    question.attributes.push(attributeOf(attribute))
  }
  return [...found.values()]
}

/** `item_weight: { unit:pounds, value:0.5 }` → its key, and the words and numbers of its value. */
function attributeOf(text: string): Attribute {
  const colon = text.indexOf(':')
  if (colon === -1) return { key: text, value: '' }
  const value = text
    .slice(colon + 1)
    .replace(/\b(?:value|unit|normalized_value|standardized_values)\s*:/g, ' ')
    .replace(/[{}[\]":;_,]+/g, ' ')
  return { key: text.slice(0, colon), value: value.replace(/\s+/g, ' ').trim() }
}
