import { describe, expect, it } from 'vitest'
import type { Locale } from '../../schemas/text.ts'
import { detectLanguage } from '../language/detect.ts'
import { fakeServices, Shopper, sketch } from './testing.ts'

const which = { 'zh-CN': '哪个订单？', en: 'Which order?' }
const again = { 'zh-CN': '没找到。', en: 'Not found.' }
function flow(question: typeof which | string = which) {
  return sketch(
    'track',
    {
      start: ['start'],
      order: ['ask', { question, again: [again, again, again, again], tries: 5, slot: 'order_no', entity: 'order_no' }],
      end: ['end'],
    },
    ['start.next -> order', 'order.answered -> end', 'order.gave-up -> end'],
  )
}

function shopper(question?: string): { she: Shopper; spoken: Locale[] } {
  const spoken: Locale[] = []
  const { perceive } = fakeServices()
  const she = new Shopper(
    [flow(question)],
    fakeServices({
      perceive: (text, context) => ({ ...perceive(text, context), language: detectLanguage(text) }),
      speaking: (locale) => void spoken.push(locale),
    }),
  )
  return { she, spoken }
}

async function heardIn(texts: readonly string[], question?: string): Promise<string[]> {
  const { she } = shopper(question)
  await she.opens()
  const heard: string[] = []
  for (const text of texts) heard.push((await she.says(text)).at(-1)?.replace(/ \[.*/, '') ?? '')
  return heard
}

describe('a conversation that began in English', () => {
  it('goes on in Chinese from the first clear Chinese sentence, and the shop is asked in it', async () => {
    const { she, spoken } = shopper()
    expect(await she.opens()).toEqual(['Which order?'])
    expect(await she.says('我的快递到哪了')).toEqual(['没找到。'])
    expect((await she.says('ok'))[0]).toMatch(/^没找到/)
    expect(she.state.locale).toBe('zh-CN')
    expect(spoken).toEqual(['zh-CN', 'zh-CN'])
  })

  it('takes a second short message to be sure, and forgets the first when English comes between', async () => {
    expect(await heardIn(['订单', '快递'])).toEqual(['Not found.', '没找到。'])
    expect(await heardIn(['订单', 'where is my parcel', '快递'])).toEqual(['Not found.', 'Not found.', 'Not found.'])
  })

  it.each(['https://item.example.com/item.htm?id=654321', '<script>alert(1)</script>'])('stays Chinese for %s', async (text) => {
    expect(await heardIn(['我的快递到哪了', text, text])).toEqual(['没找到。', '没找到。', '没找到。'])
  })

  it('comes back to English with the visitor', async () => {
    expect(await heardIn(['我的快递到哪了', 'sorry, where is my parcel'])).toEqual(['没找到。', 'Not found.'])
  })

  it.each([['嗯'], ['🙂'], ['D?'], ['is 大号马克杯 dishwasher safe']])('stays English for %s', async (text) => {
    expect(await heardIn([text, text])).toEqual(['Not found.', 'Not found.'])
  })

  it('keeps the language of a flow that is not written in both', async () => {
    const { she } = shopper('Which order?')
    const only = sketch(
      'only',
      { start: ['start'], order: ['ask', { question: { en: 'Which order?' }, slot: 'order_no', entity: 'order_no' }], end: ['end'] },
      ['start.next -> order', 'order.answered -> end', 'order.gave-up -> end'],
    )
    const he = new Shopper([only], she.services)
    await he.opens()
    expect((await he.says('我的快递到哪了'))[0]).toMatch(/I see no order number/)
    expect(he.state.locale).toBeUndefined()
  })
})

describe('what the engine itself says of a photo', () => {
  it('is in the language that the conversation turned to', async () => {
    const help = { 'zh-CN': '有什么可以帮您？', en: 'How can I help?' }
    const branches = [{ id: 'broken', name: { 'zh-CN': '坏了', en: 'Broken' }, intents: ['broken'] }]
    const listening = sketch('listening', { start: ['start'], listen: ['intent', { question: help, branches }], end: ['end'] }, [
      'start.next -> listen',
      'listen.broken -> end',
      'listen.not-understood -> listen',
    ])
    const she = new Shopper([listening], shopper().she.services)
    await she.opens()
    await she.says('我昨天收到的那个东西')
    expect(she.state.locale).toBe('zh-CN')
    expect((await she.sends({ type: 'image', upload: 'upload-of-a-cup-1' })).join(' ')).not.toMatch(/[A-Za-z]/)
  })
})

describe('a conversation in Chinese', () => {
  it.each(['ok', 'hello', 'OK thanks', 'D20261118-0042', 'iPhone 15 Pro'])('is not turned to English by %s', async (text) => {
    const heard = await heardIn(['我的快递到哪了', text])
    expect(heard.at(-1)).not.toMatch(/Not found/)
  })
})
