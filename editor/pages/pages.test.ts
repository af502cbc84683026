import { describe, expect, it } from 'vitest'
import { readOrigins, snippetOf } from './entries/entry.ts'
import { flowNameIn, placeInBundle } from './flows/bundle-words.ts'
import { type FlowHead, flowsIn } from './flows/filter.ts'
import { lettersOf } from './letters.ts'
import { wayBack } from './way-back.ts'

describe('the way back after signing in', () => {
  it('leads only to places inside the editor', () => {
    expect(wayBack('/flows/track?view=json')).toBe('/flows/track?view=json')
    for (const elsewhere of [
      null,
      '',
      '//evil.example',
      '/\\evil.example',
      'https://evil.example',
      'javascript:alert(1)',
      '/sign-in?to=/flows',
    ])
      expect(wayBack(elsewhere)).toBe('/flows')
  })
})

describe('an entry', () => {
  it('takes origins one a line and drops paths', () => {
    expect(readOrigins('https://shop.example.com/cart\n\nhttps://shop.example.com\nhttp://localhost:5173')).toEqual({
      origins: ['https://shop.example.com', 'http://localhost:5173'],
    })
  })

  it('names the line that is no address', () => {
    expect(readOrigins('https://shop.example.com\nshop.example.com')).toEqual({ wrong: 'shop.example.com' })
    expect(readOrigins('javascript:alert(1)')).toEqual({ wrong: 'javascript:alert(1)' })
  })

  it('gives the one line that a shop pastes', () => {
    expect(snippetOf('storefront', 'https://chat.example.com')).toBe(
      '<script src="https://chat.example.com/widget.js" data-entry="storefront" async></script>',
    )
  })
})

describe('a file to import', () => {
  const node = { id: 'n1', type: 'condition', v: 1, data: {} }
  const bundle = { flows: [{ id: 'f1', name: { 'zh-CN': '退货', en: 'Returns' }, nodes: [node] }, 'broken'] }
  const problem = (path: string) => ({ code: 'x', severity: 'error' as const, path, message: '' })

  it('names flows and cards by their words', () => {
    expect(flowNameIn(bundle, 'f1', 'en')).toBe('Returns')
    expect(placeInBundle(bundle, problem('/flows/0/nodes/0/data/branches'), 'zh-CN')).toBe('退货 · 条件')
    expect(placeInBundle(bundle, problem('/flows/0/edges/3'), 'en')).toBe('Returns')
  })

  it('falls back to what is there when the file is too broken to tell', () => {
    expect(flowNameIn('nonsense', 'f1', 'en')).toBe('f1')
    for (const path of ['/flows/1/nodes/0', '/flows/0/nodes/7', '/articles/0', ''])
      expect(placeInBundle(bundle, problem(path), 'en')).toBe(path)
  })
})

describe('filters of the flow list', () => {
  const head = (id: string, live: number | null, unpublished: number, archived = false): FlowHead => ({
    id,
    name: id,
    revision: 5,
    live: live === null ? null : { number: live, versionId: 'v', publishedAt: '2026-11-20T00:00:00.000Z', revision: 5 - unpublished },
    unpublished,
    libraryChanged: false,
    updatedAt: '2026-11-20T00:00:00.000Z',
    archived,
    open: 0,
  })
  const all = [head('same', 3, 0), head('changed', 3, 2), head('never', null, 5), head('away', 1, 1, true)]
  it.each([
    ['all', ['same', 'changed', 'never']],
    ['draft', ['changed']],
    ['live', ['same', 'changed']],
    ['never', ['never']],
    ['archived', ['away']],
  ] as const)('“%s” shows what its word says', (filter, ids) => {
    expect(flowsIn(all, filter).map((flow) => flow.id)).toEqual(ids)
  })
})

describe('the letters of a person', () => {
  it('are the family name in Chinese and initials elsewhere', () => {
    expect(['林然', 'Amelia Ford', 'ak', '欧阳 娜娜', '', '😀 x'].map(lettersOf)).toEqual(['林', 'AF', 'A', '欧', '?', '😀X'])
  })
})
