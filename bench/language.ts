import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { evalAttributes } from '../cli/eval/attributes.ts'
import { evalIntents } from '../cli/eval/intents.ts'
import { evalKnowledge } from '../cli/eval/knowledge.ts'
import { evalMasking } from '../cli/eval/masking.ts'
import { evalMood } from '../cli/eval/mood.ts'
import { intent as intentSchema } from '../schemas/intent.ts'
import { withHomophones, withTypos } from './language/damage.ts'
import { type Run, runs } from './language/sets.ts'
import { timeLookup, timePerception } from './language/speed.ts'
import { type Results, type Row, tableOf } from './language/table.ts'

// Measures how shoppers are understood, on every public set, by the code of `floorwalker eval`; records what came out.
// BENCH_DATA names the folder of the sets; BENCH_ONLY measures only sets whose name contains it, and records nothing.
const data = process.env.BENCH_DATA ?? fileURLToPath(new URL('../../shared/data', import.meta.url))
const only = process.env.BENCH_ONLY
const temporary = mkdtempSync(join(tmpdir(), 'floorwalker-language-'))
const rows: Row[] = []
const wanted = runs.filter(({ name }) => !only || name.includes(only))
for (const [index, run] of wanted.entries()) {
  process.stdout.write(`[${index + 1}/${wanted.length}] ${run.name} … `)
  const began = performance.now()
  const found = rowsOf(run, JSON.parse(await report(run)))
  rows.push(...found)
  process.stdout.write(`${((performance.now() - began) / 1_000).toFixed(1)} s\n`)
}
if (!only) {
  process.stdout.write('speed … ')
  rows.push(...speed())
  process.stdout.write('done\n')
}
rmSync(temporary, { recursive: true })
process.stdout.write(`\n${tableOf(rows)}\n`)
if (!only) record({ at: new Date().toISOString().slice(0, 10), node: process.version, rows })

function report(run: Run): Promise<string> {
  const file = (path: string) => join(data, path)
  const train = run.train?.map(file) ?? []
  if (run.kind === 'intents') return evalIntents({ train, test: damaged(file(run.test), run.damage), json: true })
  if (run.kind === 'mood') return evalMood({ train, test: file(run.test), json: true })
  if (run.kind === 'masking') return evalMasking({ test: file(run.test), json: true })
  if (run.kind === 'attributes') return evalAttributes({ test: file(run.test), json: true })
  const queries = damaged(join(file(run.test), 'queries.tsv'), run.damage)
  return evalKnowledge({ articles: join(file(run.test), 'articles.jsonl'), queries, json: true })
}

function rowsOf({ name, figures }: Run, found: unknown): Row[] {
  return figures.map(({ path, ...figure }) => {
    const value = path
      .split('.')
      .reduce<unknown>((at, key) => (at !== null && typeof at === 'object' ? Reflect.get(at, key) : undefined), found)
    if (typeof value !== 'number' && value !== null) throw new Error(`${name}: the report has no ${path}`)
    return { set: name, ...figure, value: value === null ? null : Math.round(value * 10_000) / 10_000 }
  })
}

/** The file with its first column damaged, elsewhere. */
function damaged(file: string, kind: Run['damage']): string {
  if (!kind) return file
  const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n')
  const texts = lines.map((line) => line.split('\t')[0] ?? '')
  const spoilt = kind === 'typos' ? withTypos(texts) : withHomophones(texts)
  const copy = join(temporary, `${kind}.tsv`)
  writeFileSync(copy, lines.map((line, index) => [spoilt[index] || texts[index], ...line.split('\t').slice(1)].join('\t')).join('\n'))
  return copy
}

function speed(): Row[] {
  const lines = (path: string) => readFileSync(join(data, path), 'utf8').trimEnd().split('\n')
  const intents = intentSchema.array().parse(JSON.parse(readFileSync(new URL('../examples/library/intents.json', import.meta.url), 'utf8')))
  const said = lines('knowledge/shop-zh/queries.tsv').map((line) => line.split('\t')[0] ?? '')
  const messages = said.filter((text) => text.length >= 15 && text.length <= 25)
  const many = Array.from({ length: 20 }, () => messages).flat()
  const questions = lines('knowledge/lcqmc-zh/queries.tsv').map((line) => line.split('\t')[0] ?? '')
  const pool = lines('knowledge/distractors-zh.txt')
  const perception = timePerception(intents, many, Date.parse('2026-11-21T10:00:00Z'))
  const [small, large] = [timeLookup(10_000, pool, questions), timeLookup(100_000, pool, questions)]
  const row = (set: string, label: string, value: number, target: number): Row => ({ set, label, value, target, most: true })
  return [
    row('Reading a message of 20 characters', 'p50, µs', perception.p50, 80),
    row('Lookup among 10,000 questions', 'p50, µs', small.p50, 120),
    row('Lookup among 10,000 questions', 'p99, µs', small.p99, 700),
    row('Lookup among 100,000 questions', 'p50, µs', large.p50, 250),
    row('Lookup among 100,000 questions', 'p99, µs', large.p99, 1_000),
  ]
}

/** Into `bench/language.json` and, between its two marks, the README. */
function record(results: Results): void {
  writeFileSync(new URL('./language.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`)
  const readme = new URL('../README.md', import.meta.url)
  const text = readFileSync(readme, 'utf8')
  const [begin, end] = ['<!-- language: written by npm run bench:language -->\n', '\n<!-- /language -->']
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error('README.md has no place for the table')
  writeFileSync(readme, text.slice(0, from + begin.length) + tableOf(results.rows) + text.slice(to))
}
