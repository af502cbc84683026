import { sqliteKit } from './kit.ts'
import { defineTables } from './tables.ts'

/** Read by drizzle-kit, which wants each table exported by name. */
export const {
  conversations,
  messages,
  turns,
  journal,
  measures,
  flows,
  edits,
  versions,
  entries,
  intents,
  articles,
  offers,
  budgets,
  claims,
  jobs,
  settings,
  spent,
  models,
  audit,
  auditDetails,
  user,
  session,
  account,
  verification,
  links,
} = defineTables(sqliteKit)
