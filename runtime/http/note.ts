import type { Clock } from '../clock.ts'
import type { Store } from '../store/store.ts'
import type { Person } from './handler.ts'

/** Writes down who did what; `detail` holds ids and settings, never a secret and never a visitor's words. */
export type Note = (person: Person, action: string, target: string, detail?: Record<string, unknown>) => Promise<void>

/** Publishing and importing write their own entries; whatever else changes rights or what visitors get is noted here. */
export function createNote(audit: Store['audit'], clock: Clock): Note {
  return (person, action, target, detail = {}) => audit.add({ at: clock.now(), actor: person.id, action, target, detail })
}
