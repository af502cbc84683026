import { parentPort } from 'node:worker_threads'
import { encodeModel } from './model.ts'
import { train } from './train.ts'
import type { TrainAnswer, TrainQuestion } from './trainer.ts'

/** Trains in a thread of its own, so that visitors are answered meanwhile. */
parentPort?.on('message', ({ id, lessons }: TrainQuestion) => {
  const answer = (message: TrainAnswer, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer)
  const bytes = encodeModel(train(lessons, { progress: (share) => answer({ id, progress: share }) }))
  answer({ id, bytes }, [bytes.buffer])
})
