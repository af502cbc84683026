import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Flow } from '../../schemas/flow.ts'
import { applyOperations, type Operation } from '../../schemas/operation.ts'
import { isSame } from '../../schemas/operation-diff.ts'
import { systemAlarm } from '../clock.ts'
import { echoFlow, moment, stoppedClock, welcome } from '../conversations/testing.ts'
import { AppError } from '../errors.ts'
import { systemIds } from '../ids.ts'
import { openSqlite, type SqliteStore } from '../store/sqlite.ts'
import { createBundles } from './bundle.ts'
import { sha256 } from './canonical.ts'
import { createChecker } from './check.ts'
import { createDrafts, type DraftEvent } from './draft.ts'
import { createPrograms } from './programs.ts'
import { createPublisher } from './publish.ts'
import { createVersions } from './versions.ts'

const lin = { id: 'u1', name: '林' }
const wang = { id: 'u2', name: '王' }
const checker = createChecker(systemAlarm)

function openOffice() {
  const { clock, alarm, pass } = stoppedClock()
  const store: SqliteStore = openSqlite(':memory:', { clock, ids: systemIds })
  const programs = createPrograms({ store, clock })
  const drafts = createDrafts({ store, clock, ids: systemIds, alarm })
  const publisher = createPublisher({ store, drafts, programs, checker, clock, ids: systemIds })
  const versions = createVersions({ store, drafts })
  const bundles = createBundles({ store, drafts, checker, clock })
  return { clock, pass, store, programs, drafts, publisher, versions, bundles }
}

let office: ReturnType<typeof openOffice>
beforeEach(async () => {
  office = openOffice()
  await office.store.library.putOffers([welcome])
})
afterEach(() => office.store.close())

const edit = (base: number, ...operations: Operation[]) => ({ id: systemIds.row(), base, operations })
const rename = (name: string): Operation => ({ op: 'rename-flow', name })
const problemsOf = (thrown: unknown) => (thrown instanceof AppError ? (thrown.fields.problems as { code: string; path: string }[]) : [])

