import { afterEach, beforeEach, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { type SqliteStore, storeOn } from './sqlite.ts'
import { alice, newFlow, newTurn, noon, openConversation, testOptions } from './testing.ts'

/** How SQLite means to answer each statement that was prepared, by its text. */
let plans: Map<string, string[]>
let store: SqliteStore

beforeEach(() => {
  const connection = connect(':memory:')
  const prepare = connection.prepare.bind(connection)
  plans = new Map()
  connection.prepare = (source: string) => {
    if (/^\s*(select|update|delete)/i.test(source)) {
      const steps = prepare<[], { detail: string }>(`explain query plan ${source.replaceAll(/\?|:\w+/g, '1')}`).all()
      plans.set(
        source,
        steps.map((each) => each.detail),
      )
    }
    return prepare(source)
  }
  store = storeOn(connection, testOptions())
})
afterEach(() => store.close())

it('what is asked for every message, every edit and every tick of the worker never reads a whole table', async () => {
  await openConversation(store, 'c')
  await store.conversations.commit(newTurn('c', 1, 'm1'))
  await store.conversations.said(null, 10)
  await store.conversations.countSaid('c', 10)
  await store.flows.create(newFlow('parcel'), alice, noon)
  await store.flows.append(
    'parcel',
    { id: 'e1', base: 0, operations: [], author: alice.id, authorName: alice.name, at: new Date(noon).toISOString() },
    (current) => current,
  )
  await store.flows.editsAfter('parcel', 0, 10)
  await store.flows.head('parcel')
  await store.flows.version('v1')
  await store.flows.entry('storefront')
  await store.jobs.add({ kind: 'ticket', key: 'k', due: noon, payload: {} })
  const [job] = await store.jobs.claim(noon, noon + 1, 10)
  await store.jobs.retry(job?.id ?? '', noon, '')
  await store.jobs.done(job?.id ?? '')
  await store.jobs.nextDue()
  await store.jobs.counts()
  await store.library.claim(
    { id: 'o', name: 'o', value: { amount: 1, currency: 'CNY' }, eligible: {}, budget: { total: 1, perVisitor: 1 } },
    'v',
    'k',
    'c',
    noon,
  )
  await store.library.version()
  await store.library.some('articles', ['a', 'b'])
  await store.library.articlesSince(1)
  await store.library.change({
    articles: { put: [{ id: 'a', question: 'q', similar: [], answer: 'a', tags: [] }], remove: ['b'], places: { a: 0 } },
  })
  await store.reviews.open()
  await store.reviews.list({ kind: 'unsure', status: 'open', offset: 0, limit: 10 })
  await store.reviews.get(['1'])
  await store.tallies.of(['a'])
  await store.tallies.rate({ conversationId: 'c', seq: 1, article: 'a', helpful: true, at: noon })
  await store.people.takeLink('hash', noon)
  await store.people.get('user-1')
  await store.audit.add({ at: noon, actor: 'a', action: 'b', target: 'c', detail: {} })
  await store.audit.list({ before: 10, limit: 10 })
  await store.settings.get('k')
  await store.settings.spend('id', noon, noon)

  // counting who is open stops at the newest ones; the end of the audit log is one step into its key
  const allowed = ['from conversations order by rowid desc limit 10000', 'order by "audit"."seq" desc limit']
  const asked = [...plans].filter(([source]) => !allowed.some((each) => source.includes(each)))
  expect(asked.length).toBeGreaterThan(30)
  for (const [source, steps] of asked)
    expect(
      steps.filter((each) => /^SCAN \w+$/.test(each)),
      source,
    ).toEqual([])
})
