import type { CrossValidation } from '../../../schemas/intent-report.ts'
import type { IntentChange } from '../../../schemas/library-change.ts'
import type { ListedIntent } from '../library/listed-intent.ts'

export type Confusion = CrossValidation['confusions'][number]

/** Two intents of which each is taken for the other, or one for none: what was heard wrong, both ways together. */
export interface ConfusedPair {
  count: number
  /** The more frequent way first. */
  ways: [Confusion, ...Confusion[]]
}

/** Confusions as pairs of intents, most often confused first; what the library no longer has is left out. */
export function confusedPairs(confusions: readonly Confusion[], has: (intent: string, text?: string) => boolean): ConfusedPair[] {
  const pairs = new Map<string, Confusion[]>()
  for (const confusion of confusions) {
    if (!has(confusion.from) || (confusion.to !== null && !has(confusion.to))) continue
    const examples = confusion.examples.filter(({ text }) => has(confusion.from, text))
    if (examples.length === 0) continue
    // those of which no example is shown may have been moved as well as those that are
    const count = Math.max(examples.length, confusion.count - (confusion.examples.length - examples.length))
    const key = confusion.to === null ? `${confusion.from} ` : [confusion.from, confusion.to].sort().join(' ')
    pairs.set(key, [...(pairs.get(key) ?? []), { ...confusion, count, examples }])
  }
  return [...pairs.values()]
    .flatMap((ways) => {
      const [first, ...others] = ways.sort((a, b) => b.count - a.count)
      const count = ways.reduce((sum, way) => sum + way.count, 0)
      return first ? [{ count, ways: [first, ...others] satisfies ConfusedPair['ways'] }] : []
    })
    .sort((a, b) => b.count - a.count)
}

/** Confidence from which a message is answered without asking; a card may have a threshold of its own. */
const answeredFrom = 0.8

/** Wordings that would be answered at once as something else. Sent away as no matter of the shop, they are not answered. */
export function wrongAnswers({ ways }: ConfusedPair): number {
  const sure = ways.flatMap(({ to, examples }) => (to === null || to === ofNoShop ? [] : examples))
  return sure.filter(({ confidence }) => confidence >= answeredFrom).length
}

/** Pairs by the harm they do to customers: those that flows act on before others, wrong answers before mere doubt. */
export function byHarm(pairs: readonly ConfusedPair[], isUsed: (intent: string) => boolean): ConfusedPair[] {
  const acts = ({ ways: [{ from, to }] }: ConfusedPair) => Number(isUsed(from) || (to !== null && isUsed(to)))
  const harm = (pair: ConfusedPair) => wrongAnswers(pair) * (1 + acts(pair))
  return pairs.toSorted((a, b) => harm(b) - harm(a) || acts(b) - acts(a) || b.count - a.count)
}

/** Pairs as the page of one intent shows them: what is taken away from it before what it takes from others, strays before the rest. */
export function pairsOf(intent: string, pairs: readonly ConfusedPair[]): ConfusedPair[] {
  return pairs
    .map((pair) => {
      const [own] = pair.ways.filter((way) => way.from === intent)
      return own ? { ...pair, ways: [own, ...pair.ways.filter((way) => way !== own)] satisfies ConfusedPair['ways'] } : pair
    })
    .sort((a, b) => strays(b.ways[0]).length - strays(a.ways[0]).length)
}

/** Takes utterances out of one intent and teaches them to another. */
export function moving(utterances: readonly string[], from: string, to: string): IntentChange[] {
  const lines = [...utterances]
  return [
    { do: 'take', intent: from, utterances: lines },
    { do: 'add', intent: to, utterances: lines },
  ]
}

/** The intent of all that the shop cannot help with. */
export const ofNoShop = 'out_of_scope'

/** Whether one of the two only gathers what is strange: what an intent lacks must not be swept there, nor all of it merged. */
export function isOpen({ from, to }: Pick<Confusion, 'from' | 'to'>): boolean {
  return from === ofNoShop || to === ofNoShop
}

/**
 * Makes one intent of two. The one that flows use stays; else the one with more utterances.
 * @returns null when flows use both: then a person has to decide in the flows first
 */
export function merging(
  one: ListedIntent,
  other: ListedIntent,
): { stays: ListedIntent; goes: ListedIntent; changes: IntentChange[] } | null {
  if (one.usedBy.length > 0 && other.usedBy.length > 0) return null
  const otherStays = other.usedBy.length > 0 || (one.usedBy.length === 0 && other.intent.utterances.length > one.intent.utterances.length)
  const [stays, goes] = otherStays ? [other, one] : [one, other]
  const { id, name, keywords } = stays.intent
  return {
    stays,
    goes,
    changes: [
      { do: 'put', intent: { id, name, keywords: [...new Set([...keywords, ...goes.intent.keywords])] } },
      ...(goes.intent.utterances.length > 0 ? [{ do: 'add' as const, intent: id, utterances: goes.intent.utterances }] : []),
      { do: 'remove', intent: goes.intent.id },
    ],
  }
}

/** From this share of their utterances confused, two intents may be one. */
const nearlyOne = 0.3
/** An utterance that is surely taken for another intent may well stand in the wrong one. */
const surelyElsewhere = 0.9

export type Fix = 'move' | 'merge' | 'add'

/** Utterances that most likely stand in the wrong intent; of the others their own intent should learn more. */
export function strays(confusion: Confusion): string[] {
  if (isOpen(confusion)) return []
  return confusion.examples.filter(({ confidence }) => confidence >= surelyElsewhere).map(({ text }) => text)
}

/** What most likely helps: two that nobody can tell apart are one, strays belong elsewhere, and else an intent needs more. */
export function bestFix(pair: ConfusedPair, from: ListedIntent, to: ListedIntent | undefined): Fix {
  if (!to || isOpen(pair.ways[0])) return 'add'
  const all = from.intent.utterances.length + to.intent.utterances.length
  if (pair.ways.length > 1 && all > 0 && pair.count / all >= nearlyOne && merging(from, to)) return 'merge'
  return strays(pair.ways[0]).length > 0 ? 'move' : 'add'
}