describe('a new flow', () => {
  it('works as it is: it can be published at once', async () => {
    const head = await office.drafts.create({ 'zh-CN': '售后', en: 'After sales' }, lin)
    expect(head.id).toBe('after-sales')
    const { problems } = await office.publisher.check(head.id)
    expect(problems.filter((each) => each.severity === 'error')).toEqual([])
    expect(await office.publisher.publish(head.id, { revision: 0 }, lin)).toMatchObject({ number: 1 })
    expect(await office.programs.pinsFor(head.id)).toEqual({ 'after-sales': (await office.store.flows.head(head.id))?.live?.versionId })
  })

  it('gets an id of its own, whatever its name', async () => {
    const ids = []
    for (const name of ['Returns', 'Returns', '退换货']) ids.push((await office.drafts.create(name, lin)).id)
    expect(ids.slice(0, 2)).toEqual(['returns', 'returns-2'])
    expect(ids[2]).toMatch(/^flow-/)
  })

  it('may be a copy of another', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const copy = await office.drafts.create('Copy', wang, 'echo')
    expect((await office.drafts.read(copy.id)).flow.nodes).toEqual(echoFlow('echo').nodes)
    await expect(office.drafts.create('Copy', wang, 'nowhere')).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('edits of a draft', () => {
  it('of two people merge, and each hears of the other’s', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const first = await office.drafts.append(
      'echo',
      edit(0, { op: 'set-field', node: 'ask', path: ['data', 'question'], value: '要帮忙吗？' }),
      lin,
    )
    const second = await office.drafts.append(
      'echo',
      edit(0, { op: 'set-field', node: 'answer', path: ['data', 'wordings', 0], value: '好的' }),
      wang,
    )
    expect(first.edits.map((each) => each.authorName)).toEqual(['林'])
    expect(second).toMatchObject({
      revision: 2,
      edits: [
        { revision: 1, author: 'u1' },
        { revision: 2, author: 'u2' },
      ],
    })
    const { flow } = await office.drafts.read('echo')
    expect(flow.nodes.find((node) => node.id === 'ask')?.data.question).toBe('要帮忙吗？')
    expect(flow.nodes.find((node) => node.id === 'answer')?.data.wordings).toEqual(['好的'])
  })

  it('take effect once, however often they are sent', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const once = edit(0, rename('a'))
    await office.drafts.append('echo', once, lin)
    await office.drafts.append('echo', edit(1, rename('b')), wang)
    expect((await office.drafts.append('echo', once, lin)).revision).toBe(2)
    expect((await office.drafts.read('echo')).flow.name).toBe('b')
  })

  it.each([
    ['a name with control characters', [{ op: 'rename-flow', name: 'a\u0000' }], 'text-malformed', '/name'],
    ['a node’s name that is no text', [{ op: 'set-field', node: 'ask', path: ['name'], value: 5 }], 'value-wrong', '/nodes/1/name'],
    ['data that is no record', [{ op: 'set-field', node: 'ask', path: ['data'], value: 'x' }], 'value-wrong', '/nodes/1/data'],
  ] as const)('are refused with the exact place: %s', async (_what, operations, code, path) => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const thrown = await office.drafts
      .append('echo', edit(0, ...(operations as unknown as Operation[])), lin)
      .catch((error: unknown) => error)
    expect(problemsOf(thrown)).toEqual([expect.objectContaining({ code, path })])
    expect((await office.drafts.read('echo')).revision).toBe(0)
  })

  it('are refused when the document grows beyond its limits', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const nodes = Array.from(
      { length: 2_001 },
      (_each, index): Operation => ({ op: 'add-node', node: { id: `n${index}`, type: 'end', v: 1, data: {} }, at: { x: 0, y: 0 } }),
    )
    await expect(office.drafts.append('echo', edit(0, ...nodes), lin)).rejects.toMatchObject({ status: 422 })
    const text = 'x'.repeat(60_000)
    const heavy = Array.from(
      { length: 40 },
      (_each, index): Operation => ({ op: 'set-field', node: 'ask', path: ['data', `f${index}`], value: text }),
    )
    const thrown = await office.drafts.append('echo', edit(0, ...heavy), lin).catch((error: unknown) => error)
    expect(problemsOf(thrown)).toEqual([expect.objectContaining({ code: 'document-too-large' })])
  })

  it('come as events from the log, resumed after any revision, together with publishes', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    await office.drafts.append('echo', edit(0, rename('a')), lin)
    const abort = new AbortController()
    const events: DraftEvent[] = []
    const reading = (async () => {
      for await (const event of office.drafts.events('echo', 0, abort.signal)) events.push(event)
    })()
    await moment()
    await office.drafts.append('echo', edit(1, rename('b')), wang)
    await moment()
    await office.publisher.publish('echo', { revision: 2 }, lin)
    await moment()
    abort.abort()
    await reading
    expect(events).toMatchObject([
      { kind: 'edit', edit: { revision: 1 } },
      { kind: 'edit', edit: { revision: 2, authorName: '王' } },
      { kind: 'published', number: 1, revision: 2 },
    ])
  })
})

