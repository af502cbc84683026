import { z } from 'zod'
import type { Article } from '../../../schemas/article.ts'
import { locales, textIn } from '../../../schemas/text.ts'
import type { Alarm, Clock } from '../../clock.ts'
import { type AppError, ensureError } from '../../errors.ts'
import type { LiveKnowledge } from '../../knowledge/live.ts'
import { normalise } from '../../language/normalise.ts'
import type { SaidPlace, Store } from '../../store/store.ts'
import type { IntentLibrary } from '../intents.ts'
import { createMiner, type Miner } from './miner.ts'

const foundWord = z.object({ word: z.string(), count: z.number(), near: z.array(z.string()), examples: z.array(z.string()) })
/** What the chats told, and of which chats and articles it was true. */
const storedWords = z.object({
  at: z.number(),
  messages: z.number(),
  newest: z.string(),
  questions: z.number(),
  words: z.array(foundWord),
})
type StoredWords = z.infer<typeof storedWords>

export interface ChatWordsState {
  state: 'few' | 'running' | 'done' | 'failed'
  /** Of the reading under way, 0–1. */
  share: number
  /** Messages that were read, or that there are when they are too few. */
  messages: number
  needed: number
  at?: number
  words: z.infer<typeof foundWord>[]
}

/** Words of visitors that articles do not use, read from the stored chats in a thread and kept until chats or articles changed much. */
export interface ChatWords {
  /** What is known; begins to read the chats when that is out of date. */
  read(): Promise<ChatWordsState>
  /** Reads the chats anew. */
  again(): void
  close(): Promise<void>
}

export interface ChatWordsParts {
  store: Pick<Store, 'conversations' | 'settings'>
  knowledge: LiveKnowledge
  intents: IntentLibrary
  clock: Clock
  alarm: Alarm
  report(error: AppError): void
  miner?: typeof createMiner
}

/** Chats as they are being read: how much of it is done, 0–1, and by which thread. */
interface Reading {
  share: number
  miner?: Miner
}

const storedKey = 'library.chat-words'
/** Fewer messages tell too little of any word. */
export const neededMessages = 1_000
const mostMessages = 50_000
/** Messages of anybody that are looked at: bots and agents say several to each of a visitor. */
const mostLooked = 300_000
const besides = 6
const page = 300
/** Milliseconds between two pages: visitors' turns go first. */
const breath = 4
/** Share of reading in the whole, as far as the bar goes. */
const reading = 0.4
/** So many new messages, or so large a share of changed questions, make what was found out of date. */
const fewestNew = 500
const changedShare = 0.1
const longestExample = 120

export function createChatWords(parts: ChatWordsParts): ChatWords {
  const { store, knowledge, intents, clock, alarm, report, miner: createThread = createMiner } = parts
  let running: Reading | undefined
  let hasFailed = false
  let isClosed = false

  const rest = () => new Promise<void>((resolve) => alarm(breath, resolve))

  async function stored(): Promise<StoredWords | undefined> {
    const read = storedWords.safeParse(await store.settings.get(storedKey))
    return read.success ? read.data : undefined
  }

  async function isDue(last: StoredWords): Promise<boolean> {
    const questions = questionsOf(knowledge.articles().values())
    if (Math.abs(questions - last.questions) > Math.max(5, last.questions * changedShare)) return true
    const many = Math.max(fewestNew, last.messages * changedShare)
    return (await countSaid(last.newest, many)) >= many
  }

  /** Texts of visitors in conversations after this one, as far as is of interest. */
  async function countSaid(after: string, most: number): Promise<number> {
    return Math.min(most, await store.conversations.countSaid(after, most * besides))
  }

  function start(): void {
    if (running || isClosed) return
    const work: Reading = { share: 0 }
    running = work
    hasFailed = false
    look(work)
      .then((words) => store.settings.put(storedKey, words))
      .catch((thrown: unknown) => {
        if (isClosed) return
        hasFailed = true
        report(ensureError(thrown))
      })
      .finally(() => {
        running = undefined
        void work.miner?.close()
      })
  }

  async function look(work: Reading): Promise<StoredWords> {
    const miner = createThread(knowledge.lexicon())
    work.miner = miner
    const said = await sendSaid(miner, (share) => {
      work.share = reading * share
    })
    const questions = await sendWritten(miner)
    const find = () =>
      miner.find((share) => {
        work.share = reading + (1 - reading) * share
      })
    const words = said.messages < neededMessages ? [] : await find()
    const cut = words.map((each) => ({ ...each, examples: each.examples.map((text) => text.slice(0, longestExample)) }))
    return { at: clock.now(), ...said, questions, words: cut }
  }

  async function sendSaid(miner: Miner, progress: (share: number) => void): Promise<{ messages: number; newest: string }> {
    let place: SaidPlace | null = null
    let messages = 0
    let newest = ''
    for (let looked = 0; looked < mostLooked && messages < mostMessages && !isClosed; looked += page) {
      const { texts, next } = await store.conversations.said(place, page)
      miner.send({ said: texts })
      messages += texts.length
      newest ||= texts[0]?.conversationId ?? ''
      progress(messages / mostMessages)
      if (!next) break
      place = next
      await rest()
    }
    return { messages, newest }
  }

  /** @returns how many questions articles have */
  async function sendWritten(miner: Miner): Promise<number> {
    let questions = 0
    for (const articles of inParts([...knowledge.articles().values()])) {
      miner.send({
        questions: articles.map(({ question, similar }) => [question, ...similar]),
        others: articles.flatMap(({ answer }) => [...new Set(locales.map((locale) => textIn(answer, locale)))]),
      })
      questions += questionsOf(articles)
      await rest()
    }
    for (const { utterances } of (await intents.now()).intents) {
      for (const others of inParts(utterances)) {
        miner.send({ others })
        await rest()
      }
    }
    return questions
  }

  return {
    async read() {
      const last = await stored()
      const messages = last?.messages ?? (await countSaid('', neededMessages))
      if (!running && !hasFailed && (last ? await isDue(last) : messages >= neededMessages)) start()
      const known = new Set(knowledge.lexicon().synonyms.flat().map(normalise))
      return {
        state: running ? 'running' : hasFailed ? 'failed' : messages < neededMessages ? 'few' : 'done',
        share: running?.share ?? 1,
        messages,
        needed: neededMessages,
        ...(last ? { at: last.at } : {}),
        // what became a synonym since is not looked for any more
        words: last?.words.filter(({ word }) => !known.has(word)) ?? [],
      }
    },
    again: start,
    async close() {
      isClosed = true
      await running?.miner?.close()
    },
  }
}

function questionsOf(articles: Iterable<Article>): number {
  let count = 0
  for (const { similar } of articles) count += 1 + similar.length
  return count
}

function* inParts<T>(list: readonly T[]): Generator<T[]> {
  for (let from = 0; from < list.length; from += page) yield list.slice(from, from + page)
}
