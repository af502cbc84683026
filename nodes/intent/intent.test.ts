import { describe, expect, it } from 'vitest'
import { perceived, testTurn } from '../test-turn.ts'
import { testNode } from '../testing.ts'
import intent from './run.ts'

const branches = [
  { id: 'parcel', name: { 'zh-CN': '查物流', en: 'Track a parcel' }, intents: ['track', 'urge'] },
  { id: 'back', name: { 'zh-CN': '退货', en: 'Return' }, intents: ['return'] },
  { id: 'swap', name: { 'zh-CN': '换货', en: 'Exchange' }, intents: ['exchange'] },
]
const sees = (...intents: [string, number][]) => ({ intents: intents.map(([id, confidence]) => ({ id, confidence })) })

testNode(intent, {
  'goes at once when it is sure [R12]': {
    data: { branches },
    arrives: { says: '我的快递到哪了', sees: sees(['urge', 0.97], ['return', 0.1]) },
    says: [],
    leaves: 'parcel',
  },
  'waits when nothing was said yet': { data: { branches, question: '想了解什么？' }, says: ['想了解什么？'], waits: true, silence: 10 },
  'understands what is said while it waits': { data: { branches }, hears: [{ says: '想退', sees: sees(['return', 0.9]) }], leaves: 'back' },
  'offers candidates instead of guessing [R18]': {
    data: { branches, offerText: { 'zh-CN': '您要…', en: 'Do you want …' } },
    arrives: { says: '那个怎么弄', sees: sees(['exchange', 0.75], ['return', 0.7], ['track', 0.2]) },
    says: ['您要…'],
    offers: ['换货', '退货', '都不是'],
    waits: true,
    measures: ['candidates-offered'],
  },
  'goes the way of a tapped candidate': {
    data: { branches },
    arrives: { says: '弄一下', sees: sees(['exchange', 0.7]) },
    hears: [{ taps: 'swap' }],
    leaves: 'swap',
  },
  'goes the way of "the second" candidate': {
    data: { branches },
    arrives: { says: '弄一下', sees: sees(['exchange', 0.75], ['return', 0.7]) },
    hears: ['第二个'],
    leaves: 'back',
  },
  'asks for other words after "none of these", tapped or said, and hears them [R18]': {
    data: { branches },
    arrives: { says: '弄一下', sees: sees(['exchange', 0.7]) },
    hears: [{ taps: '@none' }, { says: '不想要了', sees: sees(['return', 0.9]) }],
    says: ['您是想…', '好的，都不是。换个说法告诉我，您想办什么？'],
    leaves: 'back',
    measures: ['candidates-offered', 'candidates-refused'],
  },
  'does so once': {
    data: { branches },
    arrives: { says: '弄一下', sees: sees(['exchange', 0.7]) },
    hears: ['都不是', { says: '弄那个', sees: sees(['return', 0.7]) }, '以上都不对'],
    leaves: 'not-understood',
  },
  'does not offer twice in a row': {
    data: { branches },
    arrives: { says: '弄一下', sees: sees(['exchange', 0.7]) },
    hears: [{ says: '哎呀', sees: sees(['return', 0.65]) }],
    leaves: 'not-understood',
  },
  'does not understand chatter': { data: { branches }, arrives: '今天天气不错', leaves: 'not-understood' },
  'is as strict as the operator wants': {
    data: { branches, sure: 0.95, unsure: 0.94 },
    arrives: { says: '快递', sees: sees(['track', 0.9]) },
    leaves: 'not-understood',
  },
  'understands a tapped suggestion by its words': { data: { branches }, hears: [{ taps: '退货', label: '退货' }], leaves: 'back' },
  'knows that nobody answered': { data: { branches: branches.slice(0, 1), silence: 3 }, hears: [{ event: 'silent' }], leaves: 'silent' },
  'waits on after people hand back': { data: { branches, silence: 0 }, hears: [{ event: 'handed-back' }], waits: true },
})

describe('an open list of candidates', () => {
  const data = intent.definition.data.parse({ branches })
  it('is offered again after an interruption', () => {
    const turn = testTurn({ memory: { offered: ['back'] } })
    intent.behaviour.remind?.(data, turn)
    expect(turn.outbox[0]).toMatchObject({ type: 'choices', choices: [{ value: 'back', label: '退货' }, { value: '@none' }] })
  })

  it('is fitted by its labels, and otherwise as well as the best intent', () => {
    const turn = testTurn({ memory: { offered: ['back'] } })
    const said = (text: string, seen = {}) => ({
      kind: 'said' as const,
      content: { type: 'text' as const, text },
      perception: perceived(text, seen),
    })
    expect(intent.behaviour.fits?.(data, turn, said('退货'))).toBe(1)
    expect(intent.behaviour.fits?.(data, turn, said('物流', sees(['track', 0.66])))).toBe(0.66)
  })
})

describe('a wish while another card’s question is open', () => {
  const said = (confidence: number) => ({
    kind: 'said' as const,
    content: { type: 'text' as const, text: '我要退货' },
    perception: perceived('我要退货', sees(['return', confidence])),
  })
  const taken = (confidence: number, sure = 0.5) => intent.behaviour.takes?.(data(sure), testTurn({}), said(confidence))
  const data = (sure: number) => intent.definition.data.parse({ branches, sure })

  it('is taken when it is plain, however low the operator set the bar for an open ear', () => {
    expect(taken(0.85)).toEqual({ score: 0.85, made: 'back' })
    expect(taken(0.75)).toBeNull()
    expect(taken(0.85, 0.9)).toBeNull()
  })
})