describe('publishing a draft', () => {
  it('stores canonical bytes with their hash, and says so in the audit log [R114]', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const { versionId } = await office.publisher.publish('echo', { revision: 0, note: '第一版' }, lin)
    const version = await office.store.flows.version(versionId)
    expect(version?.sha256).toBe(sha256(version?.bytes ?? ''))
    expect(isSame(JSON.parse(version?.bytes ?? '{}'), echoFlow('echo'))).toBe(true)
    expect(version?.bytes.startsWith('{"edges":[{"id":"e0"')).toBe(true)
    const [entry] = await office.store.audit.list({ limit: 1 })
    expect(entry).toMatchObject({ actor: 'u1', action: 'flow-published', target: 'echo', detail: { number: 1, revision: 0, versionId } })
  })

  it('is refused with every problem when one is an error, and nothing goes live', async () => {
    await office.drafts.createFrom({ ...echoFlow('echo'), edges: echoFlow('echo').edges.slice(1) }, lin)
    const thrown = await office.publisher.publish('echo', { revision: 0 }, lin).catch((error: unknown) => error)
    expect(thrown).toMatchObject({ status: 422 })
    expect(problemsOf(thrown).length).toBeGreaterThan(0)
    expect(await office.store.flows.versions('echo')).toEqual([])
    await expect(office.programs.pinsFor('echo')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is refused when the draft moved on since the operator looked', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    await office.drafts.append('echo', edit(0, rename('a')), wang)
    await expect(office.publisher.publish('echo', { revision: 0 }, lin)).rejects.toMatchObject({
      code: 'conflict',
      fields: { revision: 1 },
    })
  })

  it('has one winner when several do it at once', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const results = await Promise.allSettled(Array.from({ length: 20 }, () => office.publisher.publish('echo', { revision: 0 }, lin)))
    expect(results.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await office.store.flows.versions('echo')).toHaveLength(1)
  })

  it('takes all intents along as they are now, once for all versions that are taught the same', async () => {
    const intent = { id: 'parcel', name: '查物流', utterances: ['快递到哪了'], keywords: [] }
    const library = [intent, { ...intent, id: 'unused', utterances: ['发票'] }]
    await office.store.library.putIntents(library)
    const node = { id: 'listen', type: 'watch-intent', v: 1, data: { intents: ['parcel'] } }
    await office.drafts.createFrom(
      {
        ...echoFlow('echo'),
        nodes: [...echoFlow('echo').nodes, node],
        edges: [...echoFlow('echo').edges, { id: 'x', source: 'listen', sourceHandle: 'matched', target: 'answer' }],
      },
      lin,
    )
    const { versionId } = await office.publisher.publish('echo', { revision: 0 }, lin)
    const again = await office.publisher.publish('echo', { revision: 0 }, lin)
    await office.store.library.putIntents([{ ...intent, utterances: ['别的'] }])
    const [first, second] = await Promise.all([versionId, again.versionId].map((id) => office.store.flows.version(id)))
    expect(first?.intents).toEqual(library)
    expect(second?.intents).toBe(first?.intents)
  })

  it('names whose edits go live', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    for (const [base, author] of [lin, wang, wang].entries()) await office.drafts.append('echo', edit(base, rename(`name ${base}`)), author)
    expect(await office.drafts.authorsSinceLive('echo')).toEqual([
      { ...lin, edits: 1 },
      { ...wang, edits: 2 },
    ])
    await office.publisher.publish('echo', { revision: 3 }, lin)
    expect(await office.drafts.authorsSinceLive('echo')).toEqual([])
  })
})

describe('a check', () => {
  it('reads the flows that are called and no others, however many there are', async () => {
    const calling = (id: string, called: string): Flow => {
      const flow = echoFlow(id)
      const call = { id: 'call', type: 'subflow', v: 1, data: { flow: called } }
      return { ...flow, nodes: [...flow.nodes, call] }
    }
    for (const flow of [calling('a', 'b'), calling('b', 'a'), echoFlow('c'), echoFlow('d')]) await office.drafts.createFrom(flow, lin)
    const read: string[] = []
    const { draft } = office.store.flows
    office.store.flows.draft = (id) => {
      read.push(id)
      return draft(id)
    }
    const { problems } = await office.publisher.check('a')
    expect(read).toEqual(['a', 'b'])
    expect(problems.map((each) => each.code)).toContain('flow-unpublished')
    expect(problems.map((each) => each.code)).not.toContain('flow-unknown')
  })
})

