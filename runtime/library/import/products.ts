import { ownProduct, type Product } from '../../../schemas/shop.ts'
import { safeUrl } from '../../../schemas/url.ts'
import type { Draft } from './draft.ts'
import type { Finder } from './finder.ts'
import { type Entry, textOf } from './table.ts'
import { commas, idOf, listOf, priceOf } from './values.ts'

const fields = { id: 'id', name: 'name', variant: 'variant', price: 'price', url: 'url', tags: 'tags' }
const han = /\p{Script=Han}/u
const mostAttribute = 2_000

/** Products of a file: every column that is none of theirs is an attribute, its name as written. */
export function productsOf(entries: readonly Entry[], finder: Finder): Draft<Product>[] {
  const drafts = new Map<string, Draft<Product>>()
  for (const entry of entries) {
    const draft = draftOf(entry, finder)
    if (!draft) continue
    const before = drafts.get(draft.item.id)
    if (!before) drafts.set(draft.item.id, draft)
    else if (JSON.stringify(before.item) !== JSON.stringify(draft.item))
      finder.add(entry, draft.hasId ? 'id' : 'name', 'twice-different', before.line)
  }
  for (const { item, entry } of drafts.values()) finder.check(ownProduct, item, entry, fields)
  return [...drafts.values()]
}

function draftOf(entry: Entry, finder: Finder): Draft<Product> | undefined {
  const [name, english, own] = [textOf(entry, 'name'), textOf(entry, 'nameEn'), textOf(entry, 'id')]
  if (name === '' && english === '') {
    finder.add(entry, 'name', 'cell-missing', finder.nameOf('name'))
    return undefined
  }
  const attributes: Record<string, string> = {}
  for (const { name: key, cell } of entry.others) {
    if (cell.text.length > mostAttribute || key.length > 100) {
      finder.add({ ...entry, fields: new Map([[key, [cell]]]) }, key, 'too-long', key, key.length > 100 ? 100 : mostAttribute)
      continue
    }
    Object.defineProperty(attributes, key, { value: cell.text, enumerable: true, writable: true, configurable: true })
  }
  const url = textOf(entry, 'url')
  if (url !== '' && !safeUrl.safeParse(url).success) finder.add(entry, 'url', 'url-wrong')
  const variant = textOf(entry, 'variant')
  const item: Product = {
    id: own || idOf('p', `${name || english} ${variant}`),
    name: english === '' ? { [han.test(name) ? 'zh-CN' : 'en']: name } : name === '' ? { en: english } : { 'zh-CN': name, en: english },
    ...(variant === '' ? {} : { variant }),
    price: moneyOf(entry, finder),
    ...(url === '' ? {} : { url }),
    tags: listOf(textOf(entry, 'tags'), commas),
    attributes,
  }
  return { line: entry.line, entry, hasId: own !== '', item }
}

function moneyOf(entry: Entry, finder: Finder): Product['price'] {
  const text = textOf(entry, 'price')
  const price = text === '' ? null : priceOf(text)
  if (text === '') finder.add(entry, 'price', 'cell-missing', finder.nameOf('price'))
  else if (!price) finder.add(entry, 'price', 'price-wrong', text)
  const said = textOf(entry, 'currency').toUpperCase()
  if (said !== '' && !/^[A-Z]{3}$/.test(said)) finder.add(entry, 'currency', 'currency-wrong', said)
  return { amount: price?.amount ?? 0, currency: said || price?.currency || 'CNY' }
}
