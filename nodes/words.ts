import type { EntityType } from '../schemas/perception.ts'
import { type Locale, type LocalizedText, textIn } from '../schemas/text.ts'
import type { CardWords, NodeWords, ReferenceKind } from './define.ts'

/** What operators call the kinds of value. */
export const entityTypeWords: { [locale in Locale]: { [type in EntityType]: string } } = {
  'zh-CN': {
    text: '任意文字',
    order_no: '订单号',
    tracking_no: '快递单号',
    phone: '手机号',
    email: '邮箱',
    number: '数字',
    money: '金额',
    date: '日期',
    yes_no: '是或否',
    choice: '只能从选项里选',
    size: '尺码',
    colour: '颜色',
    date_time: '日期和时间',
    quantity: '数量',
    height_cm: '身高（厘米）',
    weight_kg: '体重（公斤）',
    ordinal: '第几个',
    rating: '评分（1–5）',
    person_name: '姓名',
    address: '地址',
    tax_no: '税号',
    coupon_code: '优惠码',
    product: '商品',
    symptom: '故障现象',
    reason: '原因',
    photo: '照片',
    voice: '语音',
  },
  en: {
    text: 'Any text',
    order_no: 'Order number',
    tracking_no: 'Tracking number',
    phone: 'Phone number',
    email: 'E-mail',
    number: 'Number',
    money: 'Amount of money',
    date: 'Date',
    yes_no: 'Yes or no',
    choice: 'One of the choices only',
    size: 'Size',
    colour: 'Colour',
    date_time: 'Date and time',
    quantity: 'Quantity',
    height_cm: 'Height (cm)',
    weight_kg: 'Weight (kg)',
    ordinal: 'Which one of a list',
    rating: 'Rating (1–5)',
    person_name: 'Name of a person',
    address: 'Address',
    tax_no: 'Tax number',
    coupon_code: 'Coupon code',
    product: 'Product',
    symptom: 'What is wrong',
    reason: 'Reason',
    photo: 'Photo',
    voice: 'Voice message',
  },
}

/** Fills `{blanks}`; an unknown blank becomes ''. */
export function fill(template: string, blanks: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_blank, name: string) => {
    const value = Object.hasOwn(blanks, name) ? blanks[name] : undefined
    return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  })
}

/**
 * The words a definition's `summary` is given.
 * @param library names of intents, offers, articles and flows, where they are at hand
 */
export function cardWords(
  words: NodeWords,
  locale: Locale,
  library?: (kind: ReferenceKind, id: string) => LocalizedText | undefined,
): CardWords {
  return {
    locale,
    say: (key, blanks = {}) => fill(words.card?.[key] ?? key, blanks),
    named: (kind, id) => textIn(library?.(kind, id), locale) || id,
  }
}

/** Name of one of the type's own outlets for a node with this data: "3 次没听懂". */
export function outletLabel(words: NodeWords, outlet: string, data: Readonly<Record<string, unknown>>): string {
  const label = words.outlets[outlet]
  return fill(typeof label === 'string' ? label : (label?.label ?? outlet), data)
}

/** What happens while an outlet that may stay open leads nowhere; undefined when it must lead somewhere. */
export function openLabel(words: NodeWords, outlet: string): string | undefined {
  const label = words.outlets[outlet]
  return typeof label === 'string' ? undefined : label?.open
}
