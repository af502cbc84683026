import type { z } from 'zod'
import type { InboundContent } from '../../schemas/content.ts'
import type { Mention, SlotValue } from '../../schemas/conversation.ts'
import type { Perception } from '../../schemas/perception.ts'
import type { Locale } from '../../schemas/text.ts'
import { readPattern } from '../pattern.ts'
import { saidWords } from '../said.ts'
import type { Turn } from '../turn.ts'
import type { ask } from './node.ts'

type Data = Pick<z.infer<typeof ask.data>, 'entity' | 'pattern' | 'least' | 'most'>

const yes = new Set([
  '是',
  '是的',
  '对',
  '对的',
  '好',
  '好的',
  '可以',
  '嗯',
  '要',
  '行',
  '没错',
  'yes',
  'y',
  'yep',
  'yeah',
  'ok',
  'sure',
  'right',
])
const no = new Set(['不', '不是', '不对', '不用', '不要', '不可以', '没有', '别', '否', 'no', 'n', 'nope', 'not'])

/**
 * The answer in these words, as the kind of value that is asked for.
 * @param found value of that kind which perception saw, if any
 * @returns undefined when it is no such value or breaks the limits
 */
export function readValue(data: Data, words: string, found: SlotValue | undefined): SlotValue | undefined {
  if (usesPattern(data)) return fitting(data.pattern, found, words)
  const value = found ?? plainValue(data, words)
  if (value === undefined || value === '') return undefined
  if (data.entity === 'number' || data.entity === 'money') {
    const amount = Number(value)
    if (!Number.isFinite(amount) || amount < (data.least ?? -Infinity) || amount > (data.most ?? Infinity)) return undefined
    return amount
  }
  return value
}

/** What fits the operator's own pattern: the value seen, the whole words, or the one code among them. */
function fitting(pattern: string, found: SlotValue | undefined, words: string): string | undefined {
  const own = readPattern(pattern)
  if (!own) return undefined
  const bare = words.normalize('NFKC').trim()
  const whole = [...(typeof found === 'string' ? [found] : []), bare].find((each) => own.matches(each))
  if (whole !== undefined) return whole
  const codes = (bare.match(/[A-Za-z0-9][A-Za-z0-9_./-]*/g) ?? []).filter((each) => own.matches(each))
  return codes.length === 1 ? codes[0] : undefined
}

