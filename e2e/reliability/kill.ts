import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import SqliteDatabase from 'better-sqlite3'
import { audit, type Violation } from './auditor.ts'
import { bundleChild } from './kill-bundle.ts'
import { visitors } from './kill-clients.ts'
import { clockFactor, offerTotal } from './kill-terms.ts'
import { createRandom } from './random.ts'
import { noRecords, type Records } from './records.ts'
import { scratchFolder } from './world.ts'

/** Every moment at which the server is made to die; each must be hit in a run. */
export const killPoints = [
  'migrate.mid',
  'accept.before',
  'accept.mid',
  'accept.committed',
  'step.before',
  'step.answered',
  'step.journalled',
  'turn.before',
  'turn.mid',
  'turn.committed',
  'group.partial',
  'publish.mid',
  'relay.claimed',
  'relay.sent',
  'relay.marked',
  'timer.claimed',
  'owner.switch',
  'shutdown.draining',
] as const

export interface KillOutcome {
  violations: Violation[]
  kills: number
  /** How often the server died at each point, and at random moments. */
  hit: Record<string, number>
  messages: number
  conversations: number
  seconds: number
}

/** Kills the server so many times under chatting visitors, then lets it come to rest and audits what is left. */
export async function killOften(kills: number, seed: number, progress: (done: number) => void = () => {}): Promise<KillOutcome> {
  const began = performance.now()
  const random = createRandom(seed)
  const records = noRecords()
  records.offers.push({ id: 'kill', total: offerTotal })
  const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url))
  mkdirSync(cache, { recursive: true })
  const folder = scratchFolder()
  const bundles = mkdtempSync(join(cache, 'bundle-'))
  const clean = () => {
    for (const each of [folder, bundles]) rmSync(each, { recursive: true, force: true })
  }
  // also when the run is broken off
  process.once('exit', clean)
  const shop = await openShop(records)
  const house = await openHouse(await bundleChild(bundles), folder, shop.url, records)
  const hit: Record<string, number> = {}
  const crowd = visitors(6, house, records, createRandom(seed + 1))
  // a visitor that was refused ends the run at once instead of being waited for
  let onRefusal: (reason: unknown) => void = () => {}
  const refusal = new Promise<never>((_resolve, reject) => {
    onRefusal = reject
  })
  refusal.catch(() => {})
  process.on('unhandledRejection', onRefusal)

  const later = killPoints.filter((each) => each !== 'migrate.mid')
  let done = 0
  try {
    const most = kills + 3 * killPoints.length
    for (; done < most; done++) {
      // each point once, then by chance; on a slow machine one may have been missed, and is tried again
      const missed = killPoints.find((each) => !hit[each])
      if (done >= kills && missed === undefined) break
      const first = killPoints[done]
      const point = first ?? (done >= kills ? missed : random.chance(0.7) ? random.pick(later) : undefined)
      const where = await Promise.race([
        house.live(point, point === undefined ? 0 : 1 + random.int(nthOf(point)), 20 + random.int(150)),
        refusal,
      ])
      hit[where] = (hit[where] ?? 0) + 1
      progress(done + 1)
    }
    const last = house.rest()
    await Promise.race([crowd.leave(), refusal])
    await quiet(join(folder, 'floorwalker.db'))
    const code = await last.end()
    const violations = audit(join(folder, 'floorwalker.db'), records, { replies: 'history' })
    if (code !== 0) violations.push(`the server did not end cleanly: ${code}`)
    const seconds = Math.round(performance.now() - began) / 1_000
    return { violations, kills: done, hit, messages: records.sent.length, conversations: records.opened.length, seconds }
  } finally {
    process.off('unhandledRejection', onRefusal)
    house.close()
    shop.close()
    clean()
    process.off('exit', clean)
  }
}

/** Frequent moments are let pass a few times; rare ones are taken at once. */
function nthOf(point: (typeof killPoints)[number]): number {
  return point.startsWith('turn') || point.startsWith('accept') || point === 'group.partial'
    ? 25
    : point.startsWith('step')
      ? 8
      : point.startsWith('relay') || point === 'timer.claimed'
        ? 4
        : 1
}

/** Starts one server after the other; visitors ask it where the present one is. */
async function openHouse(bundle: string, folder: string, shopUrl: string, records: Records) {
  const epoch = Date.now()
  let url: string | undefined
  let child: ChildProcess | undefined

  function start(fault: string): {
    child: ChildProcess
    exited: Promise<{ code: number | null; signal: string | null }>
    ready: Promise<boolean>
  } {
    const environment = {
      ...process.env,
      KILL_FOLDER: folder,
      KILL_SHOP: shopUrl,
      KILL_EPOCH: String(epoch),
      FAULT: fault,
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    }
    const started = spawn(process.execPath, ['--no-warnings', bundle], { env: environment, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child = started
    const exited = new Promise<{ code: number | null; signal: string | null }>((resolve) =>
      started.once('exit', (code, signal) => resolve({ code, signal })),
    )
    const ready = new Promise<boolean>((resolve) => {
      started.on('message', (message: { url?: string; published?: { id: string; sha256: string } }) => {
        if (message.published) records.published.push(message.published)
        if (message.url === undefined) return
        url = message.url
        resolve(true)
      })
      void exited.then(() => {
        url = undefined
        resolve(false)
      })
    })
    return { child: started, exited, ready }
  }

  return {
    async url() {
      while (url === undefined) await wait(5)
      return url
    },
    /** One life, up to a point or a random moment. @returns where it ended */
    async live(point: string | undefined, nth: number, moment: number): Promise<string> {
      const life = start(point === undefined ? '' : `${point}:${nth}`)
      const isReady = await life.ready
      if (point === 'shutdown.draining') life.child.kill('SIGTERM')
      // a point that is not reached in time ends at a random moment instead
      const patience = point === undefined ? moment : 6_000
      const first = isReady ? await Promise.race([life.exited, wait(patience)]) : await life.exited
      if (first) {
        if (first.signal !== 'SIGKILL') throw new Error(`the server ended by itself with ${first.code ?? first.signal}`)
        return point ?? 'random'
      }
      life.child.kill('SIGKILL')
      await life.exited
      return 'random'
    },
    /** A life without faults. */
    rest() {
      const life = start('')
      return {
        end: async () => {
          life.child.kill('SIGTERM')
          return (await life.exited).code
        },
      }
    },
    close: () => void child?.kill('SIGKILL'),
  }
}

/** A shop in a process that does not die: late now and then, broken now and then, and it writes down who asked. */
async function openShop(records: Records) {
  let asked = 0
  const server = createServer((request, response) => {
    const label = decodeURIComponent((request.url ?? '/').slice(1))
    records.effects.push({ kind: 'called', label: `${label}#0` })
    asked++
    setTimeout(() => response.writeHead(asked % 23 === 0 ? 500 : 200).end(), asked % 7 === 0 ? 30 : 1)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  }
}

/** Until no question is open and no timer is left; a minute of silence and a lease, by the fast clock, and some. */
async function quiet(file: string): Promise<void> {
  const database = new SqliteDatabase(file, { readonly: true })
  const open = database.prepare<[], { open: number }>(
    "select (select count(*) from turns where status = 'pending') + (select count(*) from jobs where status in ('waiting', 'claimed')) as open",
  )
  const patience = (20 * 60_000) / clockFactor
  for (let waited = 0; waited < patience && (open.get()?.open ?? 0) > 0; waited += 100) await wait(100)
  database.close()
}
