import { describe, expect, it } from 'vitest'
import { nodeTypes } from '../../nodes/index.ts'
import type { Flow } from '../../schemas/flow.ts'
import { applyOperations } from '../../schemas/operation.ts'
import { locales } from '../../schemas/text.ts'
import { commands } from '../commands/index.ts'
import { commandFor, readableKeys } from '../commands/keys.ts'
import { cardLines, cardOutlets, titleOf } from './card-words.ts'
import { curve } from './curve.ts'
import { cardsOf, type View, wiresOf } from './elements.ts'
import { freePlace, neighbour, tidyPlaces } from './layout.ts'
import { firstView } from './viewport.ts'

const message = (id: string) => ({ id, type: 'message', v: 1, data: { wordings: [{ 'zh-CN': '你好', en: 'Hello' }], card: 'none' } })
const flow: Flow = {
  format: 1,
  id: 'f',
  name: 'f',
  slots: [],
  nodes: [message('a'), message('b'), message('c')],
  edges: [{ id: 'ab', source: 'a', sourceHandle: 'next', target: 'b' }],
  layout: { a: { x: 0, y: 0 }, b: { x: 400, y: 20 }, c: { x: 390, y: 400 } },
}
const view: View = {
  locale: 'zh-CN',
  selected: [],
  selectedEdges: [],
  hoveredEdge: null,
  unfolded: new Set(),
  problems: [],
  path: [],
  readOnly: false,
}
const label = (...words: unknown[]) => words.join(' ')

describe('what the canvas draws', () => {
  it('keeps the very same object for a card that did not change', () => {
    const before = cardsOf([], flow, view, label)
    const moved = cardsOf(before, applyOperations(flow, [{ op: 'move-node', id: 'b', to: { x: 9, y: 9 } }]), view, label)
    expect(moved[0]).toBe(before[0])
    expect(moved[1]).not.toBe(before[1])
    expect(moved[1]?.data).toBe(before[1]?.data)
    expect(moved[2]).toBe(before[2])
    const wires = wiresOf([], flow, view, label)
    expect(wiresOf(wires, flow, view, label)[0]).toBe(wires[0])
  })

  it('numbers the cards a test passed in their order and lights the lines it took', () => {
    const path = [
      { flow: 'f', node: 'a', outlet: 'next', did: 'entered' as const },
      { flow: 'f', node: 'b', did: 'entered' as const },
      { flow: 'other', node: 'c', did: 'entered' as const },
    ]
    const cards = cardsOf([], flow, { ...view, path }, label)
    expect(cards.map((card) => card.data.step)).toEqual([1, 2, undefined])
    expect(wiresOf([], flow, { ...view, path }, label)[0]?.data?.lit).toBe(true)
  })

  it('shows an error of a card before its warnings', () => {
    const problem = (severity: 'error' | 'warning', code: string) => ({ severity, code, path: '', nodeId: 'a', message: '' })
    const cards = cardsOf([], flow, { ...view, problems: [problem('warning', 'w'), problem('error', 'e')] }, label)
    expect(cards[0]?.data.problem?.code).toBe('e')
  })

  it('draws a card of every type with its words, and half-written ones without failing', () => {
    for (const definition of nodeTypes.values())
      for (const locale of locales)
        for (const data of [structuredClone(definition.initial), {}, { branches: 7, choices: [null], wordings: 'x' }]) {
          const node = { id: 'x', type: definition.type, v: 1, data }
          expect(titleOf(node, locale)).not.toBe(definition.type)
          expect(Array.isArray(cardLines(node, locale))).toBe(true)
          expect(Array.isArray(cardOutlets(node, locale))).toBe(true)
        }
  })

  it('keeps the row of an outlet that is gone while a line still leaves from it', () => {
    const outlets = cardOutlets(message('a'), 'en', [{ sourceHandle: 'next' }, { sourceHandle: 'removed' }])
    expect(outlets.at(-1)).toMatchObject({ id: 'removed', gone: true })
  })
})

describe('where things stand', () => {
  it('finds room for a card where it touches no other', () => {
    expect(freePlace(flow, { x: 10, y: 10 }).y).toBeGreaterThanOrEqual(180)
    expect(freePlace(flow, { x: 2_000, y: 10 })).toEqual({ x: 2_000, y: 10 })
  })

  it('walks to the next card in the direction of the arrow', () => {
    expect(neighbour(flow, 'a', 'right')).toBe('b')
    expect(neighbour(flow, 'b', 'down')).toBe('c')
    expect(neighbour(flow, 'b', 'left')).toBe('a')
    expect(neighbour(flow, 'a', 'left')).toBeNull()
  })

  it('tidies into columns from left to right without overlaps', async () => {
    const heap = {
      ...flow,
      edges: [...flow.edges, { id: 'bc', source: 'b', sourceHandle: 'next', target: 'c' }],
      layout: { a: { x: 0, y: 0 }, b: { x: 0, y: 0 }, c: { x: 0, y: 0 } },
    }
    const places = await tidyPlaces(heap, new Map())
    const x = (id: string) => places.get(id)?.x ?? heap.layout.a.x
    expect(x('b') - x('a')).toBeGreaterThan(272)
    expect(x('c') - x('b')).toBeGreaterThan(272)
  })

  it('shows all of a small flow at first, and the beginning of a large one so that it can be read', () => {
    expect(firstView(flow, { width: 1_400, height: 900 }).zoom).toBeGreaterThan(0.9)
    const wide = { ...flow, layout: { ...flow.layout, c: { x: 9_000, y: 0 } } }
    const seen = firstView(wide, { width: 1_000, height: 800 })
    expect(seen.zoom).toBe(0.75)
    expect(seen.x).toBeGreaterThan(0)
  })

  it('draws a line from its outlet to its inlet wherever they stand, without a jump', () => {
    for (const x of [-800, -120, -60, 0, 20, 60, 500])
      for (const y of [-300, -30, 0, 30, 300]) {
        const { path, middle } = curve({ x: 100, y: 100 }, { x: 100 + x, y: 100 + y })
        expect(path.startsWith('M100,100')).toBe(true)
        expect(path.endsWith(`${100 + x},${100 + y}`)).toBe(true)
        expect(path).not.toMatch(/NaN|undefined/)
        expect(Number.isFinite(middle.x + middle.y)).toBe(true)
      }
  })
})

describe('commands', () => {
  const press = (key: string, more: Partial<Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>> = {}) =>
    commandFor(commands, { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more })?.id

  it('answer to their keys and to no others', () => {
    expect(press('z', { ctrlKey: true })).toBe('undo')
    expect(press('Z', { metaKey: true, shiftKey: true })).toBe('redo')
    expect(press('y', { ctrlKey: true })).toBe('redo')
    expect(press('/')).toBe('add-node')
    expect(press('/', { shiftKey: true })).toBe('add-node')
    expect(press('a')).toBeUndefined()
    expect(press('a', { ctrlKey: true })).toBe('select-all')
    expect(press('ArrowLeft', { shiftKey: true })).toBe('move-left')
    expect(press('d', { ctrlKey: true, altKey: true })).toBeUndefined()
  })

  it('have keys and ids of their own', () => {
    const keys = commands.flatMap((command) => command.keys)
    expect(new Set(keys).size).toBe(keys.length)
    expect(new Set(commands.map((command) => command.id)).size).toBe(commands.length)
  })

  it('show their keys as a person reads them', () => {
    expect(readableKeys('mod+shift+z', false)).toBe('Ctrl+Shift+Z')
    expect(readableKeys('mod+shift+z', true)).toBe('⌘⇧Z')
  })
})
