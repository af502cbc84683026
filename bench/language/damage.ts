import { soundOf } from '../../runtime/language/pinyin.ts'

/** A stream of numbers 0 ≤ x < 1 that is the same on every run. */
function steady(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) | 0
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32
  }
}

const typoShare = 0.06
const homophoneShare = 0.12

/** Slips of the fingers: of the letters of Latin words, 6 % are doubled, left out, swapped with the next, or another one. */
export function withTypos(texts: readonly string[], seed = 7): string[] {
  const random = steady(seed)
  return texts.map((text) => {
    const letters = [...text]
    for (let at = 0; at < letters.length; at++) {
      const letter = letters[at] as string
      if (!/[a-z]/i.test(letter) || random() >= typoShare) continue
      const kind = Math.floor(random() * 4)
      if (kind === 0) letters[at] = letter + letter
      else if (kind === 1) letters[at] = ''
      else if (kind === 2 && /[a-z]/i.test(letters[at + 1] ?? '')) {
        letters[at] = letters[at + 1] as string
        letters[++at] = letter
      } else letters[at] = String.fromCharCode(97 + Math.floor(random() * 26))
    }
    return letters.join('')
  })
}

/** What an input method offers first: 12 % of the Han characters become another one of the same sound that these texts hold. */
export function withHomophones(texts: readonly string[], seed = 7): string[] {
  const random = steady(seed)
  const bySound = new Map<number, Set<string>>()
  for (const character of texts.join('')) {
    const sound = soundOf(character.charCodeAt(0))
    if (sound > 0) bySound.set(sound, (bySound.get(sound) ?? new Set()).add(character))
  }
  return texts.map((text) =>
    [...text]
      .map((character) => {
        const others = [...(bySound.get(soundOf(character.charCodeAt(0))) ?? [])].filter((each) => each !== character)
        return others.length > 0 && random() < homophoneShare ? (others[Math.floor(random() * others.length)] as string) : character
      })
      .join(''),
  )
}
