import { describe, expect, it } from 'vitest'
import { isCorrection } from './correction.ts'

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
