import { readFile } from 'node:fs/promises'
import { createClassifier, outOfScope } from '../../runtime/language/classify.ts'
import { type IntentFigures, intentFigures, type Outcome } from '../../runtime/language/evaluate.ts'
import type { Lesson } from '../../runtime/language/intents/examples.ts'
import { encodeModel, type IntentModel } from '../../runtime/language/intents/model.ts'
import { train } from '../../runtime/language/intents/train.ts'
import { normalise } from '../../runtime/language/normalise.ts'
import { intent as intentSchema } from '../../schemas/intent.ts'
import { type LabelledLine, readLabelled } from './files.ts'

interface Report extends IntentFigures {
  intents: number
  utterances: number
  trainSeconds: number
  microsecondsPerMessage: number
  modelBytes: number
  /** Labels of the test that nothing was taught of, and of how many messages: those count as out of scope. */
  untaught: Record<string, number>
}

const mostUntaught = 10

/**
 * Trains on files, or on the intents that ship, and tests on another file.
 * @returns what to print
 * @throws FileError when a file cannot be read
 */
export async function evalIntents(options: { train: string[]; test: string; json?: boolean }): Promise<string> {
  const lessons = options.train.length > 0 ? lessonsOf((await Promise.all(options.train.map(readLabelled))).flat()) : await shipped()
  const test = await readLabelled(options.test)
  const began = performance.now()
  const model = train(lessons)
  const trainSeconds = (performance.now() - began) / 1_000
  const { outcomes, microseconds } = run(model, test)
  const report: Report = {
    ...intentFigures(
      outcomes,
      test.map((line) => line.text),
    ),
    intents: lessons.length,
    utterances: model.head.examples,
    trainSeconds,
    microsecondsPerMessage: microseconds,
    modelBytes: encodeModel(model).byteLength,
    untaught: untaughtOf(test, lessons),
  }
  return options.json ? JSON.stringify(report, null, 1) : words(report)
}

/** Lines by label; out-of-scope lines teach nothing. A label like `card_arrival` is a name too. */
function lessonsOf(lines: readonly LabelledLine[]): Lesson[] {
  const lessons = new Map<string, Lesson>()
  for (const { text, label } of lines) {
    if (label === outOfScope) continue
    const lesson = lessons.get(label) ?? {
      id: label,
      name: label.replace(/[_.\-/]+/g, ' ').replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
      utterances: [],
    }
    lesson.utterances.push(text)
    lessons.set(label, lesson)
  }
  return [...lessons.values()]
}

async function shipped(): Promise<Lesson[]> {
  return intentSchema.array().parse(JSON.parse(await readFile(new URL('../../examples/library/intents.json', import.meta.url), 'utf8')))
}

/** A label misspelt would else pass for a message to be rejected, without a word. */
function untaughtOf(test: readonly LabelledLine[], lessons: readonly Lesson[]): Record<string, number> {
  const taught = new Set([...lessons.map(({ id }) => id), outOfScope])
  const found = new Map<string, number>()
  for (const { label } of test) if (!taught.has(label)) found.set(label, (found.get(label) ?? 0) + 1)
  return Object.fromEntries(found)
}

function run(model: IntentModel, test: readonly LabelledLine[]): { outcomes: Outcome[]; microseconds: number } {
  const classifier = createClassifier(model)
  const inPlay = model.head.intents.filter((id) => id !== outOfScope)
  const known = new Set(inPlay)
  const taken: number[] = []
  const outcomes = test.map(({ text, label }): Outcome => {
    const began = performance.now()
    const { intents, inScope, accepted } = classifier.judge(normalise(text), inPlay)
    taken.push(performance.now() - began)
    return {
      wanted: known.has(label) ? label : null,
      said: intents[0]?.id ?? null,
      confidence: intents[0]?.confidence ?? 0,
      inScope,
      accepted,
    }
  })
  return { outcomes, microseconds: (taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0) * 1_000 }
}

function words(report: Report): string {
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
  const lines: [string, string][] = [
    ['learned from', `${report.utterances} utterances of ${report.intents} intents in ${report.trainSeconds.toFixed(2)} s`],
    ['tested on', `${report.messages} messages, ${report.outOfScope} of them out of scope`],
    ['accuracy in scope', percent(report.accuracy)],
    ['joint accuracy', percent(report.jointAccuracy)],
    [
      'out of scope',
      `precision ${percent(report.outOfScopePrecision)}, recall ${percent(report.outOfScopeRecall)}, F1 ${percent(report.outOfScopeF1)}, AUROC ${percent(report.auroc)}`,
    ],
    ['answered directly', `${percent(report.directShare)} in scope, ${percent(report.directPrecision)} of all such answers right`],
    ['calibration error', percent(report.calibrationError)],
    ['per message', `${report.microsecondsPerMessage.toFixed(1)} µs`],
    ['model', `${report.modelBytes} bytes`],
  ]
  const untaught = Object.entries(report.untaught)
  if (untaught.length > 0) {
    const named = untaught.slice(0, mostUntaught).map(([label, count]) => `${label} (${count})`)
    const rest = untaught.length - named.length
    lines.splice(2, 0, ['never taught', `${named.join(', ')}${rest > 0 ? ` and ${rest} more labels` : ''}: counted as out of scope`])
  }
  const confusions = report.confusions
    .slice(0, 10)
    .map(({ wanted, said, count, example }) => `  ${count} × ${wanted} taken for ${said || 'nothing'}: ${example}`)
  return [
    ...lines.map(([name, value]) => `${name.padEnd(18)} ${value}`),
    ...(confusions.length > 0 ? ['worst confusions', ...confusions] : []),
  ].join('\n')
}
