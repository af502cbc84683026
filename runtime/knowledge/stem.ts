const consonant = '[^aeiou]'
const vowel = '[aeiouy]'
const consonants = `${consonant}[^aeiouy]*`
const vowels = `${vowel}[aeiou]*`
/** A stem with at least one vowel followed by a consonant, with at least two of them, and with a vowel at all. */
const some = new RegExp(`^(${consonants})?${vowels}${consonants}`)
const several = new RegExp(`^(${consonants})?${vowels}${consonants}${vowels}${consonants}`)
const hasVowel = new RegExp(`^(${consonants})?${vowel}`)
const shortEnd = new RegExp(`^${consonants}${vowel}[^aeiouwxy]$`)

const second: Record<string, string> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
}
const third: Record<string, string> = { icate: 'ic', ative: '', alize: 'al', iciti: 'ic', ical: 'ic', ful: '', ness: '' }
const secondEnd =
  /^(.+?)(ational|tional|enci|anci|izer|bli|alli|entli|eli|ousli|ization|ation|ator|alism|iveness|fulness|ousness|aliti|iviti|biliti|logi)$/
const thirdEnd = /^(.+?)(icate|ative|alize|iciti|ical|ful|ness)$/
const fourthEnd = /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/

const known = new Map<string, string>()
const mostKnown = 20_000

/** The stem of a lower-case English word [Porter 1980], so that "refunded" and "refunds" meet. */
export function stem(word: string): string {
  if (word.length < 3 || /[^a-z]/.test(word)) return word
  const before = known.get(word)
  if (before !== undefined) return before
  const found = cut(word)
  if (known.size < mostKnown) known.set(word, found)
  return found
}

function cut(word: string): string {
  let text = word[0] === 'y' ? `Y${word.slice(1)}` : word
  text = text.replace(/(ss|i)es$/, '$1').replace(/([^s])s$/, '$1')
  text = pastAndPresent(text)
  if (text.endsWith('y') && hasVowel.test(text.slice(0, -1))) text = `${text.slice(0, -1)}i`
  text = replaced(text, secondEnd, second)
  text = replaced(text, thirdEnd, third)
  const fourth = fourthEnd.exec(text)
  if (fourth?.[1] && several.test(fourth[1])) text = fourth[1]
  else {
    const ion = /^(.+?[st])ion$/.exec(text)?.[1]
    if (ion && several.test(ion)) text = ion
  }
  return lastLetter(text).toLowerCase()
}

function pastAndPresent(text: string): string {
  const agreed = /^(.+?)eed$/.exec(text)?.[1]
  if (agreed !== undefined) return some.test(agreed) ? text.slice(0, -1) : text
  const base = /^(.+?)(ed|ing)$/.exec(text)?.[1]
  if (base === undefined || !hasVowel.test(base)) return text
  if (/(at|bl|iz)$/.test(base)) return `${base}e`
  if (/([^aeiouylsz])\1$/.test(base)) return base.slice(0, -1)
  return shortEnd.test(base) ? `${base}e` : base
}

function replaced(text: string, end: RegExp, by: Record<string, string>): string {
  const match = end.exec(text)
  return match?.[1] && match[2] && some.test(match[1]) ? match[1] + by[match[2]] : text
}

function lastLetter(text: string): string {
  let found = text
  const base = /^(.+?)e$/.exec(text)?.[1]
  if (base !== undefined && (several.test(base) || (some.test(base) && !shortEnd.test(base)))) found = base
  return found.endsWith('ll') && several.test(found) ? found.slice(0, -1) : found
}
