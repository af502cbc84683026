import { Worker } from 'node:worker_threads'
import type { Locale } from '../../../schemas/text.ts'
import type { Alarm } from '../../clock.ts'
import type { Kind } from './headers.ts'
import type { ReadFile } from './read.ts'
import { sentence } from './words.ts'

/** Milliseconds that reading a file may take, and MiB of memory. */
const deadline = 20_000
const memory = 700
/** Files read at the same time; others wait. */
const mostAtOnce = 1

/** A file as it was sent: its bytes in base64. The thread unpacks them. */
export interface SentFile<K extends Kind = Kind> {
  kind: K
  name: string
  data: string
  locale: Locale
}

export type FileReader = <K extends Kind>(file: SentFile<K>) => Promise<ReadFile<K>>

/** Reads files in a thread that has a deadline and bounded memory: a file is written by who knows whom. */
export function createFileReader(alarm: Alarm): FileReader {
  let running = 0
  const waiting: (() => void)[] = []

  return async (file) => {
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await inThread(file)
    } finally {
      running--
      waiting.shift()?.()
    }
  }

  function inThread<K extends Kind>(file: SentFile<K>): Promise<ReadFile<K>> {
    // built for npm, this file and its neighbour are JavaScript
    const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url), {
      workerData: file,
      resourceLimits: { maxOldGenerationSizeMb: memory },
    })
    return new Promise((resolve, reject) => {
      const end = () => {
        stop()
        void worker.terminate()
      }
      const tooMuch = (code: 'too-slow' | 'too-large'): ReadFile<K> => ({
        rows: 0,
        items: [],
        faults: [{ line: 1, message: sentence(file.locale, code) }],
        ignored: [],
      })
      const stop = alarm(deadline, () => {
        end()
        resolve(tooMuch('too-slow'))
      })
      const parts: ReadFile<K>['items'] = []
      worker.on('message', (message: { items: ReadFile<K>['items'] } | { done: Omit<ReadFile<K>, 'items'> }) => {
        if ('items' in message) {
          for (const item of message.items) parts.push(item)
          return
        }
        end()
        resolve({ ...message.done, items: parts })
      })
      worker.on('error', (error) => {
        end()
        if ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY') resolve(tooMuch('too-large'))
        else reject(error)
      })
    })
  }
}
