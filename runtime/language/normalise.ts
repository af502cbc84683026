import { simplify } from './simplify.ts'

/** Marks that take no room on a screen and hide words from a recogniser. */
const invisible = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f]/g
/** How a character is read, put in brackets after it by some keyboards: 银行(yín háng), 重(ㄓㄨㄥˋ). */
const reading =
  /(?<=\p{Script=Han})\((?:[\p{Script=Bopomofo}ˊˇˋ˙ ]+|(?=[^()]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ' ]+)\)/gu
const quotes = /[\u2018\u2019\u201b\u02bc\u0060\u00b4\uff07]/g
const doubleQuotes = /[\u201c\u201d\u201f\u00ab\u00bb\u300c-\u300f]/g
/** Letters that need no folding: most messages hold nothing else, and one look is cheaper than ten. */
const plain = /^[a-z0-9 ,.?!'\u4e00-\u9fff\u3002\u3001]*$/

/**
 * One form for many spellings: full width folded, lower case, simplified script, invisible marks and bracketed readings
 * out, quotes unified, runs of three and more equal characters (not digits) cut to two, spaces joined. Idempotent.
 */
export function normalise(text: string): string {
  if (plain.test(text)) return settle(simplify(text))
  let before: string
  let after = text
  // folding may bring together what folds again: until nothing changes
  do {
    before = after
    after = fold(before)
  } while (after !== before)
  return after
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
