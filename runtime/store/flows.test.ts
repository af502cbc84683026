import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Flow } from '../../schemas/flow.ts'
import { applyOperations, type Edit, type LoggedEdit } from '../../schemas/operation.ts'
import type { FlowVersion, Store } from './store.ts'
import { alice, engines, newFlow, noon } from './testing.ts'

describe.each(engines)('flows in $name', ({ open }) => {
  let store: Store
  let remove: () => void

  beforeEach(async () => {
    const opened = await open()
    store = opened.store
    remove = opened.remove
    await store.flows.create(newFlow('parcel'), alice, noon)
  })
  afterEach(async () => {
    await store.close()
    remove()
  })

  const move = (id: string, x: number): Omit<LoggedEdit, 'revision'> => ({
    id,
    base: 0,
    operations: [{ op: 'move-node', id: 'start', to: { x, y: 0 } }],
    author: alice.id,
    authorName: alice.name,
    at: new Date(noon + x).toISOString(),
  })
  const append = (edit: Omit<LoggedEdit, 'revision'>) =>
    store.flows.append('parcel', edit, (current) => applyOperations(current, edit.operations))
  const version = (id: string, revision: number, change: Partial<FlowVersion> = {}): Omit<FlowVersion, 'number'> => ({
    id,
    flowId: 'parcel',
    bytes: `{"id":"parcel","revision":${revision}}`,
    sha256: 'f00d',
    revision,
    publishedBy: alice.id,
    at: noon,
    intents: [{ id: 'track', name: '查物流', utterances: ['快递到哪了'], keywords: [] }],
    ...change,
  })

  it('begins a draft once', async () => {
    expect(await store.flows.create(newFlow('parcel'), alice, noon)).toBe(false)
    expect(await store.flows.draft('parcel')).toEqual({ revision: 0, flow: newFlow('parcel') })
    expect(await store.flows.draft('unknown')).toBeNull()
    expect(await store.flows.head('parcel')).toEqual({
      id: 'parcel',
      name: newFlow('parcel').name,
      revision: 0,
      live: null,
      updatedAt: noon,
      archived: false,
    })
    expect(await store.flows.head('unknown')).toBeNull()
  })

  it('loses no edit of many made at once, and the document is what the log says', async () => {
    const edits = Array.from(
      { length: 40 },
      (_, index): Omit<LoggedEdit, 'revision'> => ({
        ...move(`edit-${index}`, index),
        operations: [
          { op: 'add-node', node: { id: `n${index}`, type: 'message', v: 1, data: { text: `第${index}句` } }, at: { x: index, y: 1 } },
          { op: 'rename-flow', name: `名 ${index}` },
        ],
      }),
    )
    const results = await Promise.all(edits.map(append))
    expect(results.map((result) => result?.revision)).toEqual(edits.map((_, index) => index + 1))

    const log = [...(await store.flows.editsAfter('parcel', 0, 25)), ...(await store.flows.editsAfter('parcel', 25, 100))]
    expect(log.map((edit) => edit.revision)).toEqual(edits.map((_, index) => index + 1))
    const rebuilt = log.reduce<Flow>((flow, edit: Edit) => applyOperations(flow, edit.operations), newFlow('parcel'))
    expect(await store.flows.draft('parcel')).toEqual({ revision: 40, flow: rebuilt })
    expect(rebuilt.nodes).toHaveLength(41)
    expect(await store.flows.head('parcel')).toMatchObject({ name: '名 39', revision: 40, updatedAt: noon + 39 })
  })

  it('takes a repeated edit once and gives it the revision it got then', async () => {
    expect(await append(move('edit-1', 1))).toEqual({ kind: 'appended', revision: 1 })
    await append(move('edit-2', 2))
    expect(await append(move('edit-1', 9))).toEqual({ kind: 'repeated', revision: 1 })
    expect((await store.flows.draft('parcel'))?.flow.layout).toEqual({ start: { x: 2, y: 0 } })
    expect(await store.flows.append('unknown', move('edit-3', 1), (current) => current)).toBeNull()
  })

  it('keeps nothing of an edit that is refused, and everything of those beside it', async () => {
    const refused = store.flows.append('parcel', move('bad', 5), () => {
      throw new Error('too many nodes')
    })
    const [bad, good] = await Promise.allSettled([refused, append(move('good', 7))])
    expect(bad).toMatchObject({ status: 'rejected', reason: new Error('too many nodes') })
    expect(good).toMatchObject({ status: 'fulfilled', value: { kind: 'appended', revision: 1 } })
    expect((await store.flows.editsAfter('parcel', 0, 10)).map((edit) => edit.id)).toEqual(['good'])
  })

  it('publishes what was looked at, or nothing', async () => {
    await append(move('edit-1', 1))
    expect(await store.flows.publish(version('v1', 0), null), 'an older draft').toEqual({ kind: 'stale' })
    expect(await store.flows.publish(version('v1', 1, { note: '双十一' }), null)).toEqual({ kind: 'published', number: 1 })
    expect(await store.flows.publish(version('v2', 1), null), 'someone was first').toEqual({ kind: 'stale' })
    expect(await store.flows.publish(version('v2', 1), 1)).toEqual({ kind: 'published', number: 2 })
    expect(await store.flows.publish(version('v3', 0, { flowId: 'unknown' }), null)).toEqual({ kind: 'stale' })

    expect(await store.flows.version('v1')).toEqual({ ...version('v1', 1), note: '双十一', number: 1 })
    expect(await store.flows.version('v3')).toBeNull()
    const { bytes: _bytes, intents: _intents, ...listed } = version('v2', 1)
    expect(await store.flows.versions('parcel')).toMatchObject([
      { ...listed, number: 2 },
      { number: 1, note: '双十一' },
    ])
    expect(await store.flows.live()).toEqual({ parcel: 'v2' })
    expect((await store.flows.head('parcel'))?.live).toEqual({ number: 2, versionId: 'v2', publishedAt: noon, revision: 1 })
  })

  it('lets one of many publishers win', async () => {
    const results = await Promise.all(Array.from({ length: 200 }, (_, index) => store.flows.publish(version(`v-${index}`, 0), null)))
    expect(results.filter((result) => result.kind === 'published')).toEqual([{ kind: 'published', number: 1 }])
    expect(await store.flows.versions('parcel')).toHaveLength(1)
  })

  it('puts a flow away and takes it back', async () => {
    expect(await store.flows.archive('parcel', true)).toBe(true)
    expect(await store.flows.list()).toMatchObject([{ id: 'parcel', archived: true }])
    expect(await store.flows.archive('parcel', false)).toBe(true)
    expect(await store.flows.archive('unknown', true)).toBe(false)
  })

  it('remembers which flow serves which place', async () => {
    const entry = {
      id: 'storefront',
      flowId: 'parcel',
      name: '店铺首页',
      look: { shop: '山野集', colour: '#2f6f4e', letter: '山' },
      origins: ['https://shop.example'],
    }
    await store.flows.putEntry({ ...entry, name: 'first' })
    await store.flows.putEntry(entry)
    expect(await store.flows.entries()).toEqual([entry])
    expect(await store.flows.entry('storefront')).toEqual(entry)
    expect(await store.flows.entry('unknown')).toBeNull()
  })
})
