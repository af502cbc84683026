/** A text as weighted features: index → weight, length 1. */
export type Vector = Map<string, number>

/**
 * What a short text is made of: Latin words, pairs of them and their character trigrams; Han characters and pairs.
 * Weights are per family; the caller multiplies by rarity.
 */
export function features(text: string): Vector {
  const found: Vector = new Map()
  const add = (feature: string, weight: number) => found.set(feature, (found.get(feature) ?? 0) + weight)
  const words = text.match(/[a-z0-9']+/g) ?? []
  words.forEach((word, index) => {
    add(`w:${word}`, 1)
    if (index > 0) add(`p:${words[index - 1]} ${word}`, 0.7)
    const edged = `<${word}>`
    for (let at = 0; at + 3 <= edged.length; at++) add(`c:${edged.slice(at, at + 3)}`, 0.4)
  })
  for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
    for (let at = 0; at < run.length; at++) {
      add(`h:${run[at]}`, 0.6)
      if (at > 0) add(`h:${run.slice(at - 1, at + 1)}`, 1)
    }
  }
  return found
}
