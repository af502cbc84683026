import { and, asc, count, eq, gt, isNull } from 'drizzle-orm'
import { ask, type Database } from './database.ts'
import type { PeopleStore, User } from './store.ts'

/** Users and their roles. Passwords and sessions are the sign-in library's, on the tables that `authDatabase` hands it. */
export function createPeople(
  { db, tables: { user, session, account, links }, read, write }: Database,
  authDatabase: PeopleStore['authDatabase'],
): PeopleStore {
  const columns = { id: user.id, name: user.name, email: user.email, role: user.role, disabled: user.disabled, createdAt: user.createdAt }

  return {
    authDatabase,

    count: () =>
      read(function* () {
        const [row] = yield* ask(db.select({ users: count() }).from(user))
        return row?.users ?? 0
      }),

    list: () =>
      read(function* () {
        return (yield* ask(db.select(columns).from(user).orderBy(asc(user.createdAt), asc(user.id)))).map(userOf)
      }),

    get: (id) =>
      read(function* () {
        const [row] = yield* ask(db.select(columns).from(user).where(eq(user.id, id)))
        return row ? userOf(row) : null
      }),

    setRole: (id, role) =>
      write(function* () {
        return (yield* ask(db.update(user).set({ role }).where(eq(user.id, id)).returning({ id: user.id }))).length > 0
      }),

    setDisabled: (id, disabled) =>
      write(function* () {
        const changed = yield* ask(db.update(user).set({ disabled }).where(eq(user.id, id)).returning({ id: user.id }))
        // who may no longer enter must not stay inside either
        if (disabled) yield* ask(db.delete(session).where(eq(session.userId, id)))
        return changed.length > 0
      }),

    forgetPassword: (id) =>
      write(function* () {
        yield* ask(db.delete(account).where(eq(account.userId, id)))
        yield* ask(db.delete(session).where(eq(session.userId, id)))
      }),

    putLink: (tokenHash, userId, expiresAt) =>
      write(function* () {
        yield* ask(db.insert(links).values({ tokenHash, userId, expiresAt }))
      }),

    takeLink: (tokenHash, now) =>
      write(function* () {
        const unused = and(eq(links.tokenHash, tokenHash), isNull(links.usedAt), gt(links.expiresAt, now))
        const [taken] = yield* ask(db.update(links).set({ usedAt: now }).where(unused).returning({ userId: links.userId }))
        return taken?.userId ?? null
      }),
  }
}

function userOf({ createdAt, ...row }: Omit<User, 'createdAt'> & { createdAt: Date }): User {
  return { ...row, createdAt: createdAt.getTime() }
}
