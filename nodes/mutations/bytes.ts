import { maxDepth, maxDocumentBytes } from '../../schemas/read.ts'
import { everyValue, getAt, type Mutation, putAt } from './mutation.ts'

const mark = '@@mutation@@'
const quoted = JSON.stringify(mark)

/** What bytes can do before they are a document. */
export const byteMutations: Record<string, Mutation> = {
  'nested too deep': (document, random) => {
    const index = random.below(document.nodes.length)
    putAt(document, ['nodes', index, 'data', 'deep'], mark)
    const depth = random.pick([61, 65, 300, 5_000, 20_000]) ?? 61
    const inside = 4
    return {
      code: 'document-too-deep',
      path: ['nodes', index, 'data', 'deep', ...Array.from({ length: maxDepth - inside }, () => 0)],
      finish: (text) => text.replace(quoted, `${'['.repeat(depth)}${']'.repeat(depth)}`),
    }
  },
  'larger than allowed': (_document, random) => ({
    code: 'document-too-large',
    path: [],
    finish: (text) => text + ' '.repeat(maxDocumentBytes + random.below(1_000)),
  }),
  'cut off': (_document, random) => {
    const share = random.below(1_000) / 1_000
    return { code: 'not-json', path: [], finish: (text) => text.slice(0, Math.min(text.length - 1, Math.floor(text.length * share))) }
  },
  'no JSON': (_document, random) => {
    const spoil = random.pick([
      (text: string) => `\ufeff${text}`,
      (text: string) => `${text},`,
      (text: string) => text.replace('{', '{,'),
      (text: string) => text.replace('"format":1', '"format":01'),
      (text: string) => text.replace('"format":1', '"format":NaN'),
      (text: string) => text.replaceAll('"', "'"),
      (text: string) => `${text}\u0000`,
      () => '',
    ])
    return { code: 'not-json', path: [], finish: spoil ?? (() => '') }
  },
  'a key twice': (document, random) => {
    const holder = random.pick(everyValue(document).filter(({ value }) => isObject(value) && Object.keys(value).length > 0))
    const key = holder && isObject(holder.value) ? random.pick(Object.keys(holder.value)) : undefined
    if (!holder || key === undefined) return null
    putAt(document, [...holder.path, mark], getAt(holder.value, [key]))
    return { code: 'key-twice', path: [...holder.path, key], finish: (text) => text.replace(quoted, () => spelled(key, random.below(2))) }
  },
  'a key that reaches the prototype': (document, random) => {
    const holder = random.pick(everyValue(document).filter(({ value }) => isObject(value)))
    if (!holder) return null
    putAt(document, [...holder.path, mark], { type: 'start' })
    return {
      code: 'key-refused',
      path: [...holder.path, '__proto__'],
      finish: (text) => text.replace(quoted, spelled('__proto__', random.below(2))),
    }
  },
  'a number beyond all numbers': (document, random) => {
    const node = random.pick(Object.keys(document.layout))
    const axis = random.pick(['x', 'y'])
    if (!node || !axis) return null
    putAt(document, ['layout', node, axis], mark)
    return {
      code: 'value-wrong',
      path: ['layout', node, axis],
      finish: (text) => text.replace(quoted, random.pick(['1e999', '-1e999']) ?? '1e999'),
    }
  },
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The key as JSON text, its first letter escaped or not: both are the same key. */
function spelled(key: string, escaped: number): string {
  const plain = JSON.stringify(key)
  if (!escaped || key === '') return plain
  return `"\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${plain.slice(2)}`
}
