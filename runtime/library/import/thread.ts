import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { Locale } from '../../../schemas/text.ts'
import type { Alarm } from '../../clock.ts'
import type { Kind } from './headers.ts'
import type { ReadFile } from './read.ts'
import { sentence } from './words.ts'

/** Milliseconds that reading a file may take, and MiB of memory. */
const deadline = 20_000
const usualMemory = 700
/** Files read at the same time; others wait. */
const mostAtOnce = 1

/** A file as it was sent: its bytes in base64. The reader unpacks them. */
export interface SentFile<K extends Kind = Kind> {
  kind: K
  name: string
  data: string
  locale: Locale
}

export type FileReader = <K extends Kind>(file: SentFile<K>) => Promise<ReadFile<K>>

/** What the reader sends: some items at a time, then the rest or that it is too much. */
export type Heard<K extends Kind = Kind> =
  | { items: ReadFile<K>['items'] }
  | { done: Omit<ReadFile<K>, 'items'> }
  | { tooLarge: true }
  | { failed: string }

/**
 * Reads files in a process of its own that has a deadline and bounded memory: a file is written by who knows whom. A
 * thread would not do: some kinds of memory exhaustion end the whole process that it runs in.
 * @param memory MiB
 */
export function createFileReader(alarm: Alarm, memory = usualMemory): FileReader {
  let running = 0
  const waiting: (() => void)[] = []

  return async (file) => {
    if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    running++
    try {
      return await inProcess(file)
    } finally {
      running--
      waiting.shift()?.()
    }
  }

  function inProcess<K extends Kind>(file: SentFile<K>): Promise<ReadFile<K>> {
    // built for npm, this file and its neighbour are JavaScript
    const path = fileURLToPath(new URL(import.meta.url.endsWith('.ts') ? './read-worker.ts' : './read-worker.js', import.meta.url))
    // it needs no secret and says nothing on its own
    const child = fork(path, { execArgv: [`--max-old-space-size=${memory}`], env: {}, serialization: 'advanced', stdio: 'ignore' })
    return new Promise((resolve, reject) => {
      const parts: ReadFile<K>['items'] = []
      const end = (settle: () => void) => {
        stop()
        child.removeAllListeners()
        // a late message or a broken pipe of one that is gone concerns nobody
        child.on('error', () => undefined)
        child.kill('SIGKILL')
        settle()
      }
      const tooMuch = (code: 'too-slow' | 'too-large') =>
        end(() => resolve({ rows: 0, items: [], faults: [{ line: 1, message: sentence(file.locale, code) }], ignored: [] }))
      const stop = alarm(deadline, () => tooMuch('too-slow'))
      child.on('message', (message: Heard<K>) => {
        if ('items' in message) for (const item of message.items) parts.push(item)
        else if ('done' in message) end(() => resolve({ ...message.done, items: parts }))
        else if ('tooLarge' in message) tooMuch('too-large')
        else end(() => reject(new Error(`a file could not be read: ${message.failed}`)))
      })
      child.on('error', (error) => end(() => reject(error)))
      // whoever goes without a word ran out of memory
      child.on('exit', () => tooMuch('too-large'))
      child.send(file)
    })
  }
}
