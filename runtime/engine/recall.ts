import type { TurnMood } from '../../nodes/turn.ts'
import type { OutboundContent } from '../../schemas/content.ts'
import type { Recall, ShownProduct } from '../../schemas/conversation.ts'
import type { Product } from '../../schemas/shop.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import type { Run } from './running.ts'

const mostAsked = 8
const mostTold = 12
const mostShown = 8

/** Takes in what perception read of this turn's message. Called before any card works, so that all see the same. */
export function hearRecall(run: Run): void {
  const perception = run.message?.perception
  // a message read by itself leaves nothing to remember
  if (!perception || (!perception.feeling && perception.question === undefined && !run.state.recall)) return
  const recall: Recall = { ...run.state.recall }
  if (perception.feeling) recall.mood = perception.feeling
  if (perception.complaint) recall.complaint = perception.complaint
  else delete recall.complaint
  delete recall.repeated
  const { question, repeats } = perception
  if (question !== undefined) {
    const asked = [...(recall.asked ?? [])]
    const [before] = repeats ? asked.splice(repeats.index, 1) : []
    recall.repeated = (before?.times ?? 0) + 1
    recall.asked = [...asked, { text: question.slice(0, 200), times: recall.repeated }].slice(-mostAsked)
    recall.last = (perception.meant ?? wordsSaid(run)).slice(0, 200)
  }
  const product = perception.entities.find((each) => each.type === 'product' && each.id !== undefined)
  if (product?.id) recall.about = product.id
  run.state.recall = recall
}

/** Takes in what was said and shown to the visitor in this turn. */
export function tellRecall(run: Run): void {
  if (run.messages.length === 0) return
  const recall: Recall = { ...run.state.recall }
  const told: number[] = []
  for (const { content, node } of run.messages) {
    const text = node === undefined ? undefined : textOf(content)
    if (text !== undefined) told.push(run.raw?.get(content) ?? hashOf(text))
    else if (content.type === 'cards' || content.type === 'order' || content.type === 'parcel')
      show(recall, productsOf(content, run.locale))
  }
  if (told.length > 0) recall.told = recall.told ? [...recall.told, ...told].slice(-mostTold) : told.slice(-mostTold)
  run.state.recall = recall
}

/** Takes in products that an answer was about without a card. */
export function speakOf(run: Run, products: readonly Product[]): void {
  const recall: Recall = { ...run.state.recall }
  show(
    recall,
    products.map((each) => shownOf(each, run.locale)),
  )
  run.state.recall = recall
}

/** How the visitor feels, for conditions and watching cards. */
export function moodOf(run: Run): TurnMood {
  const { recall } = run.state
  const now = run.message?.perception?.mood
  const lasting = recall?.mood
  const stronger = (field: 'anger' | 'anxiety' | 'urgency') => Math.max(now?.[field] ?? 0, lasting?.[field] ?? 0)
  return {
    anger: stronger('anger'),
    anxiety: stronger('anxiety'),
    urgency: stronger('urgency'),
    negative: lasting?.recent.filter(Boolean).length ?? (now?.polarity === 'negative' ? 1 : 0),
    complaint: recall?.complaint ?? 0,
    repeated: recall?.repeated ?? 0,
  }
}

/** Text of a message that could be said twice in the same words. */
export function textOf(content: OutboundContent): string | undefined {
  return content.type === 'text' || content.type === 'choices' ? content.text : undefined
}

/** A small number that tells texts apart (FNV-1a, Fowler, Noll and Vo). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash >>> 0
}

function wordsSaid(run: Run): string {
  const content = run.message?.content
  return content?.type === 'text' ? content.text : content?.type === 'choice' ? (content.label ?? '') : ''
}

/** A list takes the place of the last one; a single product joins it and is the one spoken of. */
function show(recall: Recall, products: ShownProduct[]): void {
  const [first] = products
  if (!first) return
  const others = (recall.shown ?? []).filter((each) => !products.some((one) => one.id === each.id))
  recall.shown = products.length > 1 ? products.slice(0, mostShown) : [...others, first].slice(-mostShown)
  if (products.length > 1) delete recall.about
  else recall.about = first.id
}

function productsOf(content: OutboundContent, locale: Locale): ShownProduct[] {
  if (content.type === 'cards') return content.products.map((each) => shownOf(each, locale))
  const order = content.type === 'order' ? content.order : content.type === 'parcel' ? content.order : undefined
  return (order?.lines ?? []).map((line) => ({
    id: line.sku.slice(0, 200),
    name: line.name.slice(0, 200),
    words: line.name.toLowerCase().slice(0, 400),
    price: line.price.amount,
  }))
}

/** What of a product is remembered. */
function shownOf(product: Product, locale: Locale): ShownProduct {
  const name = textIn(product.name, locale) || product.id
  const words = [...Object.values(product.name), product.variant ?? '', ...product.tags, ...Object.values(product.attributes)]
  return {
    id: product.id.slice(0, 200),
    name: name.slice(0, 200),
    words: words.join(' ').toLowerCase().slice(0, 400),
    price: product.price.amount,
  }
}
