import { auroc, calibrationError, share } from '../language/evaluate.ts'
import { zones } from './confidence.ts'

/** One asked question: which articles answer it (none = must abstain), what was found, best first, and how sure that was. */
export interface Asked {
  wanted: readonly string[]
  found: readonly string[]
  /** 0–1 that the first found is right. */
  confidence: number
}

/** All shares are 0–1; null where there is nothing to measure. Ranking counts questions that have an answer. */
export interface KnowledgeFigures {
  questions: number
  unanswerable: number
  recallAt1: number | null
  recallAt5: number | null
  mrrAt10: number | null
  ndcgAt10: number | null
  /** Of the questions that are not answered directly, how many have no answer; of those without an answer, how many are not answered directly. */
  abstentionPrecision: number | null
  abstentionRecall: number | null
  /** How well confidence tells questions that have an answer from those that have none, and right answers from all else. */
  abstentionAuroc: number | null
  rightAuroc: number | null
  calibrationError: number | null
  /** Answered directly: share of all questions, and how many of these answers are right. */
  directShare: number | null
  directPrecision: number | null
  /** Of the questions with an answer: answered directly and right, or right among the three offered. */
  resolved: number | null
  /** Of the questions without an answer: nothing said at all. */
  silent: number | null
}

/** The figures that `eval knowledge` prints and the editor shows. */
export function knowledgeFigures(asked: readonly Asked[]): KnowledgeFigures {
  const known = asked.filter(({ wanted }) => wanted.length > 0)
  const strangers = asked.filter(({ wanted }) => wanted.length === 0)
  const direct = asked.filter(({ confidence }) => confidence >= zones.answer)
  const held = asked.filter(({ confidence }) => confidence < zones.answer)
  const right = (each: Asked) => placeOf(each) === 0
  const sureness = (list: readonly Asked[]) => list.map(({ confidence }) => confidence)
  return {
    questions: asked.length,
    unanswerable: strangers.length,
    recallAt1: share(known, right),
    recallAt5: share(known, (each) => isWithin(each, 5)),
    mrrAt10: mean(known, (each) => (isWithin(each, 10) ? 1 / (placeOf(each) + 1) : 0)),
    ndcgAt10: mean(known, gain),
    abstentionPrecision: strangers.length === 0 ? null : share(held, ({ wanted }) => wanted.length === 0),
    abstentionRecall: share(strangers, ({ confidence }) => confidence < zones.answer),
    abstentionAuroc: auroc(sureness(known), sureness(strangers)),
    rightAuroc: auroc(sureness(asked.filter(right)), sureness(asked.filter((each) => !right(each)))),
    calibrationError: calibrationError(asked.map((each) => ({ confidence: each.confidence, right: right(each) }))),
    directShare: share(asked, ({ confidence }) => confidence >= zones.answer),
    directPrecision: share(direct, right),
    resolved: share(known, (each) => (each.confidence >= zones.answer ? right(each) : each.confidence >= zones.offer && isWithin(each, 3))),
    silent: share(strangers, ({ confidence }) => confidence < zones.offer),
  }
}

/** Place of the first right article, −1 when none was found. */
function placeOf({ wanted, found }: Asked): number {
  return found.findIndex((each) => wanted.includes(each))
}

function isWithin(each: Asked, most: number): boolean {
  const place = placeOf(each)
  return place !== -1 && place < most
}

/** Normalised discounted cumulative gain of the first ten; every right article counts the same. */
function gain({ wanted, found }: Asked): number {
  const discount = (place: number) => 1 / Math.log2(place + 2)
  let sum = 0
  let best = 0
  found.slice(0, 10).forEach((each, place) => {
    if (wanted.includes(each)) sum += discount(place)
  })
  for (let place = 0; place < Math.min(10, wanted.length); place++) best += discount(place)
  return sum / best
}

function mean<Item>(items: readonly Item[], value: (item: Item) => number): number | null {
  return items.length === 0 ? null : items.reduce((sum, item) => sum + value(item), 0) / items.length
}
