import type { Choice } from '../../schemas/content.ts'
import { systemChoices } from '../../schemas/content.ts'
import type { EntityType } from '../../schemas/perception.ts'
import type { Locale } from '../../schemas/text.ts'

type Words = { [locale in Locale]: string }

/** What is needed, with an example: said after an answer that was none, when the operator wrote nothing of their own. */
const needs: { [type in EntityType]: Words } = {
  text: { 'zh-CN': '没太明白，能再说具体一点吗？', en: 'I did not quite get that. Could you tell me a little more?' },
  choice: { 'zh-CN': '请从下面选一个，直接说「第二个」也行。', en: 'Please pick one of these; saying “the second” works too.' },
  order_no: {
    'zh-CN': '没看到订单号。它在「我的订单」里，是一串 12–18 位的数字（有的带字母），比如 D20261118-0042。',
    en: 'I see no order number there. It stands under “My orders”, 12 to 18 digits, sometimes with a letter, such as D20261118-0042.',
  },
  tracking_no: {
    'zh-CN': '没看到快递单号。它在发货短信或物流页里，比如 SF1234567890123。',
    en: 'I see no tracking number there. It is in the shipping notice, such as SF1234567890123.',
  },
  phone: {
    'zh-CN': '手机号好像不对，请发 11 位手机号，比如 138 0000 0000。',
    en: 'That is no phone number I know. Please send it with the area or country code, such as +1 415 555 0100.',
  },
  email: {
    'zh-CN': '邮箱好像不完整，比如 name@example.com。',
    en: 'That e-mail address looks incomplete. It should look like name@example.com.',
  },
  number: { 'zh-CN': '请告诉我一个数字，比如 3。', en: 'Please give me a number, such as 3.' },
  money: { 'zh-CN': '请告诉我金额，比如 200 元。', en: 'Please tell me an amount, such as ¥200.' },
  date: {
    'zh-CN': '请告诉我是哪一天，比如 11 月 20 日、昨天、下周六。',
    en: 'Please tell me the day, such as 20 November, yesterday or next Saturday.',
  },
  yes_no: { 'zh-CN': '请回答「是」或「不是」。', en: 'Please answer yes or no.' },
  size: { 'zh-CN': '请告诉我尺码，比如 M、XL，鞋子说 42 码。', en: 'Please tell me the size, such as M or XL; for shoes, 42.' },
  colour: { 'zh-CN': '请告诉我颜色，比如黑色、米白。', en: 'Please tell me the colour, such as black or cream.' },
  date_time: {
    'zh-CN': '请告诉我哪天几点，比如明天下午 3 点、下周六上午。',
    en: 'Please tell me the day and time, such as tomorrow at 3 pm or Saturday morning.',
  },
  quantity: { 'zh-CN': '请告诉我数量，比如 2 件。', en: 'Please tell me how many, such as 2.' },
  height_cm: { 'zh-CN': '请告诉我身高，比如 165 厘米、一米七。', en: 'Please tell me the height, such as 165 cm or 5\'7".' },
  weight_kg: { 'zh-CN': '请告诉我体重，比如 55 公斤、110 斤。', en: 'Please tell me the weight, such as 55 kg or 120 lb.' },
  ordinal: { 'zh-CN': '请告诉我是第几个，比如「第二个」。', en: 'Please tell me which one, such as “the second”.' },
  rating: { 'zh-CN': '请打 1 到 5 分，5 分最满意。', en: 'Please give 1 to 5, where 5 is best.' },
  person_name: { 'zh-CN': '请告诉我姓名，比如王小明。', en: 'Please tell me the name, such as Anna Li.' },
  address: {
    'zh-CN': '地址还不完整，请写清省市区、街道和门牌，比如浙江省杭州市西湖区文三路 12 号 3 栋 501。',
    en: 'The address looks incomplete. Please give street, number, city and postcode, such as 12 King Street, Leeds LS1 2HQ.',
  },
  tax_no: {
    'zh-CN': '税号好像不对，公司的统一社会信用代码是 18 位，比如 91110108551385082Q。',
    en: 'That tax number does not add up. A company’s number has 18 characters, such as 91110108551385082Q.',
  },
  coupon_code: {
    'zh-CN': '请发优惠码，一般是字母加数字，比如 NEW15。',
    en: 'Please send the coupon code, usually letters and digits, such as NEW15.',
  },
  product: {
    'zh-CN': '没找到这件商品，请告诉我商品名，比如「手作陶瓷杯」。',
    en: 'I could not find that product. Please tell me its name, such as “ceramic cup”.',
  },
  symptom: {
    'zh-CN': '请说说具体是什么现象，比如「开机没反应」「底部漏水」。',
    en: 'Please tell me what happens, such as “it does not turn on” or “water leaks at the bottom”.',
  },
  reason: {
    'zh-CN': '请告诉我原因，比如「尺码不合适」「收到时破了」。',
    en: 'Please tell me why, such as “wrong size” or “arrived damaged”.',
  },
  photo: { 'zh-CN': '请发一张照片，拍清楚有问题的地方。', en: 'Please send a photo that shows the problem clearly.' },
  voice: { 'zh-CN': '请发一段语音，几秒钟就行。', en: 'Please send a short voice message, a few seconds are enough.' },
}

