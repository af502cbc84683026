import { describe, expect, it } from 'vitest'
import type { Recall } from '../../schemas/conversation.ts'
import { findEntities } from './entities.ts'
import { refer } from './reference.ts'

const shown = [
  { id: 'cup', name: '手作陶瓷杯', words: '手作陶瓷杯 白', price: 12_800 },
  { id: 'mug', name: '大号马克杯', words: '大号马克杯 蓝', price: 5_900 },
  { id: 'shirt', name: '加绒卫衣', words: '加绒卫衣 灰', price: 19_900 },
]
const look = (text: string, recall: Recall) => refer(text, findEntities(text, { shown: recall.shown }), recall)

describe('refer', () => {
  it.each([
    ['第二个', 'mug'],
    ['最后一个', 'shirt'],
    ['the second one', 'mug'],
    ['刚才那个便宜的', 'mug'],
    ['the most expensive one', 'shirt'],
    ['灰色的那件', 'shirt'],
    ['the white one', 'cup'],
  ])('takes %s for one of the list shown last [R14]', (text, id) => {
    expect(look(text, { shown }).product?.id).toBe(id)
  })

  it.each(['这款多少钱', '它能进洗碗机吗', '那白色的呢', 'is it waterproof', 'what about the white one'])(
    'takes %s for the product that is spoken of [R14]',
    (text) => expect(look(text, { shown, about: 'cup', last: '这款有黑色吗' }).product?.id).toBe('cup'),
  )

  it.each([
    ['那白色的呢', '这款有黑色吗', '手作陶瓷杯有白色吗'],
    ['L码呢', '这款有M码吗', '手作陶瓷杯有L码吗'],
    ['第二个呢', '这款能放微波炉吗', '大号马克杯能放微波炉吗'],
    ['what about the second one', 'is this one dishwasher safe', 'is 大号马克杯 dishwasher safe'],
    ['and the white one?', 'how much is it', 'how much is it (white)'],
    ['那黑色的呢', '这款有豆绿的吗', '手作陶瓷杯有黑色的吗'],
    ['这款能放微波炉吗', '你好', '手作陶瓷杯能放微波炉吗'],
  ])('reads %s after %s as %s [R14]', (text, last, meant) => {
    expect(look(text, { shown, about: 'cup', last }).meant).toBe(meant)
  })

  it('keeps the question when no product is known [R14]', () => {
    expect(look('那白色的呢', { last: '这款有黑色吗' })).toEqual({ meant: '这款有白色吗' })
  })

  it.each(['快递呢', '你呢', '还能便宜点吗', '这个月有活动吗', '那怎么办呢', '我要退货', '我要第一个和第三个'])(
    'finds in %s nothing to resolve',
    (text) => expect(look(text, { shown, about: 'cup', last: '这款有黑色吗' })).toEqual({}),
  )

  it('does not guess which of several is meant by "this one"', () => {
    expect(look('这款有黑色吗', { shown }).product).toBeUndefined()
  })
})
