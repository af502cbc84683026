import type { Perception } from '../../schemas/perception.ts'
import type { Product } from '../../schemas/shop.ts'
import type { Locale } from '../../schemas/text.ts'

/** Of the variants that a sheet lists, the one asked for; without `item` the sheet lists others only. */
export interface Variant {
  said: string
  key: string
  listed: readonly string[]
  item?: string
}

const keys = { colour: /颜色|色号|colou?rs?\b/i, size: /尺码|码数|\bsizes?\b/i } as const
const between = /[、,，/;；]|\s(?:and|or|和|或)\s/
const han = /\p{Script=Han}/u

/** What the sheet of a product says to the colour or size that a message names; undefined where it lists none of that kind. */
export function variantOf({ attributes }: Product, entities: Perception['entities'], locale: Locale): Variant | undefined {
  for (const kind of ['colour', 'size'] as const) {
    const said = entities.find((each) => each.type === kind && each.role !== 'not')
    if (!said) continue
    const lists = Object.entries(attributes).filter(([key, value]) => keys[kind].test(key) && between.test(value))
    const [key, value] = lists.find(([name]) => han.test(name) === (locale === 'zh-CN')) ?? lists[0] ?? []
    if (key === undefined || value === undefined) continue
    const listed = value.split(between).flatMap((each) => each.trim() || [])
    const item = listed.find((each) => (kind === 'colour' ? isColour(each, said) : each.toLowerCase() === String(said.value).toLowerCase()))
    return { said: said.text, key, listed, ...(item === undefined ? {} : { item }) }
  }
  return undefined
}

/** 米白 is what somebody means who says 白色, 豆绿 who says 豆绿. */
function isColour(listed: string, said: Perception['entities'][number]): boolean {
  const words = [said.text, String(said.value)].map((each) => each.toLowerCase().replace(/色$/, ''))
  return words.some((each) => each !== '' && listed.toLowerCase().includes(each))
}
