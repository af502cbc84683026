import { describe, expect, it } from 'vitest'
import type { Product } from '../../schemas/shop.ts'
import { createLanguage } from '../language/language.ts'
import { fakeServices, order, Shopper, sketch } from './testing.ts'
import type { TurnServices } from './types.ts'
import { words } from './words.ts'

const language = createLanguage([])
/** The real recogniser, but for intents: which wording means what is tested elsewhere. */
const perceive: TurnServices['perceive'] = (text, context) => ({
  ...language.perceive(text, context),
  intents: /能换|换货|exchange/.test(text) ? [{ id: 'exchange', confidence: 0.95 }] : [],
})
const price = (amount: number) => ({ amount, currency: 'CNY' })
const goods: Product[] = [
  { id: 'hoodie', name: { 'zh-CN': '加绒连帽卫衣', en: 'Warm hoodie' }, price: price(19_900), tags: ['shirt'], attributes: {} },
  { id: 'cup', name: { 'zh-CN': '手作陶瓷杯', en: 'Ceramic cup' }, price: price(12_800), tags: ['cup'], attributes: { 颜色: '白' } },
  { id: 'mug', name: { 'zh-CN': '大号马克杯', en: 'Large mug' }, price: price(5_900), tags: ['cup'], attributes: { 颜色: '蓝' } },
]
const asked: string[] = []
const services = fakeServices({
  perceive,
  shop: {
    ...fakeServices().shop,
    order: async (id) => {
      asked.push(id)
      return { ok: true, value: { ...order, id } }
    },
    products: async (query, limit) => ({
      ok: true,
      value: goods.filter((each) => query === '' || each.tags.includes(query)).slice(0, limit),
    }),
  },
})

const exchange = sketch(
  'exchange',
  {
    start: ['start'],
    listen: ['intent', { question: 'How can I help?', branches: [{ id: 'change', name: '换货', intents: ['exchange'] }], sure: 0.5 }],
    order: ['ask', { question: 'Which order?', short: 'The order number?', slot: 'order_no', entity: 'order_no' }],
    when: ['ask', { question: 'When did you buy it?', slot: 'bought', entity: 'date' }],
    item: ['ask', { question: 'Which product?', slot: 'item', entity: 'product' }],
    colour: ['ask', { question: 'Which colour?', slot: 'colour', entity: 'colour' }],
    from: ['ask', { question: 'Which size do you have?', slot: 'from_size', entity: 'size' }],
    to: ['ask', { question: 'Which size do you want?', slot: 'to_size', entity: 'size' }],
    note: ['ask', { question: 'Anything to add?', short: 'Anything to add?', slot: 'note' }],
    done: ['message', { wordings: ['{{ order_no }} {{ bought }} {{ item }} {{ colour }} {{ from_size }} {{ to_size }} {{ note }}'] }],
    end: ['end'],
  },
  [
    'start.next -> listen',
    'listen.change -> order',
    'listen.not-understood -> end',
    'order.answered -> when',
    'order.gave-up -> end',
    'when.answered -> item',
    'when.gave-up -> end',
    'item.answered -> colour',
    'item.gave-up -> end',
    'colour.answered -> from',
    'colour.gave-up -> end',
    'from.answered -> to',
    'from.gave-up -> end',
    'to.answered -> note',
    'to.gave-up -> end',
    'note.answered -> done',
    'note.gave-up -> end',
    'done.next -> end',
  ],
)

async function begun(first: string): Promise<{ she: Shopper; heard: string[] }> {
  const she = new Shopper([exchange], services)
  await she.opens()
  return { she, heard: await she.says(first) }
}

