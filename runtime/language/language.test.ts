import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../schemas/intent.ts'
import { outOfScope } from './classify.ts'
import { findEntities } from './entities.ts'
import { createLanguage } from './language.ts'
import { mask } from './mask.ts'
import { normalise } from './normalise.ts'

const library = JSON.parse(readFileSync(new URL('../../examples/library/intents.json', import.meta.url), 'utf8')) as Intent[]
const language = createLanguage(library)
const inPlay = library.map((intent) => intent.id)
const best = (text: string) => language.perceive(text, { intents: inPlay }).intents[0]

describe('language', () => {
  it.each([
    ['我的快递到哪了', 'logistics'],
    ['帮我看看快递到哪里了呀', 'logistics'],
    ['where is my parcel?', 'logistics'],
    ['转人工', 'human'],
    ['can i talk to a real person', 'human'],
    ['有没有优惠券', 'coupon_query'],
    ['我要退货', 'return_apply'],
  ])('understands %s as %s [R12]', (text, wanted) => {
    expect(best(text)).toMatchObject({ id: wanted })
    expect(best(text)?.confidence).toBeGreaterThanOrEqual(0.8)
  })

  it('is not sure of what belongs to no intent', () => {
    const wanted = inPlay.filter((id) => id !== outOfScope)
    for (const text of ['火星离地球有多远', '今天火星天气', 'who won the football match', 'how do i cook rice', '🙂🙂'])
      expect(language.perceive(text, { intents: wanted }).intents[0]?.confidence ?? 0, text).toBeLessThan(0.6)
  })

  it('leaves intents that are not in play out of the answer', () => {
    expect(language.perceive('转人工', { intents: ['logistics'] }).intents.map((each) => each.id)).not.toContain('human')
  })

  it('lets an utterance, word for word, win for its intent', () => {
    const said = new Map<string, Set<string>>()
    for (const intent of library)
      for (const text of intent.utterances) said.set(normalise(text), (said.get(normalise(text)) ?? new Set()).add(intent.id))
    for (const intent of library)
      for (const utterance of intent.utterances)
        if (said.get(normalise(utterance))?.size === 1 && best(utterance)?.confidence === 1) expect(best(utterance)?.id).toBe(intent.id)
        else expect(best(utterance)?.confidence).toBeGreaterThanOrEqual(0.9)
  })

  it('finds order numbers, phones, amounts and a plain yes', () => {
    expect(findEntities('订单 d20261118-0042 花了128元')).toMatchObject([
      { type: 'order_no', value: 'D20261118-0042' },
      { type: 'money', value: 128 },
    ])
    expect(findEntities('call +86 138 1234 5678').map((each) => each.type)).toContain('phone')
    expect(findEntities('好的')).toMatchObject([{ type: 'yes_no', value: true }])
    expect(findEntities('不用了')).toMatchObject([{ type: 'yes_no', value: false }])
  })

  it('reads anger and thanks [R27]', () => {
    expect(language.perceive('骗子!!再不退款我就投诉你们', { intents: [] }).mood).toMatchObject({
      polarity: 'negative',
      anger: expect.closeTo(1, 1),
    })
    expect(language.perceive('谢谢，太好了', { intents: [] }).mood.polarity).toBe('positive')
  })
})

describe('normalise', () => {
  it('is idempotent', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => normalise(normalise(text)) === normalise(text)))
  })
})

describe('mask', () => {
  it.each([
    ['电话13812345678', '电话138****5678'],
    ['call +86 138 1234 5678 please', 'call 138****5678 please'],
    ['身份证11010519491231002X', '身份证110***********002X'],
    ['写到 anna.li@example.com', '写到 a***@example.com'],
  ])('covers what is personal in %s [R111]', (text, wanted) => {
    expect(mask(text)).toBe(wanted)
  })

  it('covers a bank card that passes its check', () => {
    expect(mask('卡 4111 1111 1111 1111')).toBe('卡 4111 **** 1111')
  })

  it.each(['D20261118-0042', 'SF1234567890123', '订单 202611180042', '¥128.00'])('lets %s survive', (text) => {
    expect(mask(text)).toBe(text)
  })

  it('is idempotent', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('13812345678', '4111111111111111', 'a@b.com', '11010519491231002X', ' ', '订单'))
    fc.assert(fc.property(fc.array(piece), (pieces) => mask(mask(pieces.join(''))) === mask(pieces.join(''))))
  })
})
