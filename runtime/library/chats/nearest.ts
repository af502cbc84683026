import type { WordVectors } from './vectors.ts'

/** A word with the words it may stand for, likest first. */
export interface NearWords {
  word: number
  near: number[]
  /** How like the likest is. */
  likeness: number
}

/** Likeness from which a pair is worth a look, and how much having all characters in common adds to the cosine. */
const least = 0.5
const sharing = 0.1
const mostNear = 3
/** Some words are like everything; a word stands only for one that has it among so many of its own likest. */
const mutual = 5

/** Of `theirs`, those that are used like some of `ours`, and the other way round. */
export function nearestWords(
  { rows, dimensions }: WordVectors,
  names: readonly string[],
  theirs: readonly number[],
  ours: readonly number[],
  may: (word: number, other: number) => boolean,
): NearWords[] {
  const likenesses = theirs.map((word) => Float32Array.from(ours, (other) => likeness(word, other)))
  const leastOf = ours.map((_, place) => {
    const own = Float32Array.from(likenesses, (row) => row[place] as number)
    return Math.max(least, own.toSorted().at(-mutual) ?? 0)
  })
  return theirs.flatMap((word, row) => {
    const near = ours
      .map((other, place) => ({ other, place, value: likenesses[row]?.[place] ?? 0 }))
      .filter(({ place, value }) => value >= (leastOf[place] as number))
      .filter(({ other }) => may(word, other))
      .sort((a, b) => b.value - a.value)
      .slice(0, mostNear)
    const [first] = near
    return first ? [{ word, near: near.map(({ other }) => other), likeness: first.value }] : []
  })

  function likeness(one: number, other: number): number {
    let sum = 0
    for (let at = 0; at < dimensions; at++) sum += (rows[one * dimensions + at] as number) * (rows[other * dimensions + at] as number)
    return sum + sharing * shared(names[one] as string, names[other] as string)
  }
}

/** Share of the shorter word's characters that the other has too, for Han words: 快递费 and 运费. */
function shared(one: string, other: string): number {
  if (!/\p{Script=Han}/u.test(one)) return 0
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  const both = [...shorter].filter((each) => longer.includes(each)).length
  return both / shorter.length
}
