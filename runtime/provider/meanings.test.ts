import { describe, expect, it } from 'vitest'
import { createAdvisor } from './advisor.ts'
import { createMeanings, type VectorStore } from './meanings.ts'
import type { Provider } from './provider.ts'
import { createVectors } from './vectors.ts'

/** A provider whose vectors tell topics apart: parcels, money, and all else. */
function embedder(model = 'm1') {
  const asked: string[][] = []
  const vectorOf = (text: string) => {
    const vector = [/快递|包裹|parcel|运/.test(text) ? 1 : 0, /钱|退款|refund/.test(text) ? 1 : 0, 0.3]
    const length = Math.hypot(...vector)
    return Float32Array.from(vector, (value) => value / length)
  }
  const state = { isDown: false }
  const provider: Provider = {
    may: () => true,
    ask: async () => ({ ok: false, why: 'off' }),
    embeddingModel: () => model,
    async embed(texts) {
      asked.push([...texts])
      return state.isDown ? { ok: false, why: 'timeout' } : { ok: true, value: texts.map(vectorOf), tokens: 1 }
    },
    test: async () => ({ ok: false, why: 'off' }),
    read: async () => ({ settings: null, hasKey: false, usedTokens: 0, calls: 0, failures: 0 }),
    write: async (settings) => ({ settings, hasKey: false }),
    forget: async () => {},
    refresh: async () => {},
    close: () => {},
  }
  return { provider, asked, state }
}

function storage(): VectorStore & { rows: Map<string, Uint8Array> } {
  const rows = new Map<string, Uint8Array>()
  return { rows, get: async (key) => rows.get(key), put: async (key, bytes) => void rows.set(key, bytes) }
}

const texts = ['快递到哪了', '包裹在哪', '退款什么时候到', '钱退了吗', '怎么洗', '多大尺寸']

describe('comparing meanings', () => {
  it('finds what is alike without a word in common', async () => {
    const { provider } = embedder()
    const meanings = createMeanings(provider, storage())
    await meanings.follow(texts)
    await meanings.prepare('运到什么地方了')
    const parcel = meanings.likeness('运到什么地方了', ['快递到哪了', '包裹在哪']) ?? 0
    const money = meanings.likeness('运到什么地方了', ['退款什么时候到', '钱退了吗']) ?? 0
    expect(parcel).toBeGreaterThan(money + 0.5)
  })

  it('knows nothing of a message that was not prepared, or of wordings that were not fetched', async () => {
    const { provider, state } = embedder()
    const meanings = createMeanings(provider, storage())
    await meanings.prepare('运到哪')
    expect(meanings.likeness('运到哪', ['快递到哪了'])).toBe(undefined)
    await meanings.follow(texts)
    expect(meanings.likeness('运到哪', ['快递到哪了'])).toBe(undefined)
    state.isDown = true
    await meanings.prepare('运到哪')
    expect(meanings.likeness('运到哪', ['快递到哪了'])).toBe(undefined)
    state.isDown = false
    await meanings.prepare('运到哪')
    expect(meanings.likeness('运到哪', ['快递到哪了'])).toBeGreaterThan(0.5)
    expect(meanings.likeness('运到哪', ['没有取过的话'])).toBe(undefined)
  })

  it('asks for each text once, also after a start, and goes on where a failure stopped it', async () => {
    const kept = storage()
    const first = embedder()
    first.state.isDown = true
    const meanings = createMeanings(first.provider, kept)
    await meanings.follow(texts)
    first.state.isDown = false
    await meanings.follow(texts)
    await meanings.follow(texts)
    expect(first.asked.map((each) => each.length)).toEqual([6, 6])
    const second = embedder()
    const again = createMeanings(second.provider, kept)
    await again.follow([...texts, '新的问题'])
    expect(second.asked).toEqual([['新的问题']])
    const other = embedder('m2')
    await createMeanings(other.provider, kept).follow(texts)
    expect(other.asked).toEqual([texts])
  })

  it('keeps vectors as they were, and takes damaged bytes for none', () => {
    const vectors = createVectors()
    vectors.put('a', Float32Array.from([0.6, 0.8, 0]))
    vectors.put('b', Float32Array.from([0, 0.8, -0.6]))
    const bytes = vectors.encode()
    const again = createVectors(bytes)
    expect(again.cosine(Float32Array.from([0.6, 0.8, 0]), 'a')).toBeCloseTo(1, 2)
    expect(again.cosine(Float32Array.from([0.6, 0.8, 0]), 'b')).toBeCloseTo(0.64, 2)
    for (let end = 0; end < bytes.length; end++) expect(createVectors(bytes.slice(0, end)).size()).toBe(0)
  })

  it('moves an intent up that is near in meaning, and leaves all as it was while something is unknown', async () => {
    const { provider } = embedder()
    const meanings = createMeanings(provider, storage())
    const advisor = createAdvisor(provider, meanings)
    const candidates = [
      { id: 'refund', confidence: 0.5, name: '退款', examples: ['退款什么时候到', '钱退了吗'] },
      { id: 'parcel', confidence: 0.45, name: '物流', examples: ['快递到哪了', '包裹在哪'] },
    ]
    expect(await advisor.weigh('运到什么地方了', candidates)).toBe(null)
    await meanings.follow(texts)
    const weighed = await advisor.weigh('运到什么地方了', candidates)
    expect(weighed?.[0]?.id).toBe('parcel')
    expect(weighed?.[0]?.confidence).toBeGreaterThan(0.55)
  })
})
