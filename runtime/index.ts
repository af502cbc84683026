import { randomInt } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Hono } from 'hono'
import { flowJsonSchema } from '../nodes/json-schema.ts'
import { routes } from '../schemas/api/index.ts'
import { type Alarm, type Clock, systemAlarm, systemClock } from './clock.ts'
import { createConversations } from './conversations/create.ts'
import { createOriginals } from './conversations/originals.ts'
import { noProbe, type Probe } from './conversations/probe.ts'
import { createAddresses } from './http/address.ts'
import { createAdmission } from './http/admission.ts'
import { createApp } from './http/app.ts'
import { createCustomerTokens } from './http/customer.ts'
import { createHandlers } from './http/handlers.ts'
import { createLimits } from './http/limits.ts'
import { linkAddress } from './http/links.ts'
import { createMetrics } from './http/metrics.ts'
import { createNote } from './http/note.ts'
import { openApiOf, packageVersion } from './http/openapi.ts'
import { createOrigins } from './http/origins.ts'
import { builtFolder } from './http/pages.ts'
import { createSessions } from './http/sessions.ts'
import { createStreams } from './http/stream.ts'
import { createTokens, deriveKey, rootSecrets, toKeys } from './http/tokens.ts'
import { type Ids, systemIds } from './ids.ts'
import { silenceKind, silenceTimer } from './jobs/timers.ts'
import { createWorker } from './jobs/worker.ts'
import { mask } from './language/mask.ts'
import { createLog, type Log } from './log.ts'
import { createOffices, type Offices } from './offices.ts'
import { every } from './pace.ts'
import { createSealer } from './sealed.ts'
import { readSettings, type Settings } from './settings.ts'
import { noShop, type ShopConnector } from './shop/connector.ts'
import { openSqlite } from './store/sqlite.ts'
import type { Store } from './store/store.ts'
import { createUnderstanding } from './understanding.ts'
import { createUploads } from './uploads/uploads.ts'
import { zoneClock } from './zone.ts'

export { readSettings }

export interface RuntimeOptions {
  settings: Settings
  /** Default: the SQLite file in the settings' data folder. The runtime closes it. */
  store?: Store
  /** Default: no shop is connected. */
  shop?: ShopConnector
  clock?: Clock
  alarm?: Alarm
  ids?: Ids
  log?: Log
  /** Folder of the built browser side. */
  built?: string
  /** Where people reach the editor, for one-time links; default: the settings' public URL, else host and port. */
  baseUrl?: () => string
  /** Counts memory and event loop of this process too; switch off where several runtimes share one. */
  processMetrics?: boolean
  /** Told of the moments at which a process may die; the kill harness dies at them. */
  probe?: Probe
  /** Parses every reply by its schema; for tests. */
  checkReplies?: boolean
}

export interface Runtime {
  /** Answers requests; give `app.fetch` to any server. */
  app: Hono
  store: Store
  flows: Pick<Offices['handlers'], 'drafts' | 'publisher' | 'bundles'>
  log: Log
  /** A one-time link for the owner while none has ever signed in; null afterwards. */
  ownerLink(): Promise<string | null>
  /** Takes nothing new, finishes the turns under way (at most ten seconds), sends readers away, closes the store. */
  close(): Promise<void>
}

const longestDrain = 10_000
/** Originals and uploads whose time is over are deleted soon. */
const dropEvery = 10 * 60_000

/**
 * The embeddable server.
 * @example
 * const runtime = await createRuntime({ settings: readSettings(process.env) })
 * serve({ fetch: runtime.app.fetch, port: 4400 })
 */
