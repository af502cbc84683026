import type { Choice } from '../schemas/content.ts'
import type { Pen } from './cards.ts'
import type { Chat, Snapshot } from './chat.ts'
import { systemChoices } from './choices.ts'
import { createComposer } from './composer.ts'
import { h, icons, picture, tool } from './dom.ts'
import { toLines } from './lines.ts'
import { createList } from './list.ts'
import { createViewer } from './media.ts'
import { canRecord } from './recorder.ts'
import { renderLine } from './rows.ts'
import { writer } from './state.ts'
import { say } from './text.ts'

export interface Panel {
  element: HTMLElement
  update(snapshot: Snapshot): void
  focus(): void
}

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
  const fold = tool(words.close, icons.down, { click: close })
  const log = h('div', { class: 'log', role: 'log', 'aria-live': 'polite', 'aria-label': words.log, tabindex: 0 })
  const strip = h('p', { class: 'strip', role: 'status' })
  const back = h('button', { type: 'button', click: () => choose({ value: systemChoices.bot, label: words.backToBot }) }, words.backToBot)
  const composer = createComposer(chat, words)
  const viewer = createViewer(words)
  const ended = h(
    'div',
    { class: 'composer ended' },
    h('p', {}, words.ended),
    h('button', { type: 'button', class: 'pill', click: () => chat.startAnew() }, words.endedNext),
  )
  const element = h(
    'section',
    { class: 'panel', role: 'dialog', 'aria-labelledby': 'name', tabindex: -1, keydown: onEscape, dragover: onDrag, drop: onDrop },
    h('div', { class: 'top' }, letter, h('div', { class: 'who' }, name, status), human, fold),
    log,
    strip,
    composer.element,
    ended,
    viewer.element,
  )
  const draw = createList(log, (line) =>
    renderLine(line, pen, {
      choose,
      offer,
      retry: chat.retry,
      remove: chat.remove,
      rated: chat.rated,
      rate: chat.rate,
      files: chat.files,
      view: viewer.view,
    }),
  )

  function choose(choice: Choice): void {
    // the second tap of a double tap
    if (chat.snapshot().unsent.some(({ content }) => content.type === 'choice' && content.value === choice.value)) return
    chat.say({ type: 'choice', value: choice.value, label: choice.label })
    composer.focus()
  }

  function offer(what: 'photo' | 'voice'): (() => void) | undefined {
    if (what === 'photo') return composer.choosePhotos
    return canRecord() ? composer.speak : undefined
  }

  function onDrag(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault()
  }

  function onDrop(event: DragEvent): void {
    // whatever it is, the page must not be left for it
    event.preventDefault()
    composer.takeFrom(event.dataTransfer)
  }

  function onEscape(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || event.isComposing) return
    event.stopPropagation()
    close()
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
      composer.element.hidden = who === 'closed'
      composer.update(snapshot)
      ended.hidden = who !== 'closed'
      draw(toLines(snapshot, pen.format, navigator.onLine))
      const news = newsOf(snapshot, pen)
      strip.className = `strip ${news?.kind ?? 'none'}`
      write(strip, news?.text ?? '', news?.kind === 'queue' ? back : undefined)
    },
    focus() {
      if (matchMedia('(pointer: fine)').matches) composer.focus()
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
