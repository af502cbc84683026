import type { CrossValidation } from '../../../schemas/intent-report.ts'
import { createClassifier } from '../classify.ts'
import { intentFigures, type Outcome } from '../evaluate.ts'
import { normalise } from '../normalise.ts'
import type { Lesson } from './examples.ts'
import { bare } from './phrases.ts'
import { createRandom } from './random.ts'
import { type TrainOptions, train } from './train.ts'

export interface CrossValidateOptions {
  /** Parts that the utterances are dealt into, each tried by a recogniser taught by the others; at least 2. */
  folds?: number
  seed?: number
}

/** From so many utterances on, folds are so alike that the first one's trust serves all, and a few passes less change nothing that is told. */
const largeFrom = 6_000
const quickEpochs = 5
const mostConfusions = 50
/** Of each intent so many are told beyond those: a small intent is confused less often than a large one, and no less badly. */
const mostOfEach = 5
const mostExamples = 10

interface Tried extends Outcome {
  wanted: string
  text: string
}

/**
 * Tries every utterance on a recogniser that never saw it, nor the same words with other marks: what new wordings may expect.
 * Takes as long as `folds` trainings, and about half of that for a library of thousands. The same report for the same intents and seed.
 * @param progress told the share done, 0–1
 */
export function crossValidate(
  intents: readonly Lesson[],
  options: CrossValidateOptions = {},
  progress?: (share: number) => void,
): CrossValidation {
  const folds = Math.max(2, Math.trunc(options.folds ?? 5))
  const seed = options.seed ?? 1
  const dealt = deal(intents, folds, seed)
  const ids = intents.map((intent) => intent.id)
  const tried: Tried[] = []
  const isLarge = dealt.reduce((sum, each) => sum + each.length, 0) >= largeFrom
  let quick: Pick<TrainOptions, 'calibration' | 'epochs'> = isLarge ? { epochs: quickEpochs } : {}
  for (let fold = 0; fold < folds; fold++) {
    const lessons = intents.map((intent, index) => ({
      ...intent,
      utterances: intent.utterances.filter((_, place) => dealt[index]?.[place] !== fold),
    }))
    const model = train(lessons, { ...quick, seed, ...(progress ? { progress: (share) => progress((fold + share) / folds) } : {}) })
    if (isLarge) quick = { ...quick, calibration: model.head.calibration }
    const classifier = createClassifier(model)
    intents.forEach((intent, index) => {
      intent.utterances.forEach((text, place) => {
        if (dealt[index]?.[place] !== fold) return
        const { intents: found, inScope, accepted } = classifier.judge(normalise(text), ids)
        tried.push({ wanted: intent.id, text, said: found[0]?.id ?? null, confidence: found[0]?.confidence ?? 0, inScope, accepted })
      })
    })
  }
  return report(ids, tried, folds)
}

/** The fold of each utterance, intent by intent: evenly many of each intent, equal wordings together; −1 = says nothing. */
function deal(intents: readonly Lesson[], folds: number, seed: number): number[][] {
  const random = createRandom(seed)
  return intents.map((intent) => {
    const said = intent.utterances.map((text) => bare(normalise(text)))
    const order = [...new Set(said)].map((text) => ({ text, key: random() })).sort((a, b) => a.key - b.key)
    // beginning anywhere, so that intents with few utterances do not all leave the last fold empty
    const first = Math.floor(random() * folds)
    const foldOf = new Map(order.map(({ text }, place) => [text, (first + place) % folds]))
    return said.map((text) => (text === '' ? -1 : (foldOf.get(text) ?? -1)))
  })
}

function report(ids: readonly string[], tried: readonly Tried[], folds: number): CrossValidation {
  const figures = intentFigures(tried, [])
  const counts = new Map(ids.map((id) => [id, { intent: id, right: 0, total: 0 }]))
  const confusions = new Map<string, CrossValidation['confusions'][number]>()
  for (const { wanted, said, text, confidence } of tried) {
    const count = counts.get(wanted)
    if (count) count.total++
    if (said === wanted) {
      if (count) count.right++
      continue
    }
    const key = `${wanted} ${said}`
    const confusion = confusions.get(key) ?? { from: wanted, to: said, count: 0, examples: [] }
    confusion.count++
    confusion.examples.push({ text, confidence })
    confusions.set(key, confusion)
  }
  const told = new Map<string, number>()
  const worst = [...confusions.values()]
    .sort((a, b) => b.count - a.count || surest(b) - surest(a))
    .filter(({ from }, place) => {
      const earlier = told.get(from) ?? 0
      told.set(from, earlier + 1)
      return place < mostConfusions || earlier < mostOfEach
    })
  for (const confusion of worst) confusion.examples = confusion.examples.sort((a, b) => b.confidence - a.confidence).slice(0, mostExamples)
  return {
    folds,
    messages: tried.length,
    accuracy: figures.accuracy,
    intents: [...counts.values()],
    confusions: worst,
    directShare: figures.directShare,
    directPrecision: figures.directPrecision,
    calibrationError: figures.calibrationError,
  }
}

/** Of confusions that are as frequent, those that the recogniser is surest of do most harm. */
function surest({ examples }: CrossValidation['confusions'][number]): number {
  return examples.reduce((most, each) => Math.max(most, each.confidence), 0)
}
