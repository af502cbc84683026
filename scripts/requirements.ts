import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

/**
 * `npm run requirements`: every requirement number with the tests whose titles carry it (`[R41]`), then those without one.
 */
const root = join(import.meta.dirname, '..')
const ranges = { R: 118, Q: 18, T: 20, B: 15, H: 7 } as const
const catalogue = join(root, '../shared/DOMAIN.md')

const titles = existsSync(catalogue) ? titlesOf(readFileSync(catalogue, 'utf8')) : new Map<string, string>()
const carried = new Map<string, string[]>()
for (const file of testFiles(root)) {
  for (const title of titlesIn(readFileSync(file, 'utf8'))) {
    for (const [, number] of title.matchAll(/\[([RQTBH]\d+)\]/g)) {
      if (number === undefined) continue
      carried.set(number, [...(carried.get(number) ?? []), `${relative(root, file)} · ${title.replace(/\s*\[[RQTBH]\d+\]/g, '')}`])
    }
  }
}

const all = Object.entries(ranges).flatMap(([letter, last]) => Array.from({ length: last }, (_, index) => `${letter}${index + 1}`))
for (const number of all) {
  const tests = carried.get(number)
  if (!tests) continue
  say(`${number.padEnd(5)}${titles.get(number) ?? ''}`)
  for (const test of [...new Set(tests)]) say(`     ${test}`)
}
const without = all.filter((number) => !carried.has(number))
say(`\nwithout a test: ${without.join(' ')}`)
const strange = [...carried.keys()].filter((number) => !all.includes(number))
if (strange.length > 0) say(`no such requirement: ${strange.join(' ')}`)
say(`\n${all.length - without.length} of ${all.length} requirements are carried by a test`)
process.exitCode = strange.length === 0 ? 0 : 1

function testFiles(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    if (name === 'node_modules' || name.startsWith('dist') || name.startsWith('.')) return []
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return testFiles(path)
    return /\.(test|spec)\.tsx?$/.test(name) ? [path] : []
  })
}

/** First arguments of `it`, `test`, `describe` and their `.each(…)`, and the keys of situation tables. */
function titlesIn(source: string): string[] {
  return [...source.matchAll(/(['"`])((?:(?!\1)[^\\\n]|\\.)*\[[RQTBH]\d+\](?:(?!\1)[^\\\n]|\\.)*)\1/g)].map((match) => match[2] ?? '')
}

function titlesOf(text: string): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, number, title] of text.matchAll(/^\|\s*([RB]\d+)\s*\|(?:[^|]*\|)?\s*([^|]{3,80})/gm))
    if (number && title && !found.has(number)) found.set(number, title.trim())
  for (const [, number, title] of text.matchAll(/\*\*(T\d+) ([^*]+)\*\*/g)) if (number && title) found.set(number, title.trim())
  for (const [, number, title] of text.matchAll(/\b([QH]\d+) ([^·;(]{3,60})/g))
    if (number && title && !found.has(number)) found.set(number, title.trim())
  return found
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