describe('versions', () => {
  it('can be read and restored into the draft, as an edit that can be undone', async () => {
    await office.drafts.createFrom(echoFlow('echo', 'first'), lin)
    await office.publisher.publish('echo', { revision: 0 }, lin)
    const operations: Operation[] = [
      { op: 'remove-node', id: 'broken' },
      rename('second'),
      { op: 'set-field', node: 'answer', path: ['data', 'wordings', 0], value: 'second' },
    ]
    await office.drafts.append(
      'echo',
      edit(0, ...operations, { op: 'add-edge', edge: { id: 'new', source: 'look', sourceHandle: 'error', target: 'answer' } }),
      wang,
    )
    await office.publisher.publish('echo', { revision: 1 }, wang)
    expect((await office.versions.list('echo')).map(({ number, live, publishedBy }) => [number, live, publishedBy])).toEqual([
      [2, true, '王'],
      [1, false, '林'],
    ])
    const before = (await office.drafts.read('echo')).flow
    const revision = await office.versions.restore('echo', 1, lin)
    const after = (await office.drafts.read('echo')).flow
    const inOrder = (flow: Flow) => ({
      ...flow,
      nodes: flow.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      edges: flow.edges.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      layout: {},
    })
    expect(inOrder(after)).toEqual(inOrder((await office.versions.read('echo', 1)).flow))
    const [restored] = await office.drafts.edits('echo', revision - 1)
    expect(isSame(applyOperations(before, restored?.operations ?? []), after)).toBe(true)
    // restoring what is there already is no edit
    expect(await office.versions.restore('echo', 1, lin)).toBe(revision)
    await expect(office.versions.read('echo', 9)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('the programs of a conversation', () => {
  it('are its flow and every flow that it calls, as they were live when it began', async () => {
    const caller = echoFlow('caller')
    const call = { id: 'call', type: 'subflow', v: 1, data: { flow: 'called' } }
    await office.drafts.createFrom(echoFlow('called'), lin)
    await office.publisher.publish('called', { revision: 0 }, lin)
    const edges = [
      ...caller.edges.filter((each) => each.id !== 'e0'),
      { id: 'e0', source: 'start', sourceHandle: 'next', target: 'call' },
      { id: 'c1', source: 'call', sourceHandle: 'done', target: 'ask' },
    ]
    await office.drafts.createFrom({ ...caller, nodes: [...caller.nodes, call], edges }, lin)
    await office.publisher.publish('caller', { revision: 0 }, lin)
    const pins = await office.programs.pinsFor('caller')
    expect(Object.keys(pins).toSorted()).toEqual(['called', 'caller'])
    await office.drafts.append('called', edit(0, rename('new')), lin)
    await office.publisher.publish('called', { revision: 1 }, lin)
    expect((await office.programs.forPins('caller', pins)).programs.get('called')?.versionId).toBe(pins.called)
    expect((await office.programs.pinsFor('caller')).called).not.toBe(pins.called)
    // one object for all conversations with the same pins
    expect(await office.programs.forPins('caller', pins)).toBe(await office.programs.forPins('caller', { ...pins }))
  })
})

describe('bundles', () => {
  it('carry the words and products that articles are found and answered by, and what is there already stays', async () => {
    const { library } = office.store
    const product = (id: string) => ({ id, name: { en: id }, price: { amount: 100, currency: 'CNY' }, tags: [], attributes: { size: 'M' } })
    await library.change({
      synonyms: { put: [{ id: 'freight', words: ['运费', '邮费'] }] },
      words: { put: [{ id: 'own', word: '禾木', kind: 'brand' }] },
      products: { put: [product('wok')] },
    })
    const bundle = await office.bundles.export()
    expect(bundle).toMatchObject({ synonyms: [{ id: 'freight' }], words: [{ id: 'own' }], products: [{ id: 'wok' }] })
    const other = openOffice()
    await other.store.library.change({ products: { put: [product('pan')] } })
    await other.bundles.import(bundle, wang, false)
    expect((await other.store.library.products()).map((each) => each.id)).toEqual(['pan', 'wok'])
    expect(await other.store.library.synonyms()).toEqual(bundle.synonyms)
    expect(await other.store.library.words()).toEqual(bundle.words)
    await other.store.close()
  })

  it('carry a flow with all that it needs to another house, where nothing goes live by itself', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const bundle = await office.bundles.export('echo')
    expect(bundle).toMatchObject({ bundle: 1, flows: [{ id: 'echo' }], offers: [{ id: 'welcome' }] })
    const other = openOffice()
    const dry = await other.bundles.import(JSON.stringify(bundle), wang, true)
    expect(dry.flows).toEqual([{ id: 'echo', change: 'new' }])
    expect(await other.store.flows.list()).toEqual([])
    const report = await other.bundles.import(JSON.stringify(bundle), wang, false)
    expect(report.problems.filter((each) => each.severity === 'error')).toEqual([])
    expect(await other.bundles.export('echo')).toEqual(bundle)
    expect((await other.store.flows.head('echo'))?.live).toBeNull()
    expect((await other.bundles.import(bundle, wang, false)).flows).toEqual([{ id: 'echo', change: 'same' }])
    await other.store.close()
  })

  it('change a draft that is there by an edit, so that nobody’s work is lost', async () => {
    await office.drafts.createFrom(echoFlow('echo'), lin)
    const bundle = await office.bundles.export()
    const changed = { ...bundle, flows: [echoFlow('echo', 'imported')] }
    expect((await office.bundles.import(changed, wang, false)).flows).toEqual([{ id: 'echo', change: 'changed' }])
    expect(await office.drafts.edits('echo', 0)).toMatchObject([{ author: 'u2', operations: [{ op: 'set-field', node: 'answer' }] }])
  })

  it.each([
    ['no JSON', '{', 'not-json', ''],
    ['a key twice', '{"bundle":1,"bundle":1}', 'key-twice', '/bundle'],
    ['a prototype', '{"bundle":1,"__proto__":{}}', 'key-refused', '/__proto__'],
    ['an unknown key', { bundle: 1, secrets: {} }, 'key-unknown', '/secrets'],
    [
      'a flow of a later version',
      { bundle: 1, flows: [echoFlow('a'), { ...echoFlow('b'), format: 2 }] },
      'format-unknown',
      '/flows/1/format',
    ],
    ['a flow twice', { bundle: 1, flows: [echoFlow('a'), echoFlow('a')] }, 'id-twice', '/flows/1/id'],
    ['a word twice', { bundle: 1, words: [1, 2].map(() => ({ id: 'w', word: '禾木', kind: 'brand' })) }, 'id-twice', '/words/1/id'],
    ['another format', { bundle: 2 }, 'value-wrong', '/bundle'],
  ])('are refused with the exact place, and nothing is stored: %s', async (_what, document, code, path) => {
    const thrown = await office.bundles.import(document, wang, false).catch((error: unknown) => error)
    expect(problemsOf(thrown)).toEqual([expect.objectContaining({ code, path })])
    expect(await office.store.flows.list()).toEqual([])
  })
})

describe('the checker', () => {
  const nowhere = { flows: [], published: [], intents: [], articles: [], offers: [] }

  it('finds the problems of whatever it is given', async () => {
    expect((await office.publisher.checkDocument('{')).map((each) => each.code)).toEqual(['not-json'])
    expect((await office.publisher.checkDocument(null)).length).toBeGreaterThan(0)
    expect((await checker.check(echoFlow('echo'), nowhere)).map((each) => each.code)).toContain('offer-unknown')
  })

  it('ends one that takes too long, names it, and goes on with the next', async () => {
    const hasty = createChecker((_milliseconds, ring) => {
      const timer = setTimeout(ring, 0)
      return () => clearTimeout(timer)
    })
    expect((await hasty.check(echoFlow('echo'), nowhere)).map((each) => each.code)).toEqual(['check-limit'])
    await hasty.close()
    expect(await checker.check('{"format":9}', nowhere)).toMatchObject([{ code: 'format-unknown' }])
  })
})
