import type { z } from 'zod'
import type { Choice } from '../../schemas/content.ts'
import type { Mention, SlotValue } from '../../schemas/conversation.ts'
import { personalTypes } from '../../schemas/perception.ts'
import type { Amendment, Outcome, ResumeEvent } from '../define.ts'
import { behave } from '../define.ts'
import { matchChoice, type Offered } from '../match-choice.ts'
import { isNoneOfThese, noneSoType } from '../none-of-these.ts'
import { saidWords } from '../said.ts'
import type { Turn } from '../turn.ts'
import { askAgain, askWhich, askWithChoices, helpChoices, skipChoice, skipOnly } from './again.ts'
import { choose } from './choose.ts'
import { ask, idSlot } from './node.ts'
import { bestOf, findProducts, type NamedProduct } from './product.ts'
import { choiceOfReason } from './reasons.ts'
import { fitsTime, isQuestion, isSkip, readValue, seemsValue, shownValue } from './value.ts'

type Data = z.infer<typeof ask.data>
type Said = ResumeEvent & { kind: 'said' }
type Out = Outcome<'answered' | 'gave-up' | 'silent' | 'error'>
/** What was understood: a value, several to choose from, or nothing. */
type Heard = { value: SlotValue; mention?: Mention; id?: string } | { several: Offered[] } | undefined

/** From here on somebody is in too great a hurry for questions that may stay open. */
const hurried = 0.75
/** An order is named in a few words; in a sentence the thing may be what the sentence is about. */
const mostNamed = 24

export default behave(ask, {
  enter(data, turn) {
    const isSet = turn.slots[data.slot] !== undefined
    if (turn.isKept && isSet) return branches(data) ? { made: String(turn.slots[data.slot]) } : { leave: 'answered' }
    if (data.known && !branches(data) && isSet && turn.mentions(data.entity, 'message').length === 0) return { leave: 'answered' }
    const offered = data.offer === 'list' ? listed(data, turn) : []
    const heard = data.always ? undefined : alreadySaid(data, turn, offered)
    if (heard && 'value' in heard) return keep(data, turn, heard)
    if (isOptional(data) && Math.max(turn.mood.urgency, turn.mood.anxiety) >= hurried) return leaveOpen(data, turn)
    if (heard) return put(data, turn, data.question, heard.several, 0)
    if (data.offer === 'recent-orders') return askOrders(data, turn)
    if (data.entity === 'product' && data.offer === 'none' && !data.always) return askProduct(data, turn)
    // who has no photo at hand sees at once that it goes on without
    const past = isOptional(data) && ['photo', 'voice'].includes(data.entity) ? skipOnly(turn.locale) : []
    return put(data, turn, data.question, [...offered, ...past], 0)
  },

  resume(data, turn, event) {
    if (event.kind === 'silent') return { leave: 'silent' }
    const offered = remembered(data, turn)
    if (event.kind !== 'said') return put(data, turn, data.question, offered, 0)
    if (isOptional(data) && isSkip(event.content, skipChoice, data.entity)) return leaveOpen(data, turn)
    if (turnsDown(data, event, offered)) return put(data, turn, noneSoType, [], Number(turn.memory.tries ?? 0))
    const heard = read(data, turn, event, offered)
    if (heard && 'value' in heard) return keep(data, turn, heard)
    if (heard) return put(data, turn, askWhich, heard.several, Number(turn.memory.tries ?? 0))
    return data.entity === 'product' && event.content.type === 'text' ? findProduct(data, turn, event) : again(data, turn, offered)
  },

  fits(data, turn, event) {
    const words = saidWords(event.content)
    const offered = remembered(data, turn)
    const { content } = event
    if (content.type === 'choice' && offered.some((each) => each.value === content.value)) return 1
    if (matchChoice(words, offered) >= 0 || orderOf(data, words, offered) || turnsDown(data, event, offered)) return 1
    if (isOptional(data) && isSkip(content, skipChoice, data.entity)) return 1
    return onlyChoices(data) ? 0 : seemsValue(data, words, event.perception)
  },

  remind(data, turn) {
    turn.say(data.short ?? data.question, choicesOf(remembered(data, turn)))
  },

  amend(data, turn, event): Amendment | null {
    const offered = data.offer === 'list' ? listed(data, turn) : []
    const before = turn.slots[data.slot]
    const heard = onlyChoices(data) ? otherChoice(event, offered, before) : amended(data, turn, event, offered)
    if (!heard || heard.value === before) return null
    const shown = offered.find((each) => each.value === heard.value)?.label ?? shownValue(data.entity, heard.value, turn.locale)
    return {
      sets: { [data.slot]: heard.value, ...(heard.id === undefined ? {} : { [idSlot(data.slot)]: heard.id }) },
      // who somebody is and where is not read back
      shown: personalTypes.has(data.entity) ? { 'zh-CN': '新的', en: 'as you say now' }[turn.locale] : shown,
      ...(branches(data) ? { made: String(heard.value) } : {}),
      uses: heard.mention ? [heard.mention] : [],
    }
  },
})

