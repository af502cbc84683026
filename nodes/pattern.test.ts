import { describe, expect, it } from 'vitest'
import { readPattern } from './pattern.ts'

describe('a pattern', () => {
  it('reads Chinese the way operators write it', () => {
    expect(readPattern('[\\u4e00-\\u9fa5]+')?.matches('你好')).toBe(true)
    expect(readPattern('\\p{Han}{2}')?.test('say 你好')).toBe(true)
    expect(readPattern('d\\d{3}')?.matches('D123')).toBe(true)
    expect(readPattern('d\\d{3}')?.matches('D1234')).toBe(false)
  })

  it('is refused when it could run for ever or means something else elsewhere', () => {
    for (const source of ['(?<=a)b', '(?=a)', '(a)\\1', 'a{1001}', '((a{100}){100}){100}', '(', '[z-a]', '*'])
      expect(readPattern(source), source).toBeNull()
  })

  it('takes no longer on a hostile text', () => {
    const began = performance.now()
    expect(readPattern('(a+)+$')?.test(`${'a'.repeat(20_000)}b`)).toBe(false)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
