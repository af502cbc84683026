import type { Attachment, Attachments } from './attachments.ts'
import { h, icons, picture } from './dom.ts'
import { minutes } from './format.ts'
import { say, type Words } from './text.ts'

/** What is about to be sent, above the field: each with its progress, and a way to take it back. */
export function createTray(
  words: Words,
  acts: Pick<Attachments, 'retry' | 'remove'>,
): { element: HTMLElement; update(items: readonly Attachment[], isOnline: boolean): void } {
  const list = h('ul', { 'aria-label': words.tray })
  const news = h('p', { class: 'news', role: 'status' })
  const element = h('div', { class: 'tray' }, list, news)
  const addresses = new Map<string, string>()
  let drawn = ''

  /** One address a file: the preview must not flicker with each step. */
  function preview({ id, file }: Attachment): string {
    const known = addresses.get(id)
    if (known) return known
    const url = URL.createObjectURL(file)
    addresses.set(id, url)
    return url
  }

  function row(item: Attachment): HTMLElement {
    const label = item.kind === 'image' ? words.photo : say(words.voice, { time: minutes(item.seconds ?? 0) })
    const bar = h('span', { class: 'share' })
    bar.style.width = `${Math.round(item.share * 100)}%`
    return h(
      'li',
      { class: item.state },
      item.kind === 'image'
        ? h('img', { src: preview(item), alt: label, error: unseen })
        : h('span', { class: 'sound' }, picture(icons.mic), label),
      item.state === 'sending' && bar,
      item.state === 'failed' &&
        h(
          'button',
          { type: 'button', class: 'redo', 'aria-label': `${words.retry} ${label}`, title: words.retry, click: () => acts.retry(item.id) },
          picture(icons.anew),
        ),
      h(
        'button',
        {
          type: 'button',
          class: 'off',
          'aria-label': `${words.takeBack} ${label}`,
          title: words.takeBack,
          click: () => acts.remove(item.id),
        },
        picture(icons.cross),
      ),
    )
  }

  return {
    element,
    update(items, isOnline) {
      element.hidden = items.length === 0
      for (const [id, url] of addresses)
        if (!items.some((item) => item.id === id)) {
          URL.revokeObjectURL(url)
          addresses.delete(id)
        }
      // steps of the same file move its bar only: a button that has the focus stays
      const sign = items.map((item) => `${item.id}${item.state}`).join()
      if (sign !== drawn) list.replaceChildren(...items.map(row))
      else
        items.forEach((item, index) => {
          const bar = list.children[index]?.querySelector<HTMLElement>('.share')
          if (bar) bar.style.width = `${Math.round(item.share * 100)}%`
        })
      drawn = sign
      const text = newsOf(items, isOnline, words)
      news.classList.toggle(
        'bad',
        items.some((item) => item.state === 'failed'),
      )
      if (news.textContent !== text) news.textContent = text
    },
  }
}

/** What the browser cannot show stands as an empty place; the sentence below says the rest. */
const unseen = ({ target }: Event) => target instanceof HTMLElement && target.remove()

function newsOf(items: readonly Attachment[], isOnline: boolean, words: Words): string {
  const failed = items.find((item) => item.state === 'failed')
  if (failed) return failed.status === 413 ? words.upload.large : failed.status === 415 ? words.upload.kind : words.upload.odd
  if (items.every((item) => item.state === 'done')) return items.length ? words.upload.ready : ''
  return isOnline ? words.upload.sending : words.upload.offline
}
