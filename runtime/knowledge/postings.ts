import type { Table } from './table.ts'

/** Feature f is in the questions `postingStarts[f]` to `postingStarts[f + 1]`. */
export interface Postings {
  postingStarts: Uint32Array
  postingQuestions: Uint32Array
  postingWeights: Float32Array
}

/** Numbers the features anew, in the table and in place, the most common first. @returns frequencies by new number */
export function numberByFrequency(table: Table, features: Uint32Array, frequencies: Uint32Array): Uint32Array {
  const most = frequencies.reduce((most, each) => Math.max(most, each), 0)
  // where those of one frequency begin: sorting by counting, since there are hundreds of thousands
  const next = new Uint32Array(most + 2)
  for (const frequency of frequencies) next[most - frequency + 1] = (next[most - frequency + 1] as number) + 1
  for (let at = 1; at < next.length; at++) next[at] = (next[at] as number) + (next[at - 1] as number)
  const numbers = new Uint32Array(frequencies.length)
  const numbered = new Uint32Array(frequencies.length)
  frequencies.forEach((frequency, feature) => {
    const number = next[most - frequency] as number
    next[most - frequency] = number + 1
    numbers[feature] = number
    numbered[number] = frequency
  })
  for (let at = 0; at < features.length; at++) features[at] = numbers[features[at] as number] as number
  for (let at = 0; at < table.keys.length; at++)
    if (table.keys[at] !== 0) table.numbers[at] = numbers[table.numbers[at] as number] as number
  return numbered
}

/** The entries of all questions, feature by feature. */
export function postingsOf(questionStarts: Uint32Array, features: Uint32Array, weights: Float32Array, frequencies: Uint32Array): Postings {
  const postingStarts = new Uint32Array(frequencies.length + 1)
  for (let feature = 0; feature < frequencies.length; feature++)
    postingStarts[feature + 1] = (postingStarts[feature] as number) + (frequencies[feature] as number)
  const next = postingStarts.slice()
  const postingQuestions = new Uint32Array(features.length)
  const postingWeights = new Float32Array(features.length)
  for (let question = 0; question + 1 < questionStarts.length; question++) {
    for (let at = questionStarts[question] as number; at < (questionStarts[question + 1] as number); at++) {
      const feature = features[at] as number
      const place = next[feature] as number
      next[feature] = place + 1
      postingQuestions[place] = question
      postingWeights[place] = weights[at] as number
    }
  }
  return { postingStarts, postingQuestions, postingWeights }
}

/** Puts the entries of each question in the order of the features, in place. */
export function sortByFeature(
  questionStarts: Uint32Array,
  features: Uint32Array,
  weights: Float32Array,
  { postingStarts, postingQuestions, postingWeights }: Postings,
): void {
  const next = questionStarts.slice()
  for (let feature = 0; feature + 1 < postingStarts.length; feature++) {
    for (let at = postingStarts[feature] as number; at < (postingStarts[feature + 1] as number); at++) {
      const question = postingQuestions[at] as number
      const place = next[question] as number
      next[question] = place + 1
      features[place] = feature
      weights[place] = postingWeights[at] as number
    }
  }
}
