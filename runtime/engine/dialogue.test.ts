import { describe, expect, it } from 'vitest'
import type { Product } from '../../schemas/shop.ts'
import { createLanguage } from '../language/language.ts'
import { fakeServices, Shopper, sketch } from './testing.ts'
import type { TurnServices } from './types.ts'

const language = createLanguage([])
/** The real recogniser, but for intents: which wording means what is tested elsewhere. */
const perceive: TurnServices['perceive'] = (text, context) => {
  const heard = /手机/.test(text) ? ['choose'] : /运费/.test(text) ? ['freight'] : []
  return { ...language.perceive(text, context), intents: heard.map((id) => ({ id, confidence: 0.95 })) }
}
const phones: Product[] = ['蓝色', '红色'].map((colour) => ({
  id: `p9-${colour}`,
  name: { 'zh-CN': `朗星 P9 ${colour}`, en: `Lang P9 ${colour}` },
  price: { amount: 299_900, currency: 'CNY' },
  tags: [colour],
  attributes: {},
}))
const searches: string[] = []
const services = fakeServices({
  perceive,
  shop: {
    ...fakeServices().shop,
    products: async (query) => {
      searches.push(query)
      return { ok: true, value: phones.filter((each) => query.includes(each.tags[0] ?? '')) }
    },
  },
})

const ask = (question: string, slot: string, entity: string, more = {}): [string, Record<string, unknown>] => [
  'ask',
  { question, short: question, slot, entity, ...more },
]
const choose = sketch(
  'choose',
  {
    start: ['start'],
    listen: ['intent', { question: '想看什么？', branches: [{ id: 'phone', name: '挑手机', intents: ['choose'] }], sure: 0.5 }],
    colour: ask('什么颜色？', 'colour', 'colour'),
    storage: ask('多大存储？', 'storage', 'number', { least: 32 }),
    budget: ask('预算多少？', 'budget', 'money'),
    use: ask('主要做什么用？', 'purpose', 'text'),
    gift: ask('是送人吗？', 'gift', 'yes_no'),
    count: ask('要几台？', 'count', 'quantity'),
    city: ask('寄到哪里？', 'city', 'text'),
    day: ask('希望哪天送到？', 'day', 'date'),
    name: ask('收件人姓名？', 'receiver', 'person_name', { optional: true }),
    show: ['message', { wordings: ['为您选了 {{ colour }} {{ storage }}G：'], card: 'products', search: '{{ colour }} {{ storage }}' }],
    postage: ['watch-intent', { intents: ['freight'] }],
    free: ['message', { wordings: ['全场包邮。'] }],
    back: ['end'],
    end: ['end'],
  },
  [
    'start.next -> listen',
    'listen.phone -> colour',
    'listen.not-understood -> listen',
    ...['colour', 'storage', 'budget', 'use', 'gift', 'count', 'city', 'day', 'name'].flatMap((id, at, all) => [
      `${id}.answered -> ${all[at + 1] ?? 'show'}`,
      `${id}.gave-up -> end`,
    ]),
    'show.next -> end',
    'postage.matched -> free',
    'free.next -> back',
  ],
)