/** What has been said already: a choice only if no node has answered the message, a value since this flow began. */
function alreadySaid(data: Data, turn: Turn, offered: Offered[]): Heard {
  const message = turn.message
  if (message && offered.length > 0 && turn.unanswered) {
    const found = offered[matchChoice(saidWords(message.content), offered)]
    if (found) return { value: found.value }
  }
  if (['text', 'yes_no', 'number'].includes(data.entity)) return undefined
  if (onlyChoices(data)) return undefined
  const chosen = choose(
    turn.mentions(data.entity).filter((each) => fitsTime(data, each, turn)),
    turn.role,
    false,
  )
  if (chosen.kind === 'several') {
    // values of the same message between which it does not decide are offered; old ones are not worth a question
    return data.offer === 'none' && turn.mentions(data.entity, 'message').length > 1 ? { several: chosen.mentions.map(offer) } : undefined
  }
  return chosen.kind === 'one' ? valueOf(data, chosen.mention, offered) : undefined
}

/** The mention as this question's value: one of its choices where it has some, within its limits. */
function valueOf(data: Data, mention: Mention, offered: Offered[]): Heard & ({ value: SlotValue } | undefined) {
  const choice =
    offered[matchChoice(String(mention.value), offered)] ??
    (data.entity === 'reason' ? choiceOfReason(String(mention.value), offered) : undefined)
  if (choice) return { value: choice.value, mention }
  const value = readValue(data, String(mention.value), mention.value)
  return value === undefined ? undefined : { value, mention, ...(mention.id === undefined ? {} : { id: mention.id }) }
}

function read(data: Data, turn: Turn, event: Said, offered: Offered[]): Heard {
  const { content } = event
  if (content.type === 'choice') {
    const tapped = offered.find((each) => each.value === content.value)
    if (tapped) return tappedValue(data, tapped)
  }
  const words = saidWords(content).trim()
  const found = offered[matchChoice(words, offered)] ?? orderOf(data, words, offered)
  if (found) return tappedValue(data, found)
  if (onlyChoices(data)) return choiceOfWords(data, turn, offered)
  const said = turn.mentions(data.entity, 'message')
  const chosen = choose(said, turn.role, true)
  if (chosen.kind === 'several') return data.offer === 'list' ? undefined : { several: chosen.mentions.map(offer) }
  if (chosen.kind === 'one') {
    const value = valueOf(data, chosen.mention, data.offer === 'list' ? offered : [])
    if (value) return value
  } else if (said.length > 0 && data.entity !== 'text') return undefined
  const value = data.entity === 'product' ? undefined : readValue(data, words, undefined)
  return value === undefined ? undefined : { value }
}

