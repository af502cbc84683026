import type { Condition } from '../../schemas/condition.ts'
import type { Flow } from '../../schemas/flow.ts'
import { maxTextBytes } from '../../schemas/text.ts'
import { fieldsOfKind } from '../check/fields.ts'
import type { NodeDefinition, TextField } from '../define.ts'
import { nodeTypes } from '../index.ts'
import { outletsOf } from '../outlets.ts'
import { everyValue, getAt, type Mutation, putAt, type Random } from './mutation.ts'

const refusedPatterns = ['(?<=a)b', '(?=a)', '(a)\\1', 'a{1001}', '((a{100}){100}){100}', '(', '[z-a]', '*a', '(?P<n']
const refusedTags = [
  'for a in b',
  'include "a"',
  'render "package.json"',
  'layout "a"',
  'block a',
  'capture a',
  'comment',
  'raw',
  'tablerow a in b',
  'increment a',
  'cycle a',
  'echo a',
  'liquid echo a',
]
const refusedFilters = [
  'raw',
  'strip_html',
  'json',
  'inspect',
  'map: "a"',
  'where_exp: "a", "b"',
  'sha256',
  'url_decode',
  'replace: "a", "b"',
  'split: ""',
  'nonsense',
]
const brokenTemplates = ['{{ order_no', '{% if a %}', '{% if a %}b{% endunless %}', '{{ order_no | }}{% endif %}', '{% assign %}']
const secrets = [
  'sk-abcdefghijklmnopqrstuvwx',
  'AKIAABCDEFGHIJKLMNOP',
  'ghp_abcdefghijklmnopqrstuvwxyz0123456789',
  '-----BEGIN RSA PRIVATE KEY-----',
  'xoxb-1234567890-abc',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.x',
]

