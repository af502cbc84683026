import { outOfScope } from '../language/classify.ts'
import { createScorer, type Verdict } from '../language/intents/score.ts'
import { starterModel } from '../language/intents/starter.ts'

/**
 * What the starter intents make of the articles: which wishes their questions are. Two questions with no word in common are
 * near each other when both want the refund. As plain arrays that a worker can hand over.
 */
export interface Wishes {
  /** How well the intents know this library, 0–1: nothing is said of a bank's questions by what shoppers want. */
  weight: number
  /** Article a wants the intents `a * mostIntents` and following, by shares whose squares add up to 1; 0 = no more. */
  intents: Uint8Array
  shares: Float32Array
}

/**
 * Wishes about some thing: two questions about the size of things want the same, and each is about its own thing. Nothing is
 * near another by these.
 */
const aboutThings = new Set(
  'product_spec product_usage product_recommend product_compare stock_query restock size_advice price_query shelf_life'.split(' '),
)
/** Intents kept of a question or an article; the rest is noise. */
const mostIntents = 6
const leastShare = 0.02
/** How fast a share falls with the score. */
const sharpness = 4
/** Questions of a library from which its weight is told, and of an article from which its wishes are. */
const mostSampled = 400
const mostQuestions = 8
/** Mean sureness of a library's questions below which intents do not know it, and from which they know it well. */
const foreign = 0.5
const familiar = 0.8

/** One text's wishes, valid until the next reading. */
interface Wish {
  count: number
  readonly intents: Uint8Array
  readonly shares: Float32Array
  /** 0–1: how far the best one is to be believed, and whether being near by it says anything. */
  sureness: number
  tells: boolean
}

interface Wisher {
  read(text: string): Wish
  /** Ids of the starter intents, by number. */
  intents: readonly string[]
}

/** Made with the first article, shared by all indexes of a thread. */
let shipped: Wisher | undefined

function wisher(): Wisher {
  shipped ??= createWisher()
  return shipped
}

function createWisher(): Wisher {
  const model = starterModel()
  const score = createScorer(model)
  const stranger = model.head.intents.indexOf(outOfScope)
  const tells = model.head.intents.map((id) => !aboutThings.has(id))
  const wish: Wish = { count: 0, intents: new Uint8Array(mostIntents), shares: new Float32Array(mostIntents), sureness: 0, tells: false }
  let last: string | undefined
  const read = (text: string) => {
    // one question is put to what is indexed and to what was added since
    if (text === last) return wish
    last = text
    const verdict = score(text)
    wish.count = 0
    wish.sureness = verdict.best === -1 || verdict.best === stranger ? 0 : Math.sqrt(verdict.right * verdict.trust)
    wish.tells = wish.sureness > 0 && tells[verdict.best] === true
    if (wish.tells) takeBest(verdict, wish)
    return wish
  }
  return { read, intents: model.head.intents }
}

/** The foremost intents, by shares whose squares add up to 1. */
function takeBest({ scores, best }: Verdict, wish: Wish): void {
  const top = scores[best] as number
  let total = 0
  for (let intent = 0; intent < scores.length; intent++) {
    const share = Math.exp(sharpness * ((scores[intent] as number) - top))
    total += share
    let place = wish.count < mostIntents ? wish.count++ : mostIntents
    while (place > 0 && (wish.shares[place - 1] as number) < share) {
      if (place < mostIntents) {
        wish.shares[place] = wish.shares[place - 1] as number
        wish.intents[place] = wish.intents[place - 1] as number
      }
      place--
    }
    if (place < mostIntents) {
      wish.shares[place] = share
      wish.intents[place] = intent
    }
  }
  while (wish.count > 1 && (wish.shares[wish.count - 1] as number) < leastShare * total) wish.count--
  toLengthOne(wish.shares, 0, wish.count)
}

function toLengthOne(shares: Float32Array, from: number, to: number): void {
  let squares = 0
  for (let at = from; at < to; at++) squares += (shares[at] as number) ** 2
  const length = Math.sqrt(squares) || 1
  for (let at = from; at < to; at++) shares[at] = (shares[at] as number) / length
}

/**
 * Reads the wishes of each article, in steps.
 * @param questions normalised texts, article by article
 * @param frozen weight to go by instead of their own: that of the index they add to
 */
export function* wishesInSteps(questions: readonly (readonly string[])[], frozen?: Wishes): Generator<void, Wishes, void> {
  const size = questions.length
  const weight = frozen?.weight ?? (yield* weightOf(questions))
  const wishes: Wishes = { weight, intents: new Uint8Array(size * mostIntents), shares: new Float32Array(size * mostIntents) }
  if (weight === 0) return wishes
  const sums = new Map<number, number>()
  for (let article = 0; article < size; article++) {
    sums.clear()
    for (const question of (questions[article] ?? []).slice(0, mostQuestions)) {
      const wish = wisher().read(question)
      for (let at = 0; at < wish.count; at++) {
        const intent = wish.intents[at] as number
        sums.set(intent, (sums.get(intent) ?? 0) + wish.sureness * (wish.shares[at] as number))
      }
    }
    const from = article * mostIntents
    const best = [...sums].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, mostIntents)
    best.forEach(([intent, share], place) => {
      wishes.intents[from + place] = intent
      wishes.shares[from + place] = share
    })
    toLengthOne(wishes.shares, from, from + best.length)
    if (article % 4 === 3) yield
  }
  return wishes
}

function* weightOf(questions: readonly (readonly string[])[]): Generator<void, number, void> {
  const all = questions.flat()
  if (all.length === 0) return 0
  const step = Math.max(1, Math.ceil(all.length / mostSampled))
  let sum = 0
  let sampled = 0
  for (let at = 0; at < all.length; at += step) {
    sum += wisher().read(all[at] as string).sureness ** 2
    if (++sampled % 16 === 0) yield
  }
  return Math.min(1, Math.max(0, (sum / sampled - foreign) / (familiar - foreign)))
}

/** Tells how much the question and an article want the same, 0–1, by the library's weight; undefined where that says nothing. */
export function createLikeness(wishes: Wishes): (text: string) => ((article: number) => number) | undefined {
  const asked = new Float32Array(256)
  const { weight, intents, shares } = wishes
  const likeness = (article: number) => {
    let sum = 0
    for (let at = article * mostIntents; at < (article + 1) * mostIntents; at++)
      sum += (asked[intents[at] as number] as number) * (shares[at] as number)
    return sum
  }
  return (text) => {
    if (weight === 0) return undefined
    const wish = wisher().read(text)
    if (wish.count === 0) return undefined
    asked.fill(0)
    for (let at = 0; at < wish.count; at++) asked[wish.intents[at] as number] = weight * wish.sureness * (wish.shares[at] as number)
    return likeness
  }
}

/** The starter intent that a text most likely is; undefined when it is none. */
export function wantedBy(text: string): string | undefined {
  const { count, intents } = wisher().read(text)
  return count === 0 ? undefined : wisher().intents[intents[0] as number]
}
