import { innocent, intensifiers, lexicon, negations, type ToneKind, type ToneWord, toneKinds } from './lexicon.ts'

/** How strongly a text tells each kind, 0–1, and the words that did. */
export interface Tones {
  strength: Record<ToneKind, number>
  hits: { word: string; kind: ToneKind; strength: number; at: number }[]
}

interface Entry extends ToneWord {
  /** First half; the whole word where there is no `…`. */
  head: string
  tail: string | undefined
  latin: boolean
}

const longestGap = 12

/** Builds a reader of tones from a list of words; the list that ships unless the operator has one. */
export function createToneReader(words: readonly ToneWord[] = lexicon): (text: string) => Tones {
  const byFirst = new Map<number, Entry[]>()
  for (const each of words) {
    const [head = '', tail] = each.word.toLowerCase().split('…')
    const entry: Entry = { ...each, head, tail, latin: /^[a-z0-9' !]+$/.test(head) && /[a-z]/.test(head) }
    const first = keyOf(head, 0)
    const group = byFirst.get(first)
    if (group) group.push(entry)
    else byFirst.set(first, [entry])
  }
  // the longest word at a place is the one that is meant
  for (const word of innocent) {
    const first = keyOf(word, 0)
    const entry: Entry = { word, kind: 'request', strength: 0, head: word, tail: undefined, latin: false }
    const group = byFirst.get(first)
    if (group) group.push(entry)
    else byFirst.set(first, [entry])
  }
  for (const group of byFirst.values()) group.sort((a, b) => b.head.length - a.head.length)
  return (text) => readTones(byFirst, text)
}

/** @param text normalised: lower case, simplified */
function readTones(byFirst: ReadonlyMap<number, readonly Entry[]>, text: string): Tones {
  const strength = Object.fromEntries(toneKinds.map((kind) => [kind, 0])) as Record<ToneKind, number>
  const hits: Tones['hits'] = []
  const coveredTo: Partial<Record<ToneKind, number>> = {}
  for (let at = 0; at < text.length; at++) {
    // a one-character word is filed under itself, all others under their first two
    const group = byFirst.get(keyOf(text, at))
    const alone = byFirst.get(text.charCodeAt(at))
    for (const entry of group ? (alone ? [...group, ...alone] : group) : (alone ?? [])) {
      if ((coveredTo[entry.kind] ?? 0) > at || !stands(entry, text, at)) continue
      if (entry.strength === 0) {
        for (const kind of toneKinds) coveredTo[kind] = at + entry.head.length
        break
      }
      coveredTo[entry.kind] = at + entry.head.length
      const said = weigh(entry, text, at)
      hits.push({ word: entry.word, kind: said.kind, strength: said.strength, at })
      // two words say more than one, never more than all
      const before = strength[said.kind]
      strength[said.kind] = said.strength < 0 ? before : Math.max(before, said.strength) + Math.min(before, said.strength) * 0.2
    }
  }
  for (const { kind, strength: calm } of hits) if (calm < 0) strength[kind] = 0
  for (const kind of toneKinds) strength[kind] = Math.min(1, strength[kind])
  return { strength, hits }
}

function keyOf(text: string, at: number): number {
  return at + 1 < text.length ? text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1) : text.charCodeAt(at)
}

function stands(entry: Entry, text: string, at: number): boolean {
  if (!text.startsWith(entry.head, at)) return false
  const end = at + entry.head.length
  if (entry.latin && (isLetter(text.charCodeAt(at - 1)) || (isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end)))))
    return false
  if (entry.tail === undefined) return true
  const tail = text.indexOf(entry.tail, end)
  return tail >= 0 && tail - end <= longestGap
}

function weigh(entry: Entry, text: string, at: number): { kind: ToneKind; strength: number } {
  const before = entry.latin ? lastWords(text, at) : text.slice(Math.max(0, at - 3), at)
  const strength = endsIn(intensifiers, before, entry.latin) ? entry.strength * 1.5 : entry.strength
  if ((entry.kind !== 'positive' && entry.kind !== 'negative') || !holds(negations, before, entry.latin))
    return { kind: entry.kind, strength }
  // "not bad" is less than good; "not good" is bad
  return entry.kind === 'positive' ? { kind: 'negative', strength } : { kind: 'positive', strength: strength * 0.3 }
}

function lastWords(text: string, at: number): string {
  const words = text
    .slice(Math.max(0, at - 24), at)
    .split(' ')
    .slice(-4)
    .join(' ')
  return words.slice(Math.max(words.lastIndexOf(','), words.lastIndexOf('.')) + 1)
}

function endsIn(words: readonly string[], before: string, latin: boolean): boolean {
  const trimmed = latin ? before.trimEnd() : before
  return words.some((word) => trimmed.endsWith(word))
}

function holds(words: readonly string[], before: string, latin: boolean): boolean {
  if (!latin) return words.some((word) => before.includes(word))
  return before.split(' ').some((part) => part !== '' && (words.includes(part) || part.endsWith("n't")))
}

/** Latin letters and digits. */
function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57)
}
