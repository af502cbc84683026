import { z } from 'zod'
import { roles, route } from './route.ts'

const everyone = roles
const role = z.enum(roles)

export const me = z.object({ id: z.string(), name: z.string(), email: z.string(), role }).meta({ id: 'Me' })

export const health = route({
  method: 'GET',
  path: '/v1/health',
  access: 'public',
  owner: 'none',
  summary: 'Whether the server and its database answer.',
  reply: z.object({ ok: z.boolean(), version: z.string() }),
})

export const metrics = route({
  method: 'GET',
  path: '/metrics',
  access: 'public',
  owner: 'none',
  summary: 'Counters in Prometheus text format; answers loopback or the configured metrics token only.',
  reply: 'text',
})

export const signIn = route({
  method: 'POST',
  path: '/api/session',
  access: 'public',
  owner: 'none',
  summary: 'Sign in with e-mail and password.',
  limit: 'sign-in',
  body: z.object({ email: z.email().max(200), password: z.string().min(1).max(200) }).strict(),
  reply: me,
})

export const signInByLink = route({
  method: 'POST',
  path: '/api/session/link',
  access: 'public',
  owner: 'none',
  summary: 'Sign in by a one-time link; the first one makes the owner of a new installation.',
  limit: 'sign-in',
  body: z.object({ token: z.string().min(20).max(200) }).strict(),
  reply: me,
})

export const readSession = route({
  method: 'GET',
  path: '/api/session',
  access: everyone,
  owner: 'none',
  summary: 'Who is signed in.',
  reply: me,
})

export const signOut = route({
  method: 'DELETE',
  path: '/api/session',
  access: everyone,
  owner: 'none',
  summary: 'Sign out; the session ends on the server.',
  status: 204,
  reply: 'nothing',
})

export const changePassword = route({
  method: 'PUT',
  path: '/api/session/password',
  access: everyone,
  owner: 'none',
  summary: 'Set one’s own password; other sessions end.',
  body: z
    .object({
      current: z.string().max(200).optional(),
      next: z.string().min(10).max(200),
      name: z.string().min(1).max(100).optional(),
      email: z.email().max(200).optional(),
    })
    .strict(),
  reply: me,
})

const user = z
  .object({ id: z.string(), name: z.string(), email: z.string(), role, disabled: z.boolean(), createdAt: z.iso.datetime() })
  .meta({ id: 'User' })

export const listUsers = route({
  method: 'GET',
  path: '/api/users',
  access: ['owner'],
  owner: 'shared',
  summary: 'People who can sign in.',
  reply: z.object({ users: z.array(user) }),
})

export const inviteUser = route({
  method: 'POST',
  path: '/api/users',
  access: ['owner'],
  owner: 'shared',
  summary: 'Add a person; the reply holds a one-time link (15 minutes) to hand over.',
  status: 201,
  body: z.object({ name: z.string().min(1).max(100), email: z.email().max(200), role }).strict(),
  reply: z.object({ user, link: z.string() }),
})

export const changeUser = route({
  method: 'PATCH',
  path: '/api/users/{id}',
  access: ['owner'],
  owner: 'shared',
  summary: 'Change a person’s role, or stop them signing in.',
  body: z.object({ role: role.optional(), disabled: z.boolean().optional() }).strict(),
  reply: user,
})

export const listAudit = route({
  method: 'GET',
  path: '/api/audit',
  access: ['owner'],
  owner: 'shared',
  summary: 'Who did what, newest first.',
  query: z.object({ before: z.coerce.number().int().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }).strict(),
  reply: z.object({
    entries: z.array(
      z.object({
        seq: z.int(),
        at: z.iso.datetime(),
        actor: z.string(),
        action: z.string(),
        target: z.string(),
        detail: z.record(z.string(), z.unknown()),
      }),
    ),
  }),
})
