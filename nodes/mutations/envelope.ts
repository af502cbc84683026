import type { Flow } from '../../schemas/flow.ts'
import { maxEdges, maxNodes } from '../../schemas/flow.ts'
import { type Mutation, putAt, type Random } from './mutation.ts'

const badIds = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  '',
  ' ',
  'a b',
  '-a',
  '你好',
  'a/b',
  'x'.repeat(65),
  '\ud800',
  'a\u0000',
  '../a',
  'a\n',
]
const badSlotNames = [...badIds, 'A', '1a', 'a-b', 'order.no', 'x'.repeat(41)]

/** What is wrong with the document's own shape, whatever its cards are. */
export const envelopeMutations: Record<string, Mutation> = {
  'an unknown format': (document, random) => set(document, ['format'], random.pick([0, 2, 99, -1, 1.5]), 'format-unknown'),
  'a format that is no number': (document, random) => set(document, ['format'], random.pick(['1', null, [1], true]), 'value-wrong'),
  'a missing part': (document, random) =>
    set(document, random.pick([['id'], ['name'], ['nodes'], ['edges']]) ?? [], undefined, 'value-missing'),
  'a part of another kind': (document, random) => {
    const path = random.pick([['id'], ['name'], ['nodes'], ['edges'], ['slots'], ['layout'], ['fallback']]) ?? []
    return set(document, path, random.pick([5, true, null]), 'value-wrong')
  },
  'an unknown key': (document, random) => {
    const holder = random.pick(strictHolders(document)) ?? []
    const key = random.pick(['owner', 'constructor', 'toString', 'position', 'script']) ?? 'owner'
    return set(document, [...holder, key], { at: 1 }, 'key-unknown')
  },
  'a key of the layout that is no id': (document, random) => {
    const key = random.pick(['constructor', 'a b', 'toString']) ?? 'a b'
    return set(document, ['layout', key], { x: 0, y: 0 }, 'key-refused')
  },
  'a card part missing': (document, random) =>
    set(document, ['nodes', anyNode(document, random), random.pick(['id', 'type', 'v', 'data']) ?? 'id'], undefined, 'value-missing'),
  'a card part of another kind': (document, random) =>
    set(
      document,
      ['nodes', anyNode(document, random), random.pick(['id', 'type', 'v', 'data']) ?? 'id'],
      random.pick([null, true, [1]]),
      'value-wrong',
    ),
  'a card that is none': (document, random) =>
    set(document, ['nodes', anyNode(document, random)], random.pick([null, 7, 'start', []]), 'value-wrong'),
  'a card version that is none': (document, random) =>
    set(document, ['nodes', anyNode(document, random), 'v'], random.pick([0, -1]), 'value-too-small'),
  'a card version in parts': (document, random) => set(document, ['nodes', anyNode(document, random), 'v'], 1.5, 'value-wrong'),
  'a bad card id': (document, random) => set(document, ['nodes', anyNode(document, random), 'id'], random.pick(badIds), 'id-malformed'),
  'a bad flow id': (document, random) => set(document, ['id'], random.pick(badIds), 'id-malformed'),
  'a bad edge end': (document, random) =>
    set(
      document,
      ['edges', anyEdge(document, random), random.pick(['id', 'source', 'sourceHandle', 'target']) ?? 'id'],
      random.pick(badIds),
      'id-malformed',
    ),
  'an edge end missing': (document, random) =>
    set(
      document,
      ['edges', anyEdge(document, random), random.pick(['id', 'source', 'sourceHandle', 'target']) ?? 'id'],
      undefined,
      'value-missing',
    ),
  'a bad variable name': (document, random) =>
    add(document, 'slots', { name: random.pick(badSlotNames), type: 'text' }, ['name'], 'slot-name-malformed'),
  'an unknown kind of variable': (document, random) =>
    add(document, 'slots', { name: 'fresh', type: random.pick(['string', 'script', 1]) }, ['type'], 'value-wrong'),
  'a variable declared twice': (document) => {
    document.slots.push({ name: 'fresh', type: 'text' })
    return add(document, 'slots', { name: 'fresh', type: 'number' }, ['name'], 'slot-twice')
  },
  'a card outside the world': (document, random) =>
    set(document, ['layout', Object.keys(document.layout)[0] ?? 'a'], { x: random.pick([1e7, 2 ** 53 + 1]), y: 0 }, 'value-too-big', ['x']),
  'a name with characters that cannot be shown': (document, random) =>
    set(document, ['name'], `名字${random.pick(['\ud800', '\udc00', '\u0000', '\u001b', '\u007f'])}`, 'text-malformed'),
  'too many cards': (document, random) => {
    if (random.below(20)) return null
    for (let index = document.nodes.length; index <= maxNodes; index++)
      document.nodes.push({ id: `n${index}`, type: 'start', v: 1, data: {} })
    return { code: 'value-too-big', path: ['nodes'] }
  },
  'too many edges': (document, random) => {
    if (random.below(20)) return null
    for (let index = document.edges.length; index <= maxEdges; index++)
      document.edges.push({ id: `x${index}`, source: 'a', sourceHandle: 'b', target: 'c' })
    return { code: 'value-too-big', path: ['edges'] }
  },
}

function set(document: Flow, path: readonly PropertyKey[], value: unknown, code: string, below: readonly PropertyKey[] = []) {
  putAt(document, path, value)
  return { code, path: [...path, ...below] }
}

function add(document: Flow, list: 'slots', value: unknown, below: readonly PropertyKey[], code: string) {
  return set(document, [list, document.slots.length], value, code, below)
}

function strictHolders(document: Flow): PropertyKey[][] {
  return [
    [],
    ...document.nodes.map((_node, index) => ['nodes', index]),
    ...document.edges.map((_edge, index) => ['edges', index]),
    ...Object.keys(document.layout).map((id) => ['layout', id]),
  ]
}

const anyNode = (document: Flow, random: Random) => random.below(document.nodes.length)
const anyEdge = (document: Flow, random: Random) => random.below(document.edges.length)
