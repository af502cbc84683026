import type { Chat, Snapshot } from './chat.ts'
import { h, icons, picture, tool } from './dom.ts'
import { minutes } from './format.ts'
import { canRecord, longestVoice, type Recording, record } from './recorder.ts'
import { say, type Words } from './text.ts'
import { createTray } from './tray.ts'

export interface Composer {
  element: HTMLElement
  update(snapshot: Snapshot): void
  /** A finger would make the keyboard jump up each time; it taps the field itself. */
  focus(): void
  choosePhotos(): void
  speak(): void
  /** Takes photos out of what was pasted or dropped. @returns false when there were none */
  takeFrom(data: DataTransfer | null): boolean
}

const longest = 4_000
/** A finger that stays on the button this long speaks as long as it stays, milliseconds. */
const held = 600

/** Where the visitor writes, and hands over photos and voice messages. */
export function createComposer(chat: Chat, words: Words): Composer {
  let wanted = false
  let recording: Recording | undefined
  let asking = false
  let ticking: ReturnType<typeof setInterval> | undefined

  const anew = tool(words.anew, icons.anew, { click: () => chat.startAnew() })
  const picker = h('input', {
    type: 'file',
    accept: 'image/*',
    multiple: true,
    hidden: true,
    change: picked,
  })
  const attach = tool(words.attach, icons.picture, { click: choosePhotos })
  const mic = tool(words.record, icons.mic, {
    pointerdown: hold,
    // from the keyboard, without a pointer
    click: (event: MouseEvent) => event.detail === 0 && void speak(),
  })
  const field = h('textarea', {
    rows: 1,
    maxlength: longest,
    placeholder: words.placeholder,
    'aria-label': words.field,
    enterkeyhint: 'send',
    input: grow,
    keydown: onKey,
    paste: (event: ClipboardEvent) => takeFrom(event.clipboardData) && event.preventDefault(),
  })
  const send = h('button', { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send }, picture(icons.send))
  const form = h('form', { class: 'composer', submit: onSubmit }, anew, attach, picker, field, mic, send)
  const time = h('span', { role: 'timer' })
  const finish = h(
    'button',
    { type: 'button', class: 'send', 'aria-label': words.recordSend, title: words.recordSend, click: () => void done() },
    picture(icons.send),
  )
  const bar = h('div', { class: 'composer recording', hidden: true }, tool(words.recordCancel, icons.cross, { click: drop }), time, finish)
  const trouble = h('p', { class: 'strip bad', role: 'alert', hidden: true }, words.micRefused)
  const tray = createTray(words, chat.attachments)
  const element = h('div', { class: 'foot' }, trouble, tray.element, form, bar)

  function onSubmit(event: Event): void {
    event.preventDefault()
    submit()
  }

  /** Photos first, then the words about them; both wait for a photo that is still on its way. */
  function submit(): void {
    wanted = chat.attachments.items().some((item) => item.state === 'waiting' || item.state === 'sending')
    if (wanted) return
    chat.sayPhotos()
    const text = field.value.trim()
    if (text) {
      field.value = ''
      grow()
      chat.say({ type: 'text', text })
    }
    focus()
  }

  function onKey(event: KeyboardEvent): void {
    // While an input method composes, Enter picks a word; 229 is how some browsers say it.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return
    event.preventDefault()
    form.requestSubmit()
  }

  function grow(): void {
    field.style.height = 'auto'
    field.style.height = `${Math.min(field.scrollHeight, 116)}px`
    ready()
  }

  function ready(): void {
    send.classList.toggle('ready', field.value.trim() !== '' || chat.attachments.items().length > 0)
  }

  function focus(): void {
    if (matchMedia('(pointer: fine)').matches) field.focus({ preventScroll: true })
  }

  function choosePhotos(): void {
    picker.click()
  }

  function picked(): void {
    for (const file of picker.files ?? []) chat.attachments.add(file)
    // the same file may be chosen again
    picker.value = ''
    focus()
  }

  function takeFrom(data: DataTransfer | null): boolean {
    const files = attach.hidden ? [] : [...(data?.files ?? [])]
    for (const file of files) chat.attachments.add(file)
    return files.length > 0
  }

  /** Tap to begin and tap to send, or speak as long as the finger stays. */
  function hold(): void {
    const began = Date.now()
    addEventListener('pointerup', () => recording && Date.now() - began > held && void done(), { once: true })
    void speak()
  }

  async function speak(): Promise<void> {
    if (recording || asking) return
    asking = true
    trouble.hidden = true
    try {
      recording = await record()
    } catch {
      trouble.hidden = false
    }
    asking = false
    if (!recording) return
    show()
    ticking = setInterval(tick, 250)
    tick()
    finish.focus({ preventScroll: true })
  }

  function tick(): void {
    const seconds = recording?.seconds() ?? 0
    const text = say(words.recording, { time: minutes(seconds) })
    if (time.textContent !== text) time.textContent = text
    if (seconds >= longestVoice) void done()
  }

  async function done(): Promise<void> {
    const ended = recording
    drop(false)
    const spoken = await ended?.finish()
    if (spoken) chat.attachments.add(spoken.file, spoken.seconds)
  }

  function drop(cancel: unknown = true): void {
    if (cancel) recording?.cancel()
    recording = undefined
    clearInterval(ticking)
    show()
    focus()
  }

  function show(): void {
    form.hidden = recording !== undefined
    bar.hidden = recording === undefined
  }

  return {
    element,
    update(snapshot) {
      anew.hidden = snapshot.timeline.length === 0
      attach.hidden = snapshot.look?.uploads !== true
      mic.hidden = snapshot.wants !== 'voice' || attach.hidden || !canRecord()
      tray.update(snapshot.attachments, navigator.onLine && snapshot.connection === 'live')
      ready()
      if (wanted && !snapshot.attachments.some((item) => item.state === 'waiting' || item.state === 'sending')) submit()
    },
    focus,
    choosePhotos,
    speak: () => void speak(),
    takeFrom,
  }
}
