import { normalise } from '../language/normalise.ts'
import { attributeMeanings } from './attribute-meanings.ts'
import { createReader, type Reading } from './reader.ts'

/** One property of a product as its sheet has it: "battery capacity" · "10000 mAh". */
export interface Attribute {
  key: string
  value: string
}

/** Tells how well each attribute answers a question, 0–1, in the order given. */
export type AttributeScorer = (question: string, attributes: readonly Attribute[]) => number[]

type Vector = ReadonlyMap<number, number>

/** Words that keys are made of and questions never mean. */
const empty = /\b(?:item|is|are|has|includes|type|description|value|supports|technology|number|name)\b/g
/** Weight of the value beside the key, and how much a package's own measures lose when nobody asks for the package. */
const valueShare = 0.7
const packageLoss = 0.75
/** Names of properties have no words of every kind: those of a question say nothing. */
const weakWord = 0.25
const aboutPackage = /packag|box|ship|包装|快递|箱/

/** @param names names of the attributes of all products: what many of them say tells little */
export function createAttributeScorer(names: Iterable<string>): AttributeScorer {
  const reader = createReader({ meanings: attributeMeanings, weakWord })
  const vectorOf = (text: string) => counted(reader.read(normalise(text)))
  const frequencies = new Map<number, number>()
  let total = 0
  const keys = new Set([...new Set(names)].map(wordsOf))
  for (const key of keys) {
    total++
    for (const feature of vectorOf(key).keys()) frequencies.set(feature, (frequencies.get(feature) ?? 0) + 1)
  }
  const rarity = (feature: number) => {
    const frequency = frequencies.get(feature) ?? 0
    return Math.sqrt(Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)))
  }
  const known = new Map<string, Vector>()
  const weighed = (text: string): Vector => {
    let found = known.get(text)
    if (!found) {
      found = scaled(vectorOf(text), rarity)
      if (known.size < 50_000) known.set(text, found)
    }
    return found
  }

  return (question, attributes) => {
    const asked = scaled(vectorOf(question), rarity)
    const isPackage = aboutPackage.test(question)
    return attributes.map(({ key, value }) => {
      const fromKey = product(asked, weighed(wordsOf(key).replace(empty, ' ')))
      const fromValue = product(asked, weighed(value))
      const score = fromKey + valueShare * fromValue
      return /packag/.test(key) && !isPackage ? score * packageLoss : score
    })
  }
}

/** `item_package_weight` → "item package weight". */
export function wordsOf(key: string): string {
  return key
    .replace(/[_\-.]+/g, ' ')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase()
}

function counted(reading: Reading): Map<number, number> {
  const found = new Map<number, number>()
  for (let at = 0; at < reading.count; at++) {
    const hash = reading.hashes[at] as number
    found.set(hash, Math.max(found.get(hash) ?? 0, reading.weights[at] as number))
  }
  return found
}

function scaled(vector: Map<number, number>, rarity: (feature: number) => number): Vector {
  let sum = 0
  for (const [feature, weight] of vector) {
    const value = weight * rarity(feature)
    vector.set(feature, value)
    sum += value * value
  }
  const length = Math.sqrt(sum) || 1
  for (const [feature, weight] of vector) vector.set(feature, weight / length)
  return vector
}

function product(one: Vector, other: Vector): number {
  let sum = 0
  const [small, large] = one.size < other.size ? [one, other] : [other, one]
  for (const [feature, weight] of small) sum += weight * (large.get(feature) ?? 0)
  return sum
}
