import { parentPort, workerData } from 'node:worker_threads'
import { readFile } from './read.ts'
import type { SentFile } from './thread.ts'

/** Items handed over at once: taking over as many costs the server a millisecond. */
const part = 200

// the thread is started by `createFileReader` alone, with a file as its data
const { data, ...file } = workerData as SentFile
const { items, ...done } = await readFile({ ...file, bytes: new Uint8Array(Buffer.from(data, 'base64')) })
for (let from = 0; from < items.length; from += part) parentPort?.postMessage({ items: items.slice(from, from + part) })
parentPort?.postMessage({ done })
