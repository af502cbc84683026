import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWebIfStale } from './build-web.ts'

/**
 * `npm test`: every check in turn, with progress; the last line is `N passed, N failed`.
 * `npm test -- --only=types,unit` runs some stages; what follows goes to the runner of a single one:
 * `npm test -- --only=unit runtime/engine`.
 */
interface Counts {
  passed: number
  failed: number
}

interface Stage {
  name: string
  run(rest: readonly string[]): Promise<Counts>
}

const results = mkdtempSync(join(tmpdir(), 'floorwalker-test-'))
const stages: Stage[] = [
  { name: 'lint', run: (rest) => tool('biome', ['check', ...rest], 'npm run fix') },
  { name: 'types', run: () => types() },
  { name: 'arrows', run: () => tool('depcruise', ['--config', '.dependency-cruiser.mjs', '--output-type', 'err', 'schemas', 'nodes', 'runtime', 'editor', 'widget', 'cli']) },
  { name: 'unused', run: () => tool('knip', ['--no-progress']) },
  { name: 'build', run: () => build() },
  { name: 'unit', run: (rest) => unit(rest) },
  { name: 'browser', run: (rest) => browser(rest) },
]

const wanted = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length).split(',')
const rest = process.argv.slice(2).filter((argument) => !argument.startsWith('--only='))
const unknown = wanted?.filter((name) => !stages.some((stage) => stage.name === name)) ?? []
if (unknown.length > 0) {
  process.stderr.write(`There is no stage ${unknown.join(', ')}; there are ${stages.map((stage) => stage.name).join(', ')}.\n`)
  process.exit(1)
}

const total: Counts = { passed: 0, failed: 0 }
for (const stage of stages.filter((each) => wanted?.includes(each.name) ?? true)) {
  const began = Date.now()
  process.stdout.write(`· ${stage.name} …\n`)
  const counts = await stage.run(wanted?.length === 1 ? rest : [])
  total.passed += counts.passed
  total.failed += counts.failed
  const seconds = ((Date.now() - began) / 1_000).toFixed(1)
  process.stdout.write(`${counts.failed === 0 ? '✓' : '✗'} ${stage.name.padEnd(8)} ${String(counts.passed).padStart(5)} passed ${counts.failed ? `${counts.failed} failed ` : ''}${seconds} s\n`)
}
rmSync(results, { recursive: true, force: true })
process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed === 0 ? 0 : 1

/** A tool that says yes or no; its words are shown only when it says no. */
async function tool(command: string, args: readonly string[], mend?: string): Promise<Counts> {
  const { code, output } = await run(command, args, {})
  if (code === 0) return { passed: 1, failed: 0 }
  process.stdout.write(`${output}\n${mend ? `→ ${mend}\n` : ''}`)
  return { passed: 0, failed: 1 }
}

/** Three programs: the server knows no DOM, the browser side no Node, and browser tests know both. */
async function types(): Promise<Counts> {
  const total: Counts = { passed: 0, failed: 0 }
  for (const program of ['server', 'browser', 'e2e']) {
    const { passed, failed } = await tool('tsc', ['-p', `tsconfig.${program}.json`])
    total.passed += passed
    total.failed += failed
  }
  return total
}

async function build(): Promise<Counts> {
  try {
    await buildWebIfStale()
    return { passed: 1, failed: 0 }
  } catch (thrown) {
    process.stdout.write(`${thrown instanceof Error ? thrown.message : String(thrown)}\n`)
    return { passed: 0, failed: 1 }
  }
}

async function unit(filters: readonly string[]): Promise<Counts> {
  const file = join(results, 'unit.json')
  const { code } = await run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...filters], { show: true })
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(file, 'utf8')) as { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number }
  // a file that cannot even be loaded has no failed test, but it has failed
  const failed = Math.max(numFailedTests, numFailedTestSuites > 0 ? 1 : 0, code === 0 ? 0 : 1)
  return { passed: numPassedTests, failed }
}

async function browser(filters: readonly string[]): Promise<Counts> {
  ensureBrowser()
  const file = join(results, 'browser.json')
  const { code } = await run('playwright', ['test', '--reporter=line,json', ...filters], { show: true, environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: file } })
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats } = JSON.parse(readFileSync(file, 'utf8')) as { stats: { expected: number; unexpected: number; flaky: number } }
  return { passed: stats.expected, failed: Math.max(stats.unexpected + stats.flaky, code === 0 ? 0 : 1) }
}

/** Debian's Chromium where it can be had, else Playwright's own download. */
function ensureBrowser(): void {
  const system = process.env.FLOORWALKER_CHROMIUM ?? '/usr/bin/chromium'
  if (existsSync(system)) return
  process.stdout.write('  installing a browser …\n')
  const isRoot = process.getuid?.() === 0
  const debian = isRoot && existsSync('/usr/bin/apt-get')
  const done = debian
    ? spawnSync('sh', ['-c', 'apt-get update -qq && apt-get install -qq -y chromium fonts-noto-cjk'], { stdio: ['ignore', 'ignore', 'inherit'] })
    : spawnSync('playwright', ['install', 'chromium'], { stdio: ['ignore', 'ignore', 'inherit'] })
  if (done.status !== 0) process.stdout.write('✗ no browser could be installed: set FLOORWALKER_CHROMIUM to one\n')
}

function run(command: string, args: readonly string[], options: { show?: boolean; environment?: Record<string, string> }): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', options.show ? 'inherit' : 'pipe', options.show ? 'inherit' : 'pipe'], env: { ...process.env, ...options.environment } })
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('exit', (code) => resolve({ code: code ?? 1, output }))
  })
}
