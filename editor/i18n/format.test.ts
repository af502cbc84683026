import { describe, expect, it } from 'vitest'
import { ago, clock, count, dayOf, moment, money } from './format.ts'

const now = new Date(2026, 10, 21, 10, 30).getTime()
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString()

describe('times, as a person of the language writes them', () => {
  it('shows only the hour for today and the day before that', () => {
    expect(moment(at(2026, 10, 21, 9, 5), 'zh-CN', now)).toBe('09:05')
    expect(moment(at(2026, 10, 20, 21, 14), 'zh-CN', now)).toBe('11月20日 21:14')
    expect(moment(at(2026, 10, 20, 21, 14), 'en', now)).toBe('Nov 20, 21:14')
    expect(moment(at(2025, 10, 20, 21, 14), 'zh-CN', now)).toContain('2025年')
  })

  it('says how long ago while that is what one wants to know', () => {
    expect(ago(at(2026, 10, 21, 10, 30), 'zh-CN', now)).toBe('刚刚')
    expect(ago(at(2026, 10, 21, 10, 16), 'zh-CN', now)).toBe('14 分钟前')
    expect(ago(at(2026, 10, 20, 10, 30), 'zh-CN', now)).toBe('昨天')
    expect(ago(at(2026, 10, 21, 8, 30), 'en', now)).toBe('2 hours ago')
    expect(ago(at(2026, 10, 1, 8, 30), 'en', now)).toBe('Nov 1, 08:30')
  })

  it('names the near days', () => {
    expect(dayOf(at(2026, 10, 22, 1, 0), 'zh-CN', now)).toBe('明天')
    expect(dayOf(at(2026, 10, 21, 23, 0), 'en', now)).toBe('today')
    expect(dayOf(at(2026, 10, 24, 1, 0), 'zh-CN', now)).toBe('11月24日')
    expect(clock(at(2026, 10, 20, 21, 14), 'zh-CN')).toBe('11-20 21:14')
  })
})

describe('numbers and money', () => {
  it('shows minor units only where there are some', () => {
    expect(money(12_800, 'CNY', 'zh-CN')).toBe('¥128')
    expect(money(1_250, 'CNY', 'zh-CN')).toBe('¥12.50')
    expect(money(99_900, 'USD', 'en')).toBe('$999')
    expect(count(12_034, 'en')).toBe('12,034')
  })
})
