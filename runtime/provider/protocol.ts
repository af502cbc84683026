import { z } from 'zod'
import type { Egress } from '../egress/egress.ts'

/** Why the provider gave nothing that can be used. `refused`: it would not (key, limit), or our own rules forbid the address. */
export type ProviderFailure = 'off' | 'cap' | 'refused' | 'unreachable' | 'timeout' | 'malformed'

export type ProviderAnswer<T> = { ok: true; value: T; tokens: number } | { ok: false; why: ProviderFailure }

/** What came of a call; a failed one may have to be paid all the same. */
export type Called<T> = Extract<ProviderAnswer<T>, { ok: true }> | { ok: false; why: ProviderFailure; tokens: number }

export interface Endpoint {
  /** Up to and including `/v1`. */
  url: string
  /** Absent for services that ask for none, e.g. on this machine. */
  key: string | undefined
  /** Ends the call; what it then throws away counts as a timeout. */
  signal: AbortSignal
}

interface ChatRequest {
  model: string
  messages: readonly { role: 'system' | 'user'; content: string }[]
  /** Longest reply, in tokens. */
  most: number
}

const usage = z.object({ total_tokens: z.number().int().min(0) }).nullish()
const completion = z.object({
  choices: z.array(z.object({ finish_reason: z.string().nullish(), message: z.object({ content: z.string() }) })).min(1),
  usage,
})
const embeddings = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()).min(1).max(8_192) })),
  usage,
})

/** One chat completion, not streamed, as predictable as the model allows. Reasoning and cut-off replies count as malformed. */
export async function complete(egress: Egress, endpoint: Endpoint, { model, messages, most }: ChatRequest): Promise<Called<string>> {
  const body = { model, messages, max_tokens: most, temperature: 0, stream: false }
  const answer = await post(egress, endpoint, 'chat/completions', body, completion)
  if (!answer.ok) return answer
  const [choice] = answer.value.choices
  const isWhole = choice?.finish_reason == null || choice.finish_reason === 'stop'
  const text = choice?.message.content.trim() ?? ''
  if (!isWhole || text === '') return { ok: false, why: 'malformed', tokens: answer.tokens }
  return { ok: true, value: text, tokens: answer.tokens }
}

/** One vector a text, in the order asked, each of length 1. */
export async function embed(egress: Egress, endpoint: Endpoint, model: string, texts: readonly string[]): Promise<Called<Float32Array[]>> {
  const answer = await post(egress, endpoint, 'embeddings', { model, input: texts, encoding_format: 'float' }, embeddings)
  if (!answer.ok) return answer
  const vectors = texts.map((_, index) => answer.value.data.find((each) => each.index === index)?.embedding)
  const size = vectors[0]?.length
  if (!vectors.every((vector) => vector !== undefined && vector.length === size))
    return { ok: false, why: 'malformed', tokens: answer.tokens }
  return { ok: true, value: vectors.map((vector) => unit(vector ?? [])), tokens: answer.tokens }
}

async function post<Shape extends z.ZodType<{ usage?: { total_tokens: number } | null | undefined }>>(
  egress: Egress,
  { url, key, signal }: Endpoint,
  path: string,
  body: unknown,
  shape: Shape,
): Promise<Called<z.output<Shape>>> {
  const sent = JSON.stringify(body)
  const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const answer = await egress.post(`${url.replace(/\/+$/, '')}/${path}`, sent, { headers, signal })
  // services that do not count are counted by length, rather high
  const counted = (reply: number) => Math.ceil((sent.length + reply) / 3)
  if (!answer.ok) {
    const { why } = answer
    if (why === 'unreachable' || why === 'refused') return { ok: false, why, tokens: 0 }
    // it was at work, or said more than anybody reads
    return { ok: false, why: why === 'timeout' ? why : 'malformed', tokens: counted(0) }
  }
  if (answer.status === 401 || answer.status === 403 || answer.status === 429) return { ok: false, why: 'refused', tokens: 0 }
  if (answer.status >= 500) return { ok: false, why: 'unreachable', tokens: 0 }
  if (answer.status !== 200) return { ok: false, why: 'malformed', tokens: 0 }
  const value = readJson(answer.body, shape)
  if (value === undefined) return { ok: false, why: 'malformed', tokens: counted(answer.body.length) }
  return { ok: true, value, tokens: value.usage?.total_tokens ?? counted(answer.body.length) }
}

function readJson<Shape extends z.ZodType>(bytes: Uint8Array, shape: Shape): z.output<Shape> | undefined {
  try {
    return shape.safeParse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))).data
  } catch {
    return undefined
  }
}

function unit(vector: readonly number[]): Float32Array {
  const length = Math.hypot(...vector) || 1
  return Float32Array.from(vector, (value) => value / length)
}
