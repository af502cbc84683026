import { describe, expect, it } from 'vitest'
import { createQueue } from './queue.ts'
import { moment, stoppedClock } from './testing.ts'

/** Work that ends when it is told to. */
function held() {
  const ends: (() => void)[] = []
  const begun: string[] = []
  return {
    begun,
    work: (name: string) => () => {
      begun.push(name)
      return new Promise<string>((resolve) => ends.push(() => resolve(name)))
    },
    async endFirst() {
      ends.shift()?.()
      await moment()
    },
  }
}

describe('the queue of turns', () => {
  it('runs works of one conversation one after the other, of different ones side by side', async () => {
    const { work, begun, endFirst } = held()
    const queue = createQueue(stoppedClock().clock)
    const all = [queue.run('a', work('a1')), queue.run('a', work('a2')), queue.run('b', work('b1'))]
    await moment()
    expect(begun).toEqual(['a1', 'b1'])
    await endFirst()
    expect(begun).toEqual(['a1', 'b1', 'a2'])
    await endFirst()
    await endFirst()
    expect(await Promise.all(all)).toEqual(['a1', 'a2', 'b1'])
    expect(queue.counts()).toEqual({ running: 0, waiting: 0 })
  })

  it('goes on with a conversation whose work threw', async () => {
    const queue = createQueue(stoppedClock().clock)
    const failed = queue.run('a', () => Promise.reject(new Error('no')))
    const after = queue.run('a', async () => 'yes')
    await expect(failed).rejects.toThrow('no')
    expect(await after).toBe('yes')
  })

  it('refuses with 503 and Retry-After what waited longer than it should, without beginning it', async () => {
    const { work, begun, endFirst } = held()
    const { clock, pass } = stoppedClock()
    const queue = createQueue(clock, { parallel: 1, perKey: 10, waiting: 10, delay: 200 })
    const first = queue.run('a', work('a'))
    const [late, patient] = [queue.run('b', work('b')), queue.run('c', work('c'))]
    late.catch(() => {})
    patient.catch(() => {})
    await pass(201)
    await endFirst()
    await first
    await expect(late).rejects.toMatchObject({ code: 'unavailable', status: 503, retry: { after: 1_000 } })
    await expect(patient).rejects.toMatchObject({ status: 503 })
    expect(begun).toEqual(['a'])
    expect(queue.counts()).toEqual({ running: 0, waiting: 0 })
  })

  it('is bounded in all and for each conversation', async () => {
    const { work, endFirst } = held()
    const queue = createQueue(stoppedClock().clock, { parallel: 1, perKey: 1, waiting: 2, delay: 200 })
    const taken = [queue.run('a', work('a1')), queue.run('a', work('a2'))]
    await expect(queue.run('a', work('a3'))).rejects.toMatchObject({ status: 503 })
    taken.push(queue.run('b', work('b1')))
    await expect(queue.run('c', work('c1'))).rejects.toMatchObject({ status: 503 })
    for (let ended = 0; ended < 3; ended++) await endFirst()
    expect(await Promise.all(taken)).toHaveLength(3)
  })

  it('ends by taking no more and finishing what it took', async () => {
    const { work, endFirst } = held()
    const queue = createQueue(stoppedClock().clock)
    const taken = queue.run('a', work('a'))
    let isOver = false
    const over = queue.drain().then(() => {
      isOver = true
    })
    await expect(queue.run('b', work('b'))).rejects.toMatchObject({ status: 503 })
    expect(isOver).toBe(false)
    await endFirst()
    await over
    expect(await taken).toBe('a')
  })
})
