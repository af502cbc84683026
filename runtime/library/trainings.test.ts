import { expect, it } from 'vitest'
import type { Intent } from '../../schemas/intent.ts'
import { systemIds } from '../ids.ts'
import { type Trainer, trainerInProcess } from '../language/intents/trainer.ts'
import { createTeacher } from '../language/teacher.ts'
import { createTrainings } from './trainings.ts'

const intents: Intent[] = [
  { id: 'track', name: '查物流', utterances: ['快递到哪了', '查一下物流'], keywords: [] },
  { id: 'refund', name: '退款', utterances: ['我要退款', '退钱'], keywords: [] },
]

/** A trainer that waits at each step until the test lets it go on. */
function heldTrainer() {
  const steps: (() => void)[] = []
  const trainer: Trainer = {
    ...trainerInProcess,
    async train(lessons, progress) {
      for (const share of [0.3, 0.9]) {
        progress?.(share)
        await new Promise<void>((resolve) => steps.push(resolve))
      }
      return trainerInProcess.train(lessons)
    },
  }
  return { trainer, goOn: () => steps.shift()?.() }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 5))

it('a training shows what it is for and how far it is, until it is over or has failed', async () => {
  const trainings = createTrainings(systemIds)
  const { trainer, goOn } = heldTrainer()
  const teacher = createTeacher({ trainer, watch: trainings.begin })
  const live = teacher.language(intents)
  await pause()
  expect(trainings.list()).toMatchObject([{ for: 'version', share: 0.3 }])
  goOn()
  await pause()
  expect(trainings.list()).toMatchObject([{ for: 'version', share: 0.9 }])
  goOn()
  await live
  expect(trainings.list()).toEqual([])
  const failing = createTeacher({
    trainer: { ...trainerInProcess, train: () => Promise.reject(new Error('out of memory')) },
    watch: trainings.begin,
  })
  await expect(failing.tried(intents)).rejects.toThrow('out of memory')
  expect(trainings.list()).toEqual([])
})

it('what was only tried is stored when it goes live, not before, and is not trained again', async () => {
  const stored: string[] = []
  let trained = 0
  const teacher = createTeacher({
    trainer: { ...trainerInProcess, train: (lessons) => (trained++, trainerInProcess.train(lessons)) },
    models: { get: async () => undefined, put: async (key) => void stored.push(key) },
  })
  const { language } = await teacher.tried(intents)
  expect((await teacher.tried([...intents])).language).toBe(language)
  expect(stored).toEqual([])
  expect(await teacher.language([...intents].reverse())).toBe(language)
  expect([stored.length, trained]).toEqual([1, 1])
})
