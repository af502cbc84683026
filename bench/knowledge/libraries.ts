import { readFileSync } from 'node:fs'
import { type Entry, entryOf, writtenOf } from '../../runtime/knowledge/entries.ts'
import { createQueries } from '../../runtime/knowledge/query.ts'
import { createReader, isHan } from '../../runtime/knowledge/reader.ts'
import { createSearch } from '../../runtime/knowledge/search.ts'
import { buildSegment } from '../../runtime/knowledge/segment.ts'
import { createRandom } from '../../runtime/language/intents/random.ts'
import { normalise } from '../../runtime/language/normalise.ts'
import type { Article } from '../../schemas/article.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Locale } from '../../schemas/text.ts'

/** Articles and questions about them, all written for this product. Texts are normalised; nobody answers a question that wants nothing. */
export interface Library {
  name: string
  entries: Entry[]
  asked: { text: string; wanted: number[] }[]
}

const languages: Record<string, Locale> = { zh: 'zh-CN', en: 'en' }
const trades = ['shop', 'bank', 'mobile', 'travel']
const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8').trimEnd()

export interface Cut {
  /** Questions kept of an article. */
  most: number
  /** Every third article is left out, from this one on: what it answered is then answered by none. */
  without: number
}

/** Libraries of four trades in both languages, asked by hand. */
export function writtenLibraries(cut: Cut): Library[] {
  return trades.flatMap((trade) => Object.keys(languages).map((language) => writtenLibrary(trade, language, cut)))
}

function writtenLibrary(trade: string, language: string, { most, without }: Cut): Library {
  const name = `${trade}-${language}`
  const locale = languages[language] as Locale
  const written = articlesOf(trade, name).filter((each) => each.locale === locale)
  const articles = written.filter((_, index) => index % 3 !== without)
  const known = new Set(written.map(({ id }) => id))
  const places = new Map(articles.map(({ id }, place) => [id, place]))
  const entries = articles.map((article) => {
    const { questions, answer } = entryOf(writtenOf(article, locale), (text) => text)
    return { questions: questions.slice(0, most), answer }
  })
  const asked = read(`${name}.tsv`)
    .split('\n')
    .map((line) => {
      const [text = '', id = ''] = line.split('\t')
      if (id !== '' && !known.has(id)) throw new Error(`${name}.tsv: no article has the id "${id}"`)
      const place = places.get(id)
      return { text: normalise(text), wanted: place === undefined ? [] : [place] }
    })
  return { name, entries, asked }
}

function articlesOf(trade: string, name: string): Article[] {
  if (trade === 'shop') return JSON.parse(read('../../examples/library/articles.json'))
  return read(`${name}.jsonl`)
    .split('\n')
    .map((line) => ({ answer: '', tags: [], ...JSON.parse(line) }))
}

/** What people say that no library answers. */
const chat = new Set('greeting thanks_bye affirm deny smalltalk abuse crisis praise out_of_scope human opt_out'.split(' '))
/** Wordings kept back of each topic, to be asked. */
const askedEach = 8

/**
 * A library drawn from the starter intents: some of them are its articles, with a few of their wordings; others of their
 * wordings are asked, and those of intents left out, and small talk. Libraries differ in size, in questions an article, in
 * how narrow a topic is, and in how much nobody answers.
 */
export function drawnLibrary(seed: number, language: string): Library {
  const random = createRandom(seed)
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1))
  const shuffled = <Item>(items: readonly Item[]) =>
    items
      .map((item) => ({ item, place: random() }))
      .sort((a, b) => a.place - b.place)
      .map(({ item }) => item)
  const pool = wordings(language)
  const topics = shuffled(pool.filter(({ id }) => !chat.has(id)))
  const size = between(12, 48)
  const least = between(1, 5)
  const most = between(least, least + 8)
  const width = random() < 0.4 ? Number.POSITIVE_INFINITY : 2 + random() * 4
  const pick = (texts: readonly string[], count: number) => {
    const mixed = shuffled(texts)
    return width === Number.POSITIVE_INFINITY ? mixed.slice(0, count) : shuffled(nearest(mixed.slice(0, Math.ceil(count * width)), count))
  }
  const entries: Entry[] = []
  const asked: Library['asked'] = []
  for (const { texts } of topics.slice(0, size)) {
    const kept = between(least, most)
    const picked = pick(texts, kept + askedEach)
    for (const text of picked.slice(kept)) asked.push({ text, wanted: [entries.length] })
    entries.push({ questions: picked.slice(0, kept), answer: '' })
  }
  const others = shuffled(topics.slice(size).flatMap(({ texts }) => pick(texts, askedEach * 3)))
  const talk = shuffled(pool.filter(({ id }) => chat.has(id)).flatMap(({ texts }) => shuffled(texts).slice(0, 20)))
  const strangers = Math.round(asked.length * (0.2 + random()))
  const talking = Math.round(strangers * random() * 0.5)
  for (const text of [...others.slice(0, strangers - talking), ...talk.slice(0, talking)]) asked.push({ text, wanted: [] })
  return { name: `drawn-${language}-${seed}`, entries, asked }
}

/** The texts closest to the first. */
function nearest(texts: readonly string[], count: number): string[] {
  const reader = createReader()
  const segment = buildSegment(
    texts.map((text) => [text]),
    reader.read,
  )
  const found = createSearch(segment).find(createQueries()(reader.read(texts[0] ?? ''), segment))
  const ordered = found.sort((a, b) => b.closeness - a.closeness).map(({ article }) => texts[article] as string)
  return [...new Set([...ordered, ...texts])].slice(0, count)
}

const intents: Intent[] = JSON.parse(read('../../examples/library/intents.json'))
const kept = new Map<string, { id: string; texts: string[] }[]>()

function wordings(language: string): { id: string; texts: string[] }[] {
  const known = kept.get(language)
  if (known) return known
  const isChinese = (text: string) => [...text].some((each) => isHan(each.charCodeAt(0)))
  const found = intents.map(({ id, utterances }) => {
    const texts = utterances.map(normalise).filter((text) => text.length > 1 && isChinese(text) === (language === 'zh'))
    return { id, texts: [...new Set(texts)] }
  })
  kept.set(language, found)
  return found
}
