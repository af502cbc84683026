import { describe, expect, it } from 'vitest'
import { dayIn, endOf, startOf } from './days.ts'

describe('the days an article counts', () => {
  it('are whole days where the operator sits', () => {
    expect(new Date(startOf('2026-11-21')).getHours()).toBe(0)
    expect(new Date(endOf('2026-11-21')).getHours()).toBe(23)
    expect(dayIn(startOf('2026-11-21'))).toBe('2026-11-21')
    expect(dayIn(endOf('2026-11-21'))).toBe('2026-11-21')
  })

  it('can be left open', () => {
    expect(dayIn(undefined)).toBe('')
  })
})
