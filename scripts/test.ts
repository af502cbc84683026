import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { browser } from './browser.ts'
import { buildWebIfStale } from './build-web.ts'

/**
 * `npm test`: every check in turn, with its time; the last line is `N passed, N failed`.
 * `npm test -- --only=types,unit` runs some stages. What else is given goes to the runner of a single one:
 * `npm test -- --only=unit runtime/engine`.
 */
interface Counts {
  passed: number
  failed: number
}

type Stage = (rest: readonly string[]) => Promise<Counts>

const stages: Record<string, Stage> = {
  lint: (rest) => tool('biome', ['check', ...rest], 'npm run fix mends most of it'),
  types: () => both(['server', 'browser', 'e2e'].map((program) => tool('tsc', ['-p', `tsconfig.${program}.json`]))),
  arrows: () => tool('depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', ...rooms]),
  unused: () => tool('knip', ['--no-progress']),
  build: () => build(),
  unit: (rest) => vitest('unit', rest),
  reliability: (rest) => vitest('reliability', rest),
  package: (rest) => vitest('package', rest),
  browser: (rest) => playwright(rest),
}
const rooms = ['schemas', 'nodes', 'runtime', 'editor', 'widget', 'cli', 'bench', 'examples', 'e2e', 'scripts']
const results = mkdtempSync(join(tmpdir(), 'floorwalker-test-'))

process.exitCode = await main(process.argv.slice(2))

async function main(given: readonly string[]): Promise<number> {
  const only = given.find((argument) => argument.startsWith('--only='))
  const names = only?.slice('--only='.length).split(',') ?? Object.keys(stages)
  const rest = names.length === 1 ? given.filter((argument) => argument !== only) : []
  const total: Counts = { passed: 0, failed: 0 }
  for (const name of names) {
    const stage = stages[name]
    if (!stage) {
      say(`There is no stage ${name}; there are ${Object.keys(stages).join(', ')}.`)
      return 1
    }
    const began = Date.now()
    if (process.stdout.isTTY) process.stdout.write(`· ${name} …\r`)
    const { passed, failed } = await stage(rest)
    total.passed += passed
    total.failed += failed
    const seconds = ((Date.now() - began) / 1_000).toFixed(1).padStart(7)
    say(
      `${failed === 0 ? '✓' : '✗'} ${name.padEnd(12)}${seconds} s  ${String(passed).padStart(6)} passed${failed === 0 ? '' : `, ${failed} failed`}`,
    )
  }
  rmSync(results, { recursive: true, force: true })
  say(`${total.passed} passed, ${total.failed} failed`)
  return total.failed === 0 ? 0 : 1
}

/** A tool that says yes or no; its words are shown only when it says no. */
async function tool(command: string, args: readonly string[], mend?: string): Promise<Counts> {
  const { code, output } = await run(command, args)
  if (code === 0) return { passed: 1, failed: 0 }
  say(`${output.trimEnd()}${mend ? `\n→ ${mend}` : ''}`)
  return { passed: 0, failed: 1 }
}

async function both(running: readonly Promise<Counts>[]): Promise<Counts> {
  const counts = await Promise.all(running)
  return { passed: sum(counts.map((each) => each.passed)), failed: sum(counts.map((each) => each.failed)) }
}

async function build(): Promise<Counts> {
  try {
    await buildWebIfStale()
    return { passed: 1, failed: 0 }
  } catch (thrown) {
    say(thrown instanceof Error ? thrown.message : String(thrown))
    return { passed: 0, failed: 1 }
  }
}

interface VitestReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { status: string; assertionResults: { status: string }[] }[]
}

async function vitest(project: string, filters: readonly string[]): Promise<Counts> {
  const file = join(results, `${project}.json`)
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run('vitest', ['run', '--project', project, '--passWithNoTests', ...reporters, ...filters], { show: true })
  const report = read<VitestReport>(file)
  if (!report) return { passed: 0, failed: code === 0 ? 0 : 1 }
  // a file that could not be loaded has no failed test, but it has failed
  const unloaded = report.testResults.filter(
    (each) => each.status === 'failed' && each.assertionResults.every(({ status }) => status !== 'failed'),
  )
  const failed = report.numFailedTests + unloaded.length
  return { passed: report.numPassedTests, failed: code === 0 ? failed : Math.max(failed, 1) }
}

async function playwright(filters: readonly string[]): Promise<Counts> {
  const chromium = browser()
  await buildWebIfStale()
  const file = join(results, 'browser.json')
  const environment = { PLAYWRIGHT_JSON_OUTPUT_FILE: file, ...(chromium ? { FLOORWALKER_CHROMIUM: chromium } : {}) }
  const { code } = await run('playwright', ['test', '--reporter=line,json', ...filters], { show: true, environment })
  const report = read<{ stats: { expected: number; unexpected: number; flaky: number } }>(file)
  if (!report) return { passed: 0, failed: 1 }
  const { expected, unexpected, flaky } = report.stats
  if (flaky > 0) say(`! ${flaky} passed only when run again; they are named above as flaky, and each is a fault to mend`)
  return { passed: expected + flaky, failed: code === 0 ? unexpected : Math.max(unexpected, 1) }
}

function read<T>(file: string): T | null {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

interface Running {
  show?: boolean
  environment?: Record<string, string>
}

function run(
  command: string,
  args: readonly string[],
  { show = false, environment = {} }: Running = {},
): Promise<{ code: number; output: string }> {
  const sink = show ? 'inherit' : 'pipe'
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', sink, sink], env: { ...process.env, ...environment } })
    let output = ''
    const keep = (chunk: Buffer) => {
      output += chunk.toString()
    }
    child.stdout?.on('data', keep)
    child.stderr?.on('data', keep)
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
