import type { Recall, ShownProduct } from '../../schemas/conversation.ts'
import type { Perception } from '../../schemas/perception.ts'
import type { EntityContext } from './entities/kind.ts'
import { findEntities } from './entities.ts'

type Entity = Perception['entities'][number]

/** What a message means by what was shown and said before. */
export interface Reference {
  product?: Entity
  /** The whole question where only a part of it was said. */
  meant?: string
}

const anyCue =
  /[这那该它呢便贵]|第|刚才|前面|后面|上面|最后|\b(?:this|that|it|one|ones|first|second|third|last|what about|how about|cheap|cheaper|cheapest|expensive)\b/i
const thisOne =
  /(?:(?:这|那|该)一?(?:款|个|件|双|条|只|台|种|瓶|支|把|套)(?!问题|意思|月|星期|礼拜|人|订单|快递|包裹|地址|电话|号码|券|活动|时候)(?:商品|产品|东西|宝贝)?|它(?!们)|刚才(?:说的|看的)?(?:那|这)(?:个|款|件))/
const thisOneEnglish =
  /\b(?:this|that|the same) (?:one|item|product|thing)\b|(?<=^(?:is|does|do|can|will|has|are|how (?:much|big|long|heavy|tall) is) )(?:it|this|that|they)\b/i
const cheaper =
  /(?:刚才|前面|那|这|最)[^，,。]{0,4}便宜(?:点|一点|些)?的?(?:那?[个款件])?|便宜(?:点|一点|些)?的那[个款件]|\bthe (?:cheap(?:er|est)?|less expensive)(?: one)?\b/i
const dearer =
  /(?:刚才|前面|那|这|最)[^，,。]{0,4}贵(?:点|一点|些)?的?(?:那?[个款件])?|贵(?:点|一点|些)?的那[个款件]|\bthe (?:more|most) expensive(?: one)?\b|\bthe pric(?:ier|iest)(?: one)?\b/i
const part = /^(?:那么?|要是|如果是?|那要是|那如果)?(?:换成|要)?(.{1,14}?)(?:的|款|的话)?呢[?？!！。\s]*$/
const partEnglish =
  /^(?:(?:and |so |ok,? |okay,? |then )*(?:what|how) about|(?:and|or|then)(?: in)?) (?:the |an? )?(.+?)(?: (?:ones?|size|colou?r))?[?.!\s]*$/i

/** Kinds in which one question about a product differs from the next. */
const variants = new Set(['colour', 'size', 'quantity', 'date', 'date_time', 'height_cm', 'weight_kg', 'address'])

/** Shops write a colour in one language and visitors say it in the other. */
const sameColour: readonly (readonly string[])[] = [
  ['黑', 'black'],
  ['白', 'white'],
  ['红', 'red'],
  ['蓝', 'blue'],
  ['绿', 'green'],
  ['黄', 'yellow'],
  ['灰', 'gray', 'grey'],
  ['粉', 'pink'],
  ['紫', 'purple'],
  ['棕', 'brown'],
  ['橙', 'orange'],
  ['金', 'gold'],
  ['银', 'silver'],
  ['米', 'beige', 'cream'],
]

/** Resolves 「那白色的呢」, 「第二个」, 「这款」 and 「刚才那个便宜的」 by what the conversation remembers. */
export function refer(text: string, entities: readonly Entity[], recall: Recall, context: EntityContext = {}): Reference {
  const { shown = [], last } = recall
  if (shown.length === 0 && last === undefined) return {}
  const named = entities.find((each) => each.type === 'product')
  if (!named && !anyCue.test(text)) return {}
  const pointed = named ? undefined : pointAt(text, entities, shown, recall.about)
  const product = named ?? pointed?.entity
  const meant =
    inFull(text, entities, { last, context, shown }, product, Boolean(named ?? pointed?.explicit)) ??
    (pointed?.stands && product ? withName(text, product) : undefined)
  return { ...(pointed ? { product: pointed.entity } : {}), ...(meant ? { meant: meant.slice(0, 400) } : {}) }
}

/**
 * The product that the words point at. `stands`: they stand for its name and can be replaced by it; `explicit`: they are about
 * this one rather than about what was spoken of anyway.
 */
