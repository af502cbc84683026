import type { ProductAnswer, ProductFact } from '../../schemas/product-answer.ts'
import type { LocalizedText } from '../../schemas/text.ts'
import type { Turn } from '../turn.ts'
import type { Variant } from './variants.ts'

const mostAmong = 3

/**
 * What product sheets say to a question, of the product that is named, else of the one talked about. Where the library
 * lacks that product, the shop is asked for it.
 * @param focus the product that was picked from a list
 */
export async function askSheets(turn: Turn, question: string, focus = turn.recall.about): Promise<ProductAnswer> {
  const options = { locale: turn.locale, ...(focus === undefined ? {} : { focus }) }
  const known = turn.knowledge.sheet(question, options)
  if (known.kind !== 'nothing') return known
  const name = strangeName(turn)
  if (name === undefined) return known
  const found = await turn.shop.products(name, mostAmong)
  if (!found.ok || found.value.length === 0) return known
  return turn.knowledge.sheet(question, { ...options, among: found.value })
}

/** The name of a product that is spoken of: by the message, or shown before and talked about still. */
function strangeName({ message, recall }: Turn): string | undefined {
  const spoken = message?.perception?.entities.find((each) => each.type === 'product')
  if (spoken) return String(spoken.value)
  return recall.shown?.find(({ id }) => id === recall.about)?.name
}

const filler = /[\p{P}\p{S}\s]|[那的吧呢啊呀嘛哦]|\b(?:what about|how about|and|the|this|that|one|please|ok|okay)\b/gu

/** Whether words are one of these names and say nothing more. */
export function namesOnly(words: string, names: readonly string[]): boolean {
  const rest = names.reduce((left, each) => left.replaceAll(each.toLowerCase(), ''), words.toLowerCase())
  return rest.replace(filler, '') === ''
}

/** 「那桌布呢」, "and the vase?": a thing is named and nothing asked of it. */
export function isPart(words: string): boolean {
  return /^那?.{1,12}呢[?？!！。\s]*$|^(?:and|what about|how about) .{1,40}$/i.test(words.trim())
}

/** A fact word for word, with its source. */
export function saysFact({ name, key, value }: ProductFact): LocalizedText {
  return literally({
    'zh-CN': `${key}：${value}（来自「${name}」的商品参数）`,
    en: `${key}: ${value} (from the product sheet of ${name})`,
  })
}

/** Several facts of one sheet that the question may be about. */
export function saysFacts(facts: readonly ProductFact[]): LocalizedText {
  const lines = (colon: string) => facts.map(({ key, value }) => `- ${key}${colon}${value}`).join('\n')
  const name = facts[0]?.name ?? ''
  return literally({
    'zh-CN': `「${name}」的商品参数里写着：\n${lines('：')}`,
    en: `The product sheet of ${name} says:\n${lines(': ')}`,
  })
}

/** The variant that was asked for, as far as the sheet lists it, and what else was asked. */
export function saysVariant(name: string, { said, key, listed, item }: Variant, facts: readonly ProductFact[]): LocalizedText {
  const others = facts.filter((fact) => fact.key !== key)
  const rest = (colon: string) => others.map((fact) => `\n${others.length > 1 ? '- ' : ''}${fact.key}${colon}${fact.value}`)
  return literally(
    item === undefined
      ? {
          'zh-CN': `「${name}」的商品参数里没有${said}，写的是：${listed.join('、')}。`,
          en: `The product sheet of ${name} lists no ${said}, only: ${listed.join(', ')}.`,
        }
      : {
          'zh-CN': [`「${name}」有${item}。`, ...rest('：')].join(''),
          en: [`${name} comes in ${item}.`, ...rest(': ')].join(''),
        },
  )
}

/** A sheet that does not say is said to be silent: nothing is made up. */
export function saysSilent(name: string): LocalizedText {
  return literally({
    'zh-CN': `「${name}」的商品参数里没有写这一项。`,
    en: `The product sheet of ${name} does not say this.`,
  })
}

/** Sheets are data: braces in them are no blanks to fill in. */
function literally(text: { 'zh-CN': string; en: string }): LocalizedText {
  const plain = (words: string) => words.replaceAll('{{', '{ {').replaceAll('{%', '{ %')
  return { 'zh-CN': plain(text['zh-CN']), en: plain(text.en) }
}
