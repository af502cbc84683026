import { errors } from '../errors.ts'
import type { Store, User } from '../store/store.ts'
import type { Handlers, Person } from './handler.ts'
import type { Limits } from './limits.ts'
import type { Note } from './note.ts'
import type { Sessions } from './sessions.ts'

export interface PeopleParts {
  store: Pick<Store, 'people' | 'audit'>
  sessions: Sessions
  limits: Limits
  note: Note
  /** Address of the page that takes a one-time link. */
  linkAddress(token: string): string
}

type PeopleHandlers = Pick<
  Handlers,
  'signIn' | 'signInByLink' | 'readSession' | 'signOut' | 'changePassword' | 'listUsers' | 'inviteUser' | 'changeUser' | 'listAudit'
>

/** Signing in, and who may. */
export function peopleHandlers({ store, sessions, limits, note, linkAddress }: PeopleParts): PeopleHandlers {
  return {
    async signIn({ body, reply }) {
      await limits.takeAccount(body.email)
      const { person, cookie } = await sessions.signIn(body.email, body.password)
      await note(person, 'signed-in', person.id, { by: 'password' })
      reply('set-cookie', cookie)
      return meOf(person)
    },

    async signInByLink({ body, reply }) {
      const { person, cookie } = await sessions.signInByLink(body.token)
      await note(person, 'signed-in', person.id, { by: 'link' })
      reply('set-cookie', cookie)
      return meOf(person)
    },

    readSession: ({ principal }) => meOf(principal),

    async signOut({ header, reply }) {
      reply('set-cookie', await sessions.signOut(header('cookie')))
      return undefined
    },

    async changePassword({ principal, body, reply }) {
      await limits.takeAccount(principal.id)
      const { person, cookie } = await sessions.change(principal, body)
      await note(person, 'password-changed', person.id)
      reply('set-cookie', cookie)
      return meOf(person)
    },

    async listUsers() {
      return { users: (await store.people.list()).map(userOf) }
    },

    async inviteUser({ principal, body }) {
      const id = await sessions.invite(body)
      await note(principal, 'person-invited', id, { role: body.role })
      return { user: userOf(await existing(store, id)), link: linkAddress(await sessions.link(id)) }
    },

    async changeUser({ principal, parameters, body }) {
      const user = await existing(store, parameters.id)
      const staysOwner = (body.role ?? user.role) === 'owner' && !(body.disabled ?? user.disabled)
      if (user.id === principal.id && !staysOwner) throw errors.conflict('You cannot take your own rights away; ask another owner.')
      if (body.role !== undefined) await store.people.setRole(user.id, body.role)
      if (body.disabled !== undefined) await store.people.setDisabled(user.id, body.disabled)
      await note(principal, 'person-changed', user.id, body)
      return userOf(await existing(store, user.id))
    },

    async listAudit({ query }) {
      const entries = await store.audit.list({ limit: query.limit, ...(query.before === undefined ? {} : { before: query.before }) })
      return { entries: entries.map(({ hash: _hash, ...entry }) => ({ ...entry, at: new Date(entry.at).toISOString() })) }
    },
  }
}

async function existing(store: Pick<Store, 'people'>, id: string): Promise<User> {
  const user = await store.people.get(id)
  if (!user) throw errors.notFound('person', id)
  return user
}

function meOf({ id, name, email, role }: Person) {
  return { id, name, email, role }
}

function userOf(user: User) {
  return { ...user, createdAt: new Date(user.createdAt).toISOString() }
}
