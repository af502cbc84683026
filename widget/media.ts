import type { MediaContent } from '../schemas/content.ts'
import { h, icons, picture, tool } from './dom.ts'
import type { Files } from './files.ts'
import { minutes } from './format.ts'
import { say, type Words } from './text.ts'

/** What pictures are shown with. */
export interface Showing {
  files: Files
  /** Shows a picture large; the focus comes back to where it was. */
  view(address: string, alt: string): void
}

/** Photos or a recording in the conversation. */
export function mediaBubble(content: MediaContent, words: Words, { files, view }: Showing): HTMLElement {
  if (content.type === 'audio') return voice(content.upload, content.seconds, words, files)
  const uploads = [content.upload, ...(content.more ?? [])]
  return h(
    'div',
    { class: uploads.length > 1 ? 'photos many' : 'photos' },
    uploads.map((upload, index) => {
      const alt = content.alt ?? (uploads.length > 1 ? `${words.photo} ${index + 1}` : words.photo)
      const image = h('img', { alt, hidden: true })
      const button = h('button', { type: 'button', class: 'photo', 'aria-label': say(words.enlarge, { alt }), disabled: true }, image)
      void files.of(upload).then((address) => {
        if (!address) return button.replaceChildren(h('span', { class: 'sub' }, words.photoGone))
        // a page that allows no pictures of this kind
        image.addEventListener('error', () => button.replaceChildren(h('span', { class: 'sub' }, alt)))
        image.src = address
        image.hidden = false
        button.disabled = false
        button.addEventListener('click', () => view(address, alt))
      })
      return button
    }),
  )
}

function voice(upload: string, seconds: number | undefined, words: Words, files: Files): HTMLElement {
  const label = say(words.voice, { time: seconds ? minutes(seconds) : '' }).trim()
  const player = h('audio', { controls: true, preload: 'metadata', 'aria-label': label })
  void files.of(upload).then((address) => {
    if (address) player.src = address
    else player.replaceWith(h('span', {}, words.photoGone))
  })
  return h('div', { class: 'voice' }, picture(icons.mic), player)
}

/** A picture over the whole chat. */
export function createViewer(words: Words): { element: HTMLElement; view: Showing['view'] } {
  let back: Element | null = null
  const image = h('img')
  const shut = () => {
    element.hidden = true
    image.removeAttribute('src')
    if (back instanceof HTMLElement) back.focus({ preventScroll: true })
  }
  const close = tool(words.shut, icons.cross, { click: shut })
  const element = h(
    'div',
    {
      class: 'viewer',
      role: 'dialog',
      'aria-modal': 'true',
      'aria-label': words.photo,
      hidden: true,
      click: (event: Event) => event.target !== image && shut(),
      keydown(event: KeyboardEvent) {
        if (event.key === 'Tab') event.preventDefault()
        if (event.key !== 'Escape') return
        event.stopPropagation()
        shut()
      },
    },
    close,
    image,
  )
  return {
    element,
    view(address, alt) {
      const root = element.getRootNode()
      back = root instanceof ShadowRoot ? root.activeElement : null
      image.src = address
      image.alt = alt
      element.hidden = false
      close.focus({ preventScroll: true })
    },
  }
}
