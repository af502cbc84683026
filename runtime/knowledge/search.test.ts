import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalise } from '../language/normalise.ts'
import { createQueries, type Query } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch } from './search.ts'
import { buildSegment, type Segment } from './segment.ts'
import { createTally } from './tally.ts'

const words = '退货 退款 运费 发票 尺码 保温杯 多久 怎么 什么时候 可以 我想问一下 订单 颜色 到账 快递 请问 的 了 吗'.split(' ')
const question = fc.array(fc.constantFrom(...words), { minLength: 2, maxLength: 7 }).map((each) => normalise(each.join('')))
const library = (most: number) => fc.array(fc.array(question, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: most })

function indexed(questions: readonly (readonly string[])[]) {
  const { read } = createReader()
  const segment = buildSegment(questions, read)
  const makeQuery = createQueries()
  return { segment, search: createSearch(segment), ask: (text: string) => makeQuery(read(text), segment) }
}

/** The closeness of an article by the definition: of all its questions, by all their features. */
function closenessOf(segment: Segment, query: Query, article: number): number {
  const asked = new Map(Array.from(query.numbers.subarray(0, query.count), (number, at) => [number, query.weights[at] as number]))
  const scores: number[] = []
  for (let at = segment.articleStarts[article] as number; at < (segment.articleStarts[article + 1] as number); at++) {
    let score = 0
    for (let entry = segment.questionStarts[at] as number; entry < (segment.questionStarts[at + 1] as number); entry++)
      score += (asked.get(segment.questionFeatures[entry] as number) ?? 0) * (segment.questionWeights[entry] as number)
    scores.push(score)
  }
  const [top = 0, next = scores.length === 1 ? top : 0] = scores.toSorted((a, b) => b - a)
  const sum = scores.reduce((all, each) => all + each, 0)
  return 0.5 * (0.7 * top + 0.3 * next) + 0.5 * Math.min(1, sum / (segment.sumLengths[article] as number))
}

describe('a search', () => {
  it('finds each article as close as its definition says, in whatever order questions are asked', () => {
    fc.assert(
      fc.property(library(30), fc.array(question, { minLength: 1, maxLength: 4 }), (questions, asked) => {
        const { segment, search, ask } = indexed(questions)
        for (const text of asked) {
          const query = ask(text)
          const found = new Map(search.find(query).map(({ article, closeness }) => [article, closeness]))
          questions.forEach((_, article) => {
            expect(found.get(article) ?? 0).toBeCloseTo(closenessOf(segment, query, article), 5)
          })
        }
      }),
      { numRuns: 60 },
    )
  })

  it('finds in a large library, of which it reads a part, the article that is closest of all', () => {
    // few words are frequent, most are rare, as in every language
    const chance = (seed: number) => (Math.imul(seed + 1, 0x9e3779b1) >>> 0) / 2 ** 32
    const word = (seed: number) => String.fromCharCode(0x4e00 + 3 * Math.floor(1_200 * chance(seed) ** 2), 0x5e00 + (seed % 5))
    const said = (seed: number, length: number) => Array.from({ length }, (_, at) => word(seed * 7 + at)).join('')
    const questions = Array.from({ length: 4_000 }, (_, article) => [
      said(article, 5),
      ...(article % 3 === 0 ? [said(article + 90_000, 4)] : []),
    ])
    const { segment, search, ask } = indexed(questions)
    for (let each = 0; each < 40; each++) {
      const query = ask(said(each * 97, 4) + word(each))
      const all = questions.map((_, article) => closenessOf(segment, query, article))
      const found = search.find(query)
      expect(found.length).toBeGreaterThanOrEqual(48)
      expect(Math.max(...found.map(({ closeness }) => closeness))).toBeCloseTo(Math.max(...all), 5)
      for (const { article, closeness } of found) expect(closeness).toBeCloseTo(all[article] as number, 5)
    }
  })

  it('tells the heaviest part of a question that an article has nowhere', () => {
    const { search, ask } = indexed([['运费多少'], ['怎么退货', '退货运费多少']])
    expect(search.missing(ask('运费多少'), 0)).toBe(0)
    expect(search.missing(ask('退货运费多少'), 1)).toBe(0)
    expect(search.missing(ask('退货运费多少'), 0)).toBeGreaterThan(0.1)
    expect(search.missing(ask('保温杯'), 0)).toBeGreaterThan(0.3)
  })
})

describe('a segment', () => {
  it('numbers features by how many questions have them, and holds the same entries by feature and by question', () => {
    fc.assert(
      fc.property(library(30), (questions) => {
        const { segment } = indexed(questions)
        const { postingStarts, postingQuestions, postingWeights, questionStarts, questionFeatures, questionWeights, table } = segment
        const frequency = (feature: number) => (postingStarts[feature + 1] as number) - (postingStarts[feature] as number)
        for (let feature = 1; feature < table.size; feature++) expect(frequency(feature)).toBeLessThanOrEqual(frequency(feature - 1))
        const byFeature: string[] = []
        for (let feature = 0; feature < table.size; feature++)
          for (let at = postingStarts[feature] as number; at < (postingStarts[feature + 1] as number); at++)
            byFeature.push(`${postingQuestions[at]} ${feature} ${postingWeights[at]}`)
        const byQuestion: string[] = []
        for (let at = 0; at + 1 < questionStarts.length; at++) {
          const [from, to] = [questionStarts[at] as number, questionStarts[at + 1] as number]
          for (let entry = from; entry < to; entry++) byQuestion.push(`${at} ${questionFeatures[entry]} ${questionWeights[entry]}`)
          expect([...questionFeatures.subarray(from, to)]).toEqual([...questionFeatures.subarray(from, to)].sort((a, b) => a - b))
        }
        expect(byFeature.sort()).toEqual(byQuestion.sort())
      }),
      { numRuns: 40 },
    )
  })
})

describe('a tally', () => {
  const size = 600
  const postings = fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: size })

  it('lists every question once, the foremost no worse than what it leaves out, and is empty when cleared', () => {
    fc.assert(
      fc.property(fc.array(postings, { minLength: 1, maxLength: 5 }), fc.boolean(), (lists, isLimited) => {
        const questions = Uint32Array.from(lists.flat())
        const weights = Float32Array.from(questions, (each, at) => (((each * 31 + at * 17) % 97) + 1) / 500)
        const tally = createTally(questions, weights, size)
        const allowed = isLimited ? (each: number) => each % 3 > 0 : undefined
        for (let round = 0; round < 2; round++) {
          let from = 0
          for (const list of lists) tally.add(from, (from += list.length), 1)
          const all = [...tally.listed.subarray(0, tally.listAll(allowed))]
          expect(all.toSorted((a, b) => a - b)).toEqual([...new Set(lists.flat())].filter(allowed ?? (() => true)).sort((a, b) => a - b))
          const foremost = new Set(tally.listed.subarray(0, tally.listForemost(allowed)))
          const least = Math.min(...[...foremost].map((each) => tally.sums[each] as number))
          expect(foremost.size).toBeGreaterThanOrEqual(Math.min(all.length, 160))
          for (const each of all) if (!foremost.has(each)) expect(tally.sums[each]).toBeLessThanOrEqual(least)
          tally.clear()
          expect(tally.sums.every((each) => each === 0)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})
