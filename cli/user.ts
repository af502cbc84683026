import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from '../runtime/clock.ts'
import { createLinks, linkAddress } from '../runtime/http/links.ts'
import { systemIds } from '../runtime/ids.ts'
import { readSettings } from '../runtime/settings.ts'
import { openSqlite } from '../runtime/store/sqlite.ts'

/**
 * For somebody who cannot sign in any more: forgets their password, ends their sessions and prints a one-time link.
 * Whoever can read the data folder may do this; it is noted in the audit log. @returns exit code
 */
export async function linkFor(email: string, options: { data: string }): Promise<number> {
  const file = join(options.data, 'floorwalker.db')
  if (!existsSync(file)) return complain(`There is no installation in "${options.data}" (start one with: floorwalker start).`)
  const store = openSqlite(file, { clock: systemClock, ids: systemIds })
  try {
    const people = await store.people.list()
    const person = people.find((each) => each.email === email.toLowerCase())
    if (!person) return complain(`Nobody here has this address. There is: ${people.map((each) => each.email).join(', ') || 'nobody yet'}.`)
    if (person.disabled) return complain('This person was stopped; an owner lets them in again under People.')
    await store.people.forgetPassword(person.id)
    const token = await createLinks(store.people, systemClock).issue(person.id)
    await store.audit.add({ at: systemClock.now(), actor: 'terminal', action: 'link-made', target: person.id, detail: {} })
    const { publicUrl, host, port } = readSettings(process.env)
    process.stdout.write(`${linkAddress(publicUrl ?? `http://${host}:${port}`, token)}\n`)
    return 0
  } finally {
    await store.close()
  }
}

function complain(words: string): number {
  process.stderr.write(`${words}\n`)
  return 1
}
