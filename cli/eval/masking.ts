import { z } from 'zod'
import { findPersonal } from '../../runtime/language/mask.ts'
import { faultAt, readJson, readLines } from './files.ts'

const message = z.object({
  text: z.string(),
  spans: z.array(z.object({ start: z.int().min(0), end: z.int().min(1), type: z.string() })),
})
type Message = z.infer<typeof message>

/** Shares are 0–1, null where there is nothing to measure. A hit has the same type and overlaps; exact ones have the same ends. */
interface TypeFigures {
  labelled: number
  found: number
  precision: number | null
  recall: number | null
  f1: number | null
  exactPrecision: number | null
  exactRecall: number | null
}

interface Report {
  messages: number
  byType: Record<string, TypeFigures>
  withoutSpans: number
  untouched: number | null
  microsecondsPerMessage: number
}

/**
 * Finds what is personal in labelled messages.
 * @returns what to print
 * @throws FileError when the file cannot be read, naming line and column
 */
export async function evalMasking(options: { test: string; json?: boolean }): Promise<string> {
  const test = await readMessages(options.test)
  const taken: number[] = []
  const found = test.map(({ text }) => {
    const start = performance.now()
    const spans = findPersonal(text)
    taken.push(performance.now() - start)
    return spans
  })
  const types = new Set([
    ...test.flatMap((each) => each.spans.map((span) => span.type)),
    ...found.flatMap((spans) => spans.map((span) => span.type)),
  ])
  const clean = test.flatMap((each, at) => (each.spans.length === 0 ? [found[at]?.length === 0] : []))
  const report: Report = {
    messages: test.length,
    byType: Object.fromEntries([...types].sort().map((type) => [type, figuresOf(type, test, found)])),
    withoutSpans: clean.length,
    untouched: clean.length === 0 ? null : clean.filter(Boolean).length / clean.length,
    microsecondsPerMessage: (taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0) * 1_000,
  }
  return options.json ? JSON.stringify(report, null, 1) : words(report)
}

type Span = Message['spans'][number]

function figuresOf(type: string, test: readonly Message[], found: readonly (readonly Span[])[]): TypeFigures {
  const count = { labelled: 0, found: 0, hit: 0, right: 0, exact: 0 }
  const touches = (one: Span, other: Span) => one.start < other.end && other.start < one.end
  const equals = (one: Span, other: Span) => one.start === other.start && one.end === other.end
  test.forEach(({ spans }, at) => {
    const wanted = spans.filter((each) => each.type === type)
    const said = (found[at] ?? []).filter((each) => each.type === type)
    count.labelled += wanted.length
    count.found += said.length
    count.hit += wanted.filter((each) => said.some((other) => touches(each, other))).length
    count.right += said.filter((each) => wanted.some((other) => touches(each, other))).length
    count.exact += wanted.filter((each) => said.some((other) => equals(each, other))).length
  })
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole)
  const precision = share(count.right, count.found)
  const recall = share(count.hit, count.labelled)
  return {
    labelled: count.labelled,
    found: count.found,
    precision,
    recall,
    f1: precision === null || recall === null || precision + recall === 0 ? null : (2 * precision * recall) / (precision + recall),
    exactPrecision: share(count.exact, count.found),
    exactRecall: share(count.exact, count.labelled),
  }
}

async function readMessages(file: string): Promise<Message[]> {
  const found: Message[] = []
  for (const [index, raw] of (await readLines(file)).entries()) {
    if (raw.trim() === '') continue
    const line = index + 1
    const read = message.safeParse(readJson(file, line, raw))
    if (!read.success) throw faultAt(file, line, 1, `expected {text, spans: [{start, end, type}]}: ${read.error.issues[0]?.path.join('.')}`)
    const wrong = read.data.spans.find((span) => span.end <= span.start || span.end > read.data.text.length)
    if (wrong) throw faultAt(file, line, 1, `the span ${wrong.start}–${wrong.end} is not inside the text`)
    found.push(read.data)
  }
  if (found.length === 0) throw faultAt(file, 1, 1, 'the file holds no lines')
  return found
}

function words(report: Report): string {
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
  const rows = Object.entries(report.byType).map(
    ([type, each]) =>
      `${type.padEnd(12)} precision ${percent(each.precision)}, recall ${percent(each.recall)}, F1 ${percent(each.f1)} (${each.labelled}); exact ends ${percent(each.exactPrecision)} / ${percent(each.exactRecall)}`,
  )
  return [
    `${'tested on'.padEnd(12)} ${report.messages} messages`,
    ...rows,
    `${'untouched'.padEnd(12)} ${percent(report.untouched)} of ${report.withoutSpans} texts without spans`,
    `${'per message'.padEnd(12)} ${report.microsecondsPerMessage.toFixed(1)} µs`,
  ].join('\n')
}
