import { findPersonal } from '../mask.ts'
import { isThing } from './cues.ts'
import { chineseDigits, spoken as numerals, type Shadow, shadowOf } from './shadow.ts'

/** The digits a message ended with. Half a telephone number is personal: it is kept in memory alone, and not for long. */
export interface DigitTail {
  digits: string
  /** The same with the Chinese numerals around it read as digits, where there were some: 张三138 ends in 138 or in 3138. */
  spoken?: string
  /** Milliseconds since the epoch. */
  at: number
}

/** How long the next message may continue a number, in milliseconds. */
export const tailLives = 60_000
const longestNumber = 19
/** Characters at the end of a message that hold more digits than any number, however they are set apart. */
const farEnough = 120
const gaps = '[ \\n\\t\\-.、,，·_/~—*|]'
const figures = `\\d(?:${gaps}{0,2}\\d)*`
const run = `[\\d${numerals}](?:${gaps}{0,2}[\\d${numerals}])*`
/** How the first number may be read: its figures alone, or with the numerals beside them. */
const firsts = [figures, run].map((each) => new RegExp(`^\\D{0,8}?(${each}(?:[Xx](?![A-Za-z]))?)`))
const last = new RegExp(`(?<![\\d${numerals}A-Za-z]|[A-Za-z][-_/])(${run})[\\s.,，。…~-]{0,4}$`)
const lastFigures = new RegExp(`${figures}$`)

/**
 * Covers the digits of a message that make a telephone, identity card or bank card number together with those at the end
 * of the message before. What was stored of the first half stays; the second half is covered wholly.
 * @param previous what the last message of the same visitor left · @param at now, milliseconds since the epoch
 * @returns the text, to be masked by itself as always, and what to remember for the next message
 */
export function coverFollowing(text: string, previous: DigitTail | undefined, at: number): { text: string; tail?: DigitTail } {
  const before = previous && at - previous.at <= tailLives ? previous : undefined
  // 在吗 between two halves
  if (!/[\p{N}零〇一幺壹二两贰三叁四肆五伍六陆七柒八捌九玖]/u.test(text)) return before ? { text, tail: before } : { text }
  const shadow = shadowOf(text)
  if (before) {
    const begins = firsts.map((first) => first.exec(shadow.text)).filter((begin) => begin !== null)
    for (const [whole, digits = ''] of begins) {
      if (digits.length > farEnough) continue
      const start = whole.length - digits.length
      // "SF-1234" is the number of a thing
      if (/[A-Za-z][-_/]?$/.test(whole.slice(0, start))) return { text }
      // more digits than the number needs belong to it too: whoever cannot read them guesses nothing
      if (ends(before).some((end) => isPersonal(end + plain(digits))))
        return { text: `${text.slice(0, shadow.startOf(start))}****${text.slice(shadow.endOf(whole.length))}` }
    }
    // a number in three parts and more: 138, then 0013, then 8000
    const [whole, digits] = begins.at(-1) ?? []
    if (digits !== undefined && digits.length <= farEnough && whole === digits && whole.length === shadow.text.trimEnd().length) {
      const [joined = '', spokenJoined] = ends(before).map((end) => end + plain(digits))
      return { text, ...tailOf(joined, spokenJoined, at) }
    }
  }
  return { text, ...lastOf(text, shadow, at) }
}

/** The digits that a message ends with, unless they are masked already or belong to a thing. */
function lastOf(text: string, shadow: Shadow, at: number): { tail?: DigitTail } {
  const skipped = Math.max(0, shadow.text.length - farEnough)
  const end = last.exec(shadow.text.slice(skipped))
  if (!end) return {}
  const [, both = ''] = end
  const from = skipped + end.index
  const to = from + both.length
  if (isThing(shadow.text, from, to)) return {}
  const masked = findPersonal(text).at(-1)?.end ?? 0
  const read = masked > shadow.startOf(from) ? '' : plain(both)
  const [alone = ''] = lastFigures.exec(both) ?? []
  const digits = masked > shadow.startOf(to - alone.length) ? '' : plain(alone)
  return digits.length < 2 || digits === read ? tailOf(read, undefined, at) : tailOf(digits, read || undefined, at)
}

function tailOf(digits: string, spoken: string | undefined, at: number): { tail?: DigitTail } {
  const kept = [digits, spoken ?? ''].filter((each) => each.length >= 2 && each.length < longestNumber)
  const [one, other] = kept
  return one ? { tail: { digits: one, ...(other ? { spoken: other } : {}), at } } : {}
}

const ends = ({ digits, spoken }: DigitTail) => (spoken ? [digits, spoken] : [digits])

function plain(digits: string): string {
  return [...digits]
    .map((each) => chineseDigits[each] ?? each)
    .join('')
    .replace(/[^\dXx]/g, '')
}

function isPersonal(digits: string): boolean {
  if (digits.length > longestNumber) return false
  const [span] = findPersonal(digits)
  return span !== undefined && span.start === 0 && span.end === digits.length
}
