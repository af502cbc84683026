import { inArray } from 'drizzle-orm'
import { ask, type Database } from './database.ts'
import type { Writer } from './group.ts'
import { createHearing } from './hearing.ts'
import type { TallyStore } from './library-store.ts'
import type { Statements } from './statements.ts'

/** Bound values in one question, far below what SQLite and PostgreSQL allow. */
const chunk = 1_000

/** How often articles answered, and what visitors said of it. */
export function createTallies({ db, tables: { tallies }, read }: Database, statements: Statements, writer: Writer): TallyStore {
  const hearing = createHearing(statements)
  return {
    of: (articles) =>
      read(function* () {
        const rows = []
        if (!articles) rows.push(...(yield* ask(db.select().from(tallies))))
        else
          for (let from = 0; from < articles.length; from += chunk)
            rows.push(
              ...(yield* ask(
                db
                  .select()
                  .from(tallies)
                  .where(inArray(tallies.article, articles.slice(from, from + chunk))),
              )),
            )
        return new Map(rows.map(({ article, ...tally }) => [article, tally]))
      }),

    rate: (rating) => writer.write(() => hearing.rate(rating)),
  }
}
