import { type MoodKind, type MoodWord, moodKinds } from '../../../schemas/mood.ts'
import { normalise } from '../normalise.ts'
import { intensifiers, negations } from './lexicon.ts'

/** One word that spoke, and how strongly. */
export interface Hit {
  word: string
  start: number
  end: number
  kind: MoodKind
  strength: number
  own: boolean
}

/** How strongly a text tells each kind, 0–1, the words that did, and how far the operator's own words change the odds. */
export interface Tones {
  strength: Record<MoodKind, number>
  hits: Hit[]
  /** To add to the log-odds of each; undefined where the operator changed no word that was said. */
  push: Record<Pushed, number> | undefined
}

interface Entry {
  word: string
  kind: MoodKind
  /** Place of the kind. */
  place: number
  strength: number
  own: boolean
  /** By how much the operator made it stronger or weaker. */
  change: number
  /** First half; the whole word where there is no `…`. */
  head: string
  tail: string | undefined
  latin: boolean
}

const longestGap = 12
const urgency = moodKinds.indexOf('urgency')
/** A word that the operator made fully strong, or switched off, multiplies the odds by e⁵, whatever was learned. */
const pushOfWord = 5
const pushable = ['positive', 'negative', 'anger', 'urgency'] as const
type Pushed = (typeof pushable)[number]

/**
 * Builds a reader of tones.
 * @param words the list that ships · @param own the operator's: each adds a word or takes the place of the shipped one with the same word and kind
 */
export function createToneReader(words: readonly MoodWord[], own: readonly MoodWord[] = []): (text: string) => Tones {
  const shipped = indexOf(words)
  if (own.length === 0) return readerOf(shipped)
  const byFirst = new Map(shipped)
  for (const each of own) {
    const entry = entryOf(each)
    if (entry.head === '') continue
    const first = keyOf(entry.head, 0)
    const group = byFirst.get(first) ?? []
    const before = group.find((other) => other.word === entry.word && other.kind === entry.kind)
    const changed = { ...entry, own: true, change: entry.strength - (before && !before.own ? before.strength : 0) }
    byFirst.set(first, [...group.filter((other) => other !== before), changed].sort(longestFirst))
  }
  return readerOf(byFirst)
}

function readerOf(byFirst: ReadonlyMap<number, readonly Entry[]>): (text: string) => Tones {
  const begins = new Uint8Array(0x10000)
  for (const key of byFirst.keys()) begins[key < 0x10000 ? key : Math.floor(key / 0x10000)] = 1
  return (text) => readTones(byFirst, begins, text)
}

const indexes = new WeakMap<readonly MoodWord[], ReadonlyMap<number, readonly Entry[]>>()

/** The words of a list by how they begin; made once for each list. */
function indexOf(words: readonly MoodWord[]): ReadonlyMap<number, readonly Entry[]> {
  const made = indexes.get(words)
  if (made) return made
  const byFirst = new Map<number, Entry[]>()
  for (const each of words) {
    const entry = entryOf(each, each.strength)
    const first = keyOf(entry.head, 0)
    const group = byFirst.get(first)
    if (group) group.push(entry)
    else byFirst.set(first, [entry])
  }
  for (const group of byFirst.values()) group.sort(longestFirst)
  indexes.set(words, byFirst)
  return byFirst
}

/** The longest word at a place is the one that is meant. */
function longestFirst(a: Entry, b: Entry): number {
  return b.head.length - a.head.length || rank(a) - rank(b)
}

