import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { inspect } from './health.ts'
import { encodeModel } from './model.ts'
import { train } from './train.ts'
import type { TrainAnswer, TrainQuestion } from './trainer.ts'
import { crossValidate } from './validate.ts'

// visitors go before: on Linux each thread has a priority of its own, elsewhere it would be the whole server's
if (process.platform === 'linux') {
  try {
    setPriority(0, constants.priority.PRIORITY_LOW)
  } catch {
    // a sandbox may forbid it: training then shares evenly
  }
}

/** Trains and tries out in a thread of its own, so that visitors are answered meanwhile. */
parentPort?.on('message', (question: TrainQuestion) => {
  const { id, kind, lessons } = question
  const answer = (message: TrainAnswer, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer)
  const progress = (share: number) => answer({ id, progress: share })
  if (kind === 'train') {
    const bytes = encodeModel(train(lessons, { progress }))
    answer({ id, done: bytes }, [bytes.buffer])
  } else if (kind === 'validate') answer({ id, done: crossValidate(lessons, question.options, progress) })
  else answer({ id, done: inspect(lessons) })
})
