import { Worker } from 'node:worker_threads'
import type { Locale } from '../../schemas/text.ts'
import { forEachLocale } from './desk.ts'
import { type Entry, entryOf } from './entries.ts'
import { buildIndex, type Index } from './index.ts'
import type { Lexicon } from './lexicon.ts'
import { pause } from './steps.ts'
import { createCanon } from './synonyms.ts'
import { createCutter } from './words.ts'

/** Texts as written, by language. */
export type Written = Record<Locale, Entry[]>
export type Indexes = Record<Locale, Index>

/** What is sent to the thread: the texts in parts, then the order to build. */
export type BuildMessage = { locale: Locale; entries: Entry[] } | { lexicon: Lexicon }

/** Builds indexes of all articles. */
export interface Builder {
  build(written: Written, lexicon: Lexicon): Promise<Indexes>
  close(): Promise<void>
}

/** Builds here and now: for commands and tests, where nobody waits. */
export const builderInProcess: Builder = {
  build: async (written, lexicon) => buildIndexes(written, lexicon),
  close: async () => {},
}

export function buildIndexes(written: Written, lexicon: Lexicon): Indexes {
  const canon = createCanon(lexicon.synonyms)
  const cut = createCutter(lexicon.words)
  return forEachLocale((locale) =>
    buildIndex(
      written[locale].map((entry) => entryOf(entry, canon)),
      { cut },
    ),
  )
}

/** Articles sent to the thread at once: copying them takes a millisecond or two, then others have their turn. */
const part = 250

/** Builds in a thread of its own, which ends with its work and gives its memory back. */
export function createBuilder(): Builder {
  const running = new Set<Worker>()
  return {
    async build(written, lexicon) {
      // built for npm, this file and its neighbour are JavaScript
      const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './build-worker.ts' : './build-worker.js', import.meta.url))
      worker.unref()
      running.add(worker)
      const built = new Promise<Indexes>((resolve, reject) => {
        const died = (cause: unknown) => reject(new Error('The thread that indexes articles ended before its work was done.', { cause }))
        worker.once('message', resolve).once('error', died).once('exit', died)
      })
      // the thread may die while parts are being sent
      built.catch(() => {})
      try {
        for (const [locale, entries] of Object.entries(written) as [Locale, Entry[]][]) {
          for (let from = 0; from < entries.length; from += part) {
            send(worker, { locale, entries: entries.slice(from, from + part) })
            await pause()
          }
        }
        send(worker, { lexicon })
        return await built
      } finally {
        running.delete(worker)
        void worker.terminate()
      }
    },
    async close() {
      await Promise.all([...running].map((worker) => worker.terminate()))
    },
  }
}

function send(worker: Worker, message: BuildMessage): void {
  worker.postMessage(message)
}