describe('slots', () => {
  it('asks nothing that the first message said, even after another question came between [R11]', async () => {
    const { she, heard } = await begun('昨天买的黑色M码卫衣能换L吗')
    expect(heard).toEqual(['Which order?'])
    expect(await she.says('D20261118-0042')).toEqual(['Anything to add?'])
    expect(she.state.slots).toMatchObject({
      order_no: 'D20261118-0042',
      bought: '2026-11-17',
      item: 'Warm hoodie',
      item_id: 'hoodie',
      colour: '黑色',
      from_size: 'M',
      to_size: 'L',
    })
  })

  it('understands the same in English [R11]', async () => {
    const { she, heard } = await begun('can I exchange the black hoodie I bought yesterday from M to L')
    expect(heard).toEqual(['Which order?'])
    await she.says('D20261118-0042')
    expect(she.state.slots).toMatchObject({ item_id: 'hoodie', colour: 'black', from_size: 'M', to_size: 'L' })
  })

  it('asks when the first message names two of a kind [R18]', async () => {
    const { she } = await begun('卫衣能换货吗，黑色还是白色好')
    expect(await she.says('D20261118-0042')).toEqual(['When did you buy it?'])
    expect((await she.says('昨天'))[0]).toMatch(/^Which colour\?/)
    expect(she.state.slots.colour).toBeUndefined()
  })

  it.each([
    ['还是要蓝色', { colour: '蓝色' }],
    ['不对，是白色的', { colour: '白色' }],
    ['改成XL码', { to_size: 'XL' }],
    ['actually make it blue', { colour: 'blue' }],
    ['不对，是 D20261101-0001 的订单', { order_no: 'D20261101-0001' }],
    ['改成白色，换XL', { colour: '白色', to_size: 'XL' }],
  ])('changes what was said before at %s and asks the open question again [R15]', async (text, changed) => {
    const { she } = await begun('昨天买的黑色M码卫衣能换L吗')
    await she.says('D20261118-0042')
    const heard = await she.says(text)
    expect(heard).toHaveLength(2)
    expect(heard[0]).toMatch(/^All right, changed to/)
    expect(heard[1]).toBe('Anything to add?')
    expect(she.state.slots).toMatchObject(changed)
    expect(she.state.slots.note).toBeUndefined()
    // the answer of the open question is still its answer
    expect((await she.says('包装请环保一点'))[0]).toContain('包装请环保一点')
  })

  it('leaves it to whoever listens when no question is open', async () => {
    const { she } = await begun('昨天买的黑色M码卫衣能换L吗')
    for (const text of ['D20261118-0042', '没有了']) await she.says(text)
    await she.says('还是要蓝色')
    expect(she.state.slots.colour).toBe('黑色')
  })

  it('takes an answer that only mentions a value for an answer', async () => {
    const { she } = await begun('昨天买的黑色M码卫衣能换L吗')
    await she.says('D20261118-0042')
    expect((await she.says('黑色的有点掉色'))[0]).toContain('黑色的有点掉色')
    expect(she.state.slots.colour).toBe('黑色')
  })

  it('changes one thing and answers the open question in one message', async () => {
    const { she } = await begun('卫衣能换货吗，黑色的')
    await she.says('D20261118-0042')
    await she.says('昨天')
    expect(await she.says('M码，还是要蓝色')).toEqual(['All right, changed to colour 蓝色.', 'Which size do you want?'])
    expect(she.state.slots).toMatchObject({ colour: '蓝色', from_size: 'M' })
  })

  it('forgets what was said in passing when another subject begins', async () => {
    const { she } = await begun('昨天买的黑色M码卫衣能换L吗')
    for (const answer of ['D20261118-0042', '没有了']) await she.says(answer)
    expect(await she.says('还想换货，另一件')).toEqual(['Which order?'])
    expect(await she.says('D20261118-0043')).toEqual(['When did you buy it?'])
  })
})

const lookup = sketch(
  'lookup',
  {
    start: ['start'],
    order: ['ask', { question: 'Which order?', slot: 'order_no', entity: 'order_no' }],
    look: ['shop-action', { action: 'order', order: 'order_no', show: false, keep: [{ fact: 'order-state', slot: 'state' }] }],
    why: ['ask', { question: 'Why?', slot: 'why', entity: 'reason' }],
    phone: ['ask', { question: 'Your phone?', slot: 'phone', entity: 'phone' }],
    done: ['message', { wordings: ['{{ order_no }} {{ why }}'] }],
    end: ['end'],
  },
  [
    'start.next -> order',
    'order.answered -> look',
    'order.gave-up -> end',
    'look.found -> why',
    'look.not-found -> end',
    'why.answered -> phone',
    'why.gave-up -> end',
    'phone.answered -> done',
    'phone.gave-up -> end',
    'done.next -> end',
  ],
)

describe('a correction of what was looked up', () => {
  it('looks up again and keeps the other answers', async () => {
    const she = new Shopper([lookup], services)
    await she.opens()
    asked.length = 0
    await she.says('D20261118-0042')
    expect(await she.says('尺码不合适')).toEqual(['Your phone?'])
    expect(await she.says('不对，是 D20261101-0001 的订单')).toEqual(['All right, changed to order number D20261101-0001.', 'Your phone?'])
    expect(asked).toEqual(['D20261118-0042', 'D20261101-0001'])
    expect(she.state.slots).toMatchObject({ order_no: 'D20261101-0001', why: '尺码不合适' })
  })
})

