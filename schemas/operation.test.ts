import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Flow, flow, maxNodes } from './flow.ts'
import { applyOperations, type Operation, operation } from './operation.ts'
import { invertOperations } from './operation-invert.ts'
import { anyFlow, ids, inOrder, position, text } from './testing.ts'

const id = fc.constantFrom(...ids)
const step = fc.oneof(fc.constantFrom('question', 'tries', 'choices', 'label', 'zh-CN'), fc.nat({ max: 3 }))
const edge = fc.record({
  id: fc.constantFrom('e1', 'e2', 'e3', 'e4'),
  source: id,
  sourceHandle: fc.constantFrom('next', 'silent'),
  target: id,
})
const slot = fc.record({ name: fc.constantFrom('order_id', 'phone', 'size'), type: fc.constantFrom('text', 'order_no') })
const node = fc.record({ id, type: fc.constantFrom('ask', 'message'), v: fc.constant(1), data: fc.constant({ choices: ['a', 'b', 'c'] }) })

const anyOperation = fc.oneof(
  fc.record({ op: fc.constant('add-node'), node, at: position }),
  fc.record({ op: fc.constant('remove-node'), id }),
  fc.record({ op: fc.constant('move-node'), id, to: position }),
  fc.record({ op: fc.constant('add-edge'), edge }),
  fc.record({ op: fc.constant('remove-edge'), id: fc.constantFrom('e1', 'e2', 'e3', 'e4') }),
  fc.record({ op: fc.constant('put-slot'), slot }),
  fc.record({ op: fc.constant('remove-slot'), name: fc.constantFrom('order_id', 'phone', 'size') }),
  fc.record({ op: fc.constant('rename-flow'), name: text }),
  fc.record({ op: fc.constant('set-fallback'), fallback: text }, { requiredKeys: ['op'] }),
  fc
    .record({
      head: fc.constantFrom('name', 'data'),
      rest: fc.array(step, { maxLength: 3 }),
      value: fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }),
      node: id,
    })
    // without its data a node is none
    .filter(({ head, rest }) => head !== 'data' || rest.length > 0)
    .map(({ head, rest, value, node }) => ({ op: 'set-field', node, path: [head, ...rest], ...(value === undefined ? {} : { value }) })),
) as fc.Arbitrary<Operation>

describe('taking an edit back', () => {
  it('restores the document, whatever the operations were', () => {
    fc.assert(
      fc.property(anyFlow, fc.array(anyOperation, { minLength: 1, maxLength: 6 }), (before, operations) => {
        const sent = JSON.parse(JSON.stringify(invertOperations(before, operations)))
        const restored = applyOperations(applyOperations(before, operations), sent)
        expect(inOrder(restored)).toEqual(inOrder(before))
      }),
      { numRuns: 1_500 },
    )
  })

  it('puts a removed choice back where it stood', () => {
    const before = withChoices(['parcel', 'returns', 'coupon'])
    const remove: Operation = { op: 'set-field', node: 'say', path: ['data', 'choices', 1] }
    const after = applyOperations(before, [remove])
    expect(after.nodes[0]?.data.choices).toEqual(['parcel', 'coupon'])
    expect(applyOperations(after, invertOperations(before, [remove]))).toEqual(before)
  })
})

describe('an edit', () => {
  it('does in one go what its operations do one by one', () => {
    fc.assert(
      fc.property(anyFlow, fc.array(anyOperation, { maxLength: 8 }), (before, operations) => {
        const given = structuredClone(before)
        const oneByOne = operations.reduce((document, each) => applyOperations(document, [each]), before)
        expect(applyOperations(before, operations)).toEqual(oneByOne)
        expect(before).toEqual(given)
      }),
      { numRuns: 500 },
    )
  })

  it('gives back the very same document when nothing it aims at is there', () => {
    const before = withChoices([])
    const gone: Operation[] = [
      { op: 'remove-node', id: 'gone' },
      { op: 'move-node', id: 'gone', to: { x: 1, y: 1 } },
      { op: 'set-field', node: 'gone', path: ['name'], value: 'x' },
      { op: 'remove-edge', id: 'gone' },
      { op: 'add-edge', edge: { id: 'e', source: 'say', sourceHandle: 'next', target: 'gone' } },
    ]
    expect(applyOperations(before, gone)).toBe(before)
  })

  it('of five thousand operations on the largest flow takes well under a second', () => {
    const nodes = Array.from({ length: maxNodes }, (_, index) => ({ id: `n${index}`, type: 'message', v: 1, data: {} }))
    const large = flow.parse({ format: 1, id: 'large', name: 'Large', nodes, edges: [], slots: [], layout: {} })
    const many = (make: (index: number) => Operation) => Array.from({ length: 5_000 }, (_, index) => make(index))
    const began = performance.now()
    for (const operations of [
      many((index) => ({ op: 'add-node', node: { id: `new${index}`, type: 'message', v: 1, data: {} }, at: { x: 0, y: index } })),
      many((index) => ({ op: 'add-edge', edge: { id: `e${index}`, source: 'n1', sourceHandle: `o${index}`, target: 'n2' } })),
      many((index) => ({ op: 'move-node', id: `n${index % maxNodes}`, to: { x: index, y: 0 } })),
      many((index) => ({ op: 'set-field', node: `n${index % maxNodes}`, path: ['data', 'text'], value: 'x' })),
    ]) {
      expect(operation.safeParse(operations[0]).success).toBe(true)
      applyOperations(large, operations)
    }
    expect(performance.now() - began).toBeLessThan(1_000)
  })
})

function withChoices(choices: string[]): Flow {
  return flow.parse({
    format: 1,
    id: 'f',
    name: 'F',
    slots: [],
    nodes: [{ id: 'say', type: 'message', v: 1, data: { choices } }],
    edges: [],
    layout: { say: { x: 0, y: 0 } },
  })
}
