import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Flow, flow as flowSchema } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import { systemAlarm } from '../clock.ts'
import { stoppedClock } from '../conversations/testing.ts'
import { systemIds } from '../ids.ts'
import { openSqlite, type SqliteStore } from '../store/sqlite.ts'
import { createChecker } from './check.ts'
import { createDrafts } from './draft.ts'
import { createPrograms } from './programs.ts'
import { createPublisher } from './publish.ts'
import { createRepublisher } from './republish.ts'
import { createTaughtFlows } from './taught.ts'

const lin = { id: 'u1', name: '林' }
const checker = createChecker(systemAlarm)
afterAll(() => checker.close())

const intent = (id: string, ...utterances: string[]): Intent => ({ id, name: { 'zh-CN': id, en: id }, utterances, keywords: [] })

/** Hears these intents, and calls another flow when there is one. */
function listening(id: string, intents: string[], calls?: string): Flow {
  const node = (nodeId: string, type: string, data: Record<string, unknown>) => ({ id: nodeId, type, v: 1, data })
  const edge = (source: string, sourceHandle: string, target: string) => ({ id: `${source}-${sourceHandle}`, source, sourceHandle, target })
  const after = calls ? 'call' : 'thanks'
  return flowSchema.parse({
    format: 1,
    id,
    name: { 'zh-CN': id, en: id },
    slots: [{ name: 'said', type: 'text' }],
    nodes: [
      node('start', 'start', {}),
      node('ask', 'ask', { question: { 'zh-CN': '？', en: '?' }, slot: 'said' }),
      node('thanks', 'message', { wordings: [{ 'zh-CN': '好', en: 'ok' }] }),
      ...(calls ? [node('call', 'subflow', { flow: calls })] : []),
      ...intents.flatMap((each) => [node(`on-${each}`, 'watch-intent', { intents: [each] })]),
    ],
    edges: [
      edge('start', 'next', 'ask'),
      edge('ask', 'answered', after),
      edge('ask', 'gave-up', 'thanks'),
      edge('thanks', 'next', 'ask'),
      ...(calls ? [edge('call', 'done', 'ask')] : []),
      ...intents.map((each) => edge(`on-${each}`, 'matched', 'ask')),
    ],
  })
}

describe('the intents of the library', () => {
  let store: SqliteStore
  let office: ReturnType<typeof open>
  let taught: string[]
  let meanwhile: () => Promise<unknown>

  function open() {
    const { clock, alarm } = stoppedClock()
    const programs = createPrograms({ store, clock })
    const drafts = createDrafts({ store, clock, ids: systemIds, alarm })
    const teach = async (intents: readonly Intent[]) => {
      taught.push(intents.map((each) => `${each.id}:${each.utterances.length}`).join(' '))
      await meanwhile()
    }
    const options = { store, drafts, programs, checker, clock, ids: systemIds, teach }
    const behind = createTaughtFlows({ store, programs })
    return {
      ...options,
      publisher: createPublisher(options),
      republish: createRepublisher({ ...options, taught: behind }),
      behind: async () => [...(await behind.behind(await store.flows.list()))].toSorted(),
    }
  }

  beforeEach(async () => {
    store = openSqlite(':memory:', { clock: stoppedClock().clock, ids: systemIds })
    taught = []
    meanwhile = async () => {}
    office = open()
    await store.library.putIntents([intent('track', '到哪了'), intent('refund', '退钱'), intent('other', '别的')])
    for (const flow of [listening('parcels', ['track']), listening('front', ['refund'], 'parcels'), listening('quiet', [])]) {
      await office.drafts.createFrom(flow, lin)
      await office.publisher.publish(flow.id, { revision: 0 }, lin)
    }
    taught = []
  })
  afterEach(() => store.close())

  const add = (id: string, ...utterances: string[]) => store.library.change({ intents: { put: [intent(id, ...utterances)] } })

  it('go live in every flow that listens for any, and in no other', async () => {
    expect(await office.behind()).toEqual([])
    await add('track', '到哪了', '包裹呢')
    expect(await office.behind()).toEqual(['front', 'parcels'])
    const { flows, held } = await office.republish(lin)
    expect([flows.map(({ flow, number }) => `${flow} ${number}`).toSorted(), held]).toEqual([['front 2', 'parcels 2'], []])
    expect(await office.behind()).toEqual([])
    expect(await office.republish(lin)).toEqual({ flows: [], held: [] })
    // its recogniser was taught before anything went live
    expect(new Set(taught)).toEqual(new Set(['track:2 refund:1 other:1']))
    const { intents } = await office.programs.forPins('front', await office.programs.pinsFor('front'))
    expect(intents.find((each) => each.id === 'track')?.utterances).toEqual(['到哪了', '包裹呢'])
  })

  it('keep the bytes of the live document, whatever the draft has become', async () => {
    const before = await store.flows.version((await store.flows.head('parcels'))?.live?.versionId ?? '')
    await office.drafts.appendOperations('parcels', 0, [{ op: 'rename-flow', name: 'Half done' }], lin)
    await add('track', '到哪了', '包裹呢')
    await office.republish(lin)
    const head = await store.flows.head('parcels')
    const after = await store.flows.version(head?.live?.versionId ?? '')
    expect([after?.bytes, after?.sha256, after?.revision]).toEqual([before?.bytes, before?.sha256, 0])
    expect(head).toMatchObject({ revision: 1, live: { number: 2, revision: 0 } })
  })

  it('go live in all flows together or in none, also when somebody publishes one of them meanwhile', async () => {
    await add('track', '到哪了', '包裹呢')
    await add('refund', '退钱', '退款')
    meanwhile = async () => {
      meanwhile = async () => {}
      await office.publisher.publish('front', { revision: 0 }, { id: 'u2', name: '王' })
      expect((await store.flows.head('parcels'))?.live?.number).toBe(1)
    }
    const { flows } = await office.republish(lin)
    expect(flows).toMatchObject([{ flow: 'parcels', number: 2 }])
    expect((await store.flows.head('front'))?.live?.number).toBe(2)
    expect(await office.behind()).toEqual([])
  })

  it('go live although the same intents are published twice at once', async () => {
    await add('track', '到哪了', '包裹呢')
    const both = await Promise.all([office.republish(lin), office.republish({ id: 'u2', name: '王' })])
    expect(both.flatMap(({ flows }) => flows.map(({ number }) => number))).toEqual([2, 2])
    expect((await store.flows.versions('parcels')).map((each) => each.number)).toEqual([2, 1])
  })
})
