import { describe, expect, it } from 'vitest'
import type { NodeDefinition } from '../../../nodes/define.ts'
import { nodeTypes } from '../../../nodes/index.ts'
import { outletsOf } from '../../../nodes/outlets.ts'
import type { Flow } from '../../../schemas/flow.ts'
import { applyOperations } from '../../../schemas/operation.ts'
import { invertOperations } from '../../../schemas/operation-invert.ts'
import { addNode, connect } from './add.ts'
import { clip, pasteCards, readClipping } from './copies.ts'
import { insertOnEdge } from './insert.ts'
import { moveCards } from './move.ts'
import { removeFromFlow } from './remove.ts'

const definition = (type: string): NodeDefinition => {
  const found = nodeTypes.get(type)
  if (!found) throw new Error(`no node type ${type}`)
  return found
}

const card = (id: string, type = 'message', data: Record<string, unknown> = { wordings: [''], card: 'none' }) => ({ id, type, v: 1, data })
const line = (id: string, source: string, target: string, sourceHandle = 'next') => ({ id, source, sourceHandle, target })

/** start → a → b → c, 368 apart. */
const row: Flow = {
  format: 1,
  id: 'row',
  name: 'Row',
  slots: [{ name: 'order_no', type: 'order_no' }],
  nodes: [card('start', 'start', {}), card('a'), card('b', 'ask', { question: '?', slot: 'order_no' }), card('c')],
  edges: [line('1', 'start', 'a'), line('2', 'a', 'b'), line('3', 'b', 'c', 'answered')],
  layout: { start: { x: 0, y: 0 }, a: { x: 368, y: 0 }, b: { x: 736, y: 0 }, c: { x: 1_104, y: 0 } },
}

const lines = (flow: Flow) => flow.edges.map((edge) => `${edge.source}.${edge.sourceHandle}→${edge.target}`).sort()

describe('adding', () => {
  it('adds every node type with data that its schema accepts and leads the outlet to it', () => {
    for (const each of nodeTypes.values()) {
      const { operations, id } = addNode(each, { x: 0, y: 500 }, { node: 'c', outlet: 'next' })
      const after = applyOperations(row, operations)
      expect(each.data.safeParse(after.nodes.at(-1)?.data).success, each.type).toBe(true)
      const hasInlet = !each.starts && !each.watches
      expect(lines(after).includes(`c.next→${id}`), each.type).toBe(hasInlet)
    }
  })

  it('puts a card into a line, joins both ends and moves what stands in the way', () => {
    const inserted = insertOnEdge(row, '2', definition('message'))
    const after = applyOperations(row, inserted?.operations ?? [])
    expect(lines(after)).toEqual([`a.next→${inserted?.id}`, 'b.answered→c', `${inserted?.id}.next→b`, 'start.next→a'].sort())
    expect(after.layout[inserted?.id ?? '']?.x).toBe(736)
    expect(after.layout.b?.x).toBe(1_104)
    expect(after.layout.c?.x).toBe(1_472)
    expect(after.layout.a).toEqual(row.layout.a)
  })

  it('refuses to put a card without an inlet into a line', () => {
    expect(insertOnEdge(row, '2', definition('start'))).toBeNull()
    expect(insertOnEdge(row, '2', definition('watch-intent'))).toBeNull()
  })

  it('leads the first outlet that must lead somewhere on to the old target', () => {
    for (const each of nodeTypes.values()) {
      const inserted = insertOnEdge(row, '1', each)
      if (!inserted) continue
      const outlets = outletsOf(each, structuredClone(each.initial))
      const onward = outlets.find((outlet) => outlet.need === 'must') ?? outlets[0]
      const expected = onward ? [`${inserted.id}.${onward.id}→a`] : []
      expect(
        lines(applyOperations(row, inserted.operations)).filter((each) => each.startsWith(inserted.id)),
        each.type,
      ).toEqual(expected)
    }
  })
})

describe('removing', () => {
  it('closes the hole that a card taken out of the middle leaves', () => {
    expect(lines(applyOperations(row, removeFromFlow(row, ['a'])))).toEqual(['b.answered→c', 'start.next→b'])
  })

  it('closes it over several cards', () => {
    expect(lines(applyOperations(row, removeFromFlow(row, ['a', 'b'])))).toEqual(['start.next→c'])
  })

  it('does not guess where a card with two ways on would have led', () => {
    const forked = applyOperations(row, [{ op: 'add-edge', edge: line('4', 'b', 'a', 'gave-up') }])
    expect(lines(applyOperations(forked, removeFromFlow(forked, ['b'])))).toEqual(['start.next→a'])
  })

  it('comes to an end in a circle', () => {
    const circle = applyOperations(row, [connect('c', 'next', 'b')])
    expect(lines(applyOperations(circle, removeFromFlow(circle, ['b', 'c'])))).toEqual(['start.next→a'])
  })

  it('is taken back whole', () => {
    const operations = removeFromFlow(row, ['a', 'b'], ['3'])
    const back = applyOperations(applyOperations(row, operations), invertOperations(row, operations))
    expect(lines(back)).toEqual(lines(row))
    expect(new Set(back.nodes)).toEqual(new Set(row.nodes))
    expect(back.layout).toEqual(row.layout)
  })
})

describe('copying', () => {
  it('carries cards, the lines between them and the variables they use, as JSON', () => {
    const clipped = clip(row, ['start', 'b', 'c'])
    expect(clipped?.nodes.map((node) => node.id)).toEqual(['b', 'c'])
    expect(clipped?.edges.map((edge) => edge.id)).toEqual(['3'])
    expect(clipped?.slots.map((slot) => slot.name)).toEqual(['order_no'])
    expect(readClipping(JSON.stringify(clipped))).toEqual(clipped)
  })

  it('pastes them under new ids, twice over, and brings the variables the other flow lacks', () => {
    const clipped = clip(row, ['b', 'c'])
    if (!clipped) throw new Error('nothing clipped')
    const other: Flow = { ...row, id: 'other', slots: [], nodes: [], edges: [], layout: {} }
    const once = applyOperations(other, pasteCards(other, clipped, { x: 10, y: 20 }).operations)
    const twice = applyOperations(once, pasteCards(once, clipped).operations)
    expect(once.slots).toEqual(row.slots)
    expect(Object.values(once.layout)).toEqual([
      { x: 10, y: 20 },
      { x: 378, y: 20 },
    ])
    expect(new Set(twice.nodes.map((node) => node.id)).size).toBe(4)
    expect(twice.edges).toHaveLength(2)
    for (const edge of twice.edges)
      expect(twice.nodes.some((node) => node.id === edge.source) && twice.nodes.some((node) => node.id === edge.target)).toBe(true)
  })

  it('takes nothing else off the clipboard', () => {
    for (const text of [
      '',
      'hello',
      '{}',
      '{"floorwalker":"cards","nodes":[]}',
      '{"__proto__":{}}',
      JSON.stringify({ ...clip(row, ['b']), more: 1 }),
    ])
      expect(readClipping(text)).toBeNull()
  })
})

describe('moving', () => {
  it('is one edit of the cards that moved, and none of a card that was only pressed', () => {
    const dragged = [
      { id: 'a', position: { x: 368, y: 0 } },
      { id: 'b', position: { x: 740.4, y: 12 } },
    ]
    expect(moveCards(row, dragged)).toEqual([{ op: 'move-node', id: 'b', to: { x: 740, y: 12 } }])
  })
})
