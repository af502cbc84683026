import { Worker } from 'node:worker_threads'
import type { Lesson } from './examples.ts'
import { encodeModel } from './model.ts'
import { train } from './train.ts'

export interface TrainQuestion {
  id: number
  lessons: Lesson[]
}

export type TrainAnswer = { id: number; progress: number } | { id: number; bytes: Uint8Array<ArrayBuffer> }

/** Makes artifacts of lessons (`decodeModel` reads them). */
export interface Trainer {
  /** @param progress told the share done, 0–1, from time to time */
  train(lessons: readonly Lesson[], progress?: (share: number) => void): Promise<Uint8Array<ArrayBuffer>>
  close(): Promise<void>
}

/** Trains here and now: for commands and tests, where nobody waits. */
export const trainerInProcess: Trainer = {
  train: async (lessons, progress) => encodeModel(train(lessons, progress ? { progress } : {})),
  close: async () => {},
}

/** Trains in a thread, one lesson after the other; the thread ends, and gives its memory back, when nothing is left to do. */
export function createTrainer(): Trainer {
  let worker: Worker | undefined
  let last = 0
  let waiting = 0
  let turn: Promise<unknown> = Promise.resolve()

  function started(): Worker {
    if (worker) return worker
    // built for npm, this file and its neighbour are JavaScript
    worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './train-worker.ts' : './train-worker.js', import.meta.url))
    worker.unref()
    return worker
  }

  function ask(lessons: readonly Lesson[], progress?: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    const asked = started()
    const id = ++last
    return new Promise((resolve, reject) => {
      const end = () => asked.off('message', onMessage).off('error', onDeath).off('exit', onDeath)
      const onMessage = (answer: TrainAnswer) => {
        if (answer.id !== id) return
        if ('progress' in answer) return progress?.(answer.progress)
        end()
        resolve(answer.bytes)
      }
      const onDeath = (cause: unknown) => {
        end()
        if (worker === asked) worker = undefined
        reject(new Error('The training thread ended before its work was done.', { cause }))
      }
      asked.on('message', onMessage).on('error', onDeath).on('exit', onDeath)
      const question: TrainQuestion = { id, lessons: [...lessons] }
      asked.postMessage(question)
    })
  }

  function rest(): void {
    waiting--
    if (waiting > 0) return
    void worker?.terminate()
    worker = undefined
  }

  return {
    train(lessons, progress) {
      waiting++
      const answer = turn.then(() => ask(lessons, progress))
      turn = answer.then(rest, rest)
      return answer
    },
    async close() {
      await worker?.terminate()
    },
  }
}
