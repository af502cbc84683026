import { describe, expect, it } from 'vitest'
import { isCancelling, isCorrection } from './correction.ts'

describe('isCorrection', () => {
  it.each([
    '还是要蓝色',
    '改成L码',
    '不对，是第二个订单',
    '说错了，是138开头的',
    '换成白色吧',
    'actually make it blue',
    'sorry, it is the other order',
    'I meant L',
  ])('hears a change of mind in %s [R15]', (text) => expect(isCorrection(text)).toBe(true))

  it.each(['要蓝色', 'L码', '什么时候发货', '质量不错', 'I would like the blue one', 'the second', '黑色还是白色好'])(
    'hears none in %s',
    (text) => expect(isCorrection(text)).toBe(false),
  )
})

describe('isCancelling', () => {
  it.each([
    '算了',
    '算了不查了',
    '那就算了吧',
    '不用了，谢谢',
    '不退了',
    '先不弄了',
    '取消',
    'never mind',
    'forget it',
    'No thanks',
    'ok never mind then',
  ])('hears in %s that what is open can be left', (text) => expect(isCancelling(text)).toBe(true))

  it.each(['算了我要退货', '不要红色的', '取消订单', '不用寄回吗', '没有', 'cancel my order', 'no', 'not this one', 'do I need to'])(
    'hears more, or something else, in %s',
    (text) => expect(isCancelling(text)).toBe(false),
  )
})
