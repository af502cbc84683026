import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { systemAlarm, systemClock } from '../runtime/clock.ts'
import { AppError } from '../runtime/errors.ts'
import { type Bundles, createBundles } from '../runtime/flows/bundle.ts'
import { createChecker } from '../runtime/flows/check.ts'
import { createDrafts } from '../runtime/flows/draft.ts'
import { systemIds } from '../runtime/ids.ts'
import { openSqlite } from '../runtime/store/sqlite.ts'
import { problem as problemSchema } from '../schemas/problem.ts'

const author = { id: 'terminal', name: 'Terminal' }

/** Writes a bundle of one flow and what it calls, or of everything. @returns exit code */
export function exportTo(options: { flow?: string; out?: string; data: string }): Promise<number> {
  return withBundles(options.data, async (bundles) => {
    const text = `${JSON.stringify(await bundles.export(options.flow), null, 2)}\n`
    if (options.out === undefined) process.stdout.write(text)
    else await writeFile(options.out, text)
  })
}

/** Reads a bundle file into drafts and says what changed. @returns exit code */
export function importFrom(file: string, options: { dry?: boolean; data: string }): Promise<number> {
  return withBundles(options.data, async (bundles) => {
    const report = await bundles.import(await readFile(file, 'utf8'), author, options.dry ?? false)
    for (const flow of report.flows) process.stdout.write(`${flow.change} ${flow.id}\n`)
    for (const problem of report.problems)
      process.stdout.write(`${problem.severity} ${problem.path || '/'}: ${problem.message} [${problem.code}]\n`)
  })
}

/** Opens the installation's database beside a server that may be running: SQLite orders the writers. */
async function withBundles(data: string, work: (bundles: Bundles) => Promise<void>): Promise<number> {
  const file = join(data, 'floorwalker.db')
  if (!existsSync(file)) {
    process.stderr.write(`There is no installation in "${data}" (start one with: floorwalker start).\n`)
    return 1
  }
  const store = openSqlite(file, { clock: systemClock, ids: systemIds })
  const drafts = createDrafts({ store, clock: systemClock, ids: systemIds, alarm: systemAlarm })
  try {
    await work(createBundles({ store, drafts, checker: createChecker(systemAlarm), clock: systemClock }))
    return 0
  } catch (thrown) {
    if (thrown instanceof AppError || (thrown instanceof Error && 'code' in thrown)) {
      process.stderr.write(`${thrown.message}\n`)
      const listed = thrown instanceof AppError ? problemSchema.array().safeParse(thrown.fields.problems) : undefined
      for (const problem of listed?.data ?? [])
        process.stderr.write(`${problem.severity} ${problem.path || '/'}: ${problem.message} [${problem.code}]\n`)
      return 1
    }
    throw thrown
  } finally {
    await store.close()
  }
}
