import { isIP } from 'node:net'
import { z } from 'zod'
import { defaultLimits, type LimitSettings } from './http/limits.ts'
import type { UploadSettings } from './uploads/uploads.ts'
import { usualZone, zoneClock } from './zone.ts'

const number = () => z.coerce.number({ error: 'must be a number' })
const port = number().int({ error: 'must be a port' }).min(0, { error: 'must be a port' }).max(65_535, { error: 'must be a port' })
const secret = z.string().min(32, { error: 'must be at least 32 characters' })
const url = z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).transform((value) => value.replace(/\/+$/, ''))
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== ''),
)
const proxy = z.string().refine((text) => isIP(text.split('/')[0] ?? '') > 0 && /^[^/]+(\/\d{1,3})?$/.test(text), {
  error: 'must be addresses or ranges like 10.0.0.0/8',
})

function isZone(name: string): boolean {
  try {
    zoneClock(name)
    return true
  } catch {
    return false
  }
}

/** Every variable the server reads; anything else in the environment is left alone. */
const variables = z.object({
  FLOORWALKER_HOST: z.string().min(1).default('127.0.0.1'),
  FLOORWALKER_PORT: port.default(4_400),
  /** Folder of the database file. */
  FLOORWALKER_DATA: z.string().min(1).default('data'),
  DATABASE_URL: z.never({ error: 'PostgreSQL cannot be used yet; unset it' }).optional(),
  /** Where browsers reach this server; with https the session cookie is bound to the host. */
  FLOORWALKER_URL: url.optional(),
  /** One or more secrets, newest first; all keys are derived from them. Without it the server makes one and keeps it. */
  FLOORWALKER_SECRET: list.pipe(z.array(secret).min(1)).optional(),
  /** Shared with the shop, which signs its customers' tokens with it. */
  FLOORWALKER_CUSTOMER_SECRET: secret.optional(),
  /** The shop's API; its host may be private because an admin named it here. */
  FLOORWALKER_SHOP: url.optional(),
  /** Days that messages are kept as they were typed, sealed, where masking covered something; 0 = never. */
  FLOORWALKER_ORIGINALS_DAYS: number().min(0, { error: 'must not be negative' }).max(3_650).default(7),
  /** Days that photos and voice messages are kept; 0 = none are taken. */
  FLOORWALKER_UPLOADS_DAYS: number().min(0, { error: 'must not be negative' }).max(3_650).default(90),
  /** Megabytes that they may take in all: a full disk would end the chat, too. */
  FLOORWALKER_UPLOADS_MB: number().min(1, { error: 'must be at least 1' }).max(1e6).default(2_048),
  FLOORWALKER_METRICS_TOKEN: z.string().min(16, { error: 'must be at least 16 characters' }).optional(),
  /** Proxies whose X-Forwarded-For is believed. */
  FLOORWALKER_PROXIES: list.pipe(z.array(proxy)).optional(),
  /** Multiplies every rate limit; 0 switches them off. */
  FLOORWALKER_LIMITS: number().min(0, { error: 'must not be negative' }).max(1e6).default(1),
  FLOORWALKER_MAX_CONNECTIONS: number().int().min(1).default(5_000),
  /** Time zone of the shop: what 昨天 and an hour in a condition mean. */
  FLOORWALKER_ZONE: z.string().refine(isZone, { error: 'must be a time zone like Asia/Shanghai' }).default(usualZone),
  FLOORWALKER_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  FLOORWALKER_DEMO: z.enum(['on', 'off']).default('on'),
  FLOORWALKER_DEMO_PORT: port.default(4_401),
})

export interface Settings {
  host: string
  port: number
  dataFolder: string
  publicUrl: string | undefined
  secrets: string[]
  customerSecret: string | undefined
  shopUrl: string | undefined
  originalsDays: number
  uploads: UploadSettings
  metricsToken: string | undefined
  proxies: string[]
  limits: LimitSettings
  maxConnections: number
  zone: string
  log: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  demo: boolean
  demoPort: number
}

/**
 * Reads the settings once.
 * @throws Error that names every bad variable, one a line; the values themselves are not repeated
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.keys(variables.shape).flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])))
  const parsed = variables.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`).join('\n'))
  const read = parsed.data
  return {
    host: read.FLOORWALKER_HOST,
    port: read.FLOORWALKER_PORT,
    dataFolder: read.FLOORWALKER_DATA,
    publicUrl: read.FLOORWALKER_URL,
    secrets: read.FLOORWALKER_SECRET ?? [],
    customerSecret: read.FLOORWALKER_CUSTOMER_SECRET,
    shopUrl: read.FLOORWALKER_SHOP,
    originalsDays: read.FLOORWALKER_ORIGINALS_DAYS,
    uploads: { days: read.FLOORWALKER_UPLOADS_DAYS, total: read.FLOORWALKER_UPLOADS_MB * 1_024 * 1_024 },
    metricsToken: read.FLOORWALKER_METRICS_TOKEN,
    proxies: read.FLOORWALKER_PROXIES ?? [],
    limits: { ...defaultLimits, factor: read.FLOORWALKER_LIMITS },
    maxConnections: read.FLOORWALKER_MAX_CONNECTIONS,
    zone: read.FLOORWALKER_ZONE,
    log: read.FLOORWALKER_LOG,
    demo: read.FLOORWALKER_DEMO === 'on',
    demoPort: read.FLOORWALKER_DEMO_PORT,
  }
}
