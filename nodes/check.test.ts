import { describe, expect, it } from 'vitest'
import type { Flow, FlowNode } from '../schemas/flow.ts'
import { problemCodes, problemWords } from '../schemas/problem-codes.ts'
import { type CheckContext, check, checkDocument } from './check.ts'
import { mutantContext, mutants, mutations } from './mutate.ts'
import { sampleContext, sampleFlow } from './sample-flow.ts'

const node = (id: string, type: string, data: Record<string, unknown> = {}): FlowNode => ({ id, type, v: 1, data })

/** A flow from cards and `from.outlet → to` lines. */
function flowOf(nodes: FlowNode[], lines: string[], more: Partial<Flow> = {}): Flow {
  const edges = lines.map((line, index) => {
    const [, source = '', sourceHandle = '', target = ''] = /^(\S+)\.(\S+) → (\S+)$/.exec(line) ?? []
    return { id: `e${index}`, source, sourceHandle, target }
  })
  return { format: 1, id: 'f', name: '流程', slots: [], nodes, edges, layout: {}, ...more }
}

const found = (flow: Flow, context: CheckContext = {}) => check(flow, context).map((each) => `${each.code} ${each.path}`)
const say = (text: string) => ({ wordings: [text] })

describe('a flow without a fault', () => {
  it('has no problems', () => {
    expect(check(sampleFlow(), sampleContext())).toEqual([])
  })

  it('is the same when read from bytes', () => {
    const { flow, problems } = checkDocument(JSON.stringify(sampleFlow()), sampleContext())
    expect(problems).toEqual([])
    expect(flow?.id).toBe('sample')
  })
})

describe('the words of a problem', () => {
  const flow = flowOf(
    [node('s', 'start'), node('q', 'ask', { question: '订单号？', slot: 'order_no' }), node('e', 'end')],
    ['s.next → q', 'q.answered → e'],
  )
  const [problem] = check(flow)

  it('are an operator’s: an open way out offers a person', () => {
    expect(problem).toMatchObject({ code: 'outlet-open', severity: 'error', path: '/nodes/1', nodeId: 'q', detail: { outlet: 'gave-up' } })
    if (!problem) return
    expect(problemWords(problem, 'zh-CN')).toBe('「3 次没听懂」还没有去向：接到转人工？')
    expect(problemWords(problem, 'en')).toBe('"Not understood 3 times" leads nowhere: hand to a person?')
  })

  it('have no blank left unfilled, in either language', { timeout: 60_000 }, () => {
    const seen = new Set<string>()
    const context = mutantContext(sampleFlow(), sampleContext())
    let made = 0
    for (const mutant of mutants(sampleFlow(), 3)) {
      if (made++ > Object.keys(mutations).length * 6) break
      for (const each of checkDocument(mutant.text, context).problems) {
        seen.add(each.code)
        for (const locale of ['zh-CN', 'en'] as const)
          expect(problemWords(each, locale), each.code).not.toMatch(/undefined|\{\w+\}|「」|""|“”/)
      }
    }
    expect(seen.size).toBeGreaterThan(35)
  })
})

describe('ways out', () => {
  it('left open are errors, but for those with a default', () => {
    const flow = flowOf([node('s', 'start'), node('q', 'ask', { question: '？', slot: 'a', offer: 'recent-orders' })], ['s.next → q'])
    expect(found(flow)).toEqual(['outlet-open /nodes/1', 'outlet-open /nodes/1'])
  })

  it('that the data makes impossible are not asked for', () => {
    const data = { question: '？', slot: 'a', offer: 'list', branch: true, choices: [{ id: 'x', label: '甲' }] }
    const flow = flowOf([node('s', 'start'), node('q', 'ask', data), node('e', 'end')], ['s.next → q', 'q.x → e', 'q.gave-up → e'])
    expect(found(flow)).toEqual([])
    expect(found(flowOf(flow.nodes, ['s.next → q', 'q.x → e', 'q.gave-up → e', 'q.answered → e']))).toEqual([
      'edge-outlet-missing /edges/3/sourceHandle',
    ])
  })

  it('of a branch without intents or a group without a name are asked for in words', () => {
    const branch = { id: 'b', name: '退货', intents: [] }
    const flow = flowOf(
      [
        node('s', 'start'),
        node('i', 'intent', { branches: [branch] }),
        node('p', 'escalate', { group: '', text: '来了', closedText: '晚点' }),
      ],
      ['s.next → i', 'i.b → p', 'i.not-understood → p'],
    )
    expect(found(flow)).toEqual(['intents-missing /nodes/1/data/branches/0/intents', 'value-missing /nodes/2/data/group'])
  })

  it('are not judged while the card itself is broken', () => {
    const flow = flowOf([node('s', 'start'), node('q', 'ask', { slot: 'a' })], ['s.next → q'])
    expect(found(flow)).toEqual(['value-missing /nodes/1/data/question'])
  })
})

