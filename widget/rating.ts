import { h, icons, picture } from './dom.ts'
import type { Words } from './text.ts'

/**
 * Two quiet buttons under an answer from the shop's articles. The last word counts, so both stay.
 * @param given what was said before, undefined when nothing yet
 * @param rate false when it did not reach the shop: the button lets go again
 */
export function ratingRow(words: Words, given: boolean | undefined, rate: (helpful: boolean) => Promise<boolean>): HTMLElement {
  let now = given
  const thanks = h('span', { role: 'status' })
  const button = (helpful: boolean) =>
    h(
      'button',
      { type: 'button', click: () => void tap(helpful) },
      picture(helpful ? icons.good : icons.poor),
      helpful ? words.helpful : words.unhelpful,
    )
  const good = button(true)
  const poor = button(false)

  const show = (word = '') => {
    good.setAttribute('aria-pressed', String(now === true))
    poor.setAttribute('aria-pressed', String(now === false))
    thanks.textContent = word
  }
  const tap = async (helpful: boolean) => {
    if (now === helpful) return
    const before = now
    now = helpful
    show(words.ratingThanks)
    const isHeard = await rate(helpful)
    // a later tap has its own fate
    if (isHeard || now !== helpful) return
    now = before
    show(words.ratingLost)
  }

  show()
  return h('div', { class: 'rating', role: 'group', 'aria-label': words.rating }, good, poor, thanks)
}