describe('a dialogue of many turns', () => {
  it('keeps everything said, allows a change of mind and an interruption, then recommends [R15] [R13]', async () => {
    const she = new Shopper([choose], services)
    await she.opens()
    expect(await she.says('这款手机有红色吗')).toEqual(['多大存储？'])
    expect(await she.says('256的')).toEqual(['预算多少？'])
    expect(await she.says('三千块')).toEqual(['主要做什么用？'])
    expect(await she.says('还是要蓝色')).toEqual(['好的，颜色改成蓝色。', '主要做什么用？'])
    expect(await she.says('拍照，玩点游戏')).toEqual(['是送人吗？'])
    expect(await she.says('运费谁出呀')).toEqual(['全场包邮。', '我们接着刚才的：', '是送人吗？'])
    expect(await she.says('谁知道呢')).toEqual(['请回答「是」或「不是」。'])
    expect(await she.says('对，送妈妈')).toEqual(['要几台？'])
    expect(await she.says('两台')).toEqual(['寄到哪里？'])
    expect(await she.says('杭州')).toEqual(['希望哪天送到？'])
    expect(await she.says('下周六')).toEqual(['收件人姓名？'])
    expect(await she.says('改成一台吧')).toEqual(['好的，数量改成1。', '收件人姓名？'])
    expect(await she.says('跳过')).toEqual(['为您选了 蓝色 256G：', '<cards>'])
    expect(searches.at(-1)).toBe('蓝色 256')
    expect(she.state.slots).toMatchObject({
      colour: '蓝色',
      storage: 256,
      budget: 3000,
      purpose: '拍照，玩点游戏',
      gift: true,
      count: 1,
      city: '杭州',
      day: '2026-11-28',
    })
  })

  it('skips what may stay open for somebody in a great hurry [R30]', async () => {
    const hurry = sketch(
      'hurry',
      {
        start: ['start'],
        order: ask('订单号？', 'order_no', 'order_no'),
        why: ask('方便说下原因吗？', 'why', 'reason', { optional: true }),
        done: ['message', { wordings: ['马上催：{{ order_no }}'] }],
        end: ['end'],
      },
      [
        'start.next -> order',
        'order.answered -> why',
        'order.gave-up -> end',
        'why.answered -> done',
        'why.gave-up -> end',
        'done.next -> end',
      ],
    )
    const calm = new Shopper([hurry], services)
    await calm.opens()
    expect(await calm.says('D20261118-0042')).toEqual(['方便说下原因吗？'])
    const pressed = new Shopper([hurry], services)
    await pressed.opens()
    expect(await pressed.says('明天就要用，急死了能到吗 D20261118-0042')).toEqual(['马上催：D20261118-0042'])
  })
})

describe('moods in a flow', () => {
  const shop = sketch(
    'mood',
    {
      start: ['start'],
      listen: ['knowledge', { question: '请说' }],
      sorry: ['message', { wordings: ['没听懂'] }],
      upset: ['watch-mood', { complaint: 0.4 }],
      how: [
        'condition',
        { branches: [{ id: 'furious', when: { value: { from: 'mood', field: 'anger' }, operator: 'at-least', operand: 0.8 } }] },
      ],
      soothe: ['message', { wordings: ['真的很抱歉，马上请专员来。'] }],
      people: ['escalate', { text: '{{ queue.ahead }} 位', closedText: '休息', priority: 'high' }],
      kind: ['message', { wordings: ['抱歉让您久等了。'] }],
      back: ['end'],
    },
    [
      'start.next -> listen',
      'listen.answered -> listen',
      'listen.nothing -> sorry',
      'sorry.next -> listen',
      'upset.matched -> how',
      'how.furious -> soothe',
      'how.otherwise -> kind',
      'soothe.next -> people',
      'kind.next -> back',
    ],
  )

  it('hand an angry visitor to people in the same turn, with words of regret [R28] [H3]', async () => {
    const she = new Shopper([shop], services)
    await she.opens()
    expect(await she.says('骗子!!再不退款我就投诉')).toEqual(['真的很抱歉，马上请专员来。', '2 位'])
    expect(she.last.handoff).toMatchObject({ priority: 'high' })
  })

  it('notice a complaint that nobody says outright [R36]', async () => {
    const she = new Shopper([shop], services)
    await she.opens()
    expect((await she.says('不是说昨天就发吗，一直没动'))[0]).toBe('抱歉让您久等了。')
    expect(she.owner).toBe('bot')
  })

  it('are remembered with the conversation and fade', async () => {
    const she = new Shopper([shop], services)
    await she.opens()
    await she.says('有点失望，颜色不一样')
    const upset = she.state.recall?.mood?.negative ?? 0
    expect(upset).toBeGreaterThan(0)
    for (const text of ['收到', '知道了', '先这样']) await she.says(text)
    expect(she.state.recall?.mood?.negative).toBeCloseTo(upset / 2, 2)
  })
})

describe('a conversation from before anything was remembered', () => {
  it('goes on as if it had just begun to remember', async () => {
    const she = new Shopper([choose], services)
    await she.opens()
    expect(she.state).not.toHaveProperty('recall.asked')
    const { recall: _recall, ...old } = she.state
    she.state = old
    expect(await she.says('这款手机有红色吗')).toEqual(['多大存储？'])
  })
})
