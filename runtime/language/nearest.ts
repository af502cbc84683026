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

interface Posting {
  example: number
  weight: number
}

/** An in-memory index of labelled short texts, searched by cosine over rare features. */
export interface Nearest {
  /** Labels by closeness, best first; at most `limit`. Texts must be normalised as the examples were. */
  search(text: string, limit: number): Match[]
}

/**
 * Builds the index. A label's score joins its best and second-best example (cosine, square root of the inverse document
 * frequency), so that one lucky wording does not beat a label that fits in several.
 */
export function nearest(examples: readonly Example[]): Nearest {
  const vectors = examples.map((example) => features(example.text))
  const frequency = new Map<string, number>()
  for (const vector of vectors) for (const feature of vector.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1)
  const rarity = (feature: string) => Math.sqrt(Math.log(1 + (examples.length + 1) / ((frequency.get(feature) ?? 0) + 0.5)))
  const postings = new Map<string, Posting[]>()
  vectors.forEach((vector, example) => {
    for (const [feature, weight] of weighted(vector, rarity)) {
      const list = postings.get(feature)
      if (list) list.push({ example, weight })
      else postings.set(feature, [{ example, weight }])
    }
  })
  return {
    search(text, limit) {
      const scores = new Map<number, number>()
      for (const [feature, weight] of weighted(features(text), rarity))
        for (const posting of postings.get(feature) ?? []) scores.set(posting.example, (scores.get(posting.example) ?? 0) + weight * posting.weight)
      const labels = new Map<string, { best: number; second: number }>()
      for (const [example, score] of scores) {
        const label = (examples[example] as Example).label
        const known = labels.get(label)
        if (!known) labels.set(label, { best: score, second: 0 })
        else if (score > known.best) labels.set(label, { best: score, second: known.best })
        else if (score > known.second) known.second = score
      }
      return [...labels]
        .map(([label, { best, second }]): Match => ({ label, score: best > 0.999 ? 1 : 0.8 * best + 0.2 * Math.max(second, best * 0.7) }))
        .sort((a, b) => b.score - a.score)
        .slice(0, limit)
    },
  }
}

function weighted(vector: Vector, rarity: (feature: string) => number): Vector {
  let sum = 0
  const found: Vector = new Map()
  for (const [feature, weight] of vector) {
    const value = weight * rarity(feature)
    found.set(feature, value)
    sum += value * value
  }
  const length = Math.sqrt(sum) || 1
  for (const [feature, value] of found) found.set(feature, value / length)
  return found
}
