import { describe, expect, it } from 'vitest'
import { systemIds } from './ids.ts'

describe('ids', () => {
  it('of rows are version 7, begin with the time, and are never given twice', () => {
    const ids = Array.from({ length: 20_000 }, () => systemIds.row())
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids.slice(0, 50)) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
    const [first = '', last = ''] = [ids[0], ids.at(-1)]
    expect(first.slice(0, 13) <= last.slice(0, 13)).toBe(true)
  })

  it('that nobody may guess hold 128 random bits behind the time', () => {
    const [one, other] = [systemIds.secret(), systemIds.secret()]
    expect(one).not.toBe(other)
    expect(one.length).toBeGreaterThanOrEqual(30)
  })
})
