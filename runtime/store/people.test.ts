import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Store } from './store.ts'
import { engines, noon } from './testing.ts'

describe.each(engines)('people and settings in $name', ({ open }) => {
  let store: Store
  let remove: () => void

  beforeEach(async () => ({ store, remove } = await open()))
  afterEach(async () => {
    await store.close()
    remove()
  })

  /** The sign-in library on the store's own tables. */
  async function signUp(name: string) {
    const { db, schema, provider } = store.people.authDatabase
    const auth = betterAuth({
      baseURL: 'http://127.0.0.1',
      secret: 'only-for-this-test-0123456789abcdef',
      telemetry: { enabled: false },
      database: drizzleAdapter(db as Parameters<typeof drizzleAdapter>[0], { provider, schema }),
      emailAndPassword: { enabled: true },
    })
    const body = { name, email: `${name}@shop.example`, password: 'correct horse battery' }
    const { user } = await auth.api.signUpEmail({ body })
    return { id: user.id, signIn: () => auth.api.signInEmail({ body }) }
  }

  it('lets the sign-in library keep its users, sessions and accounts here', async () => {
    expect(await store.people.count()).toBe(0)
    const { id, signIn } = await signUp('chenxiao')
    expect((await signIn()).user.id).toBe(id)
    expect(await store.people.list()).toEqual([
      { id, name: 'chenxiao', email: 'chenxiao@shop.example', role: 'analyst', disabled: false, createdAt: expect.any(Number) },
    ])
    expect(await store.people.count()).toBe(1)
  })

  it('gives roles, and shuts a person out', async () => {
    const { id } = await signUp('lin')
    expect(await store.people.setRole(id, 'operator')).toBe(true)
    expect(await store.people.setDisabled(id, true)).toBe(true)
    expect(await store.people.get(id)).toMatchObject({ role: 'operator', disabled: true })
    expect(await store.people.setRole('nobody', 'owner')).toBe(false)
    expect(await store.people.setDisabled('nobody', true)).toBe(false)
    expect(await store.people.get('nobody')).toBeNull()
  })

  it('takes a link once and only in time', async () => {
    await store.people.putLink('hash-1', 'owner', noon + 900_000)
    await store.people.putLink('hash-2', 'owner', noon)
    const taken = await Promise.all([1, 2, 3].map(() => store.people.takeLink('hash-1', noon)))
    expect(taken.sort()).toEqual(['owner', null, null].sort())
    expect(await store.people.takeLink('hash-2', noon)).toBeNull()
    expect(await store.people.takeLink('', noon)).toBeNull()
  })

  it('takes a token that is good for once, once, and forgets it when it has expired', async () => {
    const spend = (id: string, now = noon) => store.settings.spend(id, noon + 600_000, now)
    expect((await Promise.all([spend('a'), spend('a'), spend('b')])).toSorted()).toEqual([false, true, true])
    expect(await spend('a', noon + 599_999)).toBe(false)
    expect(await spend('c', noon + 600_000)).toBe(true)
    expect(await spend('a', noon + 599_999)).toBe(true)
  })

  it('lets one of two servers make a key, and both use it', async () => {
    const made = await Promise.all(['a', 'b', 'c'].map((key) => store.settings.putIfAbsent('signing-key', { key })))
    expect(new Set(made.map((each) => JSON.stringify(each)))).toEqual(new Set(['{"key":"a"}']))
    await store.settings.put('signing-key', null)
    expect(await store.settings.get('signing-key')).toBeNull()
    expect(await store.settings.putIfAbsent('signing-key', 'other')).toBeNull()
    expect(await store.settings.get('never-put')).toBeUndefined()
  })

  it('makes a value from the one that is there, whoever else does so at the same moment', async () => {
    const add = (word: string) => store.settings.change('words', (before) => [...(Array.isArray(before) ? before : []), word])
    await Promise.all(['a', 'b', 'c'].map(add))
    expect(await store.settings.get('words')).toEqual(['a', 'b', 'c'])
    expect(await add('d')).toEqual(['a', 'b', 'c', 'd'])
  })
})
