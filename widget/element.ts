import cardsCss from './cards.css?inline'
import { type Chat, createChat, type Snapshot } from './chat.ts'
import { tones } from './colour.ts'
import { h, icons, picture } from './dom.ts'
import filesCss from './files.css?inline'
import { createFormat } from './format.ts'
import { createKeep } from './keep.ts'
import { browserPace } from './pace.ts'
import { createPanel, type Panel } from './panel.ts'
import { put } from './put.ts'
import rowsCss from './rows.css?inline'
import { shrink } from './shrink.ts'
import { words as allWords, chooseLocale, say } from './text.ts'
import panelCss from './widget.css?inline'

export const tagName = 'floorwalker-chat'

/**
 * The chat on a shop's page: `<floorwalker-chat server="https://chat.example" entry="storefront">`.
 * Attributes: `server`, `entry`, `locale` (zh-CN, en), `theme` (light, dark); `open` tells and decides whether it is open.
 */
export class FloorwalkerChat extends HTMLElement {
  static observedAttributes = ['open']
  #chat: Chat | undefined
  #stop = new AbortController()

  connectedCallback(): void {
    if (this.#chat) return
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rowsCss + cardsCss + filesCss + panelCss)
    root.adoptedStyleSheets = [sheet]
    this.#stop = new AbortController()
    this.#mount(root)
  }

  disconnectedCallback(): void {
    this.#stop.abort()
    this.#chat?.stop()
    this.#chat = undefined
    this.shadowRoot?.replaceChildren()
  }

  attributeChangedCallback(): void {
    this.#chat?.setOpen(this.hasAttribute('open'))
  }

  #mount(root: ShadowRoot): void {
    const locale = chooseLocale(this.getAttribute('locale'), document.documentElement.lang, navigator.language)
    const words = allWords[locale]
    const server = (this.getAttribute('server') ?? location.origin).replace(/\/+$/, '')
    const entry = this.getAttribute('entry') ?? 'storefront'
    const prefix = `floorwalker:${server}:${entry}`
    const chat = createChat({
      server,
      entry,
      locale,
      fetch: (input, init) => fetch(input, init),
      put,
      shrink,
      keep: createKeep(prefix, storage(), window),
      pace: browserPace,
      newId,
      // Queries and fragments may hold what is nobody's business.
      page: () => ({ url: (location.origin + location.pathname).slice(0, 2_000), title: document.title.slice(0, 300) }),
      ...(isSecureContext && navigator.locks ? { exclusively: (work) => navigator.locks.request(prefix, work) } : {}),
    })
    this.#chat = chat
    const close = () => this.removeAttribute('open')
    const pen = { words, locale, format: createFormat(locale, words, browserPace.now) }
    const badge = h('span', { class: 'badge', 'aria-hidden': 'true' })
    const launcher = h(
      'button',
      { type: 'button', class: 'launcher', 'aria-haspopup': 'dialog', click: () => this.setAttribute('open', '') },
      picture(icons.chat),
      badge,
    )
    const frame = h('div', { class: 'frame', lang: locale }, launcher)
    root.replaceChildren(frame)
    let panel: Panel | undefined
    let drawn: Snapshot | undefined

    const draw = () => {
      const snapshot = chat.snapshot()
      if (snapshot.look?.colour !== drawn?.look?.colour || !drawn) paint(frame, snapshot.look?.colour ?? '')
      badge.textContent = snapshot.unread > 9 ? '9+' : snapshot.unread ? String(snapshot.unread) : ''
      launcher.setAttribute('aria-label', snapshot.unread ? say(words.launcherUnread, { n: snapshot.unread }) : words.launcher)
      launcher.hidden = snapshot.open
      if (snapshot.open && !panel) {
        panel = createPanel(chat, pen, close)
        frame.append(panel.element)
      }
      const hasOpened = snapshot.open && !drawn?.open
      const hadFocus = panel?.element.contains(root.activeElement) ?? false
      if (panel) {
        panel.element.hidden = !snapshot.open
        panel.update(snapshot)
        if (hasOpened) panel.focus()
        else if (hadFocus && !snapshot.open) launcher.focus({ preventScroll: true })
      }
      drawn = snapshot
    }
    let isDrawing = false
    const later = () => {
      if (isDrawing) return
      isDrawing = true
      queueMicrotask(() => {
        isDrawing = false
        if (!this.#stop.signal.aborted) draw()
      })
    }

    chat.subscribe(later)
    this.#listen(chat, frame, later)
    draw()
    if (this.hasAttribute('open')) chat.setOpen(true)
  }

  #listen(chat: Chat, frame: HTMLElement, draw: () => void): void {
    const { signal } = this.#stop
    const wake = () => {
      if (document.visibilityState === 'visible') chat.wake()
      draw()
    }
    for (const event of ['online', 'offline', 'pageshow']) addEventListener(event, wake, { signal })
    document.addEventListener('visibilitychange', wake, { signal })
    const dark = matchMedia('(prefers-color-scheme: dark)')
    const shade = () =>
      frame.classList.toggle('dark', this.getAttribute('theme') === 'dark' || (this.getAttribute('theme') !== 'light' && dark.matches))
    dark.addEventListener('change', shade, { signal })
    shade()
    // A phone's keyboard covers the page; the chat keeps to what is left of it.
    const view = visualViewport
    const fit = () => frame.style.setProperty('--view', `${Math.round(view?.height ?? innerHeight)}px`)
    view?.addEventListener('resize', fit, { signal })
    fit()
  }
}

/** Hands the shop's colour and what follows from it to the style sheet. */
function paint(frame: HTMLElement, colour: string): void {
  for (const [name, value] of Object.entries(tones(colour)))
    frame.style.setProperty(`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, value)
}

function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}

/** 128 bits of chance; `randomUUID` is not there on plain http. */
function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
