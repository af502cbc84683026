import type { ProductAnswer, ProductFact } from '../../schemas/product-answer.ts'
import type { Product } from '../../schemas/shop.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { normalise } from '../language/normalise.ts'
import { isAsking } from '../language/repeat.ts'
import { attributeMeanings } from './attribute-meanings.ts'
import { createAttributeScorer } from './attributes.ts'
import { createQueries } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch } from './search.ts'
import { segmentInSteps } from './segment.ts'
import { createSpotter } from './spot.ts'
import { stem } from './stem.ts'
import { finished } from './steps.ts'

export interface Products {
  /**
   * @param options.focus id of the product that is talked about, when the question names none
   * @param options.among products that are not in the library and may be meant as well, the likeliest first
   */
  ask(question: string, options: { locale: Locale; focus?: string; among?: readonly Product[] }): ProductAnswer
  /** Product of that id. */
  get(id: string): Product | undefined
}

/** How well a fact must fit, and by how much better than the next one. */
const sure = 0.25
const clearLead = 0.05
const farBehind = 0.3
const possible = 0.12
/** How much of a product's name must be spoken of. */
const named = 0.22
const equallyNamed = 0.04
const mostOffered = 3

/** Answers questions about products from their own attributes, never from anything else. */
export function createProducts(products: readonly Product[]): Products {
  return finished(productsInSteps(products))
}

/** Products looked at in one step. */
const step = 100

