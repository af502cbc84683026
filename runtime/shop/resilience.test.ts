import { expect, it } from 'vitest'
import type { Answer } from '../../nodes/turn.ts'
import { readInTime } from './resilience.ts'

const fine: Answer<string> = { ok: true, value: 'fine' }
const down: Answer<string> = { ok: false, why: 'unavailable' }

it('tries a read once more when it failed quickly', async () => {
  const answers = [down, fine]
  expect(await readInTime(async () => answers.shift() ?? down)).toEqual(fine)
  const asked: number[] = []
  expect(await readInTime(async () => (asked.push(1), down))).toEqual(down)
  expect(asked).toHaveLength(2)
})

it('does not ask twice for what the shop has answered', async () => {
  for (const why of ['not-found', 'refused'] as const) {
    const asked: number[] = []
    expect(await readInTime(async () => (asked.push(1), { ok: false, why }))).toEqual({ ok: false, why })
    expect(asked).toHaveLength(1)
  }
})

it('tries again after a read that threw', async () => {
  let calls = 0
  expect(
    await readInTime(async () => {
      if (calls++ === 0) throw new Error('bug')
      return fine
    }),
  ).toEqual(fine)
})

it('gives up at the deadline on a read that heeds no signal', async () => {
  let calls = 0
  expect(await readInTime(() => (calls++, new Promise(() => undefined)), undefined, 40)).toEqual(down)
  expect(calls).toBe(1)
})

it('ends with the caller', async () => {
  const end = new AbortController()
  const answer = readInTime((signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve(down))), end.signal)
  end.abort()
  expect(await answer).toEqual(down)
})
