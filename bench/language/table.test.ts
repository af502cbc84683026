import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { withHomophones, withTypos } from './damage.ts'
import { isMet, type Results, type Row, tableOf } from './table.ts'

const row = (more: Partial<Row>): Row => ({ set: 'a set', label: 'accuracy', value: 0.9, ...more })

describe('the table of measured figures', () => {
  it('says where an aim is missed', () => {
    expect(isMet(row({ target: 0.9 }))).toBe(true)
    expect(isMet(row({ target: 0.91 }))).toBe(false)
    expect(isMet(row({ value: null, target: 0 }))).toBe(false)
    expect(isMet(row({ label: 'bytes', value: 2_100_000, target: 2_000_000, most: true }))).toBe(false)
    const table = tableOf([row({ target: 0.91 }), row({ label: 'R@5', target: 0.5 })])
    expect(table).toContain('| a set | accuracy | 90.0 | ≥ 91.0 (missed) |')
    expect(table).toContain('|  | R@5 | 90.0 | ≥ 50.0 |')
  })

  it('stands in the README as it was measured last', () => {
    const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
    const { rows }: Results = JSON.parse(read('bench/language.json'))
    expect(rows.length).toBeGreaterThan(50)
    expect(read('README.md')).toContain(tableOf(rows))
  })
})

describe('damaged messages', () => {
  it('are the same on every run and differ where they should', () => {
    const clean = Array.from({ length: 200 }, () => 'where is my parcel number 42')
    const spoilt = withTypos(clean)
    expect(withTypos(clean)).toEqual(spoilt)
    const changed = spoilt.filter((text) => text !== clean[0]).length / clean.length
    expect(changed).toBeGreaterThan(0.5)
    for (const text of spoilt) expect(text).toContain('42')
    const zh = ['快递到哪里了', '筷子道那里乐', '我要退货']
    const other = withHomophones(Array.from({ length: 100 }, () => zh).flat())
    expect(other.some((text) => text.includes('筷递'))).toBe(true)
    expect(other.every((text) => [...text].length <= 6)).toBe(true)
  })
})