/** The same in steps of a millisecond or two. */
export function* productsInSteps(products: readonly Product[]): Generator<void, Products, void> {
  const byId = new Map<string, Product>()
  const keys = new Set<string>()
  const spoken: string[][] = []
  const byThing = new Map<string, Product[]>()
  for (const product of products) {
    byId.set(product.id, product)
    for (const thing of new Set(Object.values(product.name).map(thingOf))) byThing.set(thing, [...(byThing.get(thing) ?? []), product])
    for (const key of Object.keys(product.attributes)) keys.add(key)
    spoken.push(Object.values(product.name).map((name) => normalise(name)))
    if (spoken.length % step === 0) yield
  }
  const score = createAttributeScorer(keys)
  const reader = createReader({ meanings: [] })
  const names = yield* segmentInSteps(spoken, reader.read)
  const makeQuery = createQueries()
  const search = createSearch(names)

  return {
    get: (id) => byId.get(id),
    ask(question, { locale, focus, among }) {
      if (among) {
        const product = among.find(({ id }) => id === focus) ?? among[0]
        return product ? factOf(question, product, locale, true) : { kind: 'nothing' }
      }
      const close = spokenOf(question)
      const spoken = close.length > 0 ? close : thingsOf(question)
      const [first, second] = spoken
      if (first && second && first.closeness - second.closeness < equallyNamed) {
        const alike = spoken.filter(({ closeness }) => first.closeness - closeness < equallyNamed).map(({ product }) => product)
        // a question about what is talked about need not name it in full
        const talkedAbout = alike.find(({ id }) => id === focus)
        if (!talkedAbout)
          return {
            kind: 'which',
            products: alike.slice(0, mostOffered).map((each) => ({ product: each.id, name: fullName(each, locale) })),
            asked: alike[0] !== undefined && asksProperty(beside(question, alike[0])),
          }
        return factOf(question, talkedAbout, locale, true)
      }
      const product = first?.product ?? (focus === undefined ? undefined : byId.get(focus))
      return product ? factOf(question, product, locale, first !== undefined) : { kind: 'nothing' }
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

  /** Products that are what the question speaks of: 浴巾, "the flask". Too many of a kind are none. */
  function thingsOf(question: string): { product: Product; closeness: number }[] {
    const words = normalise(question).match(/[a-z0-9']+|\p{Script=Han}+/gu) ?? []
    const things = words.flatMap((word) => (han.test(word) ? pairsOf(word) : [thingOf(word)]))
    const found = new Set(things.flatMap((thing) => byThing.get(thing) ?? []))
    return found.size > mostOffered ? [] : [...found].map((product) => ({ product, closeness: named }))
  }

  function factOf(question: string, product: Product, locale: Locale, named: boolean): ProductAnswer {
    const name = fullName(product, locale)
    const attributes = attributesOf(product, locale)
    const asked = beside(question, product)
    const scores = score(asked, attributes)
    const order = attributes.map((attribute, index) => ({ ...attribute, score: scores[index] ?? 0 })).sort((a, b) => b.score - a.score)
    const [best, next] = order
    if (!best || best.score < possible) return { kind: 'unknown', product: product.id, name, named, asked: asksProperty(asked) }
    const fact = ({ key, value }: { key: string; value: string }): ProductFact => ({ product: product.id, name, key, value })
    const second = next?.score ?? 0
    const isProperty = asksProperty(asked)
    // a weak fit is plain where the question is about a property and nothing else on the sheet comes near
    const isPlain = best.score >= sure ? best.score - second >= clearLead : isProperty && second <= best.score * farBehind
    if (isPlain) return { kind: 'fact', fact: fact(best), named }
    return {
      kind: 'not-sure',
      facts: order
        .filter((each) => each.score >= possible)
        .slice(0, mostOffered)
        .map(fact),
      named,
      asked: isProperty,
    }
  }
}

/** What a thing is, the end of its name: 华夫格浴巾 is a 浴巾, a "Thermal flask" a flask. */
function thingOf(name: string): string {
  const normal = normalise(name)
  return han.test(normal) ? normal.slice(-2) : stem(normal.split(/[^a-z0-9']+/).findLast((word) => word !== '') ?? normal)
}

function pairsOf(word: string): string[] {
  return Array.from({ length: Math.max(0, word.length - 1) }, (_, at) => word.slice(at, at + 2))
}

/** Its name, with what tells it from others of the same name. */
function fullName({ name, variant }: Product, locale: Locale): string {
  return variant === undefined ? textIn(name, locale) : `${textIn(name, locale)} ${variant}`
}

/** What the sheet holds, its price and variant included. */
function attributesOf({ attributes, price, variant }: Product, locale: Locale): { key: string; value: string }[] {
  const style = { style: 'currency', currency: price.currency, currencyDisplay: 'narrowSymbol' } as const
  const sum = new Intl.NumberFormat(locale, style).format(price.amount / 100)
  return [
    ...inLanguage(attributes, locale).map(([key, value]) => ({ key, value })),
    { key: locale === 'en' ? 'Price' : '价格', value: sum },
    ...(variant === undefined ? [] : [{ key: locale === 'en' ? 'Variant' : '款式', value: variant }]),
  ]
}

const han = /\p{Script=Han}/u
/** Least share of its keys in either language, for a sheet to be written in both; a few foreign names do not make it so. */
const eachLanguage = 0.4

/** Of a sheet that is written in both languages, the half that is in this one; else all of it. */
function inLanguage(attributes: Product['attributes'], locale: Locale): [key: string, value: string][] {
  const all = Object.entries(attributes)
  const own = all.filter(([key]) => han.test(key) === (locale === 'zh-CN'))
  return Math.min(own.length, all.length - own.length) >= all.length * eachLanguage ? own : all
}

const properties = createSpotter(attributeMeanings)

/**
 * What a question asks beside the product's own name, which says nothing about that: a cup holds and is of china. Words of a
 * name that was not said in full go too, unless a question asks for nothing else.
 */
function beside(question: string, { name }: Product): string {
  const names = Object.values(name).map((each) => normalise(each))
  const asked = without(normalise(question), names)
  const bare = names.reduce(withoutParts, asked)
  return asksProperty(bare) || !isAsking(asked) ? bare : asked
}

function withoutParts(question: string, name: string): string {
  if (!han.test(name)) return without(question, name.match(/[a-z0-9]{2,}/g)?.map((word) => new RegExp(`\\b${word}\\b`, 'g')) ?? [])
  for (let size = name.length - 1; size >= 2; size--)
    for (let from = 0; from + size <= name.length; from++) {
      const part = name.slice(from, from + size)
      if (question.includes(part)) return question.replaceAll(part, ' ')
    }
  return question
}

/** True when the question speaks of something that sheets of products hold. */
function asksProperty(question: string): boolean {
  let isFound = false
  const found = () => {
    isFound = true
  }
  properties.han(question, 0, question.length, found)
  properties.latin((question.match(/[a-z0-9']+/g) ?? []).map(stem), found)
  return isFound
}

function without(question: string, names: readonly (string | RegExp)[]): string {
  return names.reduce<string>((text, name) => (name === '' ? text : text.replaceAll(name, ' ')), question)
}
