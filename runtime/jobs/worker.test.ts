import { describe, expect, it } from 'vitest'
import { moment, openHouse, stoppedClock } from '../conversations/testing.ts'
import { systemIds } from '../ids.ts'
import { openSqlite } from '../store/sqlite.ts'
import type { Job } from '../store/store.ts'
import { silenceKind, silenceTimer } from './timers.ts'
import { createWorker, type JobHandler, type WorkerOptions } from './worker.ts'

async function workshop(handler: JobHandler, options: Partial<WorkerOptions> = {}) {
  const time = stoppedClock()
  const store = openSqlite(':memory:', { clock: time.clock, ids: systemIds })
  const failures: string[] = []
  const worker = createWorker({
    jobs: store.jobs,
    handlers: { greet: handler },
    clock: time.clock,
    alarm: time.alarm,
    random: () => 1,
    report: (_job, error) => failures.push(error.message),
    ...options,
  })
  const add = (key: string, due = time.clock.now(), kind = 'greet') => store.jobs.add({ kind, key, due, payload: {} })
  return { ...time, store, worker, add, failures }
}

describe('the job worker', () => {
  it('does each job once, when it is due', async () => {
    const done: string[] = []
    const { worker, add, clock, pass, store } = await workshop(async (job) => void done.push(job.key))
    await add('now')
    await add('later', clock.now() + 60_000)
    worker.start()
    await pass(0)
    expect(done).toEqual(['now'])
    for (let second = 0; second < 60; second++) await pass(1_000)
    expect(done).toEqual(['now', 'later'])
    expect(await store.jobs.counts()).toEqual({ waiting: 0, dead: 0 })
    await worker.stop()
    await store.close()
  })

  it('hears of a new job without waiting for its next look', async () => {
    const done: string[] = []
    const { worker, add, pass, clock, store } = await workshop(async (job) => void done.push(job.key))
    worker.start()
    await pass(0)
    await add('new')
    worker.wake(clock.now())
    await pass(50)
    expect(done).toEqual(['new'])
    await worker.stop()
    await store.close()
  })

  it('tries again later each time, under the same key, and gives up after twelve tries', async () => {
    const tries: { key: string; at: number }[] = []
    const { worker, add, clock, pass, store, failures } = await workshop(async (job) => {
      tries.push({ key: job.key, at: clock.now() })
      throw new Error('nobody answers')
    })
    await add('greeting')
    for (let round = 0; round < 20; round++) {
      await worker.round()
      await pass(15 * 60_000)
    }
    expect(tries).toHaveLength(12)
    expect(new Set(tries.map((each) => each.key))).toEqual(new Set(['greeting']))
    expect(await store.jobs.counts()).toEqual({ waiting: 0, dead: 1 })
    expect(failures).toHaveLength(12)
    await store.close()
  })

  it('waits longer after each failure', async () => {
    const { worker, add, clock, store } = await workshop(() => Promise.reject(new Error('no')))
    await add('greeting')
    const begun = clock.now()
    await worker.round()
    expect(await store.jobs.nextDue()).toBe(begun + 2_000)
    await store.close()
  })

  it('leaves a job of an unknown kind for a newer version to do', async () => {
    const { worker, add, store, clock } = await workshop(async () => {})
    await add('strange', clock.now(), 'unheard-of')
    expect(await worker.round()).toBe(1)
    expect(await store.jobs.counts()).toEqual({ waiting: 1, dead: 0 })
    await store.close()
  })

  it('drains a heap of overdue jobs at a set rate, each once', async () => {
    const done: string[] = []
    const { worker, add, pass, clock, store } = await workshop(async (job) => void done.push(job.key), { batch: 50, pause: 100 })
    await Promise.all(Array.from({ length: 220 }, (_each, index) => add(`job-${index}`, clock.now() - 1_000)))
    worker.start()
    const rate: number[] = []
    await pass(0)
    for (let tick = 0; tick < 6; tick++) {
      rate.push(done.length)
      await pass(100)
    }
    expect(rate.slice(0, 5)).toEqual([50, 100, 150, 200, 220])
    expect(new Set(done).size).toBe(220)
    await worker.stop()
    await store.close()
  })

  it('gives a job back when its worker died with it', async () => {
    const { add, pass, clock, alarm, store } = await workshop(async () => {})
    const stuck = createWorker({ jobs: store.jobs, handlers: { greet: () => new Promise(() => {}) }, clock, alarm, random: () => 0 })
    await add('greeting')
    void stuck.round()
    await moment()
    const done: Job[] = []
    const next = createWorker({ jobs: store.jobs, handlers: { greet: async (job) => void done.push(job) }, clock, alarm, random: () => 0 })
    expect(await next.round()).toBe(0)
    await pass(31_000)
    expect(await next.round()).toBe(1)
    expect(done[0]).toMatchObject({ key: 'greeting', attempts: 2 })
    await store.close()
  })
})

describe('timers of silence', () => {
  it('fire once after their time, also after a restart, and not for a visitor who spoke', async () => {
    const { shopper, conversations, store, clock, alarm, pass } = await openHouse()
    const [silent, talking] = [await shopper(), await shopper()]
    await pass(5 * 60_000)
    await talking.says('你好')
    const handlers = { [silenceKind]: silenceTimer(conversations) }
    const worker = () => createWorker({ jobs: store.jobs, handlers, clock, alarm, random: () => 0 })
    await pass(5 * 60_000)
    await Promise.all([worker().round(), worker().round()])
    expect((await store.conversations.messagesAfter(silent.id, 0, 10)).length).toBe(2)
    expect((await store.conversations.messagesAfter(talking.id, 0, 10)).length).toBe(4)
    await pass(10 * 60_000)
    await worker().round()
    expect((await store.conversations.messagesAfter(silent.id, 0, 10)).length).toBe(2)
    expect((await store.conversations.messagesAfter(talking.id, 0, 10)).length).toBe(5)
    await store.close()
  })

  it('have nothing to say for a conversation that is gone', async () => {
    const { conversations, store } = await openHouse()
    const job: Job = { id: 'j', kind: silenceKind, key: 'k', due: 0, attempts: 1, payload: { conversationId: 'gone', token: 't' } }
    await expect(silenceTimer(conversations)(job)).resolves.toBeUndefined()
    await store.close()
  })
})