export async function createRuntime(options: RuntimeOptions): Promise<Runtime> {
  const { settings, clock = systemClock, alarm = systemAlarm, ids = systemIds, shop = noShop, probe = noProbe } = options
  const log = options.log ?? createLog(settings.log)
  const store = options.store ?? openStore(settings, clock, ids)
  const [secret, ...older] = await rootSecrets(settings.secrets, store.settings)
  const version = packageVersion()
  const sealer = createSealer([deriveKey(secret, 'seal'), ...older.map((each) => deriveKey(each, 'seal'))])
  const zone = zoneClock(settings.zone)
  const report = (where: string) => (error: unknown) => log.error({ where, error }, 'failed')
  const understanding = await createUnderstanding({ store, shop, clock, alarm, ids, sealer, report })
  const offices = createOffices({ store, understanding, clock, zone, alarm, ids, report })
  const originals = createOriginals(sealer, settings.originalsDays, clock)
  const uploads = createUploads(store.uploads, settings.uploads, clock, ids)
  const conversations = createConversations({
    store,
    programs: offices.programs,
    outside: understanding.wiring.outside,
    clock,
    zone,
    ids,
    mask,
    originals,
    alarm,
    probe,
    wake: (due) => worker.wake(due),
    report: report('turn'),
  })
  const worker = createWorker({
    jobs: store.jobs,
    handlers: { [silenceKind]: silenceTimer(conversations, probe) },
    clock,
    alarm,
    random: () => randomInt(2 ** 31) / 2 ** 31,
    probe,
    report: (job, error) => log.error({ where: 'job', kind: job.kind, job: job.id, error }, 'failed'),
  })

  const streams = createStreams(clock, { perAddress: 64, stuckAfter: 30_000, longest: 15 * 60_000 })
  const admission = createAdmission(clock, 5_000)
  const metrics = createMetrics(
    { jobs: () => store.jobs.counts(), streams: streams.count, inFlight: admission.inFlight },
    { process: options.processMetrics ?? false },
  )
  const origins = createOrigins(settings.publicUrl, () => store.flows.entries(), clock)
  const limits = createLimits(settings.limits)
  const tokens = createTokens(toKeys([secret, ...older], 'visitor'), clock)
  const customers = createCustomerTokens(
    {
      secret: settings.customerSecret,
      visitorKey: deriveKey(secret, 'customer-visitor'),
      spend: (id, until) => store.settings.spend(id, until, clock.now()),
    },
    clock,
  )
  const sessions = createSessions({
    store,
    clock,
    secret: deriveKey(secret, 'session'),
    secure: settings.publicUrl?.startsWith('https:') ?? false,
  })
  const addressOf = (token: string) =>
    linkAddress(options.baseUrl?.() ?? settings.publicUrl ?? `http://${settings.host}:${settings.port}`, token)

  const handlers = createHandlers({
    conversations,
    store,
    tokens,
    customers,
    origins,
    metrics,
    ids,
    sessions,
    limits,
    note: createNote(store.audit, clock),
    linkAddress: addressOf,
    clock,
    originals,
    uploads,
    provider: understanding.provider,
    ...offices.handlers,
    version,
    metricsToken: settings.metricsToken,
  })
  let isClosing = false
  const app = createApp(
    handlers,
    {
      access: { visitor: tokens.visitor, renewed: tokens.renewed, person: sessions.person },
      addresses: createAddresses(settings.proxies),
      admission,
      clock,
      limits,
      log,
      metrics,
      origins,
      streams,
      requestId: requestIds(ids),
      checkReplies: options.checkReplies ?? false,
      isClosing: () => isClosing,
    },
    {
      built: options.built ?? builtFolder,
      openApi: JSON.stringify(openApiOf(routes, version)),
      flowSchema: (locale) => JSON.stringify(flowJsonSchema(locale)),
    },
  )

  understanding.start()
  const stopDropping = every(alarm, dropEvery, async () => {
    await store.originals.drop(clock.now()).catch(report('originals'))
    await uploads.drop().catch(report('uploads'))
  })
  conversations.start().catch(report('recovery'))
  worker.start()

  return {
    app,
    store,
    flows: offices.handlers,
    log,
    async ownerLink() {
      const owner = await sessions.awaitedOwner()
      return owner === null ? null : addressOf(await sessions.link(owner))
    },
    async close() {
      if (isClosing) return
      isClosing = true
      streams.close()
      stopDropping()
      await Promise.race([Promise.all([conversations.stop(), worker.stop()]), new Promise<void>((resolve) => alarm(longestDrain, resolve))])
      admission.close()
      await offices.close()
      await understanding.close()
      await store.close()
    },
  }
}

function openStore(settings: Settings, clock: Clock, ids: Ids): Store {
  mkdirSync(settings.dataFolder, { recursive: true, mode: 0o700 })
  return openSqlite(join(settings.dataFolder, 'floorwalker.db'), { clock, ids })
}

/** Short ids that are unique in the log: one chance a process, then counted. */
function requestIds(ids: Ids): () => string {
  const process = ids.secret().replace(/[-_]/g, '').slice(0, 8)
  let last = 0
  return () => `${process}-${(++last).toString(36)}`
}