/** @param known shipped words are written as they are matched; an operator's are brought to that form */
function entryOf({ word, kind, strength }: MoodWord, known?: number): Entry {
  const [head = '', tail] = known === undefined ? word.split('…').map(normalise) : word.split('…')
  const latin = /^[a-z0-9' !?.,*+-]+$/.test(head) && /[a-z]/.test(head)
  return {
    word: tail === undefined ? head : `${head}…${tail}`,
    kind,
    place: moodKinds.indexOf(kind),
    strength,
    own: false,
    change: 0,
    head,
    tail,
    latin,
  }
}

/** What takes words out of play goes first among words of one length. */
function rank({ kind }: Entry): number {
  return kind === 'harmless' ? 0 : kind === 'patience' ? 1 : 2
}

/** @param begins 1 for characters that some word begins with · @param text normalised: lower case, simplified */
function readTones(byFirst: ReadonlyMap<number, readonly Entry[]>, begins: Uint8Array, text: string): Tones {
  const reading: Reading = { text, tones: silent(), coveredTo: new Int32Array(moodKinds.length), allTo: 0 }
  for (let at = 0; at < text.length; at++) {
    if (begins[text.charCodeAt(at)] === 0) continue
    // a one-character word is filed under itself, all others under their first two
    const pair = byFirst.get(keyOf(text, at))
    if (pair) readAt(reading, pair, at)
    const alone = at + 1 < text.length ? byFirst.get(text.charCodeAt(at)) : undefined
    if (alone) readAt(reading, alone, at)
  }
  const { strength } = reading.tones
  for (const kind of moodKinds) strength[kind] = Math.min(1, strength[kind])
  return reading.tones
}

interface Reading {
  text: string
  tones: Tones
  /** By place of the kind: up to where a word of it was read. */
  coveredTo: Int32Array
  /** Up to where nothing is read. */
  allTo: number
}

function readAt(reading: Reading, group: readonly Entry[], at: number): void {
  const { text, tones, coveredTo } = reading
  for (const entry of group) {
    if (reading.allTo > at) return
    if ((coveredTo[entry.place] as number) > at || !stands(entry, text, at)) continue
    const end = at + entry.head.length
    if (entry.kind === 'harmless') {
      if (entry.strength > 0) reading.allTo = end
      continue
    }
    coveredTo[entry.place] = end
    // whoever has no hurry says a word of haste in it
    if (entry.kind === 'patience') coveredTo[urgency] = end
    const said = weigh(entry, text, at)
    tones.hits.push({ word: entry.word, start: at, end, kind: said.kind, strength: said.strength, own: entry.own })
    if (entry.change !== 0) pushBy(tones, said.kind, entry.change * pushOfWord)
    // two words say more than one, never more than all
    const before = tones.strength[said.kind]
    tones.strength[said.kind] = Math.max(before, said.strength) + Math.min(before, said.strength) * 0.2
  }
}

function pushBy(tones: Tones, kind: MoodKind, by: number): void {
  const pushed = pushable.find((each) => each === kind)
  if (!pushed) return
  tones.push ??= { positive: 0, negative: 0, anger: 0, urgency: 0 }
  tones.push[pushed] += by
}

function silent(): Tones {
  return {
    strength: {
      positive: 0,
      negative: 0,
      anger: 0,
      urgency: 0,
      anxiety: 0,
      expectation: 0,
      waiting: 0,
      repetition: 0,
      request: 0,
      patience: 0,
      harmless: 0,
    },
    hits: [],
    push: undefined,
  }
}

function keyOf(text: string, at: number): number {
  return at + 1 < text.length ? text.charCodeAt(at) * 65_536 + text.charCodeAt(at + 1) : text.charCodeAt(at)
}

function stands(entry: Entry, text: string, at: number): boolean {
  if (!text.startsWith(entry.head, at)) return false
  const end = at + entry.head.length
  if (entry.latin && (isLetter(text.charCodeAt(at - 1)) || (isLetter(text.charCodeAt(end - 1)) && isLetter(text.charCodeAt(end)))))
    return false
  return entry.tail === undefined || text.slice(end, end + longestGap + entry.tail.length).includes(entry.tail)
}

function weigh(entry: Entry, text: string, at: number): { kind: MoodKind; strength: number } {
  const before = entry.latin ? lastWords(text, at) : lastSigns(text, at)
  const strength = endsIn(intensifiers, before, entry.latin) ? entry.strength * 1.5 : entry.strength
  if ((entry.kind !== 'positive' && entry.kind !== 'negative') || !holds(negations, before, entry.latin))
    return { kind: entry.kind, strength }
  // "not bad" is less than good; "not good" is bad
  return entry.kind === 'positive' ? { kind: 'negative', strength } : { kind: 'positive', strength: strength * 0.3 }
}

/** Up to three Han characters right before, none beyond a gap. */
function lastSigns(text: string, at: number): string {
  let from = at
  while (from > 0 && at - from < 3 && text.charCodeAt(from - 1) >= 0x3400 && text.charCodeAt(from - 1) < 0xff00) from--
  return text.slice(from, at)
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
