import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTable } from './table.ts'

describe('a table of hashes', () => {
  it('numbers hashes in the order of their first coming, 0 among them, however many there are', () => {
    const hash = fc.oneof(fc.nat(40), fc.integer({ min: 0, max: 0xffff_ffff }))
    fc.assert(
      fc.property(fc.array(hash, { maxLength: 300 }), fc.array(hash, { maxLength: 20 }), (hashes, others) => {
        const table = createTable(1)
        const numbers = new Map<number, number>()
        for (const each of hashes) {
          if (!numbers.has(each)) numbers.set(each, numbers.size)
          expect(table.intern(each)).toBe(numbers.get(each))
        }
        expect(table.size).toBe(numbers.size)
        expect([...table.hashes()]).toEqual([...numbers.keys()])
        for (const each of [...hashes, ...others]) expect(table.find(each)).toBe(numbers.get(each) ?? -1)
      }),
    )
  })
})
