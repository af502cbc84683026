import { parentPort, workerData } from 'node:worker_threads'
import type { StudyOrder } from './student.ts'
import { study } from './study.ts'

// the thread is started by `createStudent` alone, with an order as its data
const { name, lexicon } = workerData as StudyOrder
const lists: Record<string, unknown[]> = {}

/** Takes the material in parts, then finds out what was ordered. */
parentPort?.on('message', (message: { list: string; part: unknown[] } | 'begin') => {
  if (message !== 'begin') {
    const list = (lists[message.list] ??= [])
    for (const each of message.part) list.push(each)
    return
  }
  // the parts were cut from material of this study
  parentPort?.postMessage(study(name, lists as Parameters<typeof study>[1], lexicon))
})
