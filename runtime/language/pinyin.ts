import table from './pinyin.json' with { type: 'json' }

const first = 0x4e00
const sounds = readTable()

/** The number of a simplified character's syllable, without tone; 0 when unknown. Syllables that many people mix up are one. */
export function soundOf(code: number): number {
  return sounds[code - first] ?? 0
}

/** Southern speakers type z for zh and n for ng: to them they sound the same. */
function merged(syllable: string): string {
  return syllable.replace(/^([zcs])h/, '$1').replace(/([aei])ng$/, '$1n')
}

function readTable(): Uint16Array {
  const numbers = new Map<string, number>()
  const found = new Uint16Array(0xa000 - first)
  for (const [syllable, characters] of Object.entries(table)) {
    const sound = merged(syllable)
    const number = numbers.get(sound) ?? numbers.size + 1
    numbers.set(sound, number)
    for (const character of characters) found[character.charCodeAt(0) - first] = number
  }
  return found
}
