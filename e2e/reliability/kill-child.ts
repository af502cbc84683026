import { join } from 'node:path'
import { systemAlarm, systemClock } from '../../runtime/clock.ts'
import type { FaultPoint } from '../../runtime/conversations/probe.ts'
import { canonicalJson, sha256 } from '../../runtime/flows/canonical.ts'
import { listen } from '../../runtime/http/listen.ts'
import { systemIds } from '../../runtime/ids.ts'
import { createRuntime, type Runtime } from '../../runtime/index.ts'
import { readSettings } from '../../runtime/settings.ts'
import { noShop, type ShopConnector } from '../../runtime/shop/connector.ts'
import { openSqlite } from '../../runtime/store/sqlite.ts'
import { flow as flowSchema } from '../../schemas/flow.ts'
import killFlow from './kill-flow.json' with { type: 'json' }
import { clockFactor, offerTotal } from './kill-terms.ts'

/** The real server, with a shop that is somebody else's process, and a clock that makes minutes seconds. Dies at `FAULT=<point>:<n>`. */
const folder = process.env.KILL_FOLDER ?? ''
const shopUrl = process.env.KILL_SHOP ?? ''
const epoch = Number(process.env.KILL_EPOCH)
const [point, nth] = (process.env.FAULT ?? ':0').split(':')
let left = Number(nth)

const clock = { now: () => Math.round(epoch + (systemClock.now() - epoch) * clockFactor), elapsed: systemClock.elapsed }
const alarm: typeof systemAlarm = (milliseconds, ring) => systemAlarm(milliseconds / clockFactor, ring)
const settings = readSettings({
  FLOORWALKER_DATA: folder,
  FLOORWALKER_PORT: '0',
  FLOORWALKER_LIMITS: '0',
  FLOORWALKER_LOG: 'silent',
  FLOORWALKER_DEMO: 'off',
})
const runtime = await createRuntime({
  settings,
  clock,
  alarm,
  store: openSqlite(join(folder, 'floorwalker.db'), { clock, ids: systemIds, fault: dieAt }),
  shop: { ...noShop, order: askShop },
  probe: dieAt,
})
await prepare(runtime)
const listening = await listen(runtime.app, settings)
process.once('SIGTERM', async () => {
  const stopped = listening.stop()
  await runtime.close()
  listening.cut()
  await stopped
  process.exit(0)
})
setInterval(() => void publish(runtime).catch(() => {}), 150).unref()
// last: from now on the parent may end it
process.send?.({ url: listening.url })
// without its parent nobody would end it
process.once('disconnect', () => process.exit(1))

function dieAt(reached: FaultPoint): void {
  if (reached !== point || --left > 0) return
  process.kill(process.pid, 'SIGKILL')
  // the signal may take a moment: nothing may happen in it
  for (;;);
}

async function askShop(_caller: unknown, label: string): ReturnType<ShopConnector['order']> {
  const response = await fetch(`${shopUrl}/${encodeURIComponent(label)}`)
  if (!response.ok) return { ok: false, why: 'unavailable' }
  return {
    ok: true,
    value: { id: label, state: 'paid', placedAt: '2026-11-20T00:00:00.000Z', lines: [], total: { amount: 100, currency: 'CNY' } },
  }
}

/** Everything the chats need; begun again by the next process when this one dies in the middle. */
async function prepare({ store }: Runtime): Promise<void> {
  const flow = flowSchema.parse(killFlow)
  await store.flows.create(flow, { id: 'harness', name: 'harness' }, clock.now())
  if ((await store.library.offers()).length === 0) {
    const offer = {
      id: 'kill',
      name: '优惠券',
      value: { amount: 500, currency: 'CNY' },
      eligible: {},
      budget: { total: offerTotal, perVisitor: 1_000 },
    }
    await store.library.putOffers([offer])
  }
  if (!(await store.flows.head(flow.id))?.live) await publish({ store })
  await store.flows.putEntry({
    id: 'kill',
    flowId: flow.id,
    name: 'kill',
    look: { shop: 'kill', colour: '#000000', letter: 'K' },
    origins: [],
  })
}

async function publish({ store }: Pick<Runtime, 'store'>): Promise<void> {
  const head = await store.flows.head('kill')
  if (!head) return
  const bytes = canonicalJson({ ...killFlow, name: `version ${(head.live?.number ?? 0) + 1}` })
  const version = {
    id: systemIds.row(),
    flowId: 'kill',
    bytes,
    sha256: sha256(bytes),
    revision: head.revision,
    intents: [],
    publishedBy: 'harness',
    at: clock.now(),
  }
  const result = await store.flows.publish(version, head.live?.number ?? null)
  if (result.kind === 'published') process.send?.({ published: { id: version.id, sha256: version.sha256 } })
}
