import { describe, expect, it } from 'vitest'
import type { Product } from '../../schemas/shop.ts'
import { entity } from '../test-turn.ts'
import { variantOf } from './variants.ts'

const of = (attributes: Record<string, string>): Product => ({
  id: 'p',
  name: { 'zh-CN': '卫衣' },
  price: { amount: 1, currency: 'CNY' },
  tags: [],
  attributes,
})

describe('the variant that a message asks for', () => {
  it.each([
    ['颜色', '云白、雨灰', entity('colour', '白色'), '云白'],
    ['Colours', 'Cloud white, rain grey', entity('colour', 'white'), 'Cloud white'],
    ['颜色', '本白、豆绿', { ...entity('colour', '绿色'), text: '豆绿' }, '豆绿'],
    ['尺码', 'S、M、L', entity('size', 'L'), 'L'],
    ['尺码', 'S、M、L', entity('size', 'XL'), undefined],
    ['颜色', '雾蓝、米白', entity('colour', '红色'), undefined],
  ])('is looked for in %s: %s', (key, value, said, item) => {
    expect(variantOf(of({ [key]: value }), [said], 'zh-CN')?.item).toBe(item)
  })

  it('is read from the list in the visitor’s language', () => {
    const both = of({ 颜色: '雾蓝、米白', Colours: 'Mist blue, cream' })
    expect(variantOf(both, [entity('colour', 'cream')], 'en')).toMatchObject({ key: 'Colours', item: 'cream' })
  })

  it('is not made up where a sheet lists none', () => {
    expect(variantOf(of({ 材质: '纯棉', 尺码: '均码' }), [entity('colour', '红色'), entity('size', 'L')], 'zh-CN')).toBeUndefined()
  })
})
