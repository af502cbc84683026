import { z } from 'zod'
import { route } from './route.ts'

const use = z.enum(['rephrase', 'judge', 'embed'])

const settings = z.object({
  enabled: z.boolean().default(false),
  /** Base address of an OpenAI-compatible service, up to and including `/v1`. */
  url: z.url().max(500),
  model: z.string().min(1).max(200),
  embeddingModel: z.string().max(200).default(''),
  /** Milliseconds that a visitor's turn may wait for it. */
  timeout: z.int().min(100).max(20_000).default(2_000),
  /** Tokens a calendar month; nothing is asked beyond. */
  monthlyCap: z.int().min(0).max(10_000_000_000).default(1_000_000),
  uses: z.array(use).max(3).default([]),
})

export const readProvider = route({
  method: 'GET',
  path: '/api/provider',
  access: ['owner'],
  owner: 'shared',
  summary: 'The optional model provider: its settings without the key, and what was used this month.',
  reply: z.object({ settings: settings.nullable(), hasKey: z.boolean(), usedTokens: z.int(), calls: z.int(), failures: z.int() }),
})

export const putProvider = route({
  method: 'PUT',
  path: '/api/provider',
  access: ['owner'],
  owner: 'shared',
  summary: 'Set up the optional model provider; an absent key leaves the one that is stored.',
  body: z.object({ ...settings.shape, key: z.string().min(1).max(500).optional() }).strict(),
  reply: z.object({ settings, hasKey: z.boolean() }),
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
    why: z.enum(['refused', 'unreachable', 'timeout', 'malformed', 'cap']).optional(),
  }),
})
