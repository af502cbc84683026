import { describe, expect, it } from 'vitest'
import type { OutboundContent } from '../../schemas/content.ts'
import { parseRich } from '../../schemas/rich.ts'
import { testNode } from '../testing.ts'
import { findBanned, replaceBanned } from './banned.ts'
import qaRule from './run.ts'

const base = { words: ['全网最低', '第一', 'best'], exceptions: ['第一次'], replacement: { 'zh-CN': '很实惠', en: 'well priced' } }

testNode(qaRule, {
  'is nowhere that a conversation could arrive': { data: base, ends: 'return' },
  'nor in any other setting': { data: { words: ['永久'], exceptions: ['永久地址'], action: 'block', replacement: '' }, ends: 'return' },
})

function inspect(content: OutboundContent, data: object = {}) {
  return qaRule.behaviour.inspect?.(qaRule.definition.data.parse({ ...base, ...data }), content, 'zh-CN')
}

describe('a quality rule', () => {
  it('rewrites absolute claims before they leave [Q8] [R92]', () => {
    expect(inspect({ type: 'text', text: '我们全网最低！' })).toEqual({
      verdict: 'replace',
      hit: '全网最低',
      content: { type: 'text', text: '我们很实惠！' },
    })
  })

  it('lets harmless phrases pass that hold a banned word [Q8]', () => {
    expect(inspect({ type: 'text', text: '第一次使用请先充电' })).toEqual({ verdict: 'pass' })
    expect(inspect({ type: 'text', text: '第一次就全国第一' })).toMatchObject({
      verdict: 'replace',
      content: { text: '第一次就全国很实惠' },
    })
  })

  it('holds back or brings a person in when told so [R85]', () => {
    expect(inspect({ type: 'text', text: '第一' }, { action: 'block' })).toEqual({ verdict: 'block', hit: '第一' })
    expect(inspect({ type: 'text', text: '第一' }, { action: 'escalate' })).toEqual({ verdict: 'escalate', hit: '第一' })
  })

  it('reads choices, notices, steps and rich text, and leaves cards alone', () => {
    const choices = [{ value: 'a', label: '第一名' }]
    expect(inspect({ type: 'choices', text: '选', choices })).toMatchObject({ content: { choices: [{ value: 'a', label: '很实惠名' }] } })
    expect(inspect({ type: 'notice', text: '全国第一', choices })).toMatchObject({
      content: { text: '全国很实惠', choices: [{ label: '很实惠名' }] },
    })
    expect(inspect({ type: 'steps', title: '第一步骤', steps: ['第一'] })).toMatchObject({
      content: { title: '很实惠步骤', steps: ['很实惠'] },
    })
    const text = '我们**全网**最低，[第一](https://shop.example)'
    const rich = parseRich(text)
    expect(inspect({ type: 'text', text: '好', ...(rich ? { rich } : {}) })).toMatchObject({
      verdict: 'replace',
      content: { rich: [{ spans: [{ text: '我们很实惠，很实惠' }] }] },
    })
    const coupon = { offerId: 'a', code: 'b', name: '第一', value: { amount: 1, currency: 'CNY' } }
    expect(inspect({ type: 'coupon', coupon })).toEqual({ verdict: 'pass' })
  })

  it('is not fooled by case, width, blanks and hidden characters', () => {
    for (const text of ['全 网 最 低', '全\u200b网最低', 'BEST', 'ｂｅｓｔ']) expect(findBanned(text, base.words, [])).toHaveLength(1)
    expect(findBanned('bestow', base.words, [])).toEqual([])
    expect(findBanned('the b-est', base.words, [])).toEqual([])
  })

  it('takes the longest of two words and removes with an empty replacement', () => {
    expect(replaceBanned('全国第一名', ['第一', '第一名'], [], '')).toBe('全国')
  })
})
