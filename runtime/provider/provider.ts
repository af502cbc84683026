import { z } from 'zod'
import { type ProviderSettings, type ProviderUse, providerSettings } from '../../schemas/provider.ts'
import type { Clock } from '../clock.ts'
import { createEgress, type Egress } from '../egress/egress.ts'
import type { Sealer } from '../sealed.ts'
import { type Called, complete, embed, type ProviderAnswer, type ProviderFailure } from './protocol.ts'

/** Where settings, the sealed key and the month's use are kept. */
export interface ProviderStore {
  get(key: string): Promise<unknown>
  put(key: string, value: unknown): Promise<void>
  add(key: string, by: number): Promise<number>
}

interface Prompt {
  /** What the model is to do; never holds a visitor's words. */
  task: string
  /** Data to do it with, masked; may hold anything a visitor typed. */
  data: unknown
  /** Longest reply, in tokens. */
  most: number
}

/** The optional model provider. Asking it never throws, and waits no longer than the settings allow. */
export interface Provider {
  /** True when it may be asked for this now: a cheap look, no call. */
  may(use: ProviderUse): boolean
  /** One question, one text. */
  ask(use: ProviderUse, prompt: Prompt): Promise<ProviderAnswer<string>>
  /** Which model makes embeddings, if they may be had. */
  embeddingModel(): string | undefined
  /** One vector of length 1 for each text. */
  embed(texts: readonly string[]): Promise<ProviderAnswer<Float32Array[]>>
  /** Asks something harmless, also while it is switched off, to see whether the settings work. */
  test(): Promise<ProviderAnswer<string>>
  read(): Promise<{ settings: ProviderSettings | null; hasKey: boolean; usedTokens: number; calls: number; failures: number }>
  /** @param key absent = the stored one stays, as long as the host stays: a key is never sent to another host than it was given for */
  write(settings: ProviderSettings, key: string | undefined): Promise<{ settings: ProviderSettings; hasKey: boolean }>
  forget(): Promise<void>
  /** Reads the settings again: another process may have changed them. */
  refresh(): Promise<void>
  close(): void
}

const place = 'provider'
const stored = z.object({ settings: providerSettings, key: z.string().optional() })
/** Longest stretch of a visitor's words that leaves the house. */
const mostText = 2_000
/** Vectors of a whole batch are long numbers in text. */
const mostReply = 4 * 1024 * 1024
/** Failures in a row after which it is left alone, and for how long. */
const tripAfter = 5
const restFor = 30_000

interface Open {
  settings: ProviderSettings
  key: string | undefined
  egress: Egress
}

export interface ProviderParts {
  store: ProviderStore
  sealer: Sealer
  clock: Clock
  /** Covers personal data; applied to whatever leaves, once more. */
  mask(text: string): string
}

