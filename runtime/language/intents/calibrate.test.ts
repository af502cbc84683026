import { describe, expect, it } from 'vitest'
import { createLikeness } from './alike.ts'
import { calibrate, type Trial, usual } from './calibrate.ts'
import { examplesOf, type Lesson } from './examples.ts'
import { learn } from './learn.ts'
import { sigmoid } from './logistic.ts'
import { createRandom } from './random.ts'
import { createReader } from './reader.ts'
import { countAll } from './rows.ts'
import { createTable } from './table.ts'

const random = createRandom(5)
const known: Trial[] = Array.from({ length: 400 }, () => {
  // as a deliberately oblique utterance is: less alike, and wrong more often than its score says
  const oblique = random() < 0.6
  const fit = 0.6 + random()
  return {
    fit,
    knownTelling: random(),
    margin: fit / 4,
    wants: 'known',
    right: random() < (oblique ? 0.5 : 0.98),
    refused: false,
    alike: oblique ? 0.3 : 0.65,
  }
})
const stranger = (wants: 'hidden' | 'foreign', refused: boolean, fit: number): Trial => ({
  fit,
  knownTelling: 0.2,
  margin: 0.05,
  wants,
  right: refused,
  refused,
  alike: 0,
})
const hidden = Array.from({ length: 200 }, () => stranger('hidden', false, random()))
const confidence = ({ right }: ReturnType<typeof calibrate>) => sigmoid(right.offset + right.slope * 1.1 + right.lead * 0.3)

describe('calibration', () => {
  it('counts utterances that are alike for more where copies were weeded out, and is surer of plain questions', () => {
    const blind = [...known, ...hidden].map((trial) => ({ ...trial, alike: 0 }))
    expect(confidence(calibrate([...known, ...hidden]))).toBeGreaterThan(confidence(calibrate(blind)) + 0.05)
  })

  it('changes nothing where held-out utterances are as alike as questions usually are', () => {
    const natural = [...known, ...hidden].map((trial) => ({ ...trial, alike: trial.wants === 'known' ? trial.alike + 0.3 : 0 }))
    expect(calibrate(natural)).toEqual(calibrate(natural.map((trial) => ({ ...trial, alike: 0 }))))
  })

  it('doubts fewer messages for their words where the shop taught what is nobody’s business', () => {
    const foreign = Array.from({ length: 40 }, (_, at) => stranger('foreign', at % 2 === 0, random() / 2))
    expect(calibrate([...known, ...hidden, ...foreign]).usuallyKnown).toBeLessThan(calibrate([...known, ...hidden]).usuallyKnown)
  })

  it('sets the threshold for what the model does not refuse by itself', () => {
    const open = Array.from({ length: 20 }, () => stranger('foreign', false, 0.3))
    const some = calibrate([...known, ...hidden, ...open])
    const more = calibrate([...known, ...hidden, ...open, ...Array.from({ length: 100 }, () => stranger('foreign', true, 0.9))])
    expect(more.threshold).toBe(some.threshold)
    expect(some.threshold).toBeGreaterThan(0.3)
  })

  it('falls back on what is usual where there is nothing to learn it from', () => {
    expect(calibrate(known)).toEqual(usual)
    expect(calibrate([])).toEqual(usual)
  })
})

describe('likeness', () => {
  const lines = (words: string) => Array.from({ length: 45 }, (_, at) => `${words} ${String.fromCharCode(97 + (at % 26)).repeat(3)}${at}`)
  const likenessOf = (lessons: Lesson[], held: string) => {
    const examples = examplesOf(lessons)
    const table = createTable(10_000)
    const counts = countAll(examples.texts, createReader(), table)
    const task = { examples, counts, classes: lessons.length, foreign: -1, features: table.size, seed: 1 }
    const row = examples.texts.indexOf(held)
    const kept = examples.texts.flatMap((_, at) => (at === row ? [] : [at]))
    return createLikeness(task, kept, learn(task, Int32Array.from(kept), 1))(row)
  }
  const [parcel, refund] = [lines('where is my parcel'), lines('give me my money back')]

  it('is that of the most similar utterance of the same intent', () => {
    const near = likenessOf(
      [
        { id: 'a', name: 'a', utterances: [...parcel, 'where is my parcel now'] },
        { id: 'b', name: 'b', utterances: refund },
      ],
      'where is my parcel now',
    )
    const far = likenessOf(
      [
        { id: 'a', name: 'a', utterances: parcel },
        { id: 'b', name: 'b', utterances: [...refund, 'where is my parcel now'] },
      ],
      'where is my parcel now',
    )
    expect(near).toBeGreaterThan(0.6)
    expect(near).toBeLessThanOrEqual(1.000_01)
    expect(far).toBeLessThan(0.3)
  })

  it('is not looked at where intents have few utterances', () => {
    const lessons = [parcel, refund].map((said, at) => ({ id: `${at}`, name: `${at}`, utterances: said.slice(0, 30) }))
    expect(likenessOf(lessons, parcel[3] as string)).toBe(0)
  })
})