function pointAt(
  text: string,
  entities: readonly Entity[],
  shown: readonly ShownProduct[],
  about: string | undefined,
): { entity: Entity; stands: boolean; explicit: boolean } | undefined {
  if (shown.length === 0) return undefined
  const focus = shown.find((each) => each.id === about) ?? (shown.length === 1 ? shown[0] : undefined)
  const [place, ...others] = entities.filter((each) => each.type === 'ordinal')
  if (place && others.length === 0 && shown.length > 1) {
    const at = Number(place.value)
    const product = shown.at(at > 0 ? at - 1 : at)
    return product && { entity: entityOf(product, place), stands: true, explicit: true }
  }
  const price = cheaper.exec(text) ?? dearer.exec(text)
  const priced = price && byPrice(shown, cheaper.test(text))
  if (price && priced) return { entity: entityOf(priced, spotOf(price)), stands: true, explicit: true }
  const colour = entities.find((each) => each.type === 'colour')
  const pointing = thisOne.exec(text) ?? thisOneEnglish.exec(text)
  const isPart = part.test(text) || partEnglish.test(text)
  // 「那白色的呢」 asks on about the product spoken of; only without one it chooses from what was shown
  if (colour && !(isPart && focus) && (isPart || pointing || /那|\bone\b/i.test(text))) {
    const stem = String(colour.value).replace(/色$/, '').toLowerCase()
    const names = [stem, ...(sameColour.find((each) => each.includes(stem)) ?? [])]
    const fitting = shown.filter((each) => names.some((name) => each.words.includes(name)))
    // a colour that several have is a variant of the one spoken of
    if (fitting.length === 1 && fitting[0] && shown.length > 1)
      return { entity: entityOf(fitting[0], colour), stands: false, explicit: true }
  }
  // 「快递呢」 is about no product
  if (!focus || (!pointing && !(isPart && entities.some((each) => variants.has(each.type))))) return undefined
  return {
    explicit: false,
    entity: entityOf(focus, pointing ? spotOf(pointing) : { text, start: 0, end: text.length }),
    stands: pointing !== null,
  }
}

function byPrice(shown: readonly ShownProduct[], least: boolean): ShownProduct | undefined {
  const priced = shown.filter((each) => each.price !== undefined)
  if (priced.length < 2) return undefined
  return priced.reduce((best, each) => ((each.price ?? 0) < (best.price ?? 0) === least ? each : best))
}

/** 「那白色的呢」 after 「这款有黑色吗」 is 「这款有白色吗」: the part that changed takes the place of its like. */
function inFull(
  text: string,
  entities: readonly Entity[],
  before: { last: string | undefined; context: EntityContext; shown: readonly ShownProduct[] },
  product: Entity | undefined,
  explicit: boolean,
): string | undefined {
  const { last, context, shown } = before
  if (last === undefined || !(part.test(text) || partEnglish.test(text))) return undefined
  const [own] = entities.filter((each) => variants.has(each.type))
  if (!own && !(product && explicit)) return undefined
  const about = product && (explicit || thisOne.test(last)) ? aboutProduct(last, product, shown) : last
  if (!own || (product && own.start === product.start && explicit)) return about
  const like = findEntities(about, context).find((one) => one.type === own.type)
  if (like) return about.slice(0, like.start) + own.text + about.slice(like.end)
  return /\p{Script=Han}/u.test(about) ? `${own.text}的${about}` : `${about} (${own.text})`
}

/** The same question about this product: its name in the place of "this one" or of the other name, else before it. */
function aboutProduct(question: string, product: Entity, shown: readonly ShownProduct[]): string {
  const name = String(product.value)
  if (question.includes(name)) return question
  const other = shown.find((each) => question.includes(each.name))
  if (other) return question.replace(other.name, () => name)
  const pointing = thisOne.exec(question) ?? thisOneEnglish.exec(question)
  if (pointing) return question.slice(0, pointing.index) + name + question.slice(pointing.index + pointing[0].length)
  return /\p{Script=Han}/u.test(question) ? name + question : `${question} (${name})`
}

function withName(text: string, product: Entity): string | undefined {
  const meant = text.slice(0, product.start) + product.value + text.slice(product.end)
  // pointing alone asks nothing
  return text.length - (product.end - product.start) >= 2 ? meant : undefined
}

function entityOf(product: ShownProduct, spot: Pick<Entity, 'text' | 'start' | 'end'>): Entity {
  return { type: 'product', value: product.name, id: product.id, text: spot.text, start: spot.start, end: spot.end }
}

function spotOf(match: RegExpExecArray): Pick<Entity, 'text' | 'start' | 'end'> {
  return { text: match[0], start: match.index, end: match.index + match[0].length }
}
