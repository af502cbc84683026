import { findPersonal } from '../mask.ts'
import { isThing } from './cues.ts'
import { chineseDigits, shadowOf, spoken } from './shadow.ts'

/** The digits a message ended with. Half a telephone number is personal: it is kept in memory alone, and not for long. */
export interface DigitTail {
  digits: string
  /** Milliseconds since the epoch. */
  at: number
}

/** How long the next message may continue a number, in milliseconds. */
export const tailLives = 60_000
const longestNumber = 19
/** Characters at the end of a message that hold more digits than any number, however they are set apart. */
const farEnough = 120
const gaps = '[ \\n\\t\\-.、,，·_/~—*|]'
const run = `[\\d${spoken}](?:${gaps}{0,2}[\\d${spoken}])*`
const first = new RegExp(`^\\D{0,8}?(${run}(?:[Xx](?![A-Za-z]))?)`)
const last = new RegExp(`(?<![\\d${spoken}A-Za-z]|[A-Za-z][-_/])(${run})[\\s.,，。…~-]{0,4}$`)

/**
 * Covers the digits of a message that make a telephone, identity card or bank card number together with those at the end
 * of the message before. What was stored of the first half stays; the second half is covered wholly.
 * @param previous what the last message of the same visitor left · @param at now, milliseconds since the epoch
 * @returns the text, to be masked by itself as always, and what to remember for the next message
 */
export function coverFollowing(text: string, previous: DigitTail | undefined, at: number): { text: string; tail?: DigitTail } {
  if (!/[\p{N}零〇一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/u.test(text)) return { text }
  const shadow = shadowOf(text)
  const begin = previous && at - previous.at <= tailLives ? first.exec(shadow.text) : null
  if (previous && begin) {
    const [whole, digits = ''] = begin
    // "SF-1234" is the number of a thing
    if (/[A-Za-z][-_/]?$/.test(whole.slice(0, whole.length - digits.length))) return { text }
    const joined = previous.digits + plain(digits)
    // more digits than the number needs belong to it too: whoever cannot read them guesses nothing
    if (joined.length <= longestNumber && isPersonal(joined)) {
      const start = shadow.startOf(whole.length - digits.length)
      return { text: `${text.slice(0, start)}****${text.slice(shadow.endOf(whole.length))}` }
    }
    // a number in three parts and more: 138, then 0013, then 8000
    if (whole === digits && whole.length === shadow.text.trimEnd().length) return { text, ...tailOf(joined, at) }
  }
  const before = Math.max(0, shadow.text.length - farEnough)
  const end = last.exec(shadow.text.slice(before))
  if (!end) return { text }
  const from = before + end.index
  const to = from + (end[1]?.length ?? 0)
  if (isThing(shadow.text, from, to) || findPersonal(text).some((span) => span.end > shadow.startOf(from))) return { text }
  return { text, ...tailOf(plain(end[1] ?? ''), at) }
}

function tailOf(digits: string, at: number): { tail?: DigitTail } {
  return digits.length >= 2 && digits.length < longestNumber ? { tail: { digits, at } } : {}
}

function plain(digits: string): string {
  return [...digits]
    .map((each) => chineseDigits[each] ?? each)
    .join('')
    .replace(/[^\dXx]/g, '')
}

function isPersonal(digits: string): boolean {
  const [span] = findPersonal(digits)
  return span !== undefined && span.start === 0 && span.end === digits.length
}
