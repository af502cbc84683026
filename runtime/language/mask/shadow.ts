import { simplify } from '../simplify.ts'

/** A text in plain spelling, and where each of its characters stood. */
export interface Shadow {
  text: string
  /** The same with the numerals of a spoken number as digits, place by place. */
  spoken: string
  /** Start in the original of what became this character of the shadow. */
  startOf(index: number): number
  /** End in the original of the character before this place of the shadow. */
  endOf(index: number): number
}

/** Full width, circled and mathematical signs, zero-width and keycap marks; all other texts need no map. */
const wellKnown =
  /[\uff01-\uff5e\u3000\u2460-\u24ff\u2776-\u2793\u00b2\u00b3\u00b9\u2070-\u2089\u200b-\u200f\u2060\ufeff\u00ad]|\ufe0f|\u20e3|\ud835/
/** Figures of other scripts, spaces and hyphens of typesetters, marks that are drawn over others or not at all. */
const rare = /[^\P{Nd}0-9]|[^\P{Zs} ]|[\p{Cf}\p{Mn}\p{Me}\u2010-\u2013\u2212\u2780-\u2793\u3164]/u
const invisible = /[\p{Cf}\p{Mn}\p{Me}\u3164]/u
export const chineseDigits: Readonly<Record<string, string>> = {
  ...{ 零: '0', 〇: '0', 洞: '0', 一: '1', 幺: '1', 壹: '1', 二: '2', 两: '2', 贰: '2', 三: '3', 叁: '3', 参: '3', 四: '4', 肆: '4' },
  ...{ 五: '5', 伍: '5', 六: '6', 陆: '6', 七: '7', 柒: '7', 拐: '7', 八: '8', 捌: '8', 九: '9', 玖: '9', 勾: '9' },
}
/** Characters that are read as one digit each. */
export const spoken = '零〇洞一幺壹二两贰三叁参四肆五伍六陆七柒拐八捌九玖勾'
/** Seven and more digits in a row of which some are written as Chinese numerals. */
const spokenRun = new RegExp(`[\\d${spoken}](?:[ \\-.、·]?[\\d${spoken}]){6,}`, 'g')
const anySpoken = /[零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖]/

/** Plain digits, Latin letters and simplified script, with a map back to the text as typed. */
export function shadowOf(text: string): Shadow {
  if (!isOddlyWritten(text)) {
    const plain = simplify(text)
    return { text: plain, spoken: readSpoken(plain), startOf: same, endOf: same }
  }
  let plain = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const next = at + character.length
    const folded = isPlain(character.charCodeAt(0)) ? character : invisible.test(character) ? '' : fold(character)
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at)
      ends.push(next)
    }
    plain += folded
    at = next
  }
  plain = simplify(plain)
  return {
    text: plain,
    spoken: readSpoken(plain),
    startOf: (index) => starts[index] ?? text.length,
    endOf: (index) => (index === 0 ? 0 : (ends[index - 1] ?? text.length)),
  }
}

/** Whether a text holds signs that its shadow writes plainly. */
export function isOddlyWritten(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isPlain(text.charCodeAt(at))) return wellKnown.test(text) || rare.test(text)
  return false
}

/** ASCII, Han characters, 、 and 。: what most texts are made of, and what is plain already. */
function isPlain(code: number): boolean {
  return code < 0x80 || (code >= 0x4e00 && code <= 0x9fff) || code === 0x3001 || code === 0x3002
}

const same = (index: number) => index

function fold(character: string): string {
  const code = character.charCodeAt(0)
  if (code >= 0x2474 && code <= 0x247c) return String(code - 0x2473)
  if (code >= 0x2488 && code <= 0x2490) return String(code - 0x2487)
  if (code === 0x24ff || code === 0x24ea) return '0'
  if (code >= 0x2776 && code <= 0x277e) return String(code - 0x2775)
  if (code >= 0x2780 && code <= 0x2788) return String(code - 0x277f)
  if (code >= 0x278a && code <= 0x2792) return String(code - 0x2789)
  if (/[\u2010-\u2013\u2212]/.test(character)) return '-'
  return character.normalize('NFKC').replace(/[^\P{Nd}0-9]/gu, figure)
}

/** The figure in our own writing. Unicode puts the ten of a script in a row, the first at a code that ends in 0 or in 6. */
function figure(sign: string): string {
  const code = sign.codePointAt(0) ?? 0
  const row = code & ~0xf
  return String(code - (/\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6))
}

/** As long as before: each numeral becomes one digit. */
function readSpoken(text: string): string {
  if (!anySpoken.test(text)) return text
  return text.replace(spokenRun, (run) => run.replace(/\D/g, (sign) => chineseDigits[sign] ?? sign))
}
