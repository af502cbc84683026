import { parentPort } from 'node:worker_threads'
import { type BuildMessage, buildIndexes } from './builder.ts'
import { forEachLocale } from './desk.ts'
import type { Entry } from './entries.ts'

const written = forEachLocale((): Entry[] => [])

/** Indexes articles in a thread of its own, so that visitors are answered meanwhile; the arrays are handed over, not copied. */
parentPort?.on('message', (message: BuildMessage) => {
  if ('entries' in message) {
    for (const entry of message.entries) written[message.locale].push(entry)
    return
  }
  const indexes = buildIndexes(written, message.lexicon)
  const buffers = new Set<ArrayBuffer>()
  collect(indexes, buffers)
  parentPort?.postMessage(indexes, [...buffers])
})

/** Every buffer of the typed arrays in it. */
function collect(value: unknown, buffers: Set<ArrayBuffer>): void {
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer)
  } else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) collect(each, buffers)
}
