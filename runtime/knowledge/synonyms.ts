import { normalise } from '../language/normalise.ts'

/** Groups of words that mean the same to this shop; the first of each stands for all. */
export type SynonymGroups = readonly (readonly string[])[]

const han = /\p{Script=Han}/u
const word = /[\p{L}\p{N}]/u

/**
 * Replaces every word of a group by its first one, longest first, in normalised texts. Latin words match whole, also
 * with a plural s; Han words anywhere.
 */
export function createCanon(groups: SynonymGroups): (text: string) => string {
  const canonical = new Map<string, string>()
  for (const group of groups) {
    const [first, ...others] = group.map(normalise).filter(Boolean)
    if (first === undefined) continue
    // the first one protects itself: it may contain another
    for (const each of [first, ...others]) if (!canonical.has(each)) canonical.set(each, first)
  }
  if (canonical.size === 0) return (text) => text
  const byStart = new Map<string, string[]>()
  for (const phrase of canonical.keys()) byStart.set(phrase.charAt(0), [...(byStart.get(phrase.charAt(0)) ?? []), phrase])
  for (const phrases of byStart.values()) phrases.sort((a, b) => b.length - a.length)

  return (text) => {
    let replaced = ''
    let at = 0
    while (at < text.length) {
      const end = byStart.get(text.charAt(at))?.reduce((found, phrase) => (found > 0 ? found : endOf(text, at, phrase)), 0) ?? 0
      const phrase = end > 0 ? byStart.get(text.charAt(at))?.find((each) => endOf(text, at, each) === end) : undefined
      if (phrase === undefined) {
        replaced += text.charAt(at++)
        continue
      }
      replaced += canonical.get(phrase)
      at = end
    }
    return replaced
  }
}

/** Where the phrase ends that starts here, 0 when it does not. */
function endOf(text: string, at: number, phrase: string): number {
  if (!text.startsWith(phrase, at)) return 0
  const end = at + phrase.length
  if (han.test(phrase.charAt(0))) return end
  if (isWord(text.charAt(at - 1))) return 0
  if (!isWord(text.charAt(end))) return end
  return text.charAt(end) === 's' && !isWord(text.charAt(end + 1)) ? end + 1 : 0
}

function isWord(character: string): boolean {
  return word.test(character) && !han.test(character)
}
