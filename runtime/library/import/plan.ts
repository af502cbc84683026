import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { article } from '../../../schemas/article.ts'
import { intent } from '../../../schemas/intent.ts'
import { ownProduct } from '../../../schemas/shop.ts'
import { isBlank, type Locale, locales, textIn } from '../../../schemas/text.ts'
import { synonymGroup } from '../../../schemas/vocabulary.ts'
import { normalise } from '../../language/normalise.ts'
import { columns, type Kind } from './headers.ts'
import { mergeArticle, mergeGroup, mergeIntent, mergeProduct } from './merge.ts'
import { type Items, mostFaults, type ReadItem } from './read.ts'
import { type Fault, sentence } from './words.ts'

/** An item to store, what it takes the place of, and the rows of the file that make it. */
export interface Step<Item> {
  put: Item
  before: Item | undefined
  rows: ReadItem<Item>[]
}

/** What importing would do to the library. */
export interface Plan<Item> {
  /** One for each item. */
  steps: Step<Item>[]
  /** Rows that say what is there already. */
  same: number
  faults: Fault[]
}

/** How items of a kind are found again and joined. Keys are what two of them have in common when they are the same. */
interface Manner<Item> {
  keys(item: Item): string[]
  merge(before: Item, item: Item): Item
  schema: z.ZodType<Item>
  /** What a new item cannot be without, although one that is there may be changed without it. */
  lacks?: (item: Item, locale: Locale) => string | undefined
  /** Only its keys tell an item: the made id may stand for words that its group has lost. */
  byKeysAlone?: true
  /** An item that is two of those that are there cannot be joined with one of them. */
  one?: (item: Item, places: Item[]) => string | undefined
}

const manners: { [K in Kind]: Manner<Items[K]> } = {
  articles: {
    keys: ({ locale, question }) => [`${locale ?? ''} ${normalise(question)}`],
    merge: mergeArticle,
    schema: article,
    lacks: ({ answer }, locale) =>
      isBlank(answer) ? sentence(locale, 'cell-missing', columns.articles.answer?.names[locale === 'en' ? 1 : 0] ?? '') : undefined,
  },
  intents: { keys: ({ name }) => names(name).map(normalise), merge: mergeIntent, schema: intent },
  products: {
    keys: ({ name, variant }) => names(name).map((each) => `${normalise(each)} ${normalise(variant ?? '')}`),
    merge: mergeProduct,
    schema: ownProduct,
  },
  synonyms: {
    keys: ({ words }) => words.map(normalise),
    merge: mergeGroup,
    schema: synonymGroup,
    byKeysAlone: true,
    one: ({ words }, places) =>
      places.length > 1
        ? words.filter((word) => places.some((place) => place.words.some((each) => normalise(each) === normalise(word)))).join('、')
        : undefined,
  },
}

/** Items compared before others have their turn. */
const part = 100

/**
 * Holds a file's items against what is there: by id, else by their words; groups of synonyms by their words alone.
 * @param pause lets everything that waits have its turn
 */
export async function planImport<K extends Kind>(
  kind: K,
  read: readonly ReadItem<Items[K]>[],
  existing: readonly Items[K][],
  locale: Locale,
  pause: () => Promise<void>,
): Promise<Plan<Items[K]>> {
  const manner: Manner<Items[K]> = manners[kind]
  const plan: Omit<Plan<Items[K]>, 'steps'> = { same: 0, faults: [] }
  const steps = new Map<string, Step<Items[K]>>()
  const byId = new Map<string, Items[K]>()
  // ids, not items: what an earlier row of the file made of an item is what a later one meets
  const idByKey = new Map<string, string>()
  for (const [index, item] of existing.entries()) {
    if (index % part === part - 1) await pause()
    byId.set(item.id, item)
    for (const key of manner.keys(item)) if (!idByKey.has(key)) idByKey.set(key, item.id)
  }
  for (const [index, row] of read.entries()) {
    if (index % part === part - 1) await pause()
    const { line, hasId, called, item } = row
    const keys = [...(called === undefined ? [] : [normalise(called)]), ...(hasId ? [] : manner.keys(item))]
    const ids = new Set(keys.flatMap((key) => idByKey.get(key) ?? []))
    const places = [...ids].flatMap((id) => byId.get(id) ?? [])
    const clash = manner.one?.(item, places)
    if (clash !== undefined) {
      if (plan.faults.length < mostFaults) plan.faults.push({ line, message: sentence(locale, 'word-taken', clash) })
      continue
    }
    const before = (manner.byKeysAlone ? undefined : byId.get(item.id)) ?? places[0]
    const next = before ? manner.merge(before, item) : { ...item, id: freeId(item.id, byId) }
    if (before && isDeepStrictEqual(before, next)) {
      plan.same++
      continue
    }
    const lack = before ? undefined : manner.lacks?.(item, locale)
    if (lack !== undefined) {
      if (plan.faults.length < mostFaults) plan.faults.push({ line, message: lack })
      continue
    }
    const parsed = manner.schema.safeParse(next)
    if (!parsed.success) {
      if (plan.faults.length < mostFaults) plan.faults.push({ line, message: faultOf(parsed.error, locale) })
      continue
    }
    const earlier = steps.get(next.id)
    if (earlier) {
      earlier.put = next
      earlier.rows.push(row)
    } else steps.set(next.id, { put: next, before, rows: [row] })
    // a later row of the file may be the same
    byId.set(next.id, next)
    for (const key of manner.keys(next)) if (!idByKey.has(key)) idByKey.set(key, next.id)
  }
  return { ...plan, steps: [...steps.values()] }
}

/** Rows that bring an item, and rows that change one. */
export function countOf(steps: readonly Step<unknown>[]): { added: number; changed: number } {
  const added = steps.filter(({ before }) => before === undefined).length
  return { added, changed: steps.reduce((sum, { rows }) => sum + rows.length, 0) - added }
}

/** An id that nothing has yet: the one wanted, or numbered. */
function freeId(wanted: string, taken: ReadonlyMap<string, unknown>): string {
  let id = wanted
  for (let number = 2; taken.has(id); number++) id = `${wanted}-${number}`
  return id
}

/** What came together is too much: the file by itself was in order. */
function faultOf({ issues: [issue] }: z.ZodError, locale: Locale): string {
  const name = String(issue?.path[0] ?? '')
  return issue?.code === 'too_big' ? sentence(locale, 'too-many', name, Number(issue.maximum)) : sentence(locale, 'wrong', name)
}

function names(name: Parameters<typeof textIn>[0]): string[] {
  return [...new Set(locales.map((locale) => textIn(name, locale)).filter(Boolean))]
}
