import type { Provider } from './provider.ts'
import { createVectors, type Vectors } from './vectors.ts'

/** Compares texts by the provider's embeddings, from memory: what is not there yet is undefined. */
export interface Meanings {
  /** Fetches what is missing of the texts that messages will be compared with, and forgets all others. Resolves when nothing more can be had now. */
  follow(texts: readonly string[]): Promise<void>
  /** Fetches a message's vector, within the provider's time. */
  prepare(message: string): Promise<void>
  /**
   * How alike a prepared message and some wordings of one thing are, 0–1, beyond what any two texts are alike:
   * the nearest wording with a little of the second. Undefined while one of them is unknown.
   */
  likeness(message: string, wordings: readonly string[]): number | undefined
}

/** Keeps vectors between starts. */
export interface VectorStore {
  get(key: string): Promise<Uint8Array | undefined>
  put(key: string, bytes: Uint8Array): Promise<void>
}

/** Texts asked for at once: the vectors of more would take too long to read in one step. */
const batch = 16
const mostTexts = 20_000
const mostMessages = 1_000
const nearestShare = 0.7

export function createMeanings(provider: Provider, store: VectorStore): Meanings {
  let vectors: Vectors = createVectors()
  let model = ''
  let usual = 0
  let following: Promise<void> | undefined
  const messages = new Map<string, Float32Array>()

  async function fetchAll(texts: readonly string[]): Promise<void> {
    const now = provider.embeddingModel()
    if (now === undefined) return
    if (now !== model) {
      // vectors of two models have nothing in common
      vectors = createVectors(await store.get(keyOf(now)))
      messages.clear()
      model = now
    }
    const wanted = [...new Set(texts)].slice(0, mostTexts)
    const missing = wanted.filter((text) => !vectors.has(text))
    for (let from = 0; from < missing.length; from += batch) {
      const part = missing.slice(from, from + batch)
      const answer = await provider.embed(part)
      if (!answer.ok) break
      part.forEach((text, index) => {
        const vector = answer.value[index]
        if (vector) vectors.put(text, vector)
      })
    }
    usual = vectors.usual()
    if (missing.length === 0) return
    vectors.keep(new Set(wanted))
    await store.put(keyOf(model), vectors.encode())
  }

  return {
    follow(texts) {
      // one round at a time; the next one sees what changed meanwhile
      following ??= fetchAll(texts).finally(() => {
        following = undefined
      })
      return following
    },
    async prepare(message) {
      if (messages.has(message) || vectors.size() === 0) return
      const answer = await provider.embed([message])
      const vector = answer.ok ? answer.value[0] : undefined
      if (!vector) return
      const oldest = messages.size >= mostMessages ? messages.keys().next().value : undefined
      if (oldest !== undefined) messages.delete(oldest)
      messages.set(message, vector)
    },
    likeness(message, wordings) {
      const vector = messages.get(message)
      if (!vector) return undefined
      const cosines = wordings.map((text) => vectors.cosine(vector, text)).filter((cosine) => cosine !== undefined)
      if (cosines.length === 0 || cosines.length < Math.min(wordings.length, 2)) return undefined
      const [first = 0, second = first] = cosines.sort((a, b) => b - a)
      const alike = nearestShare * first + (1 - nearestShare) * second
      return Math.min(1, Math.max(0, (alike - usual) / (1 - usual || 1)))
    },
  }
}

const keyOf = (model: string) => `vectors ${model}`