const shop = sketch(
  'shop',
  {
    start: ['start'],
    show: ['message', { wordings: ['These:'], card: 'products', search: 'cup' }],
    listen: ['knowledge', { question: 'Questions?' }],
    known: ['message', { wordings: ['That is all I know.'] }],
    item: ['ask', { question: 'Which one do you take?', slot: 'item', entity: 'product' }],
    taken: ['message', { wordings: ['You take {{ item }} ({{ item_id }}).'] }],
    end: ['end'],
  },
  [
    'start.next -> show',
    'show.next -> listen',
    'listen.answered -> listen',
    'listen.nothing -> item',
    'listen.not-sure -> item',
    'item.answered -> taken',
    'item.gave-up -> end',
    'taken.next -> end',
  ],
)

describe('references', () => {
  const questions: string[] = []
  const knowing = {
    ...services,
    knowledge: {
      sheet: () => ({ kind: 'nothing' as const }),
      products: () => [],
      ask: (question: string) => {
        questions.push(question)
        return { kind: 'answer' as const, article: 'a', question, answer: 'Yes.', confidence: 1 }
      },
    },
  }

  it.each([
    ['第二个', 'mug'],
    ['就要那个便宜的', 'mug'],
    ['刚才那个贵的', 'cup'],
    ['蓝色的那个', 'mug'],
    ['the white one', 'cup'],
    ['the second one', 'mug'],
    ['马克杯', 'mug'],
    ['the cheaper one please', 'mug'],
  ])('takes %s for the product that was shown [R14]', async (text, wanted) => {
    const she = new Shopper([shop], services)
    await she.opens()
    expect(she.state.recall?.shown?.map((each) => each.id)).toEqual(['cup', 'mug'])
    await she.says('都可以放微波炉吗')
    await she.says(text)
    expect(she.state.slots.item_id).toBe(wanted)
  })

  it('asks the knowledge in full what was said in part [R14]', async () => {
    const she = new Shopper([shop], knowing)
    await she.opens()
    questions.length = 0
    for (const text of ['第二个有黑色吗', '那白色的呢', '能放洗碗机吗', '那第一个呢', 'is it microwave safe']) await she.says(text)
    expect(questions.filter((each, at) => each !== questions[at - 1])).toEqual([
      'Large mug有黑色吗',
      'Large mug有白色吗',
      '能放洗碗机吗',
      'Ceramic cup能放洗碗机吗',
      'is Ceramic cup microwave safe',
    ])
  })
})

describe('a question asked again', () => {
  const flow = sketch(
    'ship',
    {
      start: ['start'],
      listen: ['knowledge', { question: 'Yes?' }],
      sorry: ['message', { wordings: ['Pardon?'] }],
    },
    ['start.next -> listen', 'listen.answered -> listen', 'listen.nothing -> sorry', 'sorry.next -> listen'],
  )
  const knowing = {
    ...services,
    knowledge: {
      sheet: () => ({ kind: 'nothing' as const }),
      products: () => [],
      ask: (question: string) => ({ kind: 'answer' as const, article: 'a', question, answer: 'Within 48 hours.', confidence: 1 }),
    },
  }

  it('is never answered in the same words, and the third time a person is offered [R34] [H5]', async () => {
    const she = new Shopper([flow], knowing)
    await she.opens()
    const replies = []
    for (const text of ['什么时候发货', '到底什么时候发货啊', '什么时候发货呢', '请问什么时候发货']) replies.push(await she.says(text))
    const said = replies.map((each) => each.find((text) => text.includes('48 hours')))
    expect(new Set(said).size).toBe(4)
    expect(replies[1]?.some((text) => text.includes(words.person.en))).toBe(false)
    expect(replies[2]?.some((text) => text.includes(words.person.en))).toBe(true)
    expect(she.state.recall?.repeated).toBe(4)
    await she.taps('@human')
    expect(she.owner).toBe('queue')
  })

  it('is not one when something else is asked', async () => {
    const she = new Shopper([flow], knowing)
    await she.opens()
    for (const text of ['什么时候发货', '能发顺丰吗', '运费谁出呢']) await she.says(text)
    expect(she.state.recall?.repeated).toBe(1)
  })
})
