import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordVectors } from './vectors.ts'

const cosine = ({ rows, dimensions }: ReturnType<typeof wordVectors>, one: number, other: number) => {
  let sum = 0
  for (let at = 0; at < dimensions; at++) sum += (rows[one * dimensions + at] as number) * (rows[other * dimensions + at] as number)
  return sum
}

it('words that stand among the same words are near, others are not', () => {
  // words 0 and 1 stand among 2, 3 and 4; word 5 among 6, 7 and 8
  const among = (word: number, others: number[]) => others.flatMap((one) => others.map((other) => Uint32Array.of(one, word, other)))
  const texts = [...among(0, [2, 3, 4]), ...among(1, [2, 3, 4]), ...among(5, [6, 7, 8])]
  const vectors = wordVectors(texts, 9, { dimensions: 4 })
  expect(cosine(vectors, 0, 1)).toBeGreaterThan(0.99)
  expect(Math.abs(cosine(vectors, 0, 5))).toBeLessThan(0.01)
})

const texts = fc.array(
  fc.array(fc.nat(19), { maxLength: 8 }).map((text) => Uint32Array.from(text)),
  { maxLength: 60 },
)

it('are the same for a seed, of length 1, and zero for a word without company', () => {
  fc.assert(
    fc.property(texts, fc.nat(1_000), (texts, seed) => {
      const vectors = wordVectors(texts, 21, { dimensions: 8, seed })
      expect(wordVectors(texts, 21, { dimensions: 8, seed })).toEqual(vectors)
      for (let word = 0; word < 21; word++) {
        const length = cosine(vectors, word, word)
        expect(Math.min(Math.abs(length), Math.abs(length - 1))).toBeLessThan(1e-4)
      }
      expect(cosine(vectors, 20, 20)).toBe(0)
    }),
    { numRuns: 50 },
  )
})

it('hardly depend on the seed: they follow the directions in which words differ most', () => {
  const sides = [0, 1, 2, 3].map((word) => [word * 5, word * 5 + 1, word * 5 + 2, word * 5 + 3, word * 5 + 4])
  const texts = sides.flatMap((side) => side.flatMap((one) => side.map((other) => Uint32Array.of(one, other, (one + other) % 20))))
  const [one, other] = [1, 2].map((seed) => wordVectors(texts, 20, { dimensions: 6, seed })) as [
    ReturnType<typeof wordVectors>,
    ReturnType<typeof wordVectors>,
  ]
  for (let a = 0; a < 20; a++) for (let b = 0; b < a; b++) expect(cosine(one, a, b)).toBeCloseTo(cosine(other, a, b), 1)
})
