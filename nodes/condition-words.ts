import type { Comparison, Condition, ConditionValue, Operator } from '../schemas/condition.ts'
import type { Locale, LocalizedText } from '../schemas/text.ts'

type Words = { [locale in Locale]: string }

/** An operator in a sentence: `{value}` and `{operand}` are its blanks. The builder offers the same words. */
export const operatorWords: { [operator in Operator]: Words } = {
  'is-set': { 'zh-CN': '{value}有值', en: '{value} has a value' },
  'is-empty': { 'zh-CN': '{value}是空的', en: '{value} is empty' },
  equals: { 'zh-CN': '{value}是「{operand}」', en: '{value} is "{operand}"' },
  'not-equals': { 'zh-CN': '{value}不是「{operand}」', en: '{value} is not "{operand}"' },
  contains: { 'zh-CN': '{value}含有「{operand}」', en: '{value} contains "{operand}"' },
  'is-one-of': { 'zh-CN': '{value}是{operand}之一', en: '{value} is one of {operand}' },
  matches: { 'zh-CN': '{value}符合模式 {operand}', en: '{value} matches {operand}' },
  'greater-than': { 'zh-CN': '{value}大于 {operand}', en: '{value} is more than {operand}' },
  'at-least': { 'zh-CN': '{value}不少于 {operand}', en: '{value} is at least {operand}' },
  'less-than': { 'zh-CN': '{value}小于 {operand}', en: '{value} is less than {operand}' },
  'at-most': { 'zh-CN': '{value}不超过 {operand}', en: '{value} is at most {operand}' },
  before: { 'zh-CN': '{value}早于 {operand}', en: '{value} is before {operand}' },
  after: { 'zh-CN': '{value}晚于 {operand}', en: '{value} is after {operand}' },
  'within-hours': { 'zh-CN': '{value}离现在不到 {operand} 小时', en: '{value} is within {operand} hours of now' },
}

type FieldsOf<From extends ConditionValue['from']> =
  Extract<ConditionValue, { from: From }> extends { field: infer Field extends string } ? Field : never
type ValueWords = { [From in Exclude<ConditionValue['from'], 'slot'>]: { [field in FieldsOf<From>]: Words } }

/** What a comparison can look at, besides variables. */
export const valueWords: ValueWords = {
  profile: {
    tier: { 'zh-CN': '会员等级', en: 'membership tier' },
    orders: { 'zh-CN': '历史订单数', en: 'number of past orders' },
    spent: { 'zh-CN': '累计消费（分）', en: 'money spent (cents)' },
    tags: { 'zh-CN': '顾客标签', en: "visitor's tags" },
    verified: { 'zh-CN': '是否已登录', en: 'signed in' },
  },
  message: {
    text: { 'zh-CN': '这句话', en: 'the message' },
    language: { 'zh-CN': '这句话的语言', en: "the message's language" },
    intent: { 'zh-CN': '这句话的意图', en: "the message's intent" },
    mood: { 'zh-CN': '情绪', en: 'mood' },
  },
  mood: {
    anger: { 'zh-CN': '生气程度（0–1）', en: 'anger (0–1)' },
    anxiety: { 'zh-CN': '焦虑程度（0–1）', en: 'worry (0–1)' },
    urgency: { 'zh-CN': '着急程度（0–1）', en: 'urgency (0–1)' },
    negative: { 'zh-CN': '最近三句里不满的句数', en: 'unhappy messages of the last three' },
    complaint: { 'zh-CN': '隐性投诉倾向（0–1）', en: 'hidden complaint (0–1)' },
    repeated: { 'zh-CN': '同一个问题问了几遍', en: 'times the same question was asked' },
  },
  clock: {
    now: { 'zh-CN': '现在', en: 'now' },
    hour: { 'zh-CN': '现在几点', en: 'the hour' },
    weekday: { 'zh-CN': '今天星期几', en: 'the weekday' },
  },
  conversation: {
    channel: { 'zh-CN': '渠道', en: 'channel' },
    locale: { 'zh-CN': '界面语言', en: 'language' },
    turns: { 'zh-CN': '聊了几轮', en: 'number of turns' },
  },
}

/** A condition as one plain sentence: "停滞小时数大于 72，而且会员等级是「gold」". */
export function conditionWords(condition: Condition, locale: Locale): string {
  return sentence(condition, locale, true)
}

/** The same in both languages. */
export function conditionText(condition: Condition): LocalizedText {
  return { 'zh-CN': conditionWords(condition, 'zh-CN'), en: conditionWords(condition, 'en') }
}

function sentence(condition: Condition, locale: Locale, top: boolean): string {
  if ('not' in condition)
    return locale === 'zh-CN' ? `并非（${sentence(condition.not, locale, true)}）` : `not (${sentence(condition.not, locale, true)})`
  if (!('all' in condition) && !('any' in condition)) return comparisonWords(condition, locale)
  const parts = 'all' in condition ? condition.all : condition.any
  const joint = 'all' in condition ? { 'zh-CN': '，而且', en: ' and ' } : { 'zh-CN': '，或者', en: ' or ' }
  const joined = parts.map((part) => sentence(part, locale, parts.length === 1 && top)).join(joint[locale])
  if (top || parts.length === 1) return joined
  return locale === 'zh-CN' ? `（${joined}）` : `(${joined})`
}

function comparisonWords({ value, operator, operand }: Comparison, locale: Locale): string {
  const name = valueName(value, locale)
  // a variable's Latin name keeps its distance from Chinese words
  const spaced = locale === 'zh-CN' && /\w$/.test(name) ? `${name} ` : name
  const blanks: Record<string, string> = { value: spaced, operand: operandWords(operand, locale) }
  return operatorWords[operator][locale].replace(/\{(value|operand)\}/g, (_blank, name: string) => blanks[name] ?? '')
}

/** What a comparison looks at, in words; a variable by its name. */
export function valueName(value: ConditionValue, locale: Locale): string {
  if (value.from === 'slot') return value.name
  const fields: Record<string, Words> = valueWords[value.from]
  return fields[value.field]?.[locale] ?? value.field
}

function operandWords(operand: Comparison['operand'], locale: Locale): string {
  if (operand === undefined || operand === '' || (Array.isArray(operand) && operand.length === 0)) return '…'
  if (Array.isArray(operand))
    return operand.map((each) => (locale === 'zh-CN' ? `「${each}」` : `"${each}"`)).join(locale === 'zh-CN' ? '' : ', ')
  return String(operand)
}
