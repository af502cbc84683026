import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { measureEngine } from './engine.ts'
import type { Load } from './load.ts'
import { measureTraining } from './training.ts'
import { measureTurns } from './turns.ts'

/**
 * `npm run bench`: floors and ours in one run on one machine. What counts are the ratios; the absolute figures say
 * which machine it was. Seconds of load for each server: BENCH_SECONDS, default 8.
 */
const seconds = Number(process.env.BENCH_SECONDS ?? 8)
const say = (line: string) => process.stdout.write(`${line}\n`)

say('engine …')
const engine = await measureEngine()
const turns = await measureTurns(seconds, (done) => say(`${done} …`))
const { floors, plain, full } = turns
say('training beside the chat …')
const training = await measureTraining(seconds)
const ratio = (ours: Load, floor: Load) => Math.round((ours.perSecond / floor.perSecond) * 100) / 100

const ratios = {
  'plain ÷ G (aim ≥ 0.6)': ratio(plain, floors.G),
  'full ÷ N (aim ≥ 0.5)': ratio(full, floors.N),
  'full ÷ F (aim ≥ 2)': ratio(full, floors.F),
}

const rows: [string, Load][] = [
  ['no storage', floors.none],
  ['N: one transaction, NORMAL', floors.N],
  ['F: one transaction, FULL', floors.F],
  ['G: grouped, FULL', floors.G],
  ['ours, one reply', plain],
  ['ours, whole turn', full],
]

say('')
say('| server | turns/s | p50 ms | p99 ms | MiB | failed |')
say('|---|--:|--:|--:|--:|--:|')
for (const [name, load] of rows)
  say(`| ${name} | ${Math.round(load.perSecond)} | ${load.p50} | ${load.p99} | ${Math.round(load.memory)} | ${load.failed} |`)
say('')
say('| ratio | |')
say('|---|--:|')
for (const [name, value] of Object.entries(ratios)) say(`| ${name} | ${value} |`)
say('')
say('| training beside the chat | |')
say('|---|--:|')
say(`| ms to an answer, p50 / p99, idle | ${training.idle.p50} / ${training.idle.p99} |`)
say(`| ms to an answer, p50 / p99, while 64 × 30 are trained | ${training.training.p50} / ${training.training.p99} |`)
say(`| p99 ÷ idle p99 (aim ≤ 2) | ${(training.training.p99 / training.idle.p99).toFixed(2)} |`)
say(`| ms of one training | ${training.one} |`)
say('')
say('| engine alone | |')
say('|---|--:|')
say(`| turns/s, one reply | ${Math.round(engine.plainTurns)} |`)
say(`| turns/s, whole turn | ${Math.round(engine.fullTurns)} |`)
say(`| µs to mask and understand 20 characters, median | ${engine.perception.toFixed(1)} |`)
say(`| ms to check 300 nodes | ${engine.check.toFixed(1)} |`)
say(`| ms to compile 300 nodes | ${engine.compile.toFixed(1)} |`)

const machine = { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown' }
writeFileSync(
  new URL('results.json', import.meta.url),
  `${JSON.stringify({ at: new Date().toISOString(), machine, seconds, turns, ratios, training, engine }, null, 2)}\n`,
)
