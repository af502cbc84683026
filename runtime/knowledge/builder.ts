import { Worker } from 'node:worker_threads'
import type { Locale } from '../../schemas/text.ts'
import { forEachLocale } from './desk.ts'
import { entryOf } from './entries.ts'
import { buildIndex, type Entry, type Index } from './index.ts'
import { createCanon, type SynonymGroups } from './synonyms.ts'

/** Texts as written, by language. */
export type Written = Record<Locale, Entry[]>
export type Indexes = Record<Locale, Index>

/** What is sent to the thread: the texts in parts, then the order to build. */
export type BuildMessage = { locale: Locale; entries: Entry[] } | { synonyms: SynonymGroups }

/** Builds indexes of all articles. */
export interface Builder {
  build(written: Written, synonyms: SynonymGroups): Promise<Indexes>
  close(): Promise<void>
}

/** Builds here and now: for commands and tests, where nobody waits. */
export const builderInProcess: Builder = {
  build: async (written, synonyms) => buildIndexes(written, synonyms),
  close: async () => {},
}

export function buildIndexes(written: Written, synonyms: SynonymGroups): Indexes {
  const canon = createCanon(synonyms)
  return forEachLocale((locale) => buildIndex(written[locale].map((entry) => entryOf(entry, canon))))
}

/** Articles sent to the thread at once: copying them takes a millisecond or two, then others have their turn. */
const part = 250

/** Builds in a thread of its own, which ends with its work and gives its memory back. */
export function createBuilder(): Builder {
  const running = new Set<Worker>()
  return {
    async build(written, synonyms) {
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
        send(worker, { synonyms })
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

/** Lets everything that waits have its turn. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

function send(worker: Worker, message: BuildMessage): void {
  worker.postMessage(message)
}