const unsure = /^(?:不知道|不清楚|不确定|忘了|啥|什么|嗯+|哦+|唉+|\?+|？+|i don'?t know|no idea|not sure|what|hm+)[。.!！?？]*$/i

/** Words that ask something: no name, product or address. */
const question =
  /[?？吗呢吧]$|怎么|什么|多少|多久|几[天点件]|哪[里儿个些]|能不能|可不可以|有没有|^(?:how|what|when|where|which|who|why|can|could|do|does|is|are|will) /i

export const isQuestion = (words: string): boolean => question.test(words.normalize('NFKC').trim())

const skipped = /^(?:跳过|先?不填|没有|不知道|不清楚|不用了?|不方便|算了|skip|none|no|no idea|i don'?t know|not sure|n\/a)[。.!！~]*$/i

/** Has none, or cannot make one now: said only where a photo or a voice message is asked for. */
const noMedia =
  /^(?:我)?(?:现在|手边|暂时)?(?:没有?|没拍|没留|没录|拍不了|发不了|录不了|不方便|不想)(?:拍|发|录)?(?:照片?|图片?|语音)?(?:了|呢|啊|呀|哦)?[。.!！~]*$|^(?:i )?(?:have no|don'?t have (?:an?y?|one)|can(?:no|')t (?:take|send|record)(?: an?y?| one)?)(?: (?:photos?|pictures?|voice messages?))?(?: (?:now|right now))?[.!]*$/i

/** Whether somebody leaves a question open that may stay so. */
export function isSkip(content: InboundContent, choice: string, entity: Data['entity']): boolean {
  if (content.type === 'choice') return content.value === choice
  const words = saidWords(content).trim()
  return skipped.test(words) || ((entity === 'photo' || entity === 'voice') && noMedia.test(words))
}

const future =
  /上门|取件|预约|方便|希望|安排|送达|送货|收货时间|什么时候来|pick ?up|visit|appointment|prefer|convenient|would you like|deliver|come by/i
const past = /买的|购买|下单|收到|签收|拍下|发生|bought|ordered|order date|received|arrived|purchas|happen/i

/** A date said in passing answers only questions about its own time: 昨天买的 is no day for a visit. */
export function fitsTime(
  data: Pick<z.infer<typeof ask.data>, 'entity' | 'question'>,
  mention: Mention,
  turn: Pick<Turn, 'now' | 'zoneMinutes' | 'text'>,
): boolean {
  if (data.entity !== 'date' && data.entity !== 'date_time') return true
  const question = turn.text(data.question)
  const today = new Date(turn.now + turn.zoneMinutes * 60_000).toISOString().slice(0, 10)
  const day = String(mention.value).slice(0, 10)
  if (future.test(question)) return day >= today && mention.role !== 'from'
  return !past.test(question) || day <= today
}

/** A value as the visitor is told it. */
export function shownValue(entity: Data['entity'], value: SlotValue, locale: Locale): string {
  const text = String(value)
  if (entity === 'date_time') return text.replace('T', ' ')
  if (entity === 'height_cm') return locale === 'en' ? `${text} cm` : `${text} 厘米`
  if (entity === 'weight_kg') return locale === 'en' ? `${text} kg` : `${text} 公斤`
  return text
}

/** How well the words look like such a value, 0–1; takes nothing. */
export function seemsValue(data: Data, words: string, perception: Perception | null): number {
  const entity = perception?.entities.find((each) => each.type === data.entity && each.role !== 'not')?.value
  if (readValue(data, words.trim(), entity) === undefined) return 0
  if (entity !== undefined || data.entity === 'yes_no') return 0.9
  return usesPattern(data) ? 0.9 : 0.5
}

function usesPattern(data: Data): data is Data & { pattern: string } {
  return Boolean(data.pattern) && ['text', 'order_no', 'tracking_no'].includes(data.entity)
}

/** Without a recogniser's help: whole texts, bare numbers, yes and no, and codes that fit the operator's own pattern. */
function plainValue(data: Data, words: string): SlotValue | undefined {
  const bare = words.normalize('NFKC').trim()
  if (data.entity === 'text') return words
  if (data.entity === 'number') return /^-?\d+(\.\d+)?$/.test(bare) ? Number(bare) : undefined
  if (data.entity === 'yes_no') {
    const word = bare.toLowerCase().replace(/[。！!.,，~的]+$/u, '')
    const first = word.length <= 12 ? (word.split(/[，,。!！;；]/, 1)[0] ?? '').trim() : ''
    // 「对，送妈妈」 says yes, and more
    return [word, first].flatMap((each) => (yes.has(each) ? [true] : no.has(each) ? [false] : []))[0]
  }
  return bareValue(data.entity, bare)
}

/** What a visitor types when asked for just this: 王小明, 165, an address without a number. */
function bareValue(entity: Data['entity'], bare: string): SlotValue | undefined {
  const amount = /^\d+(?:\.\d+)?$/.test(bare) ? Number(bare) : undefined
  const between = (least: number, most: number) => (amount !== undefined && amount >= least && amount <= most ? amount : undefined)
  switch (entity) {
    case 'quantity':
      return Number.isInteger(amount) ? between(1, 99_999) : undefined
    case 'height_cm':
      return between(40, 250)
    case 'weight_kg':
      return between(1, 400)
    case 'rating':
      return Number.isInteger(amount) ? between(1, 5) : undefined
    case 'ordinal':
      return Number.isInteger(amount) ? between(1, 99) : undefined
    case 'person_name':
      return /^[\p{L}·•' .-]{2,30}$/u.test(bare) && !question.test(bare) ? bare : undefined
    case 'address':
      return bare.length >= 6 && /\p{L}/u.test(bare) && !question.test(bare) ? bare : undefined
    case 'size':
      return /^(?=.*(?:\d|^[a-z]))[A-Za-z0-9./-]{1,8}码?$/i.test(bare) ? bare.replace(/码$/, '').toUpperCase() : undefined
    case 'colour':
      return /^[\p{Script=Han}]{1,6}色的?$/u.test(bare) ? bare.replace(/的$/, '') : undefined
    case 'product':
      return bare.length >= 2 && bare.length <= 60 && !unsure.test(bare) && !question.test(bare) ? bare : undefined
    case 'symptom':
    case 'reason':
      return bare.length >= 2 && bare.length <= 300 && /\p{L}/u.test(bare) && !unsure.test(bare) ? bare : undefined
    case 'coupon_code':
      return /^[A-Za-z0-9-]{4,20}$/.test(bare) ? bare.toUpperCase() : undefined
    default:
      return undefined
  }
}
