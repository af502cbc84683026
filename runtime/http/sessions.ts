import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError, createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { type BetterAuthOptions, betterAuth } from 'better-auth/minimal'
import { z } from 'zod'
import type { Role } from '../../schemas/api/route.ts'
import type { Clock } from '../clock.ts'
import { AppError, errors } from '../errors.ts'
import type { Store } from '../store/store.ts'
import type { Person } from './handler.ts'
import { createLinks } from './links.ts'

const everSignedIn = 'owner-signed-in'

/** A person and the cookie that lets them in from now on. */
export interface SignedIn {
  person: Person
  cookie: string
}

export interface Sessions {
  /** Null when the cookie is missing, forged or ended, or the person was stopped. */
  person(cookie: string | undefined): Promise<Person | null>
  /** @throws AppError 401, the same for an unknown address and a wrong password */
  signIn(email: string, password: string): Promise<SignedIn>
  /** @throws AppError 401 for a link that was used, has expired or never was */
  signInByLink(token: string): Promise<SignedIn>
  /** Ends the session on the server. @returns the cookie that removes it from the browser */
  signOut(cookie: string | undefined): Promise<string>
  /** Sets the own password and, if given, name and address; all other sessions end. @throws AppError 403 when `current` is wrong */
  change(
    person: Person,
    change: { current?: string | undefined; next: string; name?: string | undefined; email?: string | undefined },
  ): Promise<SignedIn>
  /** @throws AppError 409 when the address is taken */
  invite(person: { name: string; email: string; role: Role }): Promise<string>
  /** A token for a one-time link, 15 minutes long. Only its hash is kept. */
  link(userId: string): Promise<string>
  /** Makes the owner of a new installation. @returns the owner's id while no owner has ever signed in, else null */
  awaitedOwner(): Promise<string | null>
}

export interface SessionParts {
  store: Pick<Store, 'people' | 'settings'>
  clock: Clock
  /** Signs the cookie. */
  secret: string
  /** Served over https: the cookie is bound to this host and never sent in the clear. */
  secure: boolean
}

