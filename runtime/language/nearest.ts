import { features, type Vector } from './features.ts'

/** A text that belongs to a label: an utterance to its intent, a question to its article. */
export interface Example {
  label: string
  text: string
}

export interface Match {
  label: string
  /** 0–1: 1 = the same words. */
  score: number
}

/** An in-memory index of labelled short texts, searched by cosine over rare features. */
export interface Nearest {
  /** Labels by closeness, best first; at most `limit`. Texts must be normalised as the examples were. */
  search(text: string, limit: number): Match[]
}

/** Where a feature occurs: example numbers and the weight it has there. */
interface Postings {
  examples: number[]
  weights: number[]
}

/**
 * Builds the index. A label's score joins its best and second-best example (cosine, square root of the inverse document
 * frequency), so that one lucky wording does not beat a label that fits in several.
 */
export function nearest(examples: readonly Example[]): Nearest {
  const vectors = examples.map((example) => features(example.text))
  const rarity = rarities(vectors)
  const postings = new Map<string, Postings>()
  for (const [example, vector] of vectors.entries()) {
    for (const [feature, weight] of scaled(vector, rarity)) {
      let list = postings.get(feature)
      if (!list) postings.set(feature, (list = { examples: [], weights: [] }))
      list.examples.push(example)
      list.weights.push(weight)
    }
  }
  const labels = [...new Set(examples.map((example) => example.label))]
  const numbers = new Map(labels.map((label, index) => [label, index]))
  const labelOf = Int32Array.from(examples, (example) => numbers.get(example.label) ?? 0)
  // one search at a time: the arrays are reused and left at zero, so that a search makes no garbage
  const scores = new Float32Array(examples.length)
  const best = new Float32Array(labels.length)
  const second = new Float32Array(labels.length)

  return {
    search(text, limit) {
      const touched = addUp(scaled(features(text), rarity), postings, scores)
      const seen: number[] = []
      for (const example of touched) {
        const score = scores[example] as number
        scores[example] = 0
        const label = labelOf[example] as number
        if (best[label] === 0) seen.push(label)
        if (score > (best[label] as number)) {
          second[label] = best[label] as number
          best[label] = score
        } else if (score > (second[label] as number)) second[label] = score
      }
      const found = seen.map((label): Match => ({ label: labels[label] as string, score: joined(best[label] as number, second[label] as number) }))
      for (const label of seen) {
        best[label] = 0
        second[label] = 0
      }
      return found.sort((a, b) => b.score - a.score).slice(0, limit)
    },
  }
}

function joined(best: number, second: number): number {
  return best > 0.999 ? 1 : 0.8 * best + 0.2 * Math.max(second, best * 0.7)
}

/** Adds the query's cosine to every example that shares a feature; returns those examples. */
function addUp(query: Vector, postings: ReadonlyMap<string, Postings>, scores: Float32Array): number[] {
  const touched: number[] = []
  for (const [feature, weight] of query) {
    const list = postings.get(feature)
    if (!list) continue
    for (let index = 0; index < list.examples.length; index++) {
      const example = list.examples[index] as number
      const before = scores[example] as number
      if (before === 0) touched.push(example)
      scores[example] = before + weight * (list.weights[index] as number)
    }
  }
  return touched
}

/** How much a feature tells: the square root of its inverse document frequency; unseen ones tell the most. */
function rarities(vectors: readonly Vector[]): (feature: string) => number {
  const counts = new Map<string, number>()
  for (const vector of vectors) for (const feature of vector.keys()) counts.set(feature, (counts.get(feature) ?? 0) + 1)
  const weigh = (count: number) => Math.sqrt(Math.log(1 + (vectors.length + 1) / (count + 0.5)))
  const known = new Map([...counts].map(([feature, count]) => [feature, weigh(count)]))
  const unseen = weigh(0)
  return (feature) => known.get(feature) ?? unseen
}

/** Weights times rarity, scaled to length 1. */
function scaled(vector: Vector, rarity: (feature: string) => number): Vector {
  let sum = 0
  for (const [feature, weight] of vector) {
    const value = weight * rarity(feature)
    vector.set(feature, value)
    sum += value * value
  }
  const length = Math.sqrt(sum) || 1
  for (const [feature, value] of vector) vector.set(feature, value / length)
  return vector
}