/** What can be wrong inside a card's data. Places are found by the cards' own structural answers. */
export const contentMutations: Record<string, Mutation> = {
  'a value of another kind': (document, random) => {
    const place = random.pick(everyValue(dataOf(document)).filter(outsideConditions(document)))
    if (!place) return null
    const wrong = typeof place.value === 'number' || typeof place.value === 'boolean' ? ['many', null, [], {}] : [3.5, null, true]
    return put(document, place.path, random.pick(wrong), 'value-wrong')
  },
  'a number beyond all numbers': (document, random) => {
    const place = random.pick(
      everyValue(dataOf(document))
        .filter(outsideConditions(document))
        .filter(({ value }) => typeof value === 'number'),
    )
    if (!place) return null
    return { ...put(document, place.path, '@@number@@', 'value-wrong'), finish: (text) => text.replace('"@@number@@"', '1e999') }
  },
  'an unknown field': (document, random) =>
    put(
      document,
      [random.below(document.nodes.length), random.pick(['script', 'constructor', 'hasOwnProperty', 'url']) ?? 'script'],
      'x',
      'key-unknown',
    ),
  'characters that cannot be shown': (document, random) =>
    atText(
      document,
      random,
      () => true,
      (text) => `${text}${random.pick(['\ud800', '\udfff', '\u0000', '\u0007', '\u007f'])}`,
      'text-malformed',
    ),
  'characters that turn the direction': (document, random) =>
    atText(
      document,
      random,
      () => true,
      (text) => `${text}${random.pick(['\u202e', '\u2066', '\u202d'])}`,
      'text-disguised',
    ),
  'a text longer than a book': (document, random) =>
    random.below(10)
      ? null
      : atText(
          document,
          random,
          () => true,
          () => 'x'.repeat(maxTextBytes + 1),
          'value-too-big',
        ),
  'a text not written': (document, random) => {
    const found = random.pick(textsOf(document).filter(({ field }) => !field.optional))
    return found ? put(document, found.path, random.pick(['', '  ', { 'zh-CN': '' }, {}]), 'text-empty') : null
  },
  'a translation missing': (document, random) => {
    const found = random.pick(
      textsOf(document).filter(({ field }) => typeof field.text === 'object' && field.text['zh-CN'] && field.text.en),
    )
    const locale = random.pick(['zh-CN', 'en'])
    if (!found || !locale) return null
    return put(document, [...found.path, locale], random.pick([undefined, '', ' ']), 'translation-missing')
  },
  'a forbidden tag': (document, random) =>
    atText(document, random, templated, (text) => `${text}{% ${random.pick(refusedTags)} %}`, 'template-tag-refused'),
  'a forbidden format': (document, random) =>
    atText(document, random, templated, (text) => `${text}{{ "a" | ${random.pick(refusedFilters)} }}`, 'template-filter-refused'),
  'a broken blank': (document, random) =>
    atText(document, random, templated, (text) => `${text}${random.pick(brokenTemplates)}`, 'template-broken'),
  'a blank of no variable': (document, random) =>
    atText(
      document,
      random,
      templated,
      (text) => `${text}{{ ${random.pick(['nowhere', 'constructor', 'queue_ahead', 'profile.phone'])} }}`,
      'blank-unknown',
    ),
  'a secret': (document, random) =>
    atText(
      document,
      random,
      () => true,
      (text) => `${text} ${random.pick(secrets)}`,
      'secret-like',
    ),
  'a pattern that could run for ever': (document, random) => {
    const found = random.pick(placesOf(document, (definition, data) => definition.patterns?.(data) ?? []))
    return found ? put(document, found, random.pick(refusedPatterns), 'pattern-refused') : null
  },
  'a variable that nothing fills': (document, random) => {
    const found = random.pick(
      placesOf(document, (definition, data) => {
        const read = definition.reads?.(data) ?? []
        return fieldsOfKind(definition.data, data, 'slot').filter((each) => read.includes(String(each.value)))
      }),
    )
    return found ? put(document, found, 'never_filled', 'slot-unknown') : null
  },
  'a bad variable name in a card': (document, random) => {
    const found = random.pick(placesOf(document, (definition, data) => fieldsOfKind(definition.data, data, 'slot')))
    return found ? put(document, found, random.pick(['__proto__', 'constructor', 'Order', 'a b', '']), 'slot-name-malformed') : null
  },
  'a reference to nothing': (document, random) => {
    const found = random.pick(usesIn(document))
    if (!found || found.kind === 'article') return null
    return put(document, found.path, 'not-in-the-library', `${found.kind}-unknown`)
  },
  'a way out named twice': (document, random) => {
    const found = random.pick(madeIn(document).filter((each) => each.paths.length > 1))
    const [first, second] = found?.paths ?? []
    return found && first && second ? put(document, second, getAt(dataOf(document), first), 'branch-id-twice') : null
  },
  "a way out that takes the card's own name": (document, random) => {
    const found = random.pick(madeIn(document).filter((each) => each.fixed.length > 0))
    const path = found?.paths[0]
    return found && path ? put(document, path, random.pick(found.fixed), 'branch-id-taken') : null
  },
  'a comparison without its other side': (document, random) =>
    comparison(document, random, { value: { from: 'message', field: 'text' }, operator: 'contains' }, 'operand-missing'),
  'a text where a number belongs': (document, random) =>
    comparison(document, random, { value: { from: 'profile', field: 'orders' }, operator: 'at-least', operand: 'three' }, 'operand-wrong'),
  'a date that is none': (document, random) =>
    comparison(document, random, { value: { from: 'clock', field: 'now' }, operator: 'before', operand: '双11' }, 'operand-wrong'),
  'a list where a text belongs': (document, random) =>
    comparison(document, random, { value: { from: 'message', field: 'text' }, operator: 'equals', operand: ['a'] }, 'operand-wrong'),
  'a condition with a hostile pattern': (document, random) =>
    comparison(
      document,
      random,
      { value: { from: 'message', field: 'text' }, operator: 'matches', operand: random.pick(refusedPatterns) ?? '(' },
      'pattern-refused',
    ),
}

const templated = (field: TextField) => !field.literal

/** The data of all nodes as one list: paths begin with the node's index. */
function dataOf(document: Flow): Record<string, unknown>[] {
  return document.nodes.map((node) => node.data)
}

