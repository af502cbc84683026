import { drawnLibrary, type Library, writtenLibraries } from '../bench/knowledge/libraries.ts'
import { confidenceOf, oddsByWords, type Signals } from '../runtime/knowledge/confidence.ts'
import { buildIndex } from '../runtime/knowledge/index.ts'
import { createMatcher, createSeeker } from '../runtime/knowledge/matcher.ts'
import { auroc, calibrationError } from '../runtime/language/evaluate.ts'
import { logistic, sigmoid } from '../runtime/language/intents/logistic.ts'

// Fits the curves of runtime/knowledge/confidence.ts anew, after ranking changed: node scripts/fit-confidence.ts
// Prints their numbers, to be written there, and how well each trade is judged by what was learned without it.

/** A question put to a library that does not hold it word for word. */
interface Trial {
  library: string
  signals: Signals
  right: boolean
  answerable: boolean
}

/** Drawn libraries a language, and how many of them a written one is worth: those alone are of other trades. */
const drawn = 60
const worth = 3
/** Messages that no article answers, of all that visitors write: more than half in shops, fewer where they come to ask. */
const unanswerable = 0.5

/** Signals by name, as they count: what speaks against an answer is turned round, since no weight may be negative. */
const curves: Record<string, Record<string, (signals: Signals) => number>> = {
  byCloseness: {
    closeness: ({ closeness }) => closeness,
    lead: ({ lead }) => lead,
    missing: ({ missing }) => -missing,
  },
  withFavour: {
    closeness: ({ closeness }) => closeness,
    missing: ({ missing }) => -missing,
    score: ({ favour }) => favour?.score ?? 0,
    lead: ({ favour }) => favour?.lead ?? 0,
  },
}

const languages = ['zh', 'en']
const libraries = [
  ...languages.flatMap((language) => Array.from({ length: drawn }, (_, index) => drawnLibrary(index + 1, language))),
  ...[2, Number.POSITIVE_INFINITY].flatMap((most) => [0, 1, 2].flatMap((without) => writtenLibraries({ most, without }))),
]
for (const [name, curve] of Object.entries(curves)) {
  const own = libraries.flatMap((library) => ask(library, name === 'withFavour'))
  const [offset = 0, ...weights] = fitted(curve, own)
  const signs = Object.values(curve).map((read) =>
    read({ closeness: 1, lead: 1, missing: 1, favour: { score: 1, lead: 1 } }) < 0 ? -1 : 1,
  )
  const numbers = Object.keys(curve).map((signal, index) => `${signal}: ${((weights[index] ?? 0) * (signs[index] ?? 1)).toFixed(2)}`)
  console.log(`const ${name} = { offset: ${offset.toFixed(2)}, ${numbers.join(', ')} }`)
  for (const trade of ['shop', 'bank', 'mobile', 'travel']) {
    const known = own.filter(({ library }) => !library.startsWith(trade))
    const values = fitted(curve, known)
    for (const language of languages) {
      const asked = own.filter(({ library }) => library === `${trade}-${language}`)
      const now = asked.map(({ signals }) => confidenceOf(signals))
      console.log(
        `  ${trade}-${language}`.padEnd(12),
        judged(
          asked,
          asked.map(({ signals }) => valueOf(curve, values, signals)),
        ),
        '| as it is',
        judged(asked, now),
      )
    }
  }
}

fitLikeness()

/**
 * Asks a library, with what can be learned of it or by closeness alone, as is done while an addition is not learned yet.
 * What is wanted is left out: drawn libraries are made of what that was learned from.
 */
function ask({ name, entries, asked }: Library, learned: boolean): Trial[] {
  const seeker = createSeeker(buildIndex(entries))
  if (learned && !seeker.favour) return []
  return trialsOf(name, asked, createMatcher({ ...seeker, favour: learned ? seeker.favour : undefined, likeness: () => undefined }))
}

function trialsOf(library: string, asked: Library['asked'], match: ReturnType<typeof createMatcher>): Trial[] {
  return asked.flatMap(({ text, wanted }) => {
    const { matches, signals } = match(text)
    const right = wanted.includes(matches[0]?.article ?? -1)
    return signals ? [{ library, signals, right, answerable: wanted.length > 0 }] : []
  })
}

/** What wanting the same adds, on the shop's own libraries: of other trades it knows nothing. */
function fitLikeness(): void {
  const curve = {
    odds: oddsByWords,
    score: ({ likeness }: Signals) => (likeness ? likeness.score / likeness.weight : 0),
    lead: ({ likeness }: Signals) => (likeness ? likeness.lead / likeness.weight : 0),
  }
  const own = libraries
    .filter(({ name }) => name.startsWith('shop'))
    .flatMap(({ name, entries, asked }) => trialsOf(name, asked, createMatcher(createSeeker(buildIndex(entries)))))
    .filter(({ signals }) => signals.likeness)
  const [offset = 0, ...weights] = fitted(curve, own)
  const numbers = Object.keys(curve).map((signal, index) => `${signal}: ${(weights[index] ?? 0).toFixed(2)}`)
  console.log(`const byLikeness = { offset: ${offset.toFixed(2)}, ${numbers.join(', ')} }`)
  for (const language of languages) {
    const asked = own.filter(({ library }) => library === `shop-${language}`)
    const without = asked.map(({ signals }) => sigmoid(oddsByWords(signals)))
    console.log(
      `  shop-${language}`.padEnd(12),
      judged(
        asked,
        asked.map(({ signals }) => confidenceOf(signals)),
      ),
      '| by words alone',
      judged(asked, without),
    )
  }
}

/** Every library counts the same whatever its size, and questions without an answer as much of it as visitors write. */
function fitted(curve: (typeof curves)[string], asked: readonly Trial[]): number[] {
  const counts = new Map<string, number>()
  const groupOf = ({ library, answerable }: Trial) => `${library} ${answerable}`
  for (const trial of asked) counts.set(groupOf(trial), (counts.get(groupOf(trial)) ?? 0) + 1)
  const weights = asked.map((trial) => {
    const share = trial.answerable ? 1 - unanswerable : unanswerable
    return ((trial.library.startsWith('drawn') ? 1 : worth) * share * 100) / (counts.get(groupOf(trial)) ?? 1)
  })
  const inputs = asked.map(({ signals }) => Object.values(curve).map((read) => read(signals)))
  return logistic(
    inputs,
    asked.map(({ right }) => right),
    weights,
    [0, ...Object.keys(curve).map(() => 0)],
  )
}

function valueOf(curve: (typeof curves)[string], [offset = 0, ...weights]: readonly number[], signals: Signals): number {
  return sigmoid(Object.values(curve).reduce((sum, read, index) => sum + (weights[index] ?? 0) * read(signals), offset))
}

/** How well confidence tells what can be answered from what cannot, right answers from all else, and how far it is off. */
function judged(asked: readonly Trial[], confidences: readonly number[]): string {
  const those = (is: (trial: Trial) => boolean) => confidences.filter((_, index) => is(asked[index] as Trial))
  const answerable = auroc(
    those((each) => each.answerable),
    those((each) => !each.answerable),
  )
  const right = auroc(
    those((each) => each.right),
    those((each) => !each.right),
  )
  const error = calibrationError(asked.map((each, index) => ({ confidence: confidences[index] ?? 0, right: each.right })))
  return [answerable, right, error].map((value) => ((value ?? 0) * 100).toFixed(1)).join(' / ')
}
