import { meanings } from './meanings.ts'
import { createSpotter } from './spot.ts'
import { stem } from './stem.ts'
import { stopWords } from './stop-words.ts'
import type { Cutter } from './words.ts'

/** What a visitor asked, and the questions of the article that it was confirmed or labelled to mean; all normalised. */
export interface Meant {
  text: string
  /** Times it was heard. */
  count: number
  questions: readonly string[]
}

/** Two words that may mean the same to this shop. */
export interface SynonymSuggestion {
  /** The articles' word first, then the visitors'. */
  words: [string, string]
  /** Messages that speak for it. */
  count: number
  /** Places of some of them in the list. */
  examples: number[]
}

/** How clearly a pair must stand out: 1 = one message in which nothing else differs. */
const enough = 0.5
const mostSuggestions = 50
const mostExamples = 3
/** A message that differs in more words than this says nothing about any of them. */
const mostDifferent = 4

/**
 * Mines synonyms from messages whose article is known: a word that the article's questions never use stands for the
 * telling word of theirs that the message lacks. Each message shares one vote among the pairs it allows.
 */
export function suggestSynonyms(meant: readonly Meant[], cut: Cutter): SynonymSuggestion[] {
  const tells = rarity(meant, cut)
  const votes = new Map<string, SynonymSuggestion & { votes: number; said: Set<string> }>()
  meant.forEach(({ text, count, questions }, place) => {
    const said = wordsOf(text, cut)
    const written = questions.map((question) => wordsOf(question, cut))
    const known = new Set(written.flat())
    const strange = said.filter((word) => !known.has(word) && !questions.some((question) => question.includes(word)))
    if (strange.length === 0 || strange.length > mostDifferent) return
    const lacking = lackingWords(text, said, written, tells)
    if (lacking.size === 0) return
    const all = strange.length * [...lacking.values()].reduce((sum, weight) => sum + weight, 0)
    for (const theirs of strange) {
      for (const [ours, weight] of lacking) {
        if (senseOf(ours) === senseOf(theirs)) continue
        const key = `${ours}\n${theirs}`
        const vote = votes.get(key) ?? { words: [ours, theirs], count: 0, examples: [], votes: 0, said: new Set() }
        vote.votes += weight / all
        if (!vote.said.has(text)) {
          vote.count += count
          if (vote.examples.length < mostExamples) vote.examples.push(place)
        }
        vote.said.add(text)
        votes.set(key, vote)
      }
    }
  })
  return foremost([...votes.values()])
}

/** A visitors' word goes to the articles' word that most speaks for it. */
function foremost(votes: (SynonymSuggestion & { votes: number })[]): SynonymSuggestion[] {
  const taken = new Set<string>()
  return votes
    .filter((vote) => vote.votes >= enough)
    .sort((a, b) => b.votes - a.votes || b.count - a.count || (a.words[1] < b.words[1] ? -1 : 1))
    .filter(({ words: [, theirs] }) => {
      const isFirst = !taken.has(theirs)
      taken.add(theirs)
      return isFirst
    })
    .slice(0, mostSuggestions)
    .map(({ words, count, examples }) => ({ words, count, examples }))
}

/** Words of the article that the message has not, by how much they tell of the article; only the most telling count. */
function lackingWords(
  text: string,
  said: readonly string[],
  written: readonly (readonly string[])[],
  tells: (word: string) => number,
): Map<string, number> {
  const weights = new Map<string, number>()
  for (const words of written) {
    for (const word of new Set(words)) {
      if (said.includes(word) || text.includes(word)) continue
      weights.set(word, (weights.get(word) ?? 0) + tells(word) / written.length)
    }
  }
  const most = Math.max(0, ...weights.values())
  return new Map([...weights].filter(([, weight]) => weight >= most / 2))
}

/** How much a word tells: words that many articles use tell nothing of one. */
function rarity(meant: readonly Meant[], cut: Cutter): (word: string) => number {
  const articles = new Map(meant.map(({ questions }) => [questions[0] ?? '', questions]))
  const uses = new Map<string, number>()
  for (const questions of articles.values())
    for (const word of new Set(questions.flatMap((question) => wordsOf(question, cut)))) uses.set(word, (uses.get(word) ?? 0) + 1)
  return (word) => Math.log(1 + articles.size / (uses.get(word) ?? 1))
}

/** Words that can be synonyms. */
function wordsOf(text: string, cut: Cutter): string[] {
  const han = (text.match(/\p{Script=Han}{2,}/gu) ?? []).flatMap((run) => cut(run))
  const latin = text.match(/[a-z][a-z'-]*[a-z]/g) ?? []
  return [...new Set([...han, ...latin])].filter(isTelling)
}

/** True for a normalised word that can be a synonym: of two Han characters or more, or a Latin one that is no stop word. */
export function isTelling(word: string): boolean {
  if (/^\p{Script=Han}{2,}$/u.test(word)) return !idle.has(word)
  return /^[a-z][a-z'-]+[a-z]$/.test(word) && !stopWords.has(word)
}

/** Words that questions of every kind hold. */
const idle = new Set(
  (
    '怎么 什么 可以 能不能 可不可以 是不是 有没有 请问 你们 我们 这个 那个 一下 如何 为什么 为啥 多久 多少 哪里 哪个 怎样 怎么样 怎么办 现在 时候 还是 就是 不是 没有 需要 一个 我要 我想 知道 帮我 麻烦 谢谢 你好 您好 吗 呢 的话 如果 因为 所以 但是 然后 已经 还有 或者 以及 大概 可能 应该 一般 这样 那样 这些 那些 东西 不会 不行 看看 问问 问下 确定 刚才 意思 ' +
    'hello hey bye yes yeah yep okay thanks thank sir madam sorry fine good great nice sure well else yet already really still always ' +
    'know want need get got let see say tell help like make use try take give come look think there now today tomorrow much many lot'
  ).split(' '),
)

const spotter = createSpotter(meanings)

/** The same for words that mean the same to every shop, and for all forms of an English word. */
export function senseOf(word: string): string {
  const meaning = meaningOf(word)
  return meaning === undefined ? stem(word) : `#${meaning}`
}

function meaningOf(word: string): number | undefined {
  let found: number | undefined
  const note = (meaning: number, from: number, to: number) => {
    if (from === 0 && (to === word.length || to === 1)) found = meaning
  }
  if (/\p{Script=Han}/u.test(word)) spotter.han(word, 0, word.length, note)
  else spotter.latin([stem(word)], note)
  return found
}
