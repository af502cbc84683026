import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrast, parse, tones } from './colour.ts'
import { createFormat } from './format.ts'
import { safeHref } from './rich.ts'
import { chooseLocale, words } from './text.ts'

describe('words and looks', () => {
  it('can be read in any colour a shop may have', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const made = tones(`#${number.toString(16).padStart(6, '0')}`)
        const rgb = (colour: string) => parse(colour) ?? [0, 0, 0]
        expect(contrast(rgb(made.onBrand), rgb(made.brand))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(rgb(made.onBrandLifted), rgb(made.brandLifted))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(rgb(made.brandOnLight), rgb('#ffffff'))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(rgb(made.brandOnLight), rgb('#f4f3ef'))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(rgb(made.brandOnDark), rgb('#20262c'))).toBeGreaterThanOrEqual(4.5)
        expect(contrast(rgb(made.brandOnDark), rgb('#151a20'))).toBeGreaterThanOrEqual(4.5)
      }),
    )
  })

  it('takes the house colour for one that is none', () => {
    expect(tones('url(https://evil.example)')).toEqual(tones('#1a3d34'))
  })

  it('lets a link open a page, a mail or a call, and nothing else', () => {
    expect(safeHref('https://shop.example/a?b=1')).toBe('https://shop.example/a?b=1')
    expect(safeHref('tel:+8657100000000')).toBe('tel:+8657100000000')
    for (const bad of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '//evil.example',
      '/relative',
      'http://plain.example',
      'blob:https://a/b',
      '',
      undefined,
    ])
      expect(safeHref(bad)).toBeUndefined()
  })

  it('speaks Chinese to every kind of Chinese, English to all others, and as it is told before all', () => {
    expect(chooseLocale('en', 'zh-CN', 'zh-CN')).toBe('en')
    expect(chooseLocale(null, '', 'zh-TW')).toBe('zh-CN')
    expect(chooseLocale(null, 'zh-Hans', 'en-US')).toBe('zh-CN')
    expect(chooseLocale(null, '', 'fr-FR')).toBe('en')
    expect(chooseLocale(null, null, undefined)).toBe('en')
  })

  it('has the same words in both languages', () => {
    const keys = (value: object): string[] =>
      Object.entries(value).flatMap(([key, inner]) => (typeof inner === 'object' ? keys(inner).map((each) => `${key}.${each}`) : [key]))
    expect(keys(words.en)).toEqual(keys(words['zh-CN']))
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort()
    for (const key of Object.keys(words.en) as (keyof typeof words.en)[]) {
      const [one, other] = [words.en[key], words['zh-CN'][key]]
      if (typeof one === 'string' && typeof other === 'string') expect([key, blanks(one)]).toEqual([key, blanks(other)])
    }
  })

  it('tells times and money as the visitor’s language does [R8]', () => {
    const now = new Date(2026, 10, 21, 10, 24)
    const at = (days: number, hours: number) => new Date(2026, 10, 21 + days, hours, 14).toISOString()
    const zh = createFormat('zh-CN', words['zh-CN'], () => now.getTime())
    const en = createFormat('en', words.en, () => now.getTime())
    expect(zh.moment(at(0, 9))).toBe('今天 09:14')
    expect(zh.moment(at(-1, 21))).toBe('昨天 21:14')
    expect(zh.moment(at(-3, 9))).toBe('11月18日 09:14')
    expect(en.moment(at(-3, 9))).toBe('18 Nov 09:14')
    expect(zh.eta(at(1, 18))).toBe('预计明天送达')
    expect(en.eta(at(0, 20))).toBe('Arrives today')
    expect(zh.short(at(-1, 21))).toBe('11-20 21:14')
    expect(zh.money({ amount: 12_800, currency: 'CNY' })).toBe('¥128')
    expect(en.money({ amount: 12_850, currency: 'CNY' })).toBe('¥128.50')
  })
})
