import type { Kit } from './kit.ts'
import type { Role } from './store.ts'

/** Tables of people and sign-in. Keys of the first four, and of their columns, are the sign-in library's own. */
export function defineAuthTables({ table, id, text, int, bool, time, index }: Kit) {
  const user = table('users', {
    id: id(),
    name: text().notNull(),
    email: text().notNull().unique(),
    emailVerified: bool().notNull().default(false),
    image: text(),
    createdAt: time().notNull(),
    updatedAt: time().notNull(),
    role: text().$type<Role>().notNull().default('analyst'),
    disabled: bool().notNull().default(false),
  })

  const session = table(
    'sessions',
    {
      id: id(),
      token: text().notNull().unique(),
      userId: text()
        .notNull()
        .references(() => user.id, { onDelete: 'cascade' }),
      expiresAt: time().notNull(),
      ipAddress: text(),
      userAgent: text(),
      createdAt: time().notNull(),
      updatedAt: time().notNull(),
    },
    (row) => [index('sessions_user').on(row.userId)],
  )

  const account = table(
    'accounts',
    {
      id: id(),
      accountId: text().notNull(),
      providerId: text().notNull(),
      userId: text()
        .notNull()
        .references(() => user.id, { onDelete: 'cascade' }),
      accessToken: text(),
      refreshToken: text(),
      idToken: text(),
      accessTokenExpiresAt: time(),
      refreshTokenExpiresAt: time(),
      scope: text(),
      password: text(),
      createdAt: time().notNull(),
      updatedAt: time().notNull(),
    },
    (row) => [index('accounts_user').on(row.userId)],
  )

  const verification = table(
    'verifications',
    {
      id: id(),
      identifier: text().notNull(),
      value: text().notNull(),
      expiresAt: time().notNull(),
      createdAt: time().notNull(),
      updatedAt: time().notNull(),
    },
    (row) => [index('verifications_identifier').on(row.identifier)],
  )

  /** Single-use links by the SHA-256 of their token. The user need not exist yet: the first link makes the first owner. */
  const links = table('links', { tokenHash: text().primaryKey(), userId: text().notNull(), expiresAt: int().notNull(), usedAt: int() })

  return { user, session, account, verification, links }
}
