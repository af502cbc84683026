import type { WordVectors } from './vectors.ts'

/** A word with the words it may stand for, likest first. */
export interface NearWords {
  word: number
  near: number[]
  /** How like the likest is. */
  likeness: number
}

/** Likeness from which a pair is worth a look, and how much having all characters in common adds to the cosine. */
const least = 0.55
const sharing = 0.15
const mostNear = 3

/** Of `theirs`, those that are used like some of `ours`. */
export function nearestWords(
  { rows, dimensions }: WordVectors,
  names: readonly string[],
  theirs: readonly number[],
  ours: readonly number[],
  may: (word: number, other: number) => boolean,
): NearWords[] {
  return theirs.flatMap((word) => {
    const near = ours
      .map((other) => ({ other, likeness: cosine(word, other) + sharing * shared(names[word] as string, names[other] as string) }))
      .filter(({ likeness }) => likeness >= least)
      .sort((a, b) => b.likeness - a.likeness)
      .filter(({ other }) => may(word, other))
      .slice(0, mostNear)
    const [first] = near
    return first ? [{ word, near: near.map(({ other }) => other), likeness: first.likeness }] : []
  })

  function cosine(one: number, other: number): number {
    let sum = 0
    for (let at = 0; at < dimensions; at++) sum += (rows[one * dimensions + at] as number) * (rows[other * dimensions + at] as number)
    return sum
  }
}

/** Share of the shorter word's characters that the other has too, for Han words: 快递费 and 运费. */
function shared(one: string, other: string): number {
  if (!/\p{Script=Han}/u.test(one)) return 0
  const [shorter, longer] = one.length < other.length ? [one, other] : [other, one]
  const both = [...shorter].filter((each) => longer.includes(each)).length
  return both / shorter.length
}
