import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { doneIsKept, mostAttempts } from './jobs.ts'
import type { Store } from './store.ts'
import { engines, noon } from './testing.ts'

describe.each(engines)('jobs in $name', ({ open }) => {
  let store: Store
  let another: Store | undefined
  let remove: () => void

  beforeEach(async () => {
    const opened = await open()
    store = opened.store
    another = opened.another?.()
    remove = opened.remove
  })
  afterEach(async () => {
    await another?.close()
    await store.close()
    remove()
  })

  const job = (key: string, due = noon) => ({ kind: 'ticket', key, due, payload: { 说明: '催发货' } })

  it('claims what is due, earliest first, and each once', async () => {
    for (const [key, due] of [
      ['late', noon + 1],
      ['b', noon],
      ['a', noon - 1],
      ['b', noon - 9],
    ] as const)
      await store.jobs.add(job(key, due))
    expect(await store.jobs.nextDue()).toBe(noon - 1)
    expect((await store.jobs.claim(noon, noon + 500, 1)).map((each) => each.key)).toEqual(['a'])
    expect(await store.jobs.claim(noon, noon + 500, 10)).toEqual([{ ...job('b'), id: expect.any(String), attempts: 1 }])
    expect(await store.jobs.claim(noon, noon + 500, 10)).toEqual([])
    expect(await store.jobs.nextDue()).toBe(noon + 1)
    expect(await store.jobs.counts()).toEqual({ waiting: 3, dead: 0 })
  })

  it('gives no job to two workers', async () => {
    for (let index = 0; index < 60; index++) await store.jobs.add({ ...job(`k${index}`), conversationId: 'c' })
    const stores = another ? [store, another] : [store]
    const claims = await Promise.all(
      Array.from({ length: 12 }, (_, index) => stores[index % stores.length]?.jobs.claim(noon, noon + 500, 7)),
    )
    const keys = claims.flatMap((jobs) => jobs?.map((each) => each.key) ?? [])
    expect(keys).toHaveLength(60)
    expect(new Set(keys).size).toBe(60)
  })

  it('forgets what was done a day ago, and keeps what waits or is dead', async () => {
    await store.jobs.add(job('waiting', noon + 10 * doneIsKept))
    for (let index = 0; index < 250; index++) await store.jobs.add(job(`done ${index}`))
    for (const each of await store.jobs.claim(noon, noon + 1, 250)) await store.jobs.done(each.id)
    await store.jobs.add(job('done 0'))
    expect(await store.jobs.claim(noon + doneIsKept, noon + doneIsKept + 1, 10)).toEqual([])
    // swept in two rounds, after which the key may be used anew
    for (let round = 0; round < 2; round++) await store.jobs.claim(noon + 2 * doneIsKept, noon, 10)
    for (let index = 0; index < 250; index++) await store.jobs.add(job(`done ${index}`))
    expect(await store.jobs.counts()).toEqual({ waiting: 251, dead: 0 })
  })

  it('never runs again what is done, also when the same key is asked for once more', async () => {
    await store.jobs.add(job('once'))
    const [claimed] = await store.jobs.claim(noon, noon + 500, 10)
    await store.jobs.done(claimed?.id ?? '')
    await store.jobs.add(job('once'))
    await store.jobs.retry(claimed?.id ?? '', noon, 'too late to fail')
    expect(await store.jobs.claim(noon + 9_999, noon + 99_999, 10)).toEqual([])
    expect(await store.jobs.nextDue()).toBeNull()
    expect(await store.jobs.counts()).toEqual({ waiting: 0, dead: 0 })
  })

  it('gives a job to another worker when the lease of the first ran out', async () => {
    await store.jobs.add(job('orphan'))
    const [first] = await store.jobs.claim(noon, noon + 500, 10)
    expect(await store.jobs.claim(noon + 499, noon + 999, 10)).toEqual([])
    expect(await store.jobs.nextDue()).toBe(noon + 500)
    expect(await store.jobs.claim(noon + 500, noon + 999, 10)).toMatchObject([{ id: first?.id, key: 'orphan', attempts: 2 }])
    await store.jobs.done(first?.id ?? '')
    expect(await store.jobs.claim(noon + 9_999, noon + 99_999, 10)).toEqual([])
  })

  it('tries 12 times and then leaves the job to people', async () => {
    await store.jobs.add(job('hopeless'))
    let now = noon
    let tries = 0
    for (;;) {
      const [claimed] = await store.jobs.claim(now, now + 500, 10)
      if (!claimed) break
      tries++
      now += 1_000
      await store.jobs.retry(claimed.id, now, 'the shop answered 500')
    }
    expect(tries).toBe(mostAttempts)
    expect(await store.jobs.counts()).toEqual({ waiting: 0, dead: 1 })
  })

  it('also gives up a job that takes its worker down each time', async () => {
    await store.jobs.add(job('deadly'))
    let now = noon
    for (let tries = 0; tries < mostAttempts; tries++, now += 1_000) expect(await store.jobs.claim(now, now + 500, 10)).toHaveLength(1)
    expect(await store.jobs.claim(now, now + 500, 10)).toEqual([])
    expect(await store.jobs.counts()).toEqual({ waiting: 0, dead: 1 })
  })
})
