import { describe, expect, it } from 'vitest'
import { zoneClock } from './zone.ts'

describe('zoneClock', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-21T00:00:00Z', 480],
    ['Europe/Berlin', '2026-01-10T00:00:00Z', 60],
    ['Europe/Berlin', '2026-07-10T00:00:00Z', 120],
    ['America/Los_Angeles', '2026-01-10T00:00:00Z', -480],
    ['Asia/Kolkata', '2026-01-10T00:00:00Z', 330],
    ['UTC', '2026-01-10T00:00:00Z', 0],
  ])('knows how far %s is ahead at %s [R8]', (zone, at, minutes) => {
    expect(zoneClock(zone)(Date.parse(at))).toBe(minutes)
  })

  it('notices summer time when it begins', () => {
    const clock = zoneClock('Europe/Berlin')
    const begins = Date.parse('2026-03-29T01:00:00Z')
    expect([clock(begins - 1), clock(begins)]).toEqual([60, 120])
  })

  it('refuses a zone that does not exist', () => {
    expect(() => zoneClock('Mars/Olympus')).toThrow(RangeError)
  })
})
