import syllables from '../language/pinyin.json' with { type: 'json' }

/** Syllable numbers by UTF-16 unit, 0 = unknown. What many keyboards and dialects confuse has one number. */
const numbers = readTable()

/** The number of a Han character's syllable without its tone: zh = z, ch = c, sh = s, -ng = -n; 0 when unknown. */
export function soundOf(code: number): number {
  return numbers[code] ?? 0
}

function readTable(): Uint16Array {
  const table = new Uint16Array(65_536)
  const known = new Map<string, number>()
  for (const [syllable, characters] of Object.entries(syllables)) {
    const merged = syllable.replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')
    const number = known.get(merged) ?? known.size + 1
    known.set(merged, number)
    for (const character of characters) table[character.charCodeAt(0)] = number
  }
  return table
}
