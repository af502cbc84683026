import { createQueries } from './query.ts'
import { createReader } from './reader.ts'
import { createSearch } from './search.ts'
import { buildSegment, type Segment } from './segment.ts'
import type { Cutter } from './words.ts'

/** Messages that ask the same, by their place in the list; the first is nearest to all others. */
export type Cluster = number[]

/** How alike the messages of two groups must be, on average, to become one group. */
const together = 0.3

/**
 * Groups messages that ask the same: the two groups that are most alike are joined, by the mean over all their pairs,
 * until none are alike enough (average linkage, Sokal and Michener 1958, over the nearest neighbours of each message).
 * @param texts normalised, with synonyms in their one form
 * @param counts how often each was heard
 * @returns largest group first
 */
export function clusterMessages(texts: readonly string[], counts: readonly number[], cut: Cutter): Cluster[] {
  const similarity = neighbours(texts, cut)
  const groups = new Map<number, number[]>(texts.map((_, index) => [index, [index]]))
  const owner = texts.map((_, index) => index)
  /** Sums of similarities between groups; pairs that are no neighbours count as 0. */
  const links = similarity.map((others) => new Map(others))
  const edges = similarity.flatMap((others, one) => [...others].filter(([two]) => one < two).map(([two, value]) => ({ one, two, value })))
  edges.sort((a, b) => b.value - a.value || a.one - b.one || a.two - b.two)

  for (const { one, two } of edges) {
    const [left, right] = [owner[one] as number, owner[two] as number]
    if (left === right) continue
    const [a, b] = [groups.get(left) as number[], groups.get(right) as number[]]
    if ((links[left]?.get(right) ?? 0) / (a.length * b.length) < together) continue
    join(left, right)
  }

  return [...groups.values()]
    .map((members) => members.toSorted((a, b) => standing(b, members) - standing(a, members) || a - b))
    .sort((a, b) => total(b) - total(a) || (a[0] ?? 0) - (b[0] ?? 0))

  function join(kept: number, gone: number): void {
    const members = groups.get(gone) as number[]
    for (const member of members) owner[member] = kept
    groups.get(kept)?.push(...members)
    groups.delete(gone)
    for (const [other, value] of links[gone] ?? []) {
      links[other]?.delete(gone)
      if (other === kept) continue
      links[kept]?.set(other, (links[kept]?.get(other) ?? 0) + value)
      links[other]?.set(kept, (links[other]?.get(kept) ?? 0) + value)
    }
    links[kept]?.delete(gone)
  }

  /** How near a message is to the others of its group; what was heard often speaks for more. */
  function standing(message: number, members: readonly number[]): number {
    return members.reduce((sum, each) => sum + (similarity[message]?.get(each) ?? 0) * (counts[each] ?? 1), counts[message] ?? 1)
  }

  function total(members: readonly number[]): number {
    return members.reduce((sum, each) => sum + (counts[each] ?? 1), 0)
  }
}

/** Of each message, those that are like it, 0–1. */
function neighbours(texts: readonly string[], cut: Cutter): Map<number, number>[] {
  const reader = createReader({ cut })
  const segment = evenedSegment(
    texts.map((text) => [text]),
    reader.read,
  )
  const search = createSearch(segment)
  const makeQuery = createQueries()
  const found = texts.map(() => new Map<number, number>())
  texts.forEach((text, one) => {
    for (const { article: two, closeness } of search.find(makeQuery(reader.read(text), segment))) {
      if (two === one || closeness < together / 2) continue
      found[one]?.set(two, closeness)
      found[two]?.set(one, closeness)
    }
  })
  return found
}

/** Messages that are thought of beside those given, so that what three of four say still tells something. */
const others = 200

function evenedSegment(texts: readonly (readonly string[])[], read: Parameters<typeof buildSegment>[1]): Segment {
  const { table, postingStarts } = buildSegment(texts, read)
  const total = texts.length + others
  const tells = (frequency: number) => Math.sqrt(Math.log(1 + (total - frequency + 0.5) / (frequency + 0.5)))
  const rarity = Float32Array.from({ length: table.size }, (_, feature) =>
    tells((postingStarts[feature + 1] as number) - (postingStarts[feature] as number)),
  )
  return buildSegment(texts, read, { table, rarity, unseen: tells(0) })
}