describe('circles', () => {
  const ask = (id: string, more = {}) => node(id, 'ask', { question: '？', slot: 'a', ...more })
  it('with a waiting card in them are legal', () => {
    expect(
      found(
        flowOf(
          [node('s', 'start'), ask('q'), node('m', 'message', say('嗯'))],
          ['s.next → q', 'q.answered → m', 'q.gave-up → m', 'm.next → q'],
        ),
      ),
    ).toEqual([])
  })

  it('through a question that does not ask what it knows are not', () => {
    const flow = flowOf(
      [node('s', 'start'), ask('q', { known: true }), node('m', 'message', say('嗯'))],
      ['s.next → q', 'q.answered → m', 'q.gave-up → m', 'm.next → q'],
    )
    expect(found(flow)).toEqual(['loop-without-wait /nodes/1'])
  })

  it('through closed hours are not', () => {
    const person = node('p', 'escalate', { text: '来了', closedText: '', whenClosed: 'leave' })
    const flow = flowOf([node('s', 'start'), person, node('m', 'message', say('没人'))], ['s.next → p', 'p.closed → m', 'm.next → p'])
    expect(found(flow)).toEqual(['loop-without-wait /nodes/1'])
  })

  it('are seen through two flows that call each other', () => {
    const call = (id: string, other: string) =>
      flowOf([node('s', 'start'), node('c', 'subflow', { flow: other }), node('e', 'end')], ['s.next → c', 'c.done → e'], { id })
    const flows = new Map([['b', call('b', 'a')]])
    expect(found(call('a', 'b'), { flows })).toEqual(['loop-without-wait /nodes/0'])
    const asking = flowOf(
      [node('s', 'start'), ask('q'), node('c', 'subflow', { flow: 'a' }), node('e', 'end')],
      ['s.next → q', 'q.answered → c', 'q.gave-up → c', 'c.done → e'],
      { id: 'b' },
    )
    expect(found(call('a', 'b'), { flows: new Map([['b', asking]]) })).toEqual([])
  })

  it('of another flow are told there, not here', () => {
    const bad = flowOf(
      [node('s', 'start'), node('m', 'message', say('a')), node('n', 'message', say('b'))],
      ['s.next → m', 'm.next → n', 'n.next → m'],
      { id: 'b' },
    )
    const flow = flowOf([node('s', 'start'), node('c', 'subflow', { flow: 'b' }), node('e', 'end')], ['s.next → c', 'c.done → e'])
    expect(found(flow, { flows: new Map([['b', bad]]) })).toEqual([])
  })
})

describe('what a card names', () => {
  it('must be in the library, published and filled before', () => {
    const flow = flowOf(
      [
        node('s', 'start'),
        node('c', 'subflow', { flow: 'other' }),
        node('m', 'message', { wordings: ['{{ a }}'], card: 'parcel', order: 'no' }),
        node('e', 'end'),
      ],
      ['s.next → c', 'c.done → m', 'm.next → e'],
    )
    const other = { ...sampleFlow(), id: 'other' }
    expect(found(flow, { flows: new Map([['other', other]]), published: new Set() })).toEqual([
      'flow-unpublished /nodes/1/data/flow',
      'slot-unknown /nodes/2/data/order',
      'blank-unknown /nodes/2/data/wordings/0',
    ])
    expect(
      found({
        ...flow,
        slots: [
          { name: 'a', type: 'text' },
          { name: 'no', type: 'order_no' },
        ],
      }),
    ).toEqual([])
  })

  it('may be a value that the card itself gives', () => {
    const person = (text: string) => flowOf([node('s', 'start'), node('p', 'escalate', { text, closedText: '晚点' })], ['s.next → p'])
    expect(found(person('前面 {{ queue.ahead }} 位'))).toEqual([])
    expect(found(person('前面 {{ queue.length }} 位'))).toEqual(['blank-unknown /nodes/1/data/text'])
  })

  it('is compared with what it can be compared with', () => {
    const when = (operator: string, operand?: unknown) => ({ value: { from: 'slot', name: 'eta' }, operator, operand })
    const flow = (condition: unknown) =>
      flowOf(
        [node('s', 'start'), node('c', 'condition', { branches: [{ id: 'b', when: condition }] }), node('e', 'end')],
        ['s.next → c', 'c.b → e', 'c.otherwise → e'],
        { slots: [{ name: 'eta', type: 'date' }] },
      )
    expect(found(flow(when('before', '2026-12-01')))).toEqual([])
    expect(found(flow(when('greater-than', 3)))).toEqual(['operator-unfit /nodes/1/data/branches/0/when/operator'])
    expect(found(flow({ not: when('is-set', 'x') }))).toEqual(['operand-wrong /nodes/1/data/branches/0/when/not/operand'])
  })
})

