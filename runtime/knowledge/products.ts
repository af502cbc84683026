import type { Product } from '../../schemas/shop.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { normalise } from '../language/normalise.ts'
import { createAttributeScorer } from './attributes.ts'
import { createQueries } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch } from './search.ts'
import { buildSegment } from './segment.ts'

/** A fact of a product's sheet, word for word: the answer and its source in one. */
export interface Fact {
  product: string
  name: string
  key: string
  value: string
}

/** What the sheets say to a question. Nothing is concluded: the shopper reads what is written. */
export type ProductAnswer =
  | { kind: 'fact'; fact: Fact }
  /** The sheet has several that it may be. */
  | { kind: 'not-sure'; facts: Fact[] }
  /** A question about this product that its sheet says nothing to. */
  | { kind: 'unknown'; product: string; name: string }
  /** It may be about any of these. */
  | { kind: 'which'; products: { product: string; name: string }[] }
  | { kind: 'nothing' }

export interface Products {
  /** @param options.focus id of the product that is talked about, when the question names none */
  ask(question: string, options: { locale: Locale; focus?: string }): ProductAnswer
}

/** How well a fact must fit, and by how much better than the next one. */
const sure = 0.25
const clearLead = 0.05
const possible = 0.12
/** How much of a product's name must be spoken of. */
const named = 0.22
const equallyNamed = 0.04
const mostOffered = 3

/** Answers questions about products from their own attributes, never from anything else. */
export function createProducts(products: readonly Product[]): Products {
  const score = createAttributeScorer(products.flatMap((product) => attributesOf(product)))
  const reader = createReader([])
  const names = buildSegment(
    products.map((product) => Object.values(product.name).map((name) => normalise(name))),
    reader.read,
  )
  const makeQuery = createQueries()
  const search = createSearch(names)

  return {
    ask(question, { locale, focus }) {
      const spoken = spokenOf(question)
      const [first, second] = spoken
      if (first && second && first.closeness - second.closeness < equallyNamed) {
        const alike = spoken.filter(({ closeness }) => first.closeness - closeness < equallyNamed).map(({ product }) => product)
        // a question about what is talked about need not name it in full
        const talkedAbout = alike.find(({ id }) => id === focus)
        if (!talkedAbout)
          return {
            kind: 'which',
            products: alike.slice(0, mostOffered).map((each) => ({ product: each.id, name: textIn(each.name, locale) })),
          }
        return factOf(question, talkedAbout, locale)
      }
      const product = first?.product ?? products.find(({ id }) => id === focus)
      return product ? factOf(question, product, locale) : { kind: 'nothing' }
    },
  }

  /** Products whose name the question speaks of, best first. */
  function spokenOf(question: string): { product: Product; closeness: number }[] {
    return search
      .find(makeQuery(reader.read(normalise(question)), names))
      .map(({ article, closeness }) => ({ product: products[article] as Product, closeness }))
      .filter(({ closeness }) => closeness >= named)
      .sort((a, b) => b.closeness - a.closeness)
  }

  function factOf(question: string, product: Product, locale: Locale): ProductAnswer {
    const name = textIn(product.name, locale)
    const attributes = attributesOf(product)
    // its own name in the question says nothing about what is asked
    const scores = score(without(normalise(question), Object.values(product.name)), attributes)
    const order = attributes.map((attribute, index) => ({ ...attribute, score: scores[index] ?? 0 })).sort((a, b) => b.score - a.score)
    const [best, next] = order
    if (!best || best.score < possible) return { kind: 'unknown', product: product.id, name }
    const fact = ({ key, value }: { key: string; value: string }): Fact => ({ product: product.id, name, key, value })
    if (best.score >= sure && best.score - (next?.score ?? 0) >= clearLead) return { kind: 'fact', fact: fact(best) }
    return {
      kind: 'not-sure',
      facts: order
        .filter((each) => each.score >= possible)
        .slice(0, mostOffered)
        .map(fact),
    }
  }
}

/** The words of a fact, with its source. */
export function sayFact({ name, key, value }: Fact, locale: Locale): string {
  return locale === 'en' ? `${key}: ${value} (from the product sheet of ${name})` : `${key}：${value}（来自「${name}」的商品参数）`
}

function attributesOf(product: Product): { key: string; value: string }[] {
  return Object.entries(product.attributes).map(([key, value]) => ({ key, value }))
}

function without(question: string, names: readonly (string | undefined)[]): string {
  return names.reduce<string>((text, name) => (name ? text.replaceAll(normalise(name), ' ') : text), question)
}
