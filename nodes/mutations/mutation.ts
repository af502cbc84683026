import type { Flow } from '../../schemas/flow.ts'

/** One thing done to a document, and what its check must then say. */
export interface Expectation {
  code: string
  /** Parts of the JSON Pointer to what is wrong. */
  path: readonly PropertyKey[]
  /** What JSON itself cannot hold is written into its text afterwards. */
  finish?: (text: string) => string
}

/** Changes the document in one place; null when this document has no such place. */
export type Mutation = (document: Flow, random: Random) => Expectation | null

/** Seeded chance: the same seed makes the same mutants. */
export interface Random {
  /** 0 ≤ n < limit */
  below(limit: number): number
  pick<T>(from: readonly T[]): T | undefined
}

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (from) => from[Math.floor(next() * from.length)],
  }
}

type Path = readonly PropertyKey[]

export function getAt(holder: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined), holder)
}

/** Sets a value at a path that exists; `undefined` removes the key. */
export function putAt(holder: unknown, path: Path, value: unknown): void {
  const parent = getAt(holder, path.slice(0, -1))
  const key = path.at(-1)
  if (typeof parent !== 'object' || parent === null || key === undefined) throw new Error(`no such path: ${path.join('/')}`)
  if (value === undefined) Reflect.deleteProperty(parent, key)
  else Reflect.set(parent, key, value)
}

/** Every value below `value` (and itself) with its path. */
export function everyValue(value: unknown, path: Path = []): { path: Path; value: unknown }[] {
  const own = [{ path, value }]
  if (Array.isArray(value)) return [...own, ...value.flatMap((each, index) => everyValue(each, [...path, index]))]
  if (typeof value !== 'object' || value === null) return own
  return [...own, ...Object.entries(value).flatMap(([key, each]) => everyValue(each, [...path, key]))]
}