const stillNot: Words = {
  'zh-CN': '还是没对上，您可以点下面的选项，或者找人工。',
  en: 'That still does not fit. You can tap one of these, or talk to a person.',
}
const onlyPerson: Words = {
  'zh-CN': '还是没对上。您再试一次，或者我请同事来帮您。',
  en: 'That still does not fit. Try once more, or let a colleague help you.',
}
const ambiguous: Words = { 'zh-CN': '您说的这几个里，要哪一个？', en: 'You named more than one. Which of them?' }
const unfit: Words = {
  'zh-CN': '格式好像不对，请核对后再发一次。',
  en: 'That does not have the right form. Please check it and send it again.',
}
const person: Words = { 'zh-CN': '找人工', en: 'Talk to a person' }
const skip: Words = { 'zh-CN': '跳过', en: 'Skip' }

/** Value of the button that leaves a question open. */
export const skipChoice = '@skip'

/** What to say after so many answers that were none: first what is needed, then that there are buttons. */
export function askAgain(
  entity: EntityType,
  tries: number,
  more: { pattern: boolean; least?: number | undefined; most?: number | undefined },
): Words {
  if (tries >= 2) return onlyPerson
  if (more.pattern) return unfit
  if (entity === 'number' || entity === 'money') return between(needs[entity], more.least, more.most)
  return needs[entity]
}

/** The same when there are buttons to tap. */
export function askWithChoices(entity: EntityType, tries: number, more: Parameters<typeof askAgain>[2]): Words {
  return tries >= 2 ? stillNot : askAgain(entity, tries, more)
}

export const askWhich = ambiguous

function between(words: Words, least: number | undefined, most: number | undefined): Words {
  if (least === undefined && most === undefined) return words
  if (least !== undefined && most !== undefined)
    return { 'zh-CN': `请告诉我一个数字，${least} 到 ${most} 之间。`, en: `Please give me a number from ${least} to ${most}.` }
  return least === undefined
    ? { 'zh-CN': `请告诉我一个数字，最多 ${most}。`, en: `Please give me a number, ${most} at most.` }
    : { 'zh-CN': `请告诉我一个数字，最少 ${least}。`, en: `Please give me a number, ${least} at least.` }
}

/** Answers that help somebody who did not find the right words. */
const usual: { [type in EntityType]?: { [locale in Locale]: readonly [value: string, label: string][] } } = {
  yes_no: {
    'zh-CN': [
      ['是', '是'],
      ['不是', '不是'],
    ],
    en: [
      ['yes', 'Yes'],
      ['no', 'No'],
    ],
  },
  size: { 'zh-CN': same('S', 'M', 'L', 'XL', 'XXL'), en: same('S', 'M', 'L', 'XL', 'XXL') },
  rating: { 'zh-CN': same('5', '4', '3', '2', '1'), en: same('5', '4', '3', '2', '1') },
  quantity: { 'zh-CN': same('1', '2', '3'), en: same('1', '2', '3') },
}

function same(...labels: string[]): [string, string][] {
  return labels.map((label) => [label, label])
}

/** Buttons of the second try: usual answers, a way past an optional question, and always a person. */
export function helpChoices(entity: EntityType, locale: Locale, optional: boolean): Choice[] {
  const answers = (usual[entity]?.[locale] ?? []).map(([value, label]) => ({ value, label }))
  return [...answers, ...(optional ? skipOnly(locale) : []), { value: systemChoices.human, label: person[locale] }]
}

export function skipOnly(locale: Locale): Choice[] {
  return [{ value: skipChoice, label: skip[locale] }]
}
