import { z } from 'zod'
import { providerKey, providerSettings } from '../provider.ts'
import { route } from './route.ts'

export const readProvider = route({
  method: 'GET',
  path: '/api/provider',
  access: ['owner'],
  owner: 'shared',
  summary: 'The optional model provider: its settings without the key, and what was used this month.',
  reply: z.object({ settings: providerSettings.nullable(), hasKey: z.boolean(), usedTokens: z.int(), calls: z.int(), failures: z.int() }),
})

export const putProvider = route({
  method: 'PUT',
  path: '/api/provider',
  access: ['owner'],
  owner: 'shared',
  summary: 'Set up the optional model provider; an absent key leaves the one that is stored.',
  body: providerSettings.extend({ key: providerKey.optional() }).strict(),
  reply: z.object({ settings: providerSettings, hasKey: z.boolean() }),
})

export const removeProvider = route({
  method: 'DELETE',
  path: '/api/provider',
  access: ['owner'],
  owner: 'shared',
  summary: 'Forget the provider and its key.',
  status: 204,
  reply: 'nothing',
})

export const tryProvider = route({
  method: 'POST',
  path: '/api/provider/try',
  access: ['owner'],
  owner: 'shared',
  summary: 'Ask the provider one harmless question with the stored settings.',
  reply: z.object({
    ok: z.boolean(),
    milliseconds: z.int(),
    why: z.enum(['off', 'refused', 'unreachable', 'timeout', 'malformed', 'cap']).optional(),
  }),
})
