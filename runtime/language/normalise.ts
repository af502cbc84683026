import { simpleUnit, simplify } from './simplify.ts'

/** Marks that take no room on a screen and hide words from a recogniser. */
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/g
/** How a character is read, put in brackets after it by some keyboards: 银行(yín háng), 重(ㄓㄨㄥˋ). */
const reading =
  /(?<=\p{Script=Han})\((?:[\p{Script=Bopomofo}ˊˇˋ˙ ]+|(?=[^()]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ' ]+)\)/gu
const quotes = /[\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07]/g
const doubleQuotes = /[\u201c\u201d\u201f\u00ab\u00bb\u300c-\u300f]/g
const space = 0x20
/** Units of which most messages are made, and what becomes of each; 0 = a unit whose neighbours matter too. */
const usual = readUsual()

/**
 * One form for many spellings: full width folded, lower case, simplified script, invisible marks and bracketed readings
 * out, quotes unified, runs of three and more equal characters (not digits) cut to two, spaces joined. Idempotent.
 */
export function normalise(text: string): string {
  const quick = foldUsual(text)
  if (quick !== undefined) return quick
  let before: string
  let after = text
  // folding may bring together what folds again: until nothing changes
  do {
    before = after
    after = fold(before)
  } while (after !== before)
  return after
}

/** The same for a text of usual units alone; undefined for all others. */
function foldUsual(text: string): string | undefined {
  let folded = ''
  let from = 0
  let last = space
  let run = 1
  let isLoose = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const to = usual[code] as number
    if (to === 0) return undefined
    run = to === last ? run + 1 : 1
    last = to
    if (run > 1 && (to === space || (run > 2 && !isDigit(to)))) isLoose = true
    if (to === code) continue
    folded += text.slice(from, at) + String.fromCharCode(to)
    from = at + 1
  }
  if (from > 0) text = folded + text.slice(from)
  return isLoose || last === space ? settle(text) : text
}

function fold(text: string): string {
  const folded = text
    .replace(invisible, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(quotes, "'")
    .replace(doubleQuotes, '"')
    .normalize('NFKC')
  return settle(simplify(folded).replace(reading, ''))
}

function settle(text: string): string {
  return text
    .replace(/(\D)\1{2,}/gu, '$1$1')
    .replace(/\s+/g, ' ')
    .trim()
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** ASCII and its wide forms without brackets, Han characters and quotation marks: folded one by one. */
function readUsual(): Uint16Array {
  const units = new Uint16Array(0x10000)
  for (let code = space; code < 0x7f; code++) {
    const sign = String.fromCharCode(code)
    if ('()`'.includes(sign)) continue
    const small = sign.toLowerCase().charCodeAt(0)
    units[code] = small
    if (code > space) units[code + 0xfee0] = small
  }
  for (let code = 0x4e00; code < 0xa000; code++) units[code] = simpleUnit(code)
  for (const sign of '。、') units[sign.charCodeAt(0)] = sign.charCodeAt(0)
  for (const sign of '\u2018\u2019') units[sign.charCodeAt(0)] = 0x27
  for (const sign of '\u201c\u201d') units[sign.charCodeAt(0)] = 0x22
  return units
}
