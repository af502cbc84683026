import { soundOf } from '../pinyin.ts'
import { fitOf, trust } from './calibrate.ts'
import { shares } from './learn.ts'
import { sigmoid } from './logistic.ts'
import type { IntentModel } from './model.ts'
import { createRanker } from './rank.ts'
import { createReader } from './reader.ts'
import { createCounter, createWeigher, unseenRarity } from './rows.ts'
import { createSpeller } from './spelling.ts'
import { createTable } from './table.ts'

/** What the trained model says of one text. */
export interface Verdict {
  /** Raw score of each intent; reused by the next call. */
  scores: Float32Array
  /** The best and second-best intent; −1 when there is none. */
  best: number
  second: number
  /** 0–1: is it any of the intents, and is it the best one? */
  inScope: number
  right: number
  /** 0–1: what remains of confidence in a known intent, where the words that tell most were never taught. */
  trust: number
}

/** Runs a model. Texts must be normalised. One at a time: its memory is reused, so that a message makes no garbage. */
export function createScorer(model: IntentModel): (text: string) => Verdict {
  const { head } = model
  const table = createTable(model.hashes.length)
  for (const hash of model.hashes) table.intern(hash)
  const rarity = Float32Array.from(model.rarities, (each) => head.rarityLeast + each * head.rarityStep)
  const { places, entries } = gathered(model)
  const mend = createSpeller(head.words)
  const read = createReader(soundOf)
  const count = createCounter()
  const weigh = createWeigher(shares)
  const rank = createRanker()
  const unseen = unseenRarity(head.rows)
  const scores = new Float32Array(head.intents.length)
  const find = (hash: number) => table.find(hash)
  const size = () => table.size
  const { scope, right, usuallyKnown } = head.calibration

  return (text) => {
    const mended = mend(text)
    const found = count(read(mended.text), find, size)
    const weighed = weigh(found, 0, found.count, rarity, unseen)
    scores.fill(0)
    for (let at = 0; at < weighed.count; at++) {
      const feature = weighed.indices[at] as number
      const value = (weighed.values[at] as number) * Math.fround((places[feature * 2 + 1] as number) * head.scaleStep)
      const end = places[feature * 2 + 2] as number
      for (let place = places[feature * 2] as number; place < end; place++) {
        const entry = entries[place] as number
        const each = entry >> 8
        scores[each] = (scores[each] as number) + value * ((entry << 24) >> 24)
      }
    }
    const standing = rank(scores)
    const { best, second, margin } = standing
    if (weighed.count === 0 || best === -1) return { scores, best: -1, second: -1, inScope: 0, right: 0, trust: 0 }
    // a mended word is only half known
    const doubt = mended.share / 2
    weighed.knownWords -= doubt
    weighed.knownMass -= doubt
    const fit = fitOf(standing, weighed, text.length)
    const trusted = trust(Math.max(0, weighed.knownTelling - doubt), usuallyKnown)
    const inScope = sigmoid(scope.offset + scope.slope * fit)
    return { scores, best, second, inScope, right: sigmoid(right.offset + right.slope * fit + right.lead * margin), trust: trusted }
  }
}

/** What is read together side by side: where a feature's entries begin, and its scale; the intent and weight of an entry. */
function gathered({ lengths, scales, classes, weights, head }: IntentModel): { places: Uint32Array; entries: Uint16Array | Uint32Array } {
  const places = new Uint32Array(lengths.length * 2 + 1)
  for (let feature = 0; feature < lengths.length; feature++) {
    places[feature * 2 + 1] = scales[feature] as number
    places[feature * 2 + 2] = (places[feature * 2] as number) + (lengths[feature] as number)
  }
  const entries = head.intents.length <= 256 ? new Uint16Array(classes.length) : new Uint32Array(classes.length)
  for (let entry = 0; entry < entries.length; entry++)
    entries[entry] = ((classes[entry] as number) << 8) | ((weights[entry] as number) & 255)
  return { places, entries }
}
