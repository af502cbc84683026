import type { Choice, Content } from '../schemas/content.ts'
import type { Message } from '../schemas/message.ts'
import { couponCard, orderCard, type Pen, parcelCard, productCards, stepsCard } from './cards.ts'
import { h, icons, picture } from './dom.ts'
import type { Line } from './lines.ts'
import { mediaBubble, type Showing } from './media.ts'
import { ratingRow } from './rating.ts'
import { renderText } from './rich.ts'

/** What a tap in the conversation does. */
export interface Taps extends Showing {
  choose(choice: Choice): void
  retry(id: string): void
  remove(id: string): void
  /** Offers to take a photo or to speak; undefined where that cannot be done. */
  offer(what: 'photo' | 'voice'): (() => void) | undefined
  rated(seq: number): boolean | undefined
  rate(seq: number, helpful: boolean): Promise<boolean>
}

/** The element of one row; made once and kept until its sign changes. */
export function renderLine(line: Line, pen: Pen, taps: Taps): HTMLElement {
  const { words, format } = pen
  switch (line.kind) {
    case 'time':
      return h('p', { class: 'time' }, line.notice ? `${format.moment(line.at)} · ${words.notice}` : format.moment(line.at))
    case 'renewed':
      return h('p', { class: 'time' }, words.renewed)
    case 'label':
      return h('p', { class: `label ${line.from}` }, line.from === 'bot' ? words.assistant : (line.name ?? words.agent))
    case 'typing':
      if (line.words) return h('div', { class: 'line them' }, h('div', { class: 'bubble' }, line.words))
      return h(
        'div',
        { class: 'line them' },
        h('div', { class: 'bubble typing' }, h('span', { class: 'hidden' }, `${words.assistant} ${words.typing}`), h('i'), h('i'), h('i')),
      )
    case 'unsent':
      return h(
        'div',
        { class: line.first ? 'line us first' : 'line us' },
        own(line.item.content, pen, taps, line.state),
        note(line, pen, taps),
      )
    case 'message': {
      const { message, first } = line
      if (message.from === 'visitor') return h('div', { class: first ? 'line us first' : 'line us' }, own(message.content, pen, taps))
      const side = message.content.type === 'notice' || message.from === 'system' ? 'line middle' : `line them ${message.from}`
      return h(
        'div',
        { class: first ? `${side} first` : side },
        theirs(message.content, { isOpen: line.isOpen, wants: message.meta?.wants }, pen, taps),
        message.meta?.article !== undefined && rating(message.seq, pen, taps),
      )
    }
  }
}

function rating(seq: number, { words }: Pen, taps: Taps): HTMLElement {
  return ratingRow(words, taps.rated(seq), (helpful) => taps.rate(seq, helpful))
}

function own(content: Content, pen: Pen, taps: Taps, state?: string): HTMLElement {
  const { you } = pen.words
  if (content.type === 'image' || content.type === 'audio')
    return h('div', { class: 'sent' }, h('span', { class: 'hidden' }, `${you}: `), mediaBubble(content, pen.words, taps))
  const text = content.type === 'choice' ? (content.label ?? content.value) : 'text' in content ? content.text : ''
  return h(
    'div',
    { class: state === 'waiting' || state === 'failed' ? `bubble ${state}` : 'bubble' },
    h('span', { class: 'hidden' }, `${you}: `),
    h('span', {}, text),
  )
}

function note(line: Extract<Line, { kind: 'unsent' }>, { words }: Pen, taps: Taps): HTMLElement | false {
  const { id, failed, content } = line.item
  const why =
    content.type === 'image' || content.type === 'audio' ? words.upload.odd : failed === 413 ? words.failed.long : words.failed.odd
  if (line.state === 'waiting') return h('p', { class: 'note' }, picture(icons.clock), words.waiting)
  if (line.state !== 'failed') return false
  return h(
    'p',
    { class: 'note bad' },
    picture(icons.alert),
    h('span', {}, why),
    h('button', { type: 'button', click: () => taps.retry(id) }, words.retry),
    h('button', { type: 'button', click: () => taps.remove(id) }, words.remove),
  )
}

/** How a question stands: whether it can still be answered, and whether by more than words. */
interface Standing {
  isOpen: boolean
  wants: NonNullable<Message['meta']>['wants'] | undefined
}

function theirs(content: Content, standing: Standing, pen: Pen, taps: Taps): (HTMLElement | false)[] {
  switch (content.type) {
    case 'text':
      return [
        h('div', { class: 'bubble' }, renderText(content.text, 'rich' in content ? content.rich : undefined)),
        standing.wants !== undefined && chips([], standing, pen, taps),
      ]
    case 'choices':
      return [
        content.text !== '' && h('div', { class: 'bubble' }, renderText(content.text, content.rich)),
        chips(content.choices, standing, pen, taps),
      ]
    case 'notice':
      return [h('p', { class: 'notice' }, content.text), content.choices !== undefined && chips(content.choices, standing, pen, taps)]
    case 'parcel':
      return [parcelCard(content, pen)]
    case 'order':
      return [orderCard(content, pen)]
    case 'coupon':
      return [couponCard(content, pen)]
    case 'cards':
      return [productCards(content, pen)]
    case 'steps':
      return [stepsCard(content, pen)]
    // what only visitors send
    case 'choice':
    case 'image':
    case 'audio':
      return []
  }
}

/** What can be tapped instead of typed; kept in view, but quiet, once the question was answered. */
function chips(choices: readonly Choice[], { isOpen, wants }: Standing, { words }: Pen, taps: Taps): HTMLElement {
  const offer = isOpen && wants ? taps.offer(wants) : undefined
  return h(
    'div',
    { class: 'chips', role: 'group', 'aria-label': words.choices },
    offer &&
      h(
        'button',
        { type: 'button', class: 'offer', click: offer },
        picture(wants === 'photo' ? icons.picture : icons.mic),
        wants === 'photo' ? words.attachNow : words.record,
      ),
    choices.map((choice) => h('button', { type: 'button', disabled: !isOpen, click: () => taps.choose(choice) }, choice.label)),
  )
}
