import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { locales } from '../schemas/text.ts'
import { checkDocument } from './check.ts'
import { nodeTexts, nodeTypes } from './index.ts'
import { outletsOf } from './outlets.ts'
import { sampleFlow } from './sample-flow.ts'
import { cardWords } from './words.ts'

const runs = { numRuns: 300 }

describe('whatever is handed to the check', () => {
  it('never throws, and every problem has words and a path', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.string()), (value) => {
        const { flow, problems } = checkDocument(typeof value === 'string' ? value : JSON.stringify(value))
        expect(flow).toBeNull()
        expect(problems.length).toBeGreaterThan(0)
        for (const each of problems) expect(each.message && (each.path === '' || each.path.startsWith('/'))).toBeTruthy()
      }),
      runs,
    )
  })

  it('never throws on a card with any data', { timeout: 60_000 }, () => {
    const types = [...nodeTypes.keys(), 'constructor', '__proto__']
    fc.assert(
      fc.property(fc.constantFrom(...types), fc.dictionary(fc.string(), fc.jsonValue()), (type, data) => {
        const base = sampleFlow()
        const document = { ...base, nodes: [...base.nodes, { id: 'any', type, v: 1, data }] }
        expect(() => checkDocument(JSON.stringify(document))).not.toThrow()
      }),
      runs,
    )
  })

  it('never throws on a card of the sample with one field replaced by anything', { timeout: 60_000 }, () => {
    const cards = sampleFlow().nodes
    fc.assert(
      fc.property(fc.constantFrom(...cards), fc.nat(), fc.jsonValue(), (card, at, value) => {
        const definition = nodeTypes.get(card.type)
        const keys = Object.keys(definition?.data.shape ?? {})
        const key = keys[at % Math.max(1, keys.length)]
        if (!definition || key === undefined) return
        const data = { ...card.data, [key]: value }
        const document = { ...sampleFlow(), nodes: cards.map((each) => (each.id === card.id ? { ...each, data } : each)) }
        expect(() => checkDocument(JSON.stringify(document))).not.toThrow()
        const parsed = definition.data.safeParse(data)
        if (!parsed.success) return
        // what passes its schema must also draw
        outletsOf(definition, parsed.data)
        for (const locale of locales) {
          const words = nodeTexts.get(card.type)?.[locale]
          if (words) definition.summary?.(parsed.data, cardWords(words, locale))
        }
      }),
      { numRuns: 400 },
    )
  })
})
