import { z } from 'zod'
import type { Intent } from '../../schemas/intent.ts'
import {
  type CrossValidation,
  crossValidation,
  type IntentHealth,
  type IntentInspection,
  type NearDuplicate,
} from '../../schemas/intent-report.ts'
import type { AppError } from '../errors.ts'
import { ensureError } from '../errors.ts'
import { sha256 } from '../flows/canonical.ts'
import type { Trainer } from '../language/intents/trainer.ts'
import type { Store } from '../store/store.ts'
import type { IntentLibrary } from './intents.ts'
import type { Trainings } from './trainings.ts'

export interface CrossValidationState {
  state: 'none' | 'running' | 'done' | 'failed'
  share: number
  /** The intents changed since the report that is shown. */
  isStale: boolean
  report?: CrossValidation
}

/** What can be said of the library's intents. All of it is worked out in threads of its own and kept until the intents change. */
export interface IntentReports {
  /** Of each of these intents, in their order. */
  health(intents: readonly Intent[]): Promise<IntentHealth[]>
  /** Most alike first. */
  duplicates(): Promise<{ version: number; pairs: NearDuplicate[] }>
  /** Begins a cross-validation of the intents as they are, in place of one of older intents. @returns their version */
  start(): Promise<number>
  read(): Promise<CrossValidationState>
  close(): Promise<void>
}

export interface ReportParts {
  intents: IntentLibrary
  settings: Pick<Store['settings'], 'get' | 'put'>
  trainings: Trainings
  /** Makes a thread; a report must not keep a training waiting, nor a health bar. */
  trainer: () => Pick<Trainer, 'validate' | 'inspect' | 'close'>
  report(error: AppError): void
}

const reportKey = 'library.intent-report'
const storedReport = z.object({ version: z.number(), report: crossValidation })

export function createIntentReports({ intents: library, settings, trainings, trainer, report }: ReportParts): IntentReports {
  const inspector = trainer()
  // an intent that was just taught shows its health at once, however long all of them take to be compared
  const examiner = trainer()
  let healthy = new Map<string, IntentHealth>()
  let inspected: { version: number; result: Promise<IntentInspection> } | undefined
  let running: { version: number; share: number; stop(): Promise<void> } | undefined
  let failed: number | undefined

  async function health(intents: readonly Intent[]): Promise<IntentHealth[]> {
    const keys = intents.map((intent) => sha256(JSON.stringify([intent.id, intent.utterances])))
    const unknown = intents.filter((_, index) => !healthy.has(keys[index] ?? ''))
    const found = new Map<string, IntentHealth>()
    if (unknown.length > 0) for (const each of (await examiner.inspect(unknown)).health) found.set(each.intent, each)
    const all = intents.flatMap((intent, index) => healthy.get(keys[index] ?? '') ?? found.get(intent.id) ?? [])
    healthy = new Map(all.map((each, index) => [keys[index] ?? '', each]))
    return all
  }

  async function duplicates() {
    const { version, intents } = await library.now()
    if (inspected?.version !== version) {
      const result = inspector.inspect(intents)
      inspected = { version, result }
      result.catch(() => {
        if (inspected?.result === result) inspected = undefined
      })
    }
    return { version, pairs: (await inspected.result).duplicates }
  }

  async function start(): Promise<number> {
    const { version, intents } = await library.now()
    if (running?.version === version) return version
    const superseded = running
    const thread = trainer()
    const mine = { version, share: 0, stop: () => thread.close() }
    running = mine
    failed = undefined
    await superseded?.stop()
    const training = trainings.begin('report')
    thread
      .validate(intents, {}, (share) => {
        mine.share = share
        training.progress(share)
      })
      .then((result) => settings.put(reportKey, { version, report: result }))
      .catch((thrown: unknown) => {
        // one that was ended for a newer one did not fail
        if (running !== mine) return
        failed = version
        report(ensureError(thrown))
      })
      .finally(() => {
        if (running === mine) running = undefined
        training.end()
      })
    return version
  }

  async function read(): Promise<CrossValidationState> {
    const stored = storedReport.safeParse(await settings.get(reportKey))
    const now = (await library.now()).version
    const last = stored.success ? { isStale: stored.data.version !== now, report: stored.data.report } : { isStale: false }
    if (running) return { state: 'running', share: running.share, ...last }
    if (failed !== undefined) return { state: 'failed', share: 0, ...last }
    return stored.success ? { state: 'done', share: 1, ...last } : { state: 'none', share: 0, ...last }
  }

  return {
    health,
    duplicates,
    start,
    read,
    async close() {
      const last = running
      running = undefined
      await Promise.all([inspector.close(), examiner.close(), last?.stop()])
    },
  }
}
