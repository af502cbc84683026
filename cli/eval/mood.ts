import shipped from '../../runtime/language/mood/model.json' with { type: 'json' }
import { createMoodReader, decodeMood, type MoodArtifact, type MoodSentence, trainMood } from '../../runtime/language/mood/model.ts'
import { moodOf } from '../../runtime/language/mood.ts'
import { type Polarity, polarities } from '../../schemas/mood.ts'
import { faultAt, readColumns } from './files.ts'

/** Precision, recall and F1 of a flag; null where there is nothing to measure. */
interface FlagFigures {
  labelled: number
  precision: number | null
  recall: number | null
  f1: number | null
}

interface Report {
  messages: number
  trainedOn: number | 'shipped'
  trainSeconds: number
  accuracy: number
  macroF1: number
  byPolarity: { [polarity in Polarity]?: FlagFigures }
  anger: FlagFigures | null
  urgency: FlagFigures | null
  microsecondsPerMessage: number
}

/** From this value on a scale of 0–1 counts as a flag. */
const flagFrom = 0.5

/**
 * Reads the mood of labelled messages, by the model that ships or by one trained on `train`.
 * @returns what to print
 * @throws FileError when a file cannot be read
 */
export async function evalMood(options: { test: string; train?: string[]; json?: boolean }): Promise<string> {
  const test = await readMoods(options.test)
  const lessons = (await Promise.all((options.train ?? []).map(readMoods))).flat()
  const began = performance.now()
  const weights = lessons.length > 0 ? trainMood(lessons) : decodeMood(shipped as MoodArtifact)
  const trainSeconds = lessons.length > 0 ? (performance.now() - began) / 1_000 : 0
  const among = lessons.length > 0 ? polarities.filter((each) => lessons.some((lesson) => lesson.polarity === each)) : polarities
  const read = createMoodReader(weights, { among })
  const taken: number[] = []
  const answers = test.map(({ text }) => {
    const start = performance.now()
    const mood = moodOf(read(text))
    taken.push(performance.now() - start)
    return mood
  })
  const present = polarities.filter((each) => test.some((line) => line.polarity === each))
  const byPolarity = Object.fromEntries(
    present.map((polarity) => [
      polarity,
      figures(test.map((line, at) => [line.polarity === polarity, answers[at]?.polarity === polarity])),
    ]),
  )
  const flag = (name: 'anger' | 'urgency') =>
    test.some((line) => line[name] !== undefined)
      ? figures(
          test.flatMap((line, at) => (line[name] === undefined ? [] : [[line[name], (answers[at]?.[name] ?? 0) >= flagFrom] as const])),
        )
      : null
  const report: Report = {
    messages: test.length,
    trainedOn: lessons.length > 0 ? lessons.length : 'shipped',
    trainSeconds,
    accuracy: test.filter((line, at) => line.polarity === answers[at]?.polarity).length / test.length,
    macroF1: Object.values(byPolarity).reduce((sum, each) => sum + (each.f1 ?? 0), 0) / present.length,
    byPolarity,
    anger: flag('anger'),
    urgency: flag('urgency'),
    microsecondsPerMessage: (taken.sort((a, b) => a - b)[taken.length >> 1] ?? 0) * 1_000,
  }
  return options.json ? JSON.stringify(report, null, 1) : words(report)
}

/**
 * Reads `text<TAB>positive|neutral|negative`, with anger and urgency as 0 or 1 in a third and fourth column.
 * A third column that is 0 or 1 in no line is a remark and is left out.
 */
async function readMoods(file: string): Promise<MoodSentence[]> {
  const rows = await readColumns(file, { least: 2, most: 16 })
  const isFlag = (word: string | undefined) => word === '0' || word === '1'
  const flagged = rows.some(({ columns }) => isFlag(columns[2]?.trim()))
  return rows.map(({ line, columns }) => {
    const [text = '', label = ''] = columns
    const polarity = polarities.find((each) => each === label.trim())
    if (!polarity) throw faultAt(file, line, text.length + 2, `expected positive, neutral or negative, found "${label.trim()}"`)
    const flagAt = (place: number): boolean | undefined => {
      const word = columns[place]?.trim()
      if (!flagged || word === undefined || word === '') return undefined
      if (!isFlag(word)) throw faultAt(file, line, columns.slice(0, place).join('\t').length + 2, `expected 0 or 1, found "${word}"`)
      return word === '1'
    }
    return { text, polarity, anger: flagAt(2), urgency: flagAt(3) }
  })
}

/** @param pairs wanted and said */
function figures(pairs: readonly (readonly [boolean, boolean])[]): FlagFigures {
  const labelled = pairs.filter(([wanted]) => wanted).length
  const said = pairs.filter(([, answer]) => answer).length
  const right = pairs.filter(([wanted, answer]) => wanted && answer).length
  const precision = said === 0 ? null : right / said
  const recall = labelled === 0 ? null : right / labelled
  return { labelled, precision, recall, f1: labelled + said === 0 ? null : (2 * right) / (labelled + said) }
}

function words(report: Report): string {
  const percent = (value: number | null) => (value === null ? '–' : `${(value * 100).toFixed(1)} %`)
  const flag = (each: FlagFigures) =>
    `precision ${percent(each.precision)}, recall ${percent(each.recall)}, F1 ${percent(each.f1)} (${each.labelled})`
  const lines: [string, string][] = [
    ['model', report.trainedOn === 'shipped' ? 'as shipped' : `${report.trainedOn} lines in ${report.trainSeconds.toFixed(2)} s`],
    ['tested on', `${report.messages} messages`],
    ['accuracy', percent(report.accuracy)],
    ['macro-F1', percent(report.macroF1)],
    ...Object.entries(report.byPolarity).map(([name, each]): [string, string] => [name, flag(each)]),
    ...(report.anger ? [['anger', flag(report.anger)] as [string, string]] : []),
    ...(report.urgency ? [['urgency', flag(report.urgency)] as [string, string]] : []),
    ['per message', `${report.microsecondsPerMessage.toFixed(1)} µs`],
  ]
  return lines.map(([name, value]) => `${name.padEnd(12)} ${value}`).join('\n')
}
