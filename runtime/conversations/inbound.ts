import type { InboundContent } from '../../schemas/content.ts'
import type { TurnEvent } from '../engine/types.ts'
import { errors } from '../errors.ts'
import { canonicalJson, sha256 } from '../flows/canonical.ts'
import type { Ids } from '../ids.ts'
import type { Inbound } from '../store/store.ts'

/** Anything that can come in at the one door. */
export type Arrival =
  /** A visitor wrote or tapped; `clientId` is the same on every retry. */
  | { kind: 'said'; clientId: string; content: InboundContent }
  /** A wait was silent for its time. */
  | { kind: 'silent'; token: string }
  /** People gave the conversation back; `id` is the same on every retry. */
  | { kind: 'handed-back'; id: string }

/** An arrival as it is stored and as a turn hears it: personal data masked, one id, one hash. */
export interface Event {
  inbound: Inbound
  event: TurnEvent
}

/** What an arrival becomes an event with. */
interface Intake {
  /** Leaves nothing personal in a text that is read alone. */
  mask(text: string): string
  /** Covers what only the message before makes personal; done before masking. */
  cover?(text: string): string
  /** Seals a message as it was typed, if originals are kept. */
  keep?: (text: string, clientId: string) => Inbound['original']
  /** Milliseconds since the epoch. */
  at: number
  ids: Ids
}

/** Longest text a visitor may send, in UTF-16 units. */
export const longestText = 4_000

/** @throws AppError `invalid` (422) for a message that says nothing or too much. */
export function toEvent(arrival: Arrival, { mask, cover, keep, at, ids }: Intake): Event {
  if (arrival.kind === 'silent') return eventOf(`silent:${arrival.token}`, { kind: 'silent', token: arrival.token })
  if (arrival.kind === 'handed-back') return eventOf(`handed-back:${arrival.id}`, { kind: 'handed-back' })
  const alone = readable(arrival.content, mask)
  const content = cover ? readable(arrival.content, (text) => mask(cover(text))) : alone
  const event: TurnEvent = { kind: 'said', content }
  const typed = arrival.content.type === 'text' ? clean(arrival.content.text) : undefined
  // only what masking took away is worth a secret
  const original = typed !== undefined && content.type === 'text' && content.text !== typed ? keep?.(typed, arrival.clientId) : undefined
  return {
    event,
    inbound: {
      clientId: arrival.clientId,
      // by what it says alone: another process that is asked again knows nothing of the message before
      bodyHash: sha256(canonicalJson(alone)),
      message: { id: ids.row(), from: 'visitor', at: new Date(at).toISOString(), content, meta: { clientId: arrival.clientId } },
      ...(original ? { original } : {}),
      ...uploadsOf(content),
    },
  }
}

function uploadsOf(content: InboundContent): Pick<Inbound, 'uploads'> {
  if (content.type === 'image') return { uploads: { kind: 'image', ids: [content.upload, ...(content.more ?? [])] } }
  return content.type === 'audio' ? { uploads: { kind: 'audio', ids: [content.upload] } } : {}
}

/** The event that opens a conversation. */
export function opening(): Event {
  return eventOf('opened', { kind: 'opened' })
}

function eventOf(clientId: string, event: TurnEvent): Event {
  return { event, inbound: { clientId, bodyHash: sha256(canonicalJson(event)) } }
}

/** What a visitor sent, fit to be stored. @throws AppError `invalid` (422) when it says nothing or too much */
export function readable(content: InboundContent, mask: (text: string) => string): InboundContent {
  if (content.type === 'choice') {
    const label = content.label === undefined ? undefined : mask(clean(content.label))
    return { type: 'choice', value: clean(content.value), ...(label === undefined ? {} : { label }) }
  }
  if (content.type === 'audio') return content
  if (content.type === 'image') {
    const { alt, ...photos } = content
    const seen = alt === undefined ? '' : mask(clean(alt)).trim()
    return seen === '' ? photos : { ...photos, alt: seen }
  }
  const text = clean(content.text)
  if (text.trim() === '') throw errors.invalid('The message is empty.')
  if (text.length > longestText) throw errors.invalid(`The message is longer than ${longestText} characters.`)
  return { type: 'text', text: mask(text) }
}

/** Characters that no screen shows (and half a surrogate pair) are left out; everything else stays as it was typed. */
function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u{fffe}\u{ffff}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
}
