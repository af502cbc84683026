import type { Flow, FlowEdge, FlowNode } from '../schemas/flow.ts'
import type { CheckContext } from './check.ts'

/** A small shop's flow that uses every node type and has no problem: base of the mutations, and a fixture. */
export function sampleFlow(): Flow {
  return {
    format: 1,
    id: 'sample',
    name: { 'zh-CN': '示例', en: 'Sample' },
    slots: [
      { name: 'order_no', type: 'order_no', label: { 'zh-CN': '订单号', en: 'Order number' } },
      { name: 'stuck_hours', type: 'number' },
    ],
    nodes: nodes.map((node) => structuredClone(node)),
    edges: ways.map(([source, sourceHandle, target], index): FlowEdge => ({ id: `e${index + 1}`, source, sourceHandle, target })),
    layout: Object.fromEntries(nodes.map((node, index) => [node.id, { x: 300 * (index % 5), y: 220 * Math.floor(index / 5) }])),
    fallback: { 'zh-CN': '出了点小问题，我请同事来帮您。', en: 'Something went wrong; I am calling a colleague.' },
  }
}

/** A flow that the sample calls: it asks, so it waits. */
export function sampleSubflow(): Flow {
  return {
    format: 1,
    id: 'identity',
    name: { 'zh-CN': '核实身份', en: 'Check identity' },
    slots: [],
    nodes: [
      { id: 'begin', type: 'start', v: 1, data: {} },
      {
        id: 'phone',
        type: 'ask',
        v: 1,
        data: { question: { 'zh-CN': '手机号后四位是？', en: 'Last four digits of your phone?' }, slot: 'phone_end' },
      },
      { id: 'finish', type: 'end', v: 1, data: { mode: 'return' } },
    ],
    edges: [
      { id: 's1', source: 'begin', sourceHandle: 'next', target: 'phone' },
      { id: 's2', source: 'phone', sourceHandle: 'answered', target: 'finish' },
      { id: 's3', source: 'phone', sourceHandle: 'gave-up', target: 'finish' },
    ],
    layout: {},
  }
}

/** The library that the sample refers to. */
export function sampleContext(): CheckContext {
  return {
    flows: new Map([['identity', sampleSubflow()]]),
    published: new Set(['identity']),
    intents: new Set(['track', 'return', 'human']),
    articles: new Set(),
    offers: new Set(['delay-10']),
  }
}

const both = (zh: string, en: string) => ({ 'zh-CN': zh, en })
const node = (id: string, type: string, data: Record<string, unknown>): FlowNode => ({ id, type, v: 1, data })

const nodes: FlowNode[] = [
  node('start', 'start', {}),
  node('hello', 'message', {
    wordings: [both('您好，我是小楼，有什么可以帮您？', 'Hello, how can I help?'), both('您好，又见面了～', 'Welcome back')],
    suggestions: [{ id: 'where', label: both('我的快递到哪了', 'Where is my parcel') }],
  }),
  node('wants', 'intent', {
    branches: [
      { id: 'parcel', name: both('查物流', 'Track a parcel'), intents: ['track'] },
      { id: 'back', name: both('退货', 'Return'), intents: ['return'] },
    ],
  }),
  node('which', 'ask', {
    question: both('请告诉我订单号，或直接点下面的订单。', 'Tell me your order number, or tap one below.'),
    slot: 'order_no',
    entity: 'order_no',
    offer: 'recent-orders',
    again: [both('订单号在「我的订单」里，D 开头的一串。', 'It stands under "My orders" and begins with D.')],
    pattern: 'D\\d{8}-\\d{4}',
  }),
  node('parcel', 'shop-action', { action: 'parcel', order: 'order_no', keep: [{ fact: 'stuck-hours', slot: 'stuck_hours' }] }),
  node('late', 'condition', {
    branches: [
      {
        id: 'stuck',
        when: {
          all: [
            { value: { from: 'slot', name: 'stuck_hours' }, operator: 'at-least', operand: 72 },
            { not: { value: { from: 'message', field: 'mood' }, operator: 'equals', operand: 'negative' } },
          ],
        },
      },
    ],
  }),
  node('sorry', 'promotion', { offers: ['delay-10'], text: both('耽误您了，这张券请收下。', 'Sorry for the delay, please take this.') }),
  node('count', 'set', {
    assignments: [
      { slot: 'helped', to: { kind: 'add', number: 1 } },
      { slot: 'note', to: { kind: 'text', text: both('查过 {{ order_no }}', 'Asked for {{ order_no }}') } },
    ],
  }),
  node('more', 'message', { wordings: [both('还有什么可以帮您？', 'Anything else?')] }),
  node('reason', 'ask', {
    question: both('为什么想退？', 'Why do you want to return it?'),
    slot: 'reason',
    offer: 'list',
    entity: 'choice',
    branch: true,
    choices: [
      { id: 'size', label: both('尺码不合适', 'Wrong size'), synonyms: ['不合身', 'too small'] },
      { id: 'broken', label: both('有质量问题', 'It is broken') },
    ],
  }),
  node('check-identity', 'subflow', { flow: 'identity' }),
  node('faq', 'knowledge', { tags: ['售后'], question: both('关于退货您想了解什么？', 'What would you like to know about returns?') }),
  node('unclear', 'message', { wordings: [both('我没听懂，能换个说法吗？', 'I did not get that; could you say it differently?')] }),
  node('person', 'escalate', {
    group: '售后组',
    priority: 'high',
    reason: '订单 {{ order_no }}',
    text: both('我请同事来帮您，前面还有 {{ queue.ahead }} 位。', 'I am calling a colleague; {{ queue.ahead }} before you.'),
    closedText: both('现在没有同事在线，上班后第一时间回复您。', 'Nobody is on duty now; we reply first thing.'),
  }),
  node('wants-person', 'watch-intent', { intents: ['human'] }),
  node('upset', 'watch-mood', {}),
  node('wording', 'qa-rule', { words: ['全网最低', '第一'], exceptions: ['第一次'], replacement: both('很实惠', 'well priced') }),
  node('bye', 'end', { mode: 'close', text: both('还有需要随时找我～', 'Write any time you need me.') }),
]

const ways: [string, string, string][] = [
  ['start', 'next', 'hello'],
  ['hello', 'next', 'wants'],
  ['wants', 'parcel', 'which'],
  ['wants', 'back', 'reason'],
  ['wants', 'not-understood', 'faq'],
  ['which', 'answered', 'parcel'],
  ['which', 'gave-up', 'person'],
  ['parcel', 'found', 'late'],
  ['parcel', 'not-found', 'unclear'],
  ['late', 'stuck', 'sorry'],
  ['late', 'otherwise', 'count'],
  ['sorry', 'given', 'count'],
  ['sorry', 'not-eligible', 'count'],
  ['count', 'next', 'more'],
  ['more', 'next', 'wants'],
  ['reason', 'size', 'check-identity'],
  ['reason', 'broken', 'person'],
  ['reason', 'gave-up', 'person'],
  ['check-identity', 'done', 'faq'],
  ['faq', 'answered', 'bye'],
  ['faq', 'nothing', 'unclear'],
  ['unclear', 'next', 'wants'],
  ['wants-person', 'matched', 'person'],
  ['upset', 'matched', 'person'],
]
