import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flow, flow } from './flow.ts'
import { applyOperations, operation } from './operation.ts'
import { diffFlows, isSame } from './operation-diff.ts'

const ids = ['start', 'hello', 'ask-order', 'show-parcel', 'bye'] as const
const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.record({ 'zh-CN': fc.constantFrom('您好', '再见'), en: fc.constantFrom('Hello', 'Bye') }),
)
const data = fc.dictionary(fc.constantFrom('question', 'tries', 'choices', 'a'.repeat(70), '0'), fc.jsonValue({ maxDepth: 3 }), {
  maxKeys: 4,
})
const position = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })

const anyFlow: fc.Arbitrary<Flow> = fc
  .record({
    name: text,
    fallback: fc.option(text, { nil: undefined }),
    slots: fc.uniqueArray(fc.record({ name: fc.constantFrom('order_id', 'phone', 'size'), type: fc.constantFrom('text', 'order_no') }), {
      selector: (slot) => slot.name,
    }),
    nodes: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...ids),
        type: fc.constantFrom('ask', 'message'),
        v: fc.constantFrom(1, 2),
        name: fc.option(text, { nil: undefined }),
        data,
        at: position,
      }),
      { selector: (node) => node.id },
    ),
    edges: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
        source: fc.constantFrom(...ids),
        sourceHandle: fc.constantFrom('next', 'silent'),
        target: fc.constantFrom(...ids),
      }),
      { selector: (edge) => edge.id },
    ),
  })
  .map(({ name, fallback, slots, nodes, edges }) => {
    const there = new Set<string>(nodes.map((node) => node.id))
    const outlets = new Set<string>()
    const wired = edges.filter((edge) => {
      const outlet = `${edge.source}/${edge.sourceHandle}`
      if (!there.has(edge.source) || !there.has(edge.target) || outlets.has(outlet)) return false
      outlets.add(outlet)
      return true
    })
    return flow.parse({
      format: 1,
      id: 'track-parcel',
      name,
      ...(fallback === undefined ? {} : { fallback }),
      slots,
      nodes: nodes.map(({ at: _at, name: label, ...node }) => ({ ...node, ...(label === undefined ? {} : { name: label }) })),
      edges: wired,
      layout: Object.fromEntries(nodes.map((node) => [node.id, node.at])),
    })
  })

const inOrder = (document: Flow) => ({
  ...document,
  nodes: document.nodes.toSorted((a, b) => a.id.localeCompare(b.id)),
  edges: document.edges.toSorted((a, b) => a.id.localeCompare(b.id)),
  slots: document.slots.toSorted((a, b) => a.name.localeCompare(b.name)),
})

describe('the difference of two flows', () => {
  it('turns any flow into any other', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (before, after) => {
        const operations = diffFlows(before, after)
        const reached = applyOperations(before, JSON.parse(JSON.stringify(operations)))
        expect(isSame(inOrder(reached), inOrder(after))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is made of operations that the server accepts', () => {
    fc.assert(
      fc.property(anyFlow, anyFlow, (before, after) => {
        for (const each of diffFlows(before, after)) expect(operation.safeParse(each).success).toBe(true)
      }),
    )
  })

  it('is empty between equal flows', () => {
    fc.assert(fc.property(anyFlow, (same) => diffFlows(same, structuredClone(same)).length === 0))
  })

  it('sets only the field that changed, so that two people can edit one card', () => {
    const before = flow.parse({
      format: 1,
      id: 'f',
      name: '查物流',
      nodes: [{ id: 'a', type: 'ask', v: 1, data: { question: { 'zh-CN': '订单号？', en: 'Order?' }, tries: 2 } }],
      edges: [],
      layout: { a: { x: 0, y: 0 } },
    })
    const after = structuredClone(before)
    after.nodes[0]!.data = { question: { 'zh-CN': '请问订单号？', en: 'Order?' }, tries: 2 }
    expect(diffFlows(before, after)).toEqual([{ op: 'set-field', node: 'a', path: ['data', 'question', 'zh-CN'], value: '请问订单号？' }])
  })
})