function put(document: Flow, path: readonly PropertyKey[], value: unknown, code: string) {
  const [index = 0, ...below] = path
  const whole = ['nodes', index, 'data', ...below]
  putAt(document, whole, value)
  return { code, path: whole }
}

function placesOf(
  document: Flow,
  answer: (definition: NodeDefinition, data: Record<string, unknown>) => { path: readonly PropertyKey[] }[],
): PropertyKey[][] {
  return document.nodes.flatMap((node, index) => {
    const definition = nodeTypes.get(node.type)
    const parsed = definition?.data.safeParse(node.data)
    if (!definition || !parsed?.success) return []
    // a default stands in no document
    return answer(definition, parsed.data).flatMap(({ path }) => (getAt(node.data, path) === undefined ? [] : [[index, ...path]]))
  })
}

function textsOf(document: Flow): { path: PropertyKey[]; field: TextField }[] {
  return document.nodes.flatMap((node, index) => {
    const definition = nodeTypes.get(node.type)
    const parsed = definition?.data.safeParse(node.data)
    if (!definition || !parsed?.success) return []
    return (definition.texts?.(parsed.data) ?? [])
      .filter((field) => getAt(node.data, field.path) !== undefined)
      .map((field) => ({ path: [index, ...field.path], field }))
  })
}

/** Changes one written text: the string itself, or its words in one language. */
function atText(document: Flow, random: Random, wanted: (field: TextField) => boolean, changed: (text: string) => string, code: string) {
  const strings = textsOf(document)
    .filter(({ field }) => wanted(field))
    .flatMap(({ path }) =>
      everyValue(getAt(dataOf(document), path)).flatMap((each) =>
        typeof each.value === 'string' && each.value ? [{ path: [...path, ...each.path], text: each.value }] : [],
      ),
    )
  const found = random.pick(strings)
  return found ? put(document, found.path, changed(found.text), code) : null
}

function usesIn(document: Flow): { kind: string; path: PropertyKey[] }[] {
  return document.nodes.flatMap((node, index) => {
    const definition = nodeTypes.get(node.type)
    const parsed = definition?.data.safeParse(node.data)
    return definition && parsed?.success
      ? (definition.uses?.(parsed.data) ?? []).map((use) => ({ kind: use.kind, path: [index, ...use.path] }))
      : []
  })
}

function madeIn(document: Flow): { paths: PropertyKey[][]; fixed: string[] }[] {
  return document.nodes.flatMap((node, index) => {
    const definition = nodeTypes.get(node.type)
    const parsed = definition?.data.safeParse(node.data)
    if (!definition || !parsed?.success) return []
    const paths = outletsOf(definition, parsed.data).flatMap((outlet) => (outlet.path ? [[index, ...outlet.path]] : []))
    return paths.length > 0 ? [{ paths, fixed: Object.keys(definition.outlets) }] : []
  })
}

function conditionsIn(document: Flow): PropertyKey[][] {
  return placesOf(document, (definition, data) => definition.conditions?.(data) ?? [])
}

/** Puts a wrong comparison somewhere into a condition, as it is or deep in a tree. */
function comparison(document: Flow, random: Random, wrong: Condition, code: string) {
  const found = random.pick(conditionsIn(document))
  if (!found) return null
  const right: Condition = { value: { from: 'message', field: 'mood' }, operator: 'equals', operand: 'negative' }
  const shapes: [Condition, PropertyKey[]][] = [
    [wrong, []],
    [{ not: wrong }, ['not']],
    [{ all: [right, wrong] }, ['all', 1]],
    [{ any: [{ not: right }, { all: [right, right, wrong] }] }, ['any', 1, 'all', 2]],
  ]
  const [tree, below] = random.pick(shapes) ?? [wrong, []]
  const { path } = put(document, found, tree, code)
  return { code, path: [...path, ...below, 'operand'] }
}

/** Values inside a condition fail as one of a union; `comparison` covers them. */
function outsideConditions(document: Flow): (place: { path: readonly PropertyKey[] }) => boolean {
  const conditions = conditionsIn(document)
  return ({ path }) => path.length > 1 && !conditions.some((place) => place.every((part, index) => path[index] === part))
}
