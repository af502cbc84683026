import type { Content } from '../schemas/content.ts'
import type { Message } from '../schemas/message.ts'
import type { Snapshot } from './chat.ts'
import type { Format } from './format.ts'
import type { Unsent } from './outbox.ts'
import type { Shown } from './state.ts'

/** One row of the conversation as it is drawn. Equal key and sign = the same row, left untouched. */
export type Line = { key: string; sign: string } & (
  | { kind: 'time'; at: string; notice?: 'bot' | 'agent' }
  | { kind: 'renewed' }
  | { kind: 'label'; from: 'bot' | 'agent'; name?: string }
  | { kind: 'message'; message: Message; first: boolean; isOpen: boolean }
  | { kind: 'unsent'; item: Unsent; first: boolean; state: 'sending' | 'waiting' | 'failed' }
  | { kind: 'typing'; words: string | undefined }
)

/** A silence after which the time is said again. */
const pause = 30 * 60_000

/** The rows from top to bottom. Pure: everything on screen is a function of the snapshot. */
export function toLines(snapshot: Snapshot, format: Pick<Format, 'otherDay'>, isOnline: boolean): Line[] {
  const lines: Line[] = []
  const openSeq = openQuestion(snapshot)
  let previous: Shown | undefined
  for (const message of snapshot.timeline) {
    const isApart = !previous || format.otherDay(previous.at, message.at) || Date.parse(message.at) - Date.parse(previous.at) > pause
    if (isApart) lines.push({ key: `t${message.seq}`, sign: '', kind: 'time', at: message.at, ...(!previous ? { notice: 'bot' } : {}) })
    if (!previous && snapshot.renewed) lines.push({ key: 'renewed', sign: '', kind: 'renewed' })
    const first = isApart || speaker(previous) !== speaker(message)
    if (first && message.content.type !== 'notice' && (message.from === 'bot' || message.from === 'agent'))
      lines.push({
        key: `l${message.seq}`,
        sign: message.meta?.agent ?? '',
        kind: 'label',
        from: message.from,
        ...(message.meta?.agent ? { name: message.meta.agent } : {}),
      })
    const isOpen = message.seq === openSeq
    lines.push({
      key: keyOf(message),
      sign: message.from === 'visitor' ? signOfOwn(message.content, first) : `${isOpen}${first}`,
      kind: 'message',
      message,
      first,
      isOpen,
    })
    previous = message
  }
  const sent = new Set(snapshot.timeline.map((message) => message.meta?.clientId))
  snapshot.unsent
    .filter((item) => !sent.has(item.id))
    .forEach((item, index) => {
      const state = item.failed !== undefined ? 'failed' : isOnline && snapshot.connection === 'live' ? 'sending' : 'waiting'
      const first = index === 0 && previous?.from !== 'visitor'
      lines.push({
        key: `c${item.id}`,
        sign: state === 'sending' ? signOfOwn(item.content, first) : `${state}${item.failed ?? ''}`,
        kind: 'unsent',
        item,
        first,
        state,
      })
    })
  const isBeginning = snapshot.starting && snapshot.timeline.length === 0 && snapshot.connection === 'live'
  if (snapshot.typing || isBeginning) lines.push({ key: 'typing', sign: snapshot.interim ?? '', kind: 'typing', words: snapshot.interim })
  return lines
}

/** Seq of the message whose choices can still be tapped: nothing was said by the visitor since. */
function openQuestion(snapshot: Snapshot): number | undefined {
  if (snapshot.owner === 'closed' || snapshot.unsent.some((item) => item.failed === undefined)) return undefined
  for (const message of snapshot.timeline.toReversed()) {
    if (message.from === 'visitor') return undefined
    if ('choices' in message.content || message.meta?.wants) return message.seq
  }
  return undefined
}

/** The same before and after it was sent, so that the row stays; another when the server has masked something in it. */
const signOfOwn = (content: Content, first: boolean) => `${first}${JSON.stringify(content)}`
const speaker = (message: Shown | undefined) => (message ? `${message.from}${message.meta?.agent ?? ''}` : '')
/** A visitor's own message keeps its row from the moment it is typed. */
const keyOf = (message: Message) => (message.meta?.clientId ? `c${message.meta.clientId}` : `m${message.seq}`)
