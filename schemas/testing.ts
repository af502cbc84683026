import fc from 'fast-check'
import { type Flow, flow } from './flow.ts'

export const ids = ['start', 'hello', 'ask-order', 'show-parcel', 'bye'] as const
export const text = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.record({ 'zh-CN': fc.constantFrom('您好', '再见'), en: fc.constantFrom('Hello', 'Bye') }),
)
const data = fc.dictionary(fc.constantFrom('question', 'tries', 'choices', 'a'.repeat(70), '0'), fc.jsonValue({ maxDepth: 3 }), {
  maxKeys: 4,
})
export const position = fc.record({ x: fc.integer({ min: -500, max: 500 }), y: fc.integer({ min: -500, max: 500 }) })

/** Any small document that holds together. */
export const anyFlow: fc.Arbitrary<Flow> = fc
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

/** Lists of a document in one order: operations keep what is in them, not where. */
export const inOrder = (document: Flow) => ({
  ...document,
  nodes: document.nodes.toSorted((a, b) => a.id.localeCompare(b.id)),
  edges: document.edges.toSorted((a, b) => a.id.localeCompare(b.id)),
  slots: document.slots.toSorted((a, b) => a.name.localeCompare(b.name)),
})
