import { type Learned, shares, type Task } from './learn.ts'
import { createWeigher } from './rows.ts'

/** Utterances an intent from which most of what shoppers ask has something alike; with fewer, trials are as far apart as life is. */
const enough = 40

/**
 * How alike a row that was held out is to the most similar utterance of its intent among `kept`: the cosine of their
 * features, 0–1. Always 0 where intents have few utterances.
 */
export function createLikeness(task: Task, kept: readonly number[], { rarity, vectors }: Learned): (row: number) => number {
  const { examples, counts, classes, features } = task
  if (examples.utterances < enough * classes) return () => 0
  const weigh = createWeigher(shares)
  const held = new Float32Array(features)
  const placesOf = new Map<number, number[]>()
  kept.forEach((row, place) => {
    if (row >= examples.utterances) return
    const label = examples.labels[row] as number
    const places = placesOf.get(label)
    if (places) places.push(place)
    else placesOf.set(label, [place])
  })

  return (row) => {
    const { indices, values, count } = weigh(counts, counts.starts[row] as number, counts.starts[row + 1] as number, rarity, 0)
    const own = indices.subarray(0, count)
    own.forEach((feature, at) => {
      held[feature] = values[at] as number
    })
    let most = 0
    for (const place of placesOf.get(examples.labels[row] as number) ?? []) {
      const end = vectors.starts[place + 1] as number
      let cosine = 0
      for (let at = vectors.starts[place] as number; at < end; at++)
        cosine += (vectors.values[at] as number) * (held[vectors.indices[at] as number] as number)
      if (cosine > most) most = cosine
    }
    for (const feature of own) held[feature] = 0
    return most
  }
}
