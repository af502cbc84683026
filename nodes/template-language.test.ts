import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTemplates, maxRendered } from './template-language.ts'

const templates = createTemplates()
function render(text: string, values: Record<string, unknown> = {}): string {
  const parsed = templates.parse(text)
  if ('error' in parsed) throw new Error(parsed.error.code)
  return templates.render(parsed, values)
}

describe('the language of texts', () => {
  it('fills blanks, chooses and formats', () => {
    expect(render('订单 {{ order_no }}', { order_no: 'D1' })).toBe('订单 D1')
    expect(render('{% if n > 1 %}多{% elsif n == 1 %}一{% else %}无{% endif %}', { n: 1 })).toBe('一')
    expect(render('{% case s %}{% when "a" %}A{% else %}B{% endcase %}{% unless s == "a" %}!{% endunless %}', { s: 'x' })).toBe('B!')
    expect(render('{% assign x = n | plus: 1 %}{{ x }}', { n: 2 })).toBe('3')
    expect(
      render('{{ total | money }} {{ eta | date }} {{ eta | date: "time" }} {{ eta | date: "day" }}', {
        total: 1990,
        eta: '2026-11-20T21:14:00Z',
      }),
    ).toBe('19.90 2026-11-20 2026-11-20 21:14 11-20')
    expect(render('{{ nothing | default: "无" }}{{ nothing }}')).toBe('无')
  })

  it('refuses every other tag and filter by name', () => {
    for (const tag of [
      'for',
      'include',
      'render',
      'layout',
      'block',
      'capture',
      'comment',
      'raw',
      'tablerow',
      'cycle',
      'increment',
      'liquid',
      'echo',
      '#',
    ])
      expect(templates.parse(`{% ${tag} x %}`), tag).toEqual({ error: { code: 'template-tag-refused', name: tag } })
    for (const filter of [
      'raw',
      'strip_html',
      'json',
      'inspect',
      'where_exp',
      'map',
      'hmac_sha256',
      'sha256',
      'url_decode',
      'replace',
      'split',
      'date_to_xmlschema',
      'nonsense',
    ])
      expect(templates.parse(`{{ a | ${filter} }}`), filter).toEqual({ error: { code: 'template-filter-refused', name: filter } })
    for (const text of ['{{ a', '{% if a %}', '{% if %}x{% endif', '{{ a | }} {% endif %}'])
      expect(templates.parse(text), text).toHaveProperty('error')
  })

  it('reaches no prototype and no file', () => {
    expect(render('{{ a.constructor }}{{ a.__proto__ }}{{ constructor }}{{ toString }}', { a: { b: 1 } })).toBe('')
    expect(templates.parse('{% render "package.json" %}')).toHaveProperty('error')
  })

  it('never renders a value again', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('{{ 7 | times: 7 }}', '{% if true %}x{% endif %}', '{{ secret }}', '${1}', '{{'),
        (text, attack) => {
          const value = `${text}${attack}`
          expect(render('{{ said }}', { said: value, secret: 'canary' })).toBe(value.slice(0, maxRendered).toWellFormed())
        },
      ),
      { numRuns: 200 },
    )
  })

  it('stops at 8 KiB', () => {
    const long = 'x'.repeat(5_000)
    expect(render('{{ a }}{{ a }}', { a: long })).toHaveLength(maxRendered)
  })

  it('lists what a text reads, not what it makes itself', () => {
    expect(templates.variables('{% assign x = a %}{{ x }}{{ queue.ahead }}{% if b == c %}{% endif %}').sort()).toEqual([
      'a',
      'b',
      'c',
      'queue.ahead',
    ])
    expect(templates.variables('{{ broken')).toEqual([])
    expect(templates.variables('plain')).toEqual([])
  })
})
