import { describe, expect, it } from 'vitest'
import { templateOf } from './import-templates.ts'

describe('the files to fill in', () => {
  it.each(['intents', 'articles', 'products', 'synonyms'] as const)('have as many cells in each row of %s, and open as UTF-8', (kind) => {
    for (const locale of ['zh-CN', 'en'] as const) {
      const { name, text } = templateOf(kind, locale)
      expect(name).toBe(`floorwalker-${kind}.csv`)
      expect(text.charCodeAt(0)).toBe(0xfeff)
      const widths = text
        .trim()
        .split('\r\n')
        .map((row) => row.replace(/"[^"]*"/g, '').split(',').length)
      expect(new Set(widths).size).toBe(1)
    }
  })
})
