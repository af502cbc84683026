import { type Flow, flow as flowSchema } from '../schemas/flow.ts'

const sides = (zh: string, en: string) => ({ 'zh-CN': zh, en })

/** One answer to whatever is said: the engine, the store and HTTP, and little else. */
export const plainFlow: Flow = flowSchema.parse({
  format: 1,
  id: 'bench-plain',
  name: sides('只回一句', 'One reply'),
  slots: [{ name: 'said', type: 'text' }],
  nodes: [
    { id: 'start', type: 'start', v: 1, data: {} },
    { id: 'ask', type: 'ask', v: 1, data: { question: sides('请说', 'Go on'), slot: 'said', silence: 0 } },
    { id: 'told', type: 'message', v: 1, data: { wordings: [sides('谢谢您告诉我。', 'Thank you for saying so.')] } },
  ],
  edges: [
    { id: 'e1', source: 'start', sourceHandle: 'next', target: 'ask' },
    { id: 'e2', source: 'ask', sourceHandle: 'answered', target: 'told' },
    { id: 'e3', source: 'ask', sourceHandle: 'gave-up', target: 'told' },
    { id: 'e4', source: 'told', sourceHandle: 'next', target: 'ask' },
  ],
  layout: {},
})

/** What a shop's flow does with a message: intents, a slot, a condition, a filled text, watchers before and after. */
export const fullFlow: Flow = flowSchema.parse({
  format: 1,
  id: 'bench-full',
  name: sides('完整一轮', 'A whole turn'),
  slots: [
    { name: 'order_no', type: 'order_no' },
    { name: 'asked', type: 'number' },
  ],
  nodes: [
    { id: 'start', type: 'start', v: 1, data: {} },
    {
      id: 'listen',
      type: 'intent',
      v: 1,
      data: {
        branches: [
          { id: 'parcel', name: sides('物流', 'Parcel'), intents: ['logistics', 'logistics_stuck', 'order_status'] },
          { id: 'coupon', name: sides('优惠', 'Coupon'), intents: ['coupon_query', 'bargain'] },
          { id: 'return', name: sides('退货', 'Return'), intents: ['return_apply', 'return_policy'] },
        ],
        silence: 10,
      },
    },
    { id: 'count', type: 'set', v: 1, data: { assignments: [{ slot: 'asked', to: { kind: 'add', number: 1 } }] } },
    {
      id: 'often',
      type: 'condition',
      v: 1,
      data: {
        branches: [
          { id: 'many', name: sides('多次', 'Often'), when: { value: { from: 'slot', name: 'asked' }, operator: 'at-least', operand: 3 } },
        ],
      },
    },
    {
      id: 'first',
      type: 'message',
      v: 1,
      data: { wordings: [sides('好的，这是第 {{ asked }} 次为您查询。', 'All right, look-up number {{ asked }}.')] },
    },
    {
      id: 'again',
      type: 'message',
      v: 1,
      data: {
        wordings: [
          sides('又见面了，这是第 {{ asked }} 次。', 'Hello again, this is number {{ asked }}.'),
          sides('我再看一次。', 'Let me look once more.'),
        ],
      },
    },
    {
      id: 'sorry',
      type: 'message',
      v: 1,
      data: { wordings: [sides('没太明白，请换个说法。', 'I did not get that; other words, please.')] },
    },
    { id: 'person', type: 'watch-intent', v: 1, data: { intents: ['human'], threshold: 0.8 } },
    { id: 'people', type: 'message', v: 1, data: { wordings: [sides('马上请同事来。', 'Calling a colleague.')] } },
    {
      id: 'rule',
      type: 'qa-rule',
      v: 1,
      data: {
        words: ['全网最低', '第一品牌', '永久', '保证', 'cheapest ever'],
        exceptions: ['第一时间'],
        action: 'replace',
        replacement: sides('很优惠', 'well priced'),
      },
    },
    { id: 'done', type: 'end', v: 1, data: { mode: 'return' } },
  ],
  edges: [
    ['start', 'next', 'listen'],
    ['listen', 'parcel', 'count'],
    ['listen', 'coupon', 'count'],
    ['listen', 'return', 'count'],
    ['listen', 'not-understood', 'sorry'],
    ['count', 'next', 'often'],
    ['often', 'many', 'again'],
    ['often', 'otherwise', 'first'],
    ['first', 'next', 'listen'],
    ['again', 'next', 'listen'],
    ['sorry', 'next', 'listen'],
    ['person', 'matched', 'people'],
    ['people', 'next', 'done'],
  ].map(([source, sourceHandle, target], index) => ({ id: `e${index}`, source, sourceHandle, target })),
  layout: {},
})

/** A flow of `size` nodes in rows of questions and answers, for the compiler and the check. */
export function largeFlow(size: number): Flow {
  const pairs = Math.floor((size - 1) / 2)
  const nodes: unknown[] = [{ id: 'start', type: 'start', v: 1, data: {} }]
  const edges: unknown[] = [{ id: 'first', source: 'start', sourceHandle: 'next', target: 'ask-0' }]
  for (let index = 0; index < pairs; index++) {
    const next = `ask-${(index + 1) % pairs}`
    nodes.push({
      id: `ask-${index}`,
      type: 'ask',
      v: 1,
      data: { question: sides(`问题 ${index}`, `Question ${index}`), slot: `slot_${index % 50}` },
    })
    nodes.push({
      id: `say-${index}`,
      type: 'message',
      v: 1,
      data: { wordings: [sides(`收到 {{ slot_${index % 50} }}`, `Got {{ slot_${index % 50} }}`)] },
    })
    edges.push({ id: `a${index}`, source: `ask-${index}`, sourceHandle: 'answered', target: `say-${index}` })
    edges.push({ id: `g${index}`, source: `ask-${index}`, sourceHandle: 'gave-up', target: `say-${index}` })
    edges.push({ id: `n${index}`, source: `say-${index}`, sourceHandle: 'next', target: next })
  }
  const slots = Array.from({ length: 50 }, (_, index) => ({ name: `slot_${index}`, type: 'text' }))
  return flowSchema.parse({ format: 1, id: 'large', name: sides('大流程', 'Large'), slots, nodes, edges, layout: {} })
}
