import { isWeak } from '../../knowledge/stop-words.ts'

/** So often, and in so large a share of the rarer part's uses, two pieces stand side by side that they are one word. */
const fewest = 5
const mostly = 0.5

/**
 * Puts together what the dictionary cut: 抱 and 枕, of which one is hardly seen without the other, are one word (after the
 * phrases of Mikolov et al. 2013). Only characters that stand alone; "的", "吗" and their like stay apart.
 */
export function joinPieces(texts: readonly (readonly string[])[]): string[][] {
  const alone = new Map<string, number>()
  const beside = new Map<string, number>()
  for (const words of texts) {
    words.forEach((word, at) => {
      alone.set(word, (alone.get(word) ?? 0) + 1)
      const next = words[at + 1]
      if (next !== undefined && mayJoin(word, next)) beside.set(word + next, (beside.get(word + next) ?? 0) + 1)
    })
  }
  const isOne = (word: string, next: string) => {
    const both = mayJoin(word, next) ? (beside.get(word + next) ?? 0) : 0
    return both >= fewest && both >= mostly * Math.min(alone.get(word) ?? 0, alone.get(next) ?? 0)
  }
  return texts.map((words) => {
    const joined: string[] = []
    for (let at = 0; at < words.length; at++) {
      const [word, next] = [words[at] as string, words[at + 1]]
      if (next === undefined || !isOne(word, next)) joined.push(word)
      else {
        joined.push(word + next)
        at++
      }
    }
    return joined
  })
}

function mayJoin(word: string, next: string): boolean {
  return isLone(word) && isLone(next)
}

function isLone(word: string): boolean {
  return word.length === 1 && han.test(word) && !isWeak(word.charCodeAt(0))
}

const han = /^\p{Script=Han}$/u