/** 「都不是」 to offered orders or products: the right one can still be typed. A list of the flow's own is all there is. */
function turnsDown(data: Data, { content }: Said, offered: Offered[]): boolean {
  return data.offer !== 'list' && offered.length > 0 && isNoneOfThese(content)
}

/** 「陶瓷杯那单」, "the vase": the one of the visitor's orders that holds it. */
function orderOf(data: Data, words: string, offered: Offered[]): Offered | undefined {
  if (data.offer !== 'recent-orders' || words.length > mostNamed || isQuestion(words)) return undefined
  const named = bestOf(words, offered.map(orderNames))
  return named.length === 1 ? offered.find((each) => each.value === named[0]?.id) : undefined
}

/** 穿不下 for a list that says 尺码不合适. */
function choiceOfWords(data: Data, turn: Turn, offered: Offered[]): Heard {
  if (data.offer !== 'list') return undefined
  const [reason] = turn.mentions('reason', 'message')
  const choice = reason && choiceOfReason(String(reason.value), offered)
  return choice ? { value: choice.value, mention: reason } : undefined
}

function tappedValue(data: Data, tapped: Offered): Heard {
  if (data.offer === 'list' || data.offer === 'recent-orders') return { value: tapped.value }
  if (data.entity === 'product') return { value: tapped.label, id: tapped.value }
  return { value: readValue(data, tapped.value, undefined) ?? tapped.value }
}

/** Another of the offered choices, named while a later question is open. */
function otherChoice(
  event: Said,
  offered: Offered[],
  before: SlotValue | undefined,
): { value: SlotValue; mention?: Mention; id?: string } | undefined {
  const words = saidWords(event.content)
  const others = offered.filter((each) => each.value !== before)
  // places count on the list that is shown now, not on this one
  const named = others.filter((each) => [each.label, ...(each.synonyms ?? [])].some((name) => name.length > 1 && words.includes(name)))
  const [only] = named
  return named.length === 1 && only ? { value: only.value } : undefined
}

function amended(
  data: Data,
  turn: Turn,
  event: Said,
  offered: Offered[],
): { value: SlotValue; mention?: Mention; id?: string } | undefined {
  if (['text', 'yes_no', 'number'].includes(data.entity)) return undefined
  const said = turn.mentions(data.entity, 'message')
  const chosen = choose(said, turn.role, true)
  const mention = chosen.kind === 'one' ? chosen.mention : undefined
  if (!mention) return undefined
  // of a long message only what its words change; a bare value needs no such words
  if (event.perception?.corrects !== true && saidWords(event.content).length > String(mention.value).length + 6) return undefined
  return valueOf(data, mention, offered)
}

function keep(data: Data, turn: Turn, heard: { value: SlotValue; mention?: Mention; id?: string }): Out {
  const isNow = !heard.mention || turn.mentions(data.entity, 'message').includes(heard.mention)
  if (heard.mention) turn.take(heard.mention)
  if (isNow) turn.takeMessage()
  turn.set(data.slot, heard.value)
  if (data.entity === 'product') turn.set(idSlot(data.slot), heard.id)
  turn.measure('question-answered', { slot: data.slot, tries: Number(turn.memory.tries ?? 0) + 1 })
  return branches(data) ? { made: String(heard.value) } : { leave: 'answered' }
}

/** It may stay open, and does. */
function leaveOpen(data: Data, turn: Turn): Out {
  turn.set(data.slot, undefined)
  turn.measure('question-skipped', { slot: data.slot })
  return { leave: 'answered' }
}

function again(data: Data, turn: Turn, offered: Offered[]): Out {
  const tries = Number(turn.memory.tries ?? 0) + 1
  if (tries >= data.tries) return { leave: 'gave-up' }
  const own = data.again[tries - 1]
  const usesPattern = Boolean(data.pattern)
  const more = { pattern: usesPattern, least: data.least, most: data.most }
  const help = tries < 2 ? [] : helpChoices(data.entity, turn.locale, isOptional(data))
  const buttons = offered.length > 0 ? [...offered, ...help.filter((each) => each.value.startsWith('@'))] : help
  const words = own ?? (buttons.some((each) => !each.value.startsWith('@')) ? askWithChoices : askAgain)(data.entity, tries, more)
  return put(data, turn, words, buttons, tries)
}

