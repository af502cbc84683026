import type { Frame, Mention } from '../../schemas/conversation.ts'
import type { Perception } from '../../schemas/perception.ts'
import { topFrame } from './frames.ts'
import type { Run } from './running.ts'

/** Kinds worth keeping until a later question asks for them; others mean little without the question. */
const lasting = new Set([
  ...['order_no', 'tracking_no', 'phone', 'email', 'date', 'date_time', 'size', 'colour', 'quantity', 'height_cm', 'weight_kg'],
  ...['person_name', 'address', 'tax_no', 'coupon_code', 'product', 'symptom', 'reason', 'photo', 'voice'],
])
const most = 20
const longest = 500

/** Values of a type that nobody has taken: of this message first, then what was said since the open flows began. */
export function mentions(run: Run, type: string, since?: 'message'): Mention[] {
  const said = entities(run)
  const now = said.length === 0 ? [] : said.filter((each) => each.type === type && !run.taken.has(each))
  if (since) return now
  const before: Mention[] = []
  for (let at = run.state.frames.length - 1; at >= 0; at--)
    for (const each of run.state.frames[at]?.mentions ?? []) if (each.type === type && !run.taken.has(each)) before.push(each)
  return before.length === 0 ? now : [...now, ...before]
}

/** Takes a value, and what the same words were read as besides: 明天 is a date and a date with time. */
export function take(run: Run, mention: Mention): void {
  run.taken.add(mention)
  const all = entities(run)
  const own = all.find((each) => each === mention)
  for (const each of all) if (own && each.type !== own.type && each.start < own.end && own.start < each.end) run.taken.add(each)
  if (own || !isDay(mention)) return
  for (const frame of run.state.frames)
    for (const each of frame.mentions ?? []) if (isDay(each) && dayOf(each) === dayOf(mention)) run.taken.add(each)
}

/**
 * Somebody answers the message as a whole: another subject begins, and what was said before belongs to the last one. A photo
 * that came before any words is about the words that follow.
 */
export function newSubject(run: Run): void {
  const frame = topFrame(run.state)
  if (!frame) return
  const sent = frame.mentions?.filter((each) => each.type === 'photo')
  if (sent?.length) frame.mentions = sent
  else delete frame.mentions
  delete frame.answered
}

/** Keeps what nobody has taken with the flow that is open now. */
export function keepMentions(run: Run): void {
  for (const frame of run.state.frames) {
    if (!frame.mentions) continue
    const left = frame.mentions.filter((each) => !run.taken.has(each))
    if (left.length > 0) frame.mentions = left
    else delete frame.mentions
  }
  const frame = topFrame(run.state)
  const said = entities(run)
  if (!frame || !run.asks || said.length === 0) return
  const more = said.filter((each) => lasting.has(each.type) && !run.taken.has(each) && each.role !== 'not')
  if (more.length > 0) frame.mentions = joined(frame, more.map(plain))
}

function joined(frame: Frame, more: Mention[]): Mention[] {
  const fresh = more.filter((each, at) => more.findIndex((other) => same(other, each)) === at)
  // what is said again in another role replaces what was said before
  const before = (frame.mentions ?? []).filter((each) => !fresh.some((other) => other.type === each.type && other.value === each.value))
  return [...fresh, ...before].slice(0, most)
}

function plain({ type, value, role, id }: Mention): Mention {
  const kept = typeof value === 'string' ? value.slice(0, longest) : value
  return { type, value: kept, ...(role ? { role } : {}), ...(id === undefined ? {} : { id }) }
}

function entities(run: Run): Perception['entities'] {
  return run.message?.perception?.entities ?? []
}

const isDay = (mention: Mention) => mention.type === 'date' || mention.type === 'date_time'
const dayOf = (mention: Mention) => String(mention.value).slice(0, 10)
const same = (one: Mention, other: Mention) => one.type === other.type && one.value === other.value && one.role === other.role
