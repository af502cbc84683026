import type { ShownProduct } from '../../schemas/conversation.ts'
import type { Product } from '../../schemas/shop.ts'
import { textIn } from '../../schemas/text.ts'
import type { Turn } from '../turn.ts'

export interface NamedProduct {
  id: string
  name: string
}

const mostOffered = 5
const searched = 100

/**
 * Products that words may mean, best first; several when the words fit them alike. What was shown lately comes first, then
 * what the shop finds. A shop that does not answer leaves it to the question.
 */
export async function findProducts(turn: Turn, words: string): Promise<NamedProduct[]> {
  const near = bestOf(words, (turn.recall.shown ?? []).map(shown))
  if (near.length === 1) return near
  const asked = words.trim().length <= 16 ? await named(turn, words.trim(), 20) : []
  const found = bestOf(words, asked)
  if (found.length > 0) return found
  const all = bestOf(words, await named(turn, '', searched))
  return all.length > 0 ? all : near
}

async function named(turn: Turn, query: string, limit: number): Promise<Candidate[]> {
  const answer = await turn.shop.products(query, limit)
  return answer.ok ? answer.value.map((each) => candidateOf(each, turn)) : []
}

interface Candidate extends NamedProduct {
  names: readonly string[]
}

function candidateOf(product: Product, turn: Turn): Candidate {
  return { id: product.id, name: textIn(product.name, turn.locale) || product.id, names: [...Object.values(product.name), product.id] }
}

function shown({ id, name }: ShownProduct): Candidate {
  return { id, name, names: [name] }
}

/** The candidates whose names the words fit best, if well enough. */
export function bestOf(words: string, candidates: readonly Candidate[]): NamedProduct[] {
  const text = fold(words)
  const scored = candidates.map((each) => ({ each, score: Math.max(0, ...each.names.map((name) => likeness(text, fold(name)))) }))
  const best = Math.max(0, ...scored.map(({ score }) => score))
  if (best < enough) return []
  return scored
    .filter(({ score }) => score > best - 0.05)
    .slice(0, mostOffered)
    .map(({ each: { id, name } }) => ({ id, name }))
}

const enough = 0.4

/** How well a text names a product, 0–1: what the thing is (its last word) counts most. */
function likeness(text: string, name: string): number {
  if (name.length === 0) return 0
  if (text.includes(name)) return 1
  return /\p{Script=Han}/u.test(name) ? chineseLikeness(text, name) : latinLikeness(text, name)
}

function chineseLikeness(text: string, name: string): number {
  let longest = 0
  let isTail = false
  for (let from = 0; from < name.length - 1; from++) {
    let to = from + 2
    while (to <= name.length && text.includes(name.slice(from, to))) to++
    const length = to - 1 - from
    if (length >= 2 && (length > longest || (length === longest && to - 1 === name.length))) {
      longest = length
      isTail = to - 1 === name.length
    }
  }
  if (longest === 0) return 0
  return Math.min(0.95, longest / name.length + (isTail ? 0.4 : 0.1))
}

function latinLikeness(text: string, name: string): number {
  const said = new Set(text.split(/[^a-z0-9]+/).map(singular))
  const words = name
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1)
    .map(singular)
  if (words.length === 0) return 0
  const shared = words.filter((word) => said.has(word)).length
  return Math.min(0.95, (shared / words.length) * 0.6 + (said.has(words.at(-1) ?? '') ? 0.35 : 0))
}

function singular(word: string): string {
  return word.length > 3 ? word.replace(/(?:es|s)$/, '') : word
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim()
}
