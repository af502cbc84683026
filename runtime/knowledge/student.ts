import { Worker } from 'node:worker_threads'
import type { Lexicon } from './lexicon.ts'
import { pause } from './steps.ts'
import type { Studies, StudyName } from './study.ts'

export interface StudyOrder {
  name: StudyName
  lexicon: Lexicon
}

/** Finds things out about articles and messages that take longer than anybody may wait. */
export interface Student {
  study<Name extends StudyName>(name: Name, asks: Studies[Name]['asks'], lexicon: Lexicon): Promise<Studies[Name]['finds']>
  close(): Promise<void>
}

/** Items sent to the thread at once: copying them takes a millisecond or two. */
const part = 250

/** Works in a thread, one study after the other; the thread ends with its work and gives its memory back. */
export function createStudent(): Student {
  let running: Worker | undefined
  let turn: Promise<unknown> = Promise.resolve()

  async function inThread<Name extends StudyName>(
    name: Name,
    asks: Studies[Name]['asks'],
    lexicon: Lexicon,
  ): Promise<Studies[Name]['finds']> {
    const order: StudyOrder = { name, lexicon }
    // built for npm, this file and its neighbour are JavaScript
    const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './study-worker.ts' : './study-worker.js', import.meta.url), {
      workerData: order,
    })
    worker.unref()
    running = worker
    const found = new Promise<Studies[Name]['finds']>((resolve, reject) => {
      const died = (cause: unknown) => reject(new Error('The thread that studies articles ended before its work was done.', { cause }))
      worker.once('message', resolve).once('error', died).once('exit', died)
    })
    // the thread may die while parts are being sent
    found.catch(() => {})
    try {
      for (const [list, items] of Object.entries(asks) as [string, unknown[]][]) {
        for (let from = 0; from < items.length; from += part) {
          worker.postMessage({ list, part: items.slice(from, from + part) })
          await pause()
        }
        if (items.length === 0) worker.postMessage({ list, part: [] })
      }
      worker.postMessage('begin')
      return await found
    } finally {
      running = undefined
      void worker.terminate()
    }
  }

  return {
    study(name, asks, lexicon) {
      const done = turn.then(() => inThread(name, asks, lexicon))
      turn = done.catch(() => {})
      return done
    },
    async close() {
      await running?.terminate()
    },
  }
}
