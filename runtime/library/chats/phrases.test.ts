import { expect, it } from 'vitest'
import { joinPieces } from './phrases.ts'

const often = (words: string[], times = 6) => Array.from({ length: times }, () => words)

it('puts a word together that the dictionary cut, and leaves what merely stands side by side', () => {
  const texts = [
    ...often(['抱', '枕', '可以', '洗', '吗']),
    ...often(['抱', '孩子']),
    ...often(['手', '洗', '吗']),
    ...often(['机', '洗'], 2),
  ]
  const joined = joinPieces(texts)
  expect(joined[0]).toEqual(['抱枕', '可以', '洗', '吗'])
  expect(joined[6]).toEqual(['抱', '孩子'])
  expect(joined.at(-1)).toEqual(['机', '洗'])
  expect(joined.flat().join('')).toBe(texts.flat().join(''))
})

it('needs to have met it several times', () => {
  expect(joinPieces(often(['抱', '枕'], 4))[0]).toEqual(['抱', '枕'])
})
