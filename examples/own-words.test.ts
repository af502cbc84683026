import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { article } from '../schemas/article.ts'
import { intent } from '../schemas/intent.ts'

/** Public sets to measure by, beside the project; they may be absent. */
const sets = fileURLToPath(new URL('../../shared/data', import.meta.url))
/** Written for this product, so they may ship. */
const own = /README|shop_zh|shop_en|masking|quality/

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '')
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => (statSync(`${folder}/${name}`).isDirectory() ? filesIn(`${folder}/${name}`) : `${folder}/${name}`))

function shipped(): string[] {
  const intents = intent.array().parse(JSON.parse(read('examples/library/intents.json')))
  const articles = article.array().parse(JSON.parse(read('examples/library/articles.json')))
  const moods = filesIn(fileURLToPath(new URL('../runtime/language/mood', import.meta.url))).filter((file) => file.endsWith('.tsv'))
  const labels = new Set(['positive', 'neutral', 'negative'])
  return [
    ...intents.flatMap(({ utterances }) => utterances),
    ...articles.flatMap(({ question, similar }) => [question, ...similar]),
    ...moods.flatMap((file) => readFileSync(file, 'utf8').split(/[\n\t]/)).filter((part) => !labels.has(part)),
  ]
}

describe.skipIf(!existsSync(sets))('the words that ship (compared only where the public sets lie beside the project)', () => {
  it('are our own: no sentence of a public set is among them', () => {
    const foreign = new Set<string>()
    for (const file of filesIn(sets)) {
      if (own.test(file)) continue
      for (const line of readFileSync(file, 'utf8').split('\n')) {
        const parts = file.endsWith('l') ? [...line.matchAll(/"((?:[^"\\]|\\.)+)"/g)].map((match) => match[1] ?? '') : line.split('\t')
        for (const part of parts) foreign.add(plain(part))
      }
    }
    expect(foreign.size).toBeGreaterThan(100_000)
    const words = shipped().filter((text) => plain(text).length >= 8)
    const shared = words.filter((text) => foreign.has(plain(text)))
    // "thank you very much" is everybody's; a whole sentence is not
    const isLong = (text: string) => plain(text).length >= (/\p{Script=Han}/u.test(text) ? 16 : 36)
    expect(shared.filter(isLong)).toEqual([])
    expect(shared.length / words.length).toBeLessThan(0.02)
  })
})
