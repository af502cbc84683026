import { describe, expect, it } from 'vitest'
import { minorUnits } from './fault.ts'

describe('a price as it is typed', () => {
  it.each([
    ['128', 12_800],
    ['128.5', 12_850],
    ['¥ 128.50', 12_850],
    ['0', 0],
  ])('reads %s', (text, amount) => {
    expect(minorUnits(text)).toBe(amount)
  })

  it.each(['', '12,8', '一百', '1.234', '-5'])('does not guess at "%s"', (text) => {
    expect(minorUnits(text)).toBeNull()
  })
})