export function createProvider({ store, sealer, clock, mask }: ProviderParts): Provider {
  let open: Open | undefined
  let source = ''
  let used = 0
  let month = ''
  let failures = 0
  let restsUntil = 0

  const counter = (name: 'tokens' | 'calls' | 'failures') => `provider.${name}.${monthOf(clock.now())}`

  async function refresh(): Promise<void> {
    const found = stored.safeParse(await store.get(place)).data
    const next = found ? JSON.stringify(found) : ''
    used = count(await store.get(counter('tokens')))
    month = monthOf(clock.now())
    if (next === source) return
    source = next
    open?.egress.close()
    failures = 0
    open = found && { settings: found.settings, key: keyOf(found), egress: egressFor(found.settings) }
  }

  const keyOf = (found: z.infer<typeof stored>) =>
    found.key === undefined ? undefined : (sealer.open(found.key, sealedFor(found.settings.url)) ?? undefined)

  function barrier(use: ProviderUse): ProviderFailure | undefined {
    if (!open?.settings.enabled || !open.settings.uses.includes(use)) return 'off'
    if (month === monthOf(clock.now()) && used >= open.settings.monthlyCap) return 'cap'
    if (failures >= tripAfter && clock.elapsed() < restsUntil) return 'unreachable'
    return undefined
  }

  async function attempt<T>(call: (now: Open, signal: AbortSignal) => Promise<Called<T>>): Promise<ProviderAnswer<T>> {
    if (!open) return { ok: false, why: 'off' }
    // one call finds out whether it is back; the others go on without
    if (failures >= tripAfter) restsUntil = clock.elapsed() + restFor
    const answer = await call(open, AbortSignal.timeout(open.settings.timeout)).catch(unsendable)
    if (answer.tokens > 0) {
      // a cap that the store cannot keep is kept here until it is read again
      used = (await tally('tokens', answer.tokens)) ?? used + answer.tokens
      month = monthOf(clock.now())
    }
    if (answer.ok) {
      failures = 0
      await tally('calls', 1)
      return answer
    }
    failures++
    if (failures >= tripAfter) restsUntil = clock.elapsed() + restFor
    await tally('failures', 1)
    return { ok: false, why: answer.why }
  }

  /** The new sum; undefined when the store refuses, which must not spoil an answer that is there. */
  const tally = (name: 'tokens' | 'calls' | 'failures', by: number): Promise<number | undefined> =>
    store.add(counter(name), by).catch(() => undefined)

  /** Covered before it is cut: half a number would no longer be known as one. */
  const cover = (text: string) => mask(text).slice(0, mostText)

  const chat = ({ task, data, most }: Prompt) =>
    attempt(({ settings, key, egress }, signal) =>
      complete(
        egress,
        { url: settings.url, key, signal },
        {
          model: settings.model,
          messages: [
            { role: 'system', content: task },
            { role: 'user', content: JSON.stringify(masked(data, cover)) },
          ],
          most,
        },
      ),
    )

  return {
    may: (use) => barrier(use) === undefined,
    async ask(use, prompt) {
      const why = barrier(use)
      return why ? { ok: false, why } : chat(prompt)
    },
    embeddingModel: () => (open && barrier('embed') === undefined && open.settings.embeddingModel) || undefined,
    async embed(texts) {
      const why = barrier('embed')
      if (why || !open?.settings.embeddingModel) return { ok: false, why: why ?? 'off' }
      const covered = texts.map(cover)
      return attempt(({ settings, key, egress }, signal) =>
        embed(egress, { url: settings.url, key, signal }, settings.embeddingModel, covered),
      )
    },
    async test() {
      await refresh()
      return chat({ task: 'Reply with the single word: ready', data: {}, most: 10 })
    },
    async read() {
      await refresh()
      const [calls, failed] = [await store.get(counter('calls')), await store.get(counter('failures'))]
      return {
        settings: open?.settings ?? null,
        hasKey: open?.key !== undefined,
        usedTokens: used,
        calls: count(calls),
        failures: count(failed),
      }
    },
    async write(settings, key) {
      await refresh()
      const kept = open && sealedFor(open.settings.url) === sealedFor(settings.url) ? open.key : undefined
      const now = key ?? kept
      await store.put(place, { settings, ...(now === undefined ? {} : { key: sealer.seal(now, sealedFor(settings.url)) }) })
      await refresh()
      return { settings, hasKey: now !== undefined }
    },
    async forget() {
      await store.put(place, null)
      await refresh()
    },
    refresh,
    close: () => open?.egress.close(),
  }
}

/** The admin named this host and port: it may be a model on this machine or in this net, never a metadata address. */
function egressFor({ url, timeout }: ProviderSettings): Egress {
  const { hostname, port, protocol } = new URL(url)
  return createEgress({ named: [`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`], timeout, maxBytes: mostReply })
}

const sealedFor = (url: string) => `provider-key ${new URL(url).origin}`
const monthOf = (at: number) => new Date(at).toISOString().slice(0, 7)
const count = (value: unknown) => (typeof value === 'number' ? value : 0)

/** Such a call could not even be written, e.g. with a key that no header can hold: nothing was sent. */
const unsendable = (): Called<never> => ({ ok: false, why: 'refused', tokens: 0 })

/** Every text in the data and every name, covered and bounded. */
function masked(data: unknown, cover: (text: string) => string): unknown {
  if (typeof data === 'string') return cover(data)
  if (Array.isArray(data)) return data.map((each) => masked(each, cover))
  if (data !== null && typeof data === 'object')
    return Object.fromEntries(Object.entries(data).map(([name, value]) => [cover(name), masked(value, cover)]))
  return data
}
