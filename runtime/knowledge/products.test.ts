import { describe, expect, it } from 'vitest'
import type { Product } from '../../schemas/shop.ts'
import { createProducts } from './products.ts'

function product(id: string, zh: string, en: string, attributes: Record<string, string>): Product {
  return { id, name: { 'zh-CN': zh, en }, price: { amount: 9_900, currency: 'CNY' }, tags: [], attributes }
}

const sheet = [
  product('wok', '铸铁炒锅', 'Cast iron wok', {
    适用炉灶: '燃气灶、电磁炉',
    材质: '铸铁',
    直径: '32 厘米',
    重量: '2.6 千克',
    质保: '一年',
  }),
  product('bank', '随身充电宝', 'Pocket power bank', { 电池容量: '10000 毫安', 输出功率: '22.5 瓦', 重量: '210 克', 颜色: '雾蓝、米白' }),
  product('lamp', '护眼台灯', 'Desk lamp', { 显色: 'Ra 97', 电源: 'USB-C 5V，线长 1.5 米', 质保: '两年' }),
]
const english = [
  product('bank', '随身充电宝', 'Pocket power bank', {
    'Battery capacity': '10,000 mAh',
    Weight: '210 g',
    Colours: 'mist blue, cream',
    Warranty: 'Two years',
  }),
  product('sock', '短袜', 'Ankle socks', { Material: 'Cotton 80%', Care: 'Machine wash at 40 °C', Size: '36–40' }),
]
const zh = createProducts(sheet)
const en = createProducts(english)

describe('questions about a product', () => {
  it.each([
    ['这款锅电磁炉能用吗', 'wok', '适用炉灶'],
    ['铸铁炒锅多重', 'wok', '重量'],
    ['多大尺寸的', 'wok', '直径'],
    ['什么材质做的', 'wok', '材质'],
    ['有哪些颜色', 'bank', '颜色'],
    ['保修多久', 'lamp', '质保'],
  ])('%s is answered by the sheet of what is talked about [R24] [R49]', (question, focus, key) => {
    expect(zh.ask(question, { locale: 'zh-CN', focus })).toMatchObject({ kind: 'fact', fact: { product: focus, key } })
  })

  it.each([
    ['battery capacity?', 'Battery capacity'],
    ['how heavy is it', 'Weight'],
    ['which color can i get', 'Colours'],
    ['is there a guarantee', 'Warranty'],
  ])('%s is answered in English', (question, key) => {
    expect(en.ask(question, { locale: 'en', focus: 'bank' })).toMatchObject({ kind: 'fact', fact: { key } })
  })

  it('speaks the visitor’s language where the sheet is written in both', () => {
    const both = createProducts([
      product('mug', '云朵杯', 'Cloud mug', { 容量: '380 毫升', 材质: '瓷', Capacity: '380 ml', Material: 'Porcelain' }),
    ])
    expect(both.ask('云朵杯容量多大', { locale: 'zh-CN' })).toMatchObject({ kind: 'fact', fact: { key: '容量' } })
    expect(both.ask('what is the cloud mug made of', { locale: 'en' })).toMatchObject({ kind: 'fact', fact: { key: 'Material' } })
  })

  it('finds the product by its name, and what is asked beside the name', () => {
    expect(zh.ask('随身充电宝多少毫安', { locale: 'zh-CN' })).toMatchObject({ kind: 'fact', fact: { product: 'bank', key: '电池容量' } })
    expect(en.ask('can i machine wash the ankle socks', { locale: 'en', focus: 'bank' })).toMatchObject({
      kind: 'fact',
      fact: { product: 'sock', key: 'Care' },
    })
  })

  it.each([
    ['how much is it', 'cup', 'Price'],
    ['how much is the ceramic cup', undefined, 'Price'],
    ['how much are the slippers', undefined, 'Price'],
    ['how much does the cup weigh', undefined, 'Weight'],
    ['陶瓷杯多少钱', undefined, '价格'],
    ['拖鞋有什么颜色', undefined, '颜色'],
  ])('%s asks for what stands beside the name, however little of the name is said', (question, focus, key) => {
    const goods = createProducts([
      product('cup', '手作陶瓷杯', 'Handmade ceramic cup', { 材质: '陶瓷', 重量: '310 克', Capacity: '320 ml', Weight: '310 g' }),
      product('slip', '亚麻居家拖鞋', 'Linen house slippers', { 颜色: '本白、豆绿', 材质: '亚麻', Colours: 'natural', Material: 'Linen' }),
    ])
    const locale = /[a-z]/.test(question) ? 'en' : 'zh-CN'
    expect(goods.ask(question, { locale, ...(focus ? { focus } : {}) })).toMatchObject({ kind: 'fact', fact: { key } })
  })

  it('answers nothing to a name alone, even if words of it are a property', () => {
    const cups = createProducts([product('cup', '手作陶瓷杯', 'Ceramic cup', { 材质: '陶瓷', 容量: '320 毫升' })])
    expect(cups.ask('就是那个陶瓷杯', { locale: 'zh-CN' })).toMatchObject({ kind: 'unknown', named: true, asked: false })
    expect(cups.ask('陶瓷杯是什么材质', { locale: 'zh-CN' })).toMatchObject({ kind: 'fact', fact: { key: '材质' } })
  })

  it('does not guess between many things of one kind', () => {
    const lamps = createProducts(
      ['a', 'b', 'c', 'd'].map((id) => product(id, `${id}款落地灯`, `Lamp of ${id} kind lamp`, { 重量: '2 千克' })),
    )
    expect(lamps.ask('我房间里的落地灯是不是该换一个了啊', { locale: 'zh-CN' })).toMatchObject({ kind: 'nothing' })
  })

  it('asks which one when the question fits several', () => {
    const twins = createProducts([
      product('a', '陶瓷马克杯', 'Mug', { 容量: '350 毫升' }),
      product('b', '陶瓷马克杯', 'Mug', { 容量: '500 毫升' }),
    ])
    expect(twins.ask('陶瓷马克杯容量多大', { locale: 'zh-CN' })).toMatchObject({
      kind: 'which',
      products: [{ product: 'a' }, { product: 'b' }],
    })
    expect(twins.ask('陶瓷马克杯容量多大', { locale: 'zh-CN', focus: 'b' })).toMatchObject({ kind: 'fact', fact: { value: '500 毫升' } })
  })

  it('invents nothing: a sheet that does not say is said to be silent [R24]', () => {
    expect(zh.ask('孕妇可以吃辣吗', { locale: 'zh-CN', focus: 'lamp' })).toEqual({
      kind: 'unknown',
      product: 'lamp',
      name: '护眼台灯',
      named: false,
      asked: false,
    })
    expect(zh.ask('台灯防水吗', { locale: 'zh-CN', focus: 'lamp' })).toMatchObject({ kind: 'unknown', asked: true })
    expect(en.ask('who is the president', { locale: 'en', focus: 'sock' })).toMatchObject({ kind: 'unknown' })
    expect(zh.ask('你好', { locale: 'zh-CN' })).toEqual({ kind: 'nothing' })
  })
})
