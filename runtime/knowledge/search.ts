import { mostFeatures, type Query } from './query.ts'
import type { Segment } from './segment.ts'
import { numberOf } from './table.ts'
import { createTally } from './tally.ts'

/** An article that may answer: closeness 0–1 of its best question, its second best and their sum, joined; and the best question's number. */
export interface Found {
  article: number
  closeness: number
  question: number
  /** The question is one of the article's, word for word. */
  same: boolean
}

/** Closeness of two questions that differ by nothing but rounding. */
const same = 0.999

/** Postings read before a search has seen enough; the rarest feature is always read to its end. */
const mostRead = 5_000
/** Articles looked at exactly when not all postings were read, and the questions read for it. */
const mostKept = 48
const mostRescored = 1_500
const buckets = 512

export interface Search {
  /** Articles by closeness, unordered; `allowed` leaves out those that must not answer now. */
  find(query: Query, allowed?: (article: number) => boolean): Found[]
  /** The largest weight, 0–1, of a feature of the question that the article has nowhere. */
  missing(query: Query, article: number): number
}

/** Searches one segment; its arrays are reused and left at zero, so that a search makes little garbage. */
export function createSearch(segment: Segment): Search {
  const { questionStarts, questionFeatures, questionWeights, postingStarts, articleStarts, articleOfQuestion, sumLengths } = segment
  const tally = createTally(segment.postingQuestions, segment.postingWeights, articleOfQuestion.length)
  const { sums } = tally
  const best = new Float32Array(sumLengths.length)
  const seen = new Uint32Array(sumLengths.length)
  const features = new Int32Array(mostFeatures)
  const weights = new Float32Array(mostFeatures)
  const weightOf = new Float32Array(segment.rarity.length)
  const histogram = new Uint32Array(buckets)

  return { find, missing }

  function find(query: Query, allowed?: (article: number) => boolean): Found[] {
    const count = numberFeatures(query)
    let read = 0
    let index = 0
    for (; index < count; index++) {
      const feature = features[index] as number
      if (index > 0 && read + frequency(feature) > mostRead) break
      tally.add(postingStarts[feature] as number, postingStarts[feature + 1] as number, weights[index] as number)
      read += frequency(feature)
    }
    const isWhole = index === count
    const may = allowed && ((question: number) => allowed(articleOfQuestion[question] as number))
    let seenCount = isWhole && sumLengths.length <= mostKept ? 0 : see(tally.listForemost(may), 0)
    // where all was read, no article need be missed because another has many questions
    if (isWhole && seenCount < mostKept) seenCount = see(tally.listAll(may), seenCount)
    const kept = ahead(seenCount)
    const found = isWhole ? kept.map((article) => foundAt(article, 0)) : rescore(kept, index, count)
    for (let at = 0; at < seenCount; at++) best[seen[at] as number] = 0
    tally.clear()
    return found
  }

  function missing(query: Query, article: number): number {
    const from = questionStarts[articleStarts[article] as number] as number
    const to = questionStarts[articleStarts[article + 1] as number] as number
    for (let at = from; at < to; at++) weightOf[questionFeatures[at] as number] = 1
    let most = 0
    for (let at = 0; at < query.count; at++) {
      const weight = query.weights[at] as number
      if (weight <= most) continue
      const feature = numberIn(query, at)
      if (feature === -1 || weightOf[feature] === 0) most = weight
    }
    for (let at = from; at < to; at++) weightOf[questionFeatures[at] as number] = 0
    return most
  }

  /** The query's features that the segment has, rarest first. */
  function numberFeatures(query: Query): number {
    let count = 0
    for (let at = 0; at < query.count; at++) {
      const feature = numberIn(query, at)
      if (feature === -1) continue
      const weight = query.weights[at] as number
      let place = count++
      while (place > 0 && (features[place - 1] as number) < feature) {
        features[place] = features[place - 1] as number
        weights[place] = weights[place - 1] as number
        place--
      }
      features[place] = feature
      weights[place] = weight
    }
    return count
  }

  function frequency(feature: number): number {
    return (postingStarts[feature + 1] as number) - (postingStarts[feature] as number)
  }

  /** A query that was weighed by this very segment knows its numbers. */
  function numberIn({ table, numbers, hashes }: Query, at: number): number {
    return table === segment.table ? (numbers[at] as number) : numberOf(segment.table, hashes[at] as number)
  }

  /** Adds the articles of the listed questions to those seen, each with the score of its best question so far. */
  function see(count: number, from: number): number {
    let seenCount = from
    for (let at = 0; at < count; at++) {
      const question = tally.listed[at] as number
      const article = articleOfQuestion[question] as number
      const score = sums[question] as number
      const before = best[article] as number
      if (before === 0) seen[seenCount++] = article
      if (score > before) best[article] = score
    }
    return seenCount
  }

  /** The most common features, from `index` on, were not read: what they add is read from the beginnings of the questions. */
  function rescore(kept: number[], index: number, count: number): Found[] {
    for (let at = index; at < count; at++) weightOf[features[at] as number] = weights[at] as number
    const common = (features[index] as number) + 1
    const all: Found[] = []
    let read = 0
    for (const article of kept.sort(byScore)) {
      if (read > mostRescored) break
      all.push(foundAt(article, common))
      read += (articleStarts[article + 1] as number) - (articleStarts[article] as number)
    }
    for (let at = index; at < count; at++) weightOf[features[at] as number] = 0
    return all
  }

  /** @param common features below this number were not read */
  function foundAt(article: number, common: number): Found {
    const from = articleStarts[article] as number
    const to = articleStarts[article + 1] as number
    let top = 0
    let next = 0
    let sum = 0
    let closest = from
    for (let question = from; question < to; question++) {
      const score = (sums[question] as number) + commonScore(question, common)
      sum += score
      if (score > top) {
        next = top
        top = score
        closest = question
      } else if (score > next) next = score
    }
    const together = Math.min(1, sum / (sumLengths[article] as number))
    const best = 0.7 * top + 0.3 * (to === from + 1 ? top : next)
    return { article, closeness: 0.5 * best + 0.5 * together, question: closest, same: top > same }
  }

  function commonScore(question: number, common: number): number {
    let score = 0
    const to = questionStarts[question + 1] as number
    for (let at = questionStarts[question] as number; at < to; at++) {
      const feature = questionFeatures[at] as number
      if (feature >= common) break
      score += (weightOf[feature] as number) * (questionWeights[at] as number)
    }
    return score
  }

  /** The articles with the highest scores so far: by a histogram, since sorting all would cost more than the search. */
  function ahead(seenCount: number): number[] {
    histogram.fill(0)
    for (let at = 0; at < seenCount; at++) {
      const bucket = bucketOf(seen[at] as number)
      histogram[bucket] = (histogram[bucket] as number) + 1
    }
    let low = buckets
    for (let kept = 0; low > 0 && kept < mostKept; ) kept += histogram[--low] as number
    const chosen: number[] = []
    const last: number[] = []
    for (let at = 0; at < seenCount; at++) {
      const article = seen[at] as number
      const bucket = bucketOf(article)
      if (bucket > low) chosen.push(article)
      else if (bucket === low) last.push(article)
    }
    if (chosen.length + last.length > mostKept) last.sort(byScore)
    for (const article of last) if (chosen.length < mostKept) chosen.push(article)
    return chosen
  }

  function byScore(one: number, other: number): number {
    return (best[other] as number) - (best[one] as number)
  }

  function bucketOf(article: number): number {
    return Math.min(buckets - 1, ((best[article] as number) * buckets) | 0)
  }
}
