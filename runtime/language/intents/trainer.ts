import { Worker } from 'node:worker_threads'
import type { CrossValidation, IntentInspection } from '../../../schemas/intent-report.ts'
import type { Lesson } from './examples.ts'
import { inspect } from './health.ts'
import { encodeModel } from './model.ts'
import { train } from './train.ts'
import { type CrossValidateOptions, crossValidate } from './validate.ts'

/** What the thread can do with lessons, and what comes of it. */
interface Done {
  train: Uint8Array<ArrayBuffer>
  validate: CrossValidation
  inspect: IntentInspection
}

export type TrainQuestion = { id: number; kind: keyof Done; lessons: Lesson[]; options: CrossValidateOptions }
export type TrainAnswer = { id: number; progress: number } | { id: number; done: Done[keyof Done] }

type Progress = (share: number) => void

/** Does with lessons what takes too long between two messages. `progress` is told the share done, 0–1, from time to time. */
export interface Trainer {
  /** Makes artifacts of lessons (`decodeModel` reads them). */
  train(lessons: readonly Lesson[], progress?: Progress): Promise<Uint8Array<ArrayBuffer>>
  /** What new wordings may expect: as long as several trainings. */
  validate(lessons: readonly Lesson[], options?: CrossValidateOptions, progress?: Progress): Promise<CrossValidation>
  /** What the lessons say twice, and how well each intent is taught. */
  inspect(lessons: readonly Lesson[]): Promise<IntentInspection>
  close(): Promise<void>
}

/** Works here and now: for commands and tests, where nobody waits. */
export const trainerInProcess: Trainer = {
  train: async (lessons, progress) => encodeModel(train(lessons, progress ? { progress } : {})),
  validate: async (lessons, options, progress) => crossValidate(lessons, options, progress),
  inspect: async (lessons) => inspect(lessons),
  close: async () => {},
}

/** Works in a thread, one task after the other; the thread ends, and gives its memory back, when nothing is left to do. */
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

  function ask<Kind extends keyof Done>(task: Omit<TrainQuestion, 'id'> & { kind: Kind }, progress?: Progress): Promise<Done[Kind]> {
    const asked = started()
    const id = ++last
    return new Promise((resolve, reject) => {
      const end = () => asked.off('message', onMessage).off('error', onDeath).off('exit', onDeath)
      const onMessage = (answer: TrainAnswer) => {
        if (answer.id !== id) return
        if ('progress' in answer) return progress?.(answer.progress)
        end()
        // the thread answers each kind of task with its own kind of result
        resolve(answer.done as Done[Kind])
      }
      const onDeath = (cause: unknown) => {
        end()
        if (worker === asked) worker = undefined
        reject(new Error('The training thread ended before its work was done.', { cause }))
      }
      asked.on('message', onMessage).on('error', onDeath).on('exit', onDeath)
      const question: TrainQuestion = { ...task, id }
      asked.postMessage(question)
    })
  }

  function queue<Kind extends keyof Done>(task: Omit<TrainQuestion, 'id'> & { kind: Kind }, progress?: Progress): Promise<Done[Kind]> {
    waiting++
    const answer = turn.then(() => ask(task, progress))
    turn = answer.then(rest, rest)
    return answer
  }

  function rest(): void {
    waiting--
    if (waiting > 0) return
    void worker?.terminate()
    worker = undefined
  }

  return {
    train: (lessons, progress) => queue({ kind: 'train', lessons: [...lessons], options: {} }, progress),
    validate: (lessons, options = {}, progress) => queue({ kind: 'validate', lessons: [...lessons], options }, progress),
    inspect: (lessons) => queue({ kind: 'inspect', lessons: [...lessons], options: {} }),
    async close() {
      await worker?.terminate()
    },
  }
}
