import type { Query } from './query.ts'
import type { Segment } from './segment.ts'
import { numberOf } from './table.ts'

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
const mostQuestions = 160
const buckets = 64

export interface Search {
  /** Articles by closeness, unordered; `allowed` leaves out those that must not answer now. */
  find(query: Query, allowed?: (article: number) => boolean): Found[]
  /** The largest weight, 0–1, of a feature of the question that the article has nowhere. */
  missing(query: Query, article: number): number
}

/** Searches one segment; its arrays are reused and left at zero, so that a search makes little garbage. */
export function createSearch(segment: Segment): Search {
  const { questionStarts, questionFeatures, questionWeights, postingStarts, postingQuestions, postingWeights } = segment
  const { articleStarts, articleOfQuestion, sumLengths } = segment
  const scores = new Float32Array(articleOfQuestion.length)
  const touched = new Uint32Array(articleOfQuestion.length)
  const best = new Float32Array(sumLengths.length)
  const second = new Float32Array(sumLengths.length)
  const sum = new Float32Array(sumLengths.length)
  const bestQuestion = new Uint32Array(sumLengths.length)
  const seen = new Uint32Array(sumLengths.length)
  const weightOf = new Float32Array(segment.rarity.length)
  const features = new Int32Array(8_192)
  const weights = new Float32Array(8_192)
  const histogram = new Uint32Array(buckets)

  return { find, missing }

  function find(query: Query, allowed?: (article: number) => boolean): Found[] {
    const count = numberFeatures(query)
    let touchedCount = 0
    let read = 0
    let index = 0
    for (; index < count; index++) {
      const feature = features[index] as number
      if (index > 0 && read + frequency(feature) > mostRead) break
      const weight = weights[index] as number
      const to = postingStarts[feature + 1] as number
      for (let at = postingStarts[feature] as number; at < to; at++) {
        const question = postingQuestions[at] as number
        const before = scores[question] as number
        if (before === 0) touched[touchedCount++] = question
        scores[question] = before + weight * (postingWeights[at] as number)
      }
      read += to - (postingStarts[feature] as number)
    }
    const isWhole = index === count
    const seenCount = isWhole ? gather(touchedCount) : foremost(touchedCount, allowed)
    const found = isWhole ? takeAhead(seenCount, allowed) : rescore(seenCount, count)
    for (let at = 0; at < seenCount; at++) {
      const article = seen[at] as number
      best[article] = 0
      second[article] = 0
      sum[article] = 0
    }
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
      const feature = numberOf(segment.table, query.hashes[at] as number)
      if (feature === -1 || weightOf[feature] === 0) most = weight
    }
    for (let at = from; at < to; at++) weightOf[questionFeatures[at] as number] = 0
    return most
  }

  /** The query's features that the segment has, rarest first. */
  function numberFeatures(query: Query): number {
    let count = 0
    for (let at = 0; at < query.count; at++) {
      const feature = numberOf(segment.table, query.hashes[at] as number)
      if (feature === -1) continue
      const weight = query.weights[at] as number
      const size = frequency(feature)
      let place = count++
      while (place > 0 && frequency(features[place - 1] as number) > size) {
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

  /** Joins the questions' scores by article. */
  function gather(touchedCount: number): number {
    let seenCount = 0
    for (let at = 0; at < touchedCount; at++) {
      const question = touched[at] as number
      const score = scores[question] as number
      scores[question] = 0
      const article = articleOfQuestion[question] as number
      if (best[article] === 0) seen[seenCount++] = article
      take(article, question, score)
    }
    return seenCount
  }

  /** The same for the questions with the highest scores alone: the articles are read again anyway. */
  function foremost(touchedCount: number, allowed?: (article: number) => boolean): number {
    histogram.fill(0)
    for (let at = 0; at < touchedCount; at++) {
      const question = touched[at] as number
      if (allowed && !allowed(articleOfQuestion[question] as number)) scores[question] = 0
      const bucket = Math.min(buckets - 1, ((scores[question] as number) * buckets) | 0)
      histogram[bucket] = (histogram[bucket] as number) + 1
    }
    let low = buckets
    for (let kept = 0; low > 0 && kept < mostQuestions; ) kept += histogram[--low] as number
    const least = low / buckets
    let seenCount = 0
    for (let at = 0; at < touchedCount; at++) {
      const question = touched[at] as number
      const score = scores[question] as number
      scores[question] = 0
      if (score < least || score === 0) continue
      const article = articleOfQuestion[question] as number
      if (best[article] === 0) seen[seenCount++] = article
      take(article, question, score)
    }
    return seenCount
  }

  function take(article: number, question: number, score: number): void {
    sum[article] = (sum[article] as number) + score
    if (score > (best[article] as number)) {
      second[article] = best[article] as number
      best[article] = score
      bestQuestion[article] = question
    } else if (score > (second[article] as number)) second[article] = score
  }

  function found(article: number): Found {
    const top = best[article] as number
    const next = articleStarts[article + 1] === (articleStarts[article] as number) + 1 ? top : (second[article] as number)
    const together = Math.min(1, (sum[article] as number) / (sumLengths[article] as number))
    return {
      article,
      closeness: 0.5 * (0.7 * top + 0.3 * next) + 0.5 * together,
      question: bestQuestion[article] as number,
      same: top > same,
    }
  }

  function takeAhead(seenCount: number, allowed?: (article: number) => boolean): Found[] {
    return ahead(seenCount, allowed).map(found)
  }

  /** Common features were not read: the articles that are ahead are read again, by all their features. */
  function rescore(seenCount: number, count: number): Found[] {
    for (let at = 0; at < count; at++) weightOf[features[at] as number] = weights[at] as number
    const kept = ahead(seenCount).sort((a, b) => (best[b] as number) - (best[a] as number))
    const all: Found[] = []
    let read = 0
    for (const article of kept) {
      if (read > mostRescored) break
      best[article] = 0
      second[article] = 0
      sum[article] = 0
      for (let question = articleStarts[article] as number; question < (articleStarts[article + 1] as number); question++) {
        let score = 0
        const to = questionStarts[question + 1] as number
        for (let at = questionStarts[question] as number; at < to; at++)
          score += (weightOf[questionFeatures[at] as number] as number) * (questionWeights[at] as number)
        take(article, question, score)
        read++
      }
      all.push(found(article))
    }
    for (let at = 0; at < count; at++) weightOf[features[at] as number] = 0
    return all
  }

  /** The articles with the highest scores so far: by a histogram, since sorting all would cost more than the search. */
  function ahead(seenCount: number, allowed?: (article: number) => boolean): number[] {
    histogram.fill(0)
    for (let at = 0; at < seenCount; at++) {
      const bucket = bucketOf(seen[at] as number)
      histogram[bucket] = (histogram[bucket] as number) + 1
    }
    const chosen: number[] = []
    // bucket by bucket from the top, so that articles which must not answer make room for others
    for (let high = buckets; high > 0 && chosen.length < mostKept; ) {
      let low = high
      for (let kept = chosen.length; low > 0 && kept < mostKept; ) kept += histogram[--low] as number
      for (let at = 0; at < seenCount; at++) {
        const article = seen[at] as number
        const bucket = bucketOf(article)
        if (bucket >= low && bucket < high && (!allowed || allowed(article))) chosen.push(article)
      }
      high = low
    }
    if (chosen.length > mostKept) chosen.sort((a, b) => (best[b] as number) - (best[a] as number)).length = mostKept
    return chosen
  }

  function bucketOf(article: number): number {
    return Math.min(buckets - 1, ((best[article] as number) * buckets) | 0)
  }
}
