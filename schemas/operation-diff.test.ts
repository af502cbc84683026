import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flow } from './flow.ts'
import { applyOperations, operation } from './operation.ts'
import { diffFlows, isSame } from './operation-diff.ts'
import { anyFlow, inOrder } from './testing.ts'

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