/** Sign-in by the library (passwords, sessions, cookie), one-time links by our store. None of the library's own routes is served. */
export function createSessions({ store, clock, secret, secure }: SessionParts): Sessions {
  const { people, settings } = store
  const links = createLinks(people, clock)
  const name = secure ? '__Host-floorwalker-session' : 'floorwalker-session'
  const auth = betterAuth(options(people.authDatabase, secret, secure, name))

  const cookieHeaders = (cookie: string | undefined) => new Headers(cookie === undefined ? {} : { cookie })
  const cookieOf = (headers: Headers): string => {
    const cookie = headers.getSetCookie().find((each) => each.startsWith(`${name}=`))
    if (cookie === undefined) throw new AppError('internal', 500, 'Signing in gave no session.')
    return cookie
  }
  const found = async (id: string): Promise<Person | null> => {
    const user = await people.get(id)
    return user && !user.disabled ? { kind: 'person', id: user.id, name: user.name, email: user.email, role: user.role } : null
  }
  const personOf = async (id: string): Promise<Person> => {
    const person = await found(id)
    if (!person) throw refusal()
    return person
  }
  const enter = async (userId: string): Promise<SignedIn> => {
    const person = await personOf(userId)
    const { headers } = await auth.api.beginSession({ body: { userId }, returnHeaders: true })
    if (person.role === 'owner') await settings.putIfAbsent(everSignedIn, true)
    return { person, cookie: cookieOf(headers) }
  }
  const addUser = async (user: { name: string; email: string; role: Role }): Promise<string> => {
    const { internalAdapter } = await auth.$context
    if (await internalAdapter.findUserByEmail(user.email)) throw errors.conflict('Somebody with this e-mail address is here already.')
    return (await internalAdapter.createUser({ ...user, email: user.email.toLowerCase(), emailVerified: false, disabled: false })).id
  }

  return {
    async person(cookie) {
      if (cookie === undefined || !cookie.includes(name)) return null
      const session = await auth.api.getSession({ headers: cookieHeaders(cookie) }).catch(refusalOrOutage)
      return session && found(session.user.id)
    },

    async signIn(email, password) {
      const { response, headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true }).catch(refusalOrOutage)
      const person = await personOf(response.user.id)
      if (person.role === 'owner') await settings.putIfAbsent(everSignedIn, true)
      return { person, cookie: cookieOf(headers) }
    },

    async signInByLink(token) {
      const userId = await links.take(token)
      if (userId === null) throw errors.unauthenticated('This link was used already or has expired.')
      return enter(userId)
    },

    async signOut(cookie) {
      const { headers } = await auth.api.signOut({ headers: cookieHeaders(cookie), returnHeaders: true })
      return cookieOf(headers)
    },

    async change(person, { current, next, name: newName, email }) {
      const { internalAdapter, password } = await auth.$context
      const account = (await internalAdapter.findAccounts(person.id)).find((each) => each.providerId === 'credential')
      const isRight =
        !account?.password || (current !== undefined && (await password.verify({ hash: account.password, password: current })))
      if (!isRight) throw errors.refused('The current password is not right.')
      if (email !== undefined && email.toLowerCase() !== person.email && (await internalAdapter.findUserByEmail(email)))
        throw errors.conflict('Somebody with this e-mail address is here already.')
      const hash = await password.hash(next)
      if (account) await internalAdapter.updatePassword(person.id, hash)
      else await internalAdapter.linkAccount({ userId: person.id, accountId: person.id, providerId: 'credential', password: hash })
      await internalAdapter.updateUser(person.id, {
        ...(newName === undefined ? {} : { name: newName }),
        ...(email === undefined ? {} : { email: email.toLowerCase() }),
      })
      await internalAdapter.deleteUserSessions(person.id)
      return enter(person.id)
    },

    async invite(person) {
      return addUser(person)
    },

    link: links.issue,

    async awaitedOwner() {
      if ((await settings.get(everSignedIn)) === true) return null
      const owner = (await people.list()).find((user) => user.role === 'owner')
      return owner?.id ?? addUser({ name: 'Owner', email: 'owner@floorwalker.invalid', role: 'owner' })
    },
  }
}

function options(database: Store['people']['authDatabase'], secret: string, secure: boolean, name: string) {
  return {
    // the adapter's own type wants any record here; what it gets is checked by the store's contract test
    database: drizzleAdapter(database.db as Record<string, unknown>, { provider: database.provider, schema: database.schema }),
    secret,
    baseURL: secure ? 'https://floorwalker.invalid' : 'http://floorwalker.invalid',
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 10, maxPasswordLength: 200 },
    rateLimit: { enabled: false },
    session: { expiresIn: 7 * 24 * 3_600, updateAge: 24 * 3_600 },
    user: {
      additionalFields: {
        role: { type: 'string', required: true, input: false },
        disabled: { type: 'boolean', required: true, input: false },
      },
    },
    advanced: {
      useSecureCookies: false,
      cookies: { session_token: { name, attributes: { httpOnly: true, sameSite: 'lax', path: '/', secure } } },
    },
    plugins: [
      {
        id: 'links',
        endpoints: {
          /** A session for somebody whose one-time link was just taken; called from here only, served nowhere. */
          beginSession: createAuthEndpoint(
            '/links/session',
            { method: 'POST', body: z.object({ userId: z.string() }), metadata: { SERVER_ONLY: true } },
            async (context) => {
              const { internalAdapter } = context.context
              const user = await internalAdapter.findUserById(context.body.userId)
              const session = user ? await internalAdapter.createSession(user.id) : null
              if (!user || !session) throw refusal()
              await setSessionCookie(context, { session, user })
              return context.json({ ok: true })
            },
          ),
        },
      },
    ],
  } satisfies BetterAuthOptions
}

/** Nobody is told that their password is wrong, or is sent away, because the database does not answer. */
function refusalOrOutage(thrown: unknown): never {
  if (thrown instanceof APIError && thrown.statusCode < 500) throw refusal()
  throw errors.unavailable('Signing in is not possible right now.', thrown)
}

function refusal() {
  return errors.unauthenticated('E-mail address or password is not right.')
}
