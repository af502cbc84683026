import type { Choice } from '../schemas/content.ts'
import type { Pen } from './cards.ts'
import type { Chat, Snapshot } from './chat.ts'
import { systemChoices } from './choices.ts'
import { h, icons, picture } from './dom.ts'
import { toLines } from './lines.ts'
import { createList } from './list.ts'
import { renderLine } from './rows.ts'
import { writer } from './state.ts'
import { say } from './text.ts'

export interface Panel {
  element: HTMLElement
  update(snapshot: Snapshot): void
  focus(): void
}

const longest = 4_000

/** The open chat: who answers, what was said, and where to write. */
export function createPanel(chat: Chat, pen: Pen, close: () => void): Panel {
  const { words } = pen
  const letter = h('span', { class: 'letter', 'aria-hidden': 'true' })
  const name = h('h2', { id: 'name' })
  const status = h('p', { class: 'status', role: 'status' })
  const human = h(
    'button',
    {
      type: 'button',
      class: 'human',
      'aria-label': words.humanLong,
      title: words.humanLong,
      click: () => choose({ value: systemChoices.human, label: words.humanLong }),
    },
    picture(icons.human),
    h('span', {}, words.human),
  )
  const anew = h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': words.anew, title: words.anew, click: () => chat.startAnew() },
    picture(icons.anew),
  )
  const fold = h(
    'button',
    { type: 'button', class: 'tool', 'aria-label': words.close, title: words.close, click: close },
    picture(icons.down),
  )
  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.log, tabindex: 0 })
  const strip = h('p', { class: 'strip', role: 'status' })
  const back = h('button', { type: 'button', click: () => choose({ value: systemChoices.bot, label: words.backToBot }) }, words.backToBot)
  const field = h('textarea', {
    rows: 1,
    maxlength: longest,
    placeholder: words.placeholder,
    'aria-label': words.field,
    enterkeyhint: 'send',
    input: grow,
    keydown: onKey,
  })
  const send = h('button', { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send }, picture(icons.send))
  const form = h('form', { class: 'composer', submit: onSubmit }, anew, field, send)
  const ended = h(
    'div',
    { class: 'composer ended' },
    h('p', {}, words.ended),
    h('button', { type: 'button', class: 'pill', click: () => chat.startAnew() }, words.endedNext),
  )
  const element = h(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'name', tabindex: -1, keydown: onEscape },
    h('div', { class: 'top' }, letter, h('div', { class: 'who' }, name, status), human, fold),
    log,
    strip,
    form,
    ended,
  )
  const draw = createList(log, (line) =>
    renderLine(line, pen, { choose, retry: chat.retry, remove: chat.remove, rated: chat.rated, rate: chat.rate }),
  )

  function choose(choice: Choice): void {
    // the second tap of a double tap
    if (chat.snapshot().unsent.some(({ content }) => content.type === 'choice' && content.value === choice.value)) return
    chat.say({ type: 'choice', value: choice.value, label: choice.label })
    focusField()
  }

  function onSubmit(event: Event): void {
    event.preventDefault()
    const text = field.value.trim()
    if (!text) return
    field.value = ''
    grow()
    chat.say({ type: 'text', text })
    focusField()
  }

  function onKey(event: KeyboardEvent): void {
    // While an input method composes, Enter picks a word; 229 is how some browsers say it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    form.requestSubmit()
  }

  function onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    close()
  }

  function grow(): void {
    send.classList.toggle('ready', field.value.trim() !== '')
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, 116)}px`
  }

  /** A finger would make the keyboard jump up each time; it taps the field itself. */
  function focusField(): void {
    if (matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true })
  }

  return {
    element,
    update(snapshot) {
      const { owner, look } = snapshot
      const who = writer(owner)
      const shop = look?.shop ?? ''
      letter.textContent = look?.letter ?? ''
      name.textContent = say(words.service, { shop }).trim()
      write(status, words.status[who])
      human.hidden = who !== 'bot' && who !== 'closed'
      anew.hidden = snapshot.timeline.length === 0
      form.hidden = who === 'closed'
      ended.hidden = who !== 'closed'
      draw(toLines(snapshot, pen.format, navigator.onLine))
      const news = newsOf(snapshot, pen)
      strip.className = `strip ${news?.kind ?? 'none'}`
      write(strip, news?.text ?? '', news?.kind === 'queue' ? back : undefined)
    },
    focus() {
      if (matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true })
      else element.focus({ preventScroll: true })
    },
  }
}

/** The one thing to say above the field, most important first. */
function newsOf(snapshot: Snapshot, { words }: Pen): { kind: 'bad' | 'lost' | 'queue' | 'quiet'; text: string } | undefined {
  if (snapshot.unavailable) return { kind: 'bad', text: words.unavailable }
  if (!navigator.onLine) return { kind: 'bad', text: words.offline }
  if (snapshot.connection === 'lost') return { kind: 'lost', text: words.reconnecting }
  if (snapshot.starting && snapshot.timeline.length === 0) return { kind: 'lost', text: words.starting }
  if (snapshot.owner === 'queue') return { kind: 'queue', text: words.queued }
  return undefined
}

/** Sets text (and what follows it) only when it changed: a status is read out each time it is touched. */
function write(element: HTMLElement, text: string, after?: HTMLElement): void {
  if (element.firstChild?.textContent !== text) element.replaceChildren(text)
  if (after && after.parentNode !== element) element.append(after)
  else if (!after) while (element.childNodes.length > 1) element.lastChild?.remove()
}