async function askOrders(data: Data, turn: Turn): Promise<Out> {
  const orders = await turn.shop.recentOrders(data.recent)
  // the visitor can still type the number when the shop is down
  const recent = orders.ok ? orders.value.slice(0, data.recent).map((order) => ({ value: order.id, label: orderLabel(order) })) : []
  return put(data, turn, data.question, recent, 0)
}

/** A product may have been named in the message that led here, in words that only the shop knows. */
async function askProduct(data: Data, turn: Turn): Promise<Out> {
  const { message, recall } = turn
  const words = [message ? saidWords(message.content) : '', recall.last ?? ''].filter((each) => each.trim().length >= 2)
  for (const each of new Set(words)) {
    const found = await findProducts(turn, each)
    const [first] = found
    if (first) return found.length === 1 ? keep(data, turn, productValue(first)) : put(data, turn, data.question, found.map(offered), 0)
  }
  return put(data, turn, data.question, [], 0)
}

async function findProduct(data: Data, turn: Turn, event: Said): Promise<Out> {
  const words = saidWords(event.content).trim()
  const found = await findProducts(turn, words)
  const [first] = found
  if (first && found.length === 1) return keep(data, turn, productValue(first))
  if (first) return put(data, turn, askWhich, found.map(offered), Number(turn.memory.tries ?? 0))
  // who names the same unknown thing twice means it
  if (Number(turn.memory.tries ?? 0) >= 1 && words.length <= 40) return keep(data, turn, { value: words })
  return again(data, turn, [])
}

function put(data: Data, turn: Turn, text: Data['question'], offered: Offered[], tries: number): Out {
  turn.say(text, choicesOf(offered))
  const memory = { tries, values: offered.map((each) => each.value), labels: offered.map((each) => each.label) }
  return { wait: 'visitor', memory, ...(data.silence > 0 ? { silenceAfter: data.silence } : {}) }
}

function listed(data: Data, turn: Turn): Offered[] {
  return data.choices.map((each) => ({ value: each.id, label: turn.text(each.label), synonyms: each.synonyms }))
}

/** The choices as they were offered; synonyms come from the data, all others from the memory. */
function remembered(data: Data, turn: Turn): Offered[] {
  if (data.offer === 'list') return listed(data, turn)
  const { values, labels } = turn.memory
  if (!Array.isArray(values) || !Array.isArray(labels)) return []
  return values.flatMap((value, index) => (value.startsWith('@') ? [] : [{ value, label: labels[index] ?? value }]))
}

function choicesOf(offered: Offered[]): Choice[] | undefined {
  return offered.length > 0 ? offered.slice(0, 12).map(({ value, label }) => ({ value: value.slice(0, 200), label })) : undefined
}

const productValue = ({ id, name }: NamedProduct) => ({ value: name, id })
const orderNames = ({ value, label }: Offered) => {
  const [, name = ''] = label.split(' · ')
  return { id: value, name, names: [name] }
}
const offered = ({ id, name }: NamedProduct): Offered => ({ value: id, label: name })
const offer = (mention: Mention): Offered => ({ value: mention.id ?? String(mention.value), label: String(mention.value) })
const branches = (data: Data) => data.branch && data.offer === 'list'
const isOptional = (data: Data) => data.optional && !branches(data)

function onlyChoices(data: Data): boolean {
  return data.offer === 'list' && (data.branch || data.entity === 'choice')
}

function orderLabel(order: { id: string; lines: readonly { name: string }[] }): string {
  const first = order.lines[0]?.name
  return first ? `${order.id} · ${first}` : order.id
}