describe('texts', () => {
  it('that lack a language the shop serves are warnings, exact to the language', () => {
    const flow = flowOf(
      [node('s', 'start'), node('m', 'message', { wordings: [{ 'zh-CN': '您好', en: '' }] }), node('e', 'end')],
      ['s.next → m', 'm.next → e'],
    )
    const [problem] = check(flow)
    expect(problem).toMatchObject({ code: 'translation-missing', severity: 'warning', path: '/nodes/1/data/wordings/0/en' })
    expect(problem && problemWords(problem, 'zh-CN')).toBe('还没有英文文案')
    expect(found(flow, { locales: ['zh-CN'] })).toEqual([])
  })
})

describe('a very large flow', () => {
  it('takes no longer a card to check than a middling one', () => {
    const flowOfCards = (count: number) => {
      const nodes = [node('n0', 'start')]
      const lines: string[] = ['n0.next → n1']
      for (let index = 1; index < count - 1; index++) {
        nodes.push(node(`n${index}`, 'message', { wordings: [{ 'zh-CN': `第 ${index} 句 {{ a }}`, en: `Line ${index} {{ a }}` }] }))
        lines.push(`n${index}.next → n${index + 1}`)
      }
      return flowOf([...nodes, node(`n${count - 1}`, 'end')], lines, { slots: [{ name: 'a', type: 'text' }] })
    }
    const [middling, large] = [flowOfCards(400), flowOfCards(2_000)]
    expect(check(large)).toEqual([])
    const shortest = (flow: Parameters<typeof check>[0]) =>
      Math.min(
        ...Array.from({ length: 5 }, () => {
          const used = process.cpuUsage()
          check(flow)
          return process.cpuUsage(used).user
        }),
      )
    shortest(middling)
    // five times the cards; what grew with their square would take twenty-five times as long
    expect(shortest(large) / shortest(middling)).toBeLessThan(12)
  })
})

it('can say every problem of the table', { timeout: 60_000 }, () => {
  const seen = new Set<string>()
  const context = mutantContext(sampleFlow(), sampleContext())
  let made = 0
  for (const mutant of mutants(sampleFlow(), 11)) {
    if (made++ > Object.keys(mutations).length * 15) break
    for (const each of checkDocument(mutant.text, context).problems) seen.add(each.code)
  }
  const lacking: [string, FlowNode, CheckContext?][] = [
    ['choices-missing', node('x', 'ask', { question: '？', slot: 'a', offer: 'list' })],
    ['range-empty', node('x', 'ask', { question: '？', slot: 'a', entity: 'number', least: 2, most: 1 })],
    ['mood-signs-missing', node('x', 'watch-mood', { anger: 0, negative: 0, repeated: 0, upset: false })],
    ['branches-missing', node('x', 'condition', { branches: [] })],
    ['offers-missing', node('x', 'promotion', { offers: [] })],
    ['intents-missing', node('x', 'watch-intent', { intents: [] })],
    ['words-missing', node('x', 'qa-rule', { words: [], replacement: '' })],
    ['flow-unpublished', node('x', 'subflow', { flow: 'b' }), { published: new Set() }],
    ['article-unknown', node('x', 'start'), {}],
  ]
  for (const [code, card, around] of lacking) {
    const codes = check(flowOf([node('s', 'start'), card], []), around ?? {}).map((each) => each.code)
    // no card names an article yet; the code waits for the first that does
    if (code !== 'article-unknown') expect(codes).toContain(code)
    seen.add(code)
  }
  // told by other rooms (links of content, time limit, bundles), or tried above
  const elsewhere = ['url-refused', 'check-limit', 'id-twice', 'operator-unfit', 'word-in-two-groups']
  const silent = Object.keys(problemCodes).filter((code) => !seen.has(code) && !elsewhere.includes(code))
  expect(silent).toEqual([])
})
