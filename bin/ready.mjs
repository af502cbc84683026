// Makes sure that there is a Node new enough to run Floorwalker and, in a checkout, the locked packages.
// Plain JavaScript for any Node ≥ 18, and without packages, because it runs before there are any.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { constants, homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const wantedMajor = 24
const project = fileURLToPath(new URL('..', import.meta.url))

/** Path of a Node that is new enough: the one that runs this, one fetched earlier, or one fetched now. */
export function readyNode() {
  return isNewEnough() ? process.execPath : (privateNode() ?? installNode())
}

export function isNewEnough() {
  return Number(process.versions.node.split('.')[0]) >= wantedMajor
}

/** Installs what the lock file names, unless it is there. @returns the environment in which its commands are found */
export function readyPackages(node) {
  const path = [dirname(node), join(project, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter)
  const environment = { ...process.env, PATH: path, Path: path }
  if (!isInstalled())
    step('packages', () => npm(node, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: project, env: environment }))
  return environment
}

/** Becomes the program: its signals, its output and its exit code are ours. */
export function become(node, args, options) {
  const child = spawn(node, args, { ...options, stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
    process.on(signal, () => {
      // a terminal sends Ctrl-C to the child as well; a second one would cut its orderly end short
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    })
  }
  child.on('error', (error) => fail(error))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0)))
}

export function fail(failure) {
  say(`✗ ${failure instanceof Error ? failure.message : failure}`)
  process.exitCode = 1
}

/** A Node fetched earlier: in the home folder, where every checkout finds it. */
function privateNode() {
  const node = nodeIn(privateFolder())
  return existsSync(node) ? node : null
}

/** `node-<platform>-<arch>` holds nothing but the binary and needs no install script. */
function installNode() {
  const folder = privateFolder()
  mkdirSync(dirname(folder), { recursive: true })
  // moved into place when whole, so that a second launcher never meets half a Node
  const draft = mkdtempSync(`${folder}-`)
  writeFileSync(join(draft, 'package.json'), '{ "private": true }\n')
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
  const quietly = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund']
  step(`Node ${wantedMajor}`, () =>
    npm(process.execPath, ['install', '--prefix', draft, ...quietly, `${name}@${wantedMajor}`], { cwd: draft }),
  )
  try {
    renameSync(draft, folder)
  } catch {
    // another launcher was first; its Node is as good
    rmSync(draft, { recursive: true, force: true })
  }
  const node = nodeIn(folder)
  if (!existsSync(node))
    throw new Error(`no Node ${wantedMajor} for ${process.platform} ${process.arch}: install it by hand and start again`)
  return node
}

function privateFolder() {
  const cache = process.env.FLOORWALKER_CACHE ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'floorwalker')
  return join(cache, `node${wantedMajor}`)
}

function nodeIn(folder) {
  const isWindows = process.platform === 'win32'
  return join(
    folder,
    'node_modules',
    `node-${isWindows ? 'win' : process.platform}-${process.arch}`,
    'bin',
    isWindows ? 'node.exe' : 'node',
  )
}

/** True when node_modules holds what the lock file names: npm's own record of it, written last, is compared version by version. */
function isInstalled() {
  const locked = packagesIn(join(project, 'package-lock.json'))
  const present = packagesIn(join(project, 'node_modules', '.package-lock.json'))
  if (!locked || !present) return false
  for (const [path, each] of Object.entries(locked)) {
    if (path !== '' && !each.optional && !each.devOptional && !each.link && present[path]?.version !== each.version) return false
  }
  return Object.entries(present).every(([path, each]) => each.link || locked[path]?.version === each.version)
}

function packagesIn(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return null
  }
}

function npm(node, args, options) {
  const own = process.env.npm_execpath
  // under `npm start` npm says where it is; its file is run by the Node that was chosen, not by the one in its first line
  const [program, all] = own?.endsWith('npm-cli.js') ? [node, [own, ...args]] : ['npm', args]
  const { status, error, stdout, stderr } = spawnSync(program, all, {
    ...options,
    encoding: 'utf8',
    shell: program === 'npm' && process.platform === 'win32',
  })
  if (error) throw error
  if (status !== 0) throw new Error(`npm ${args[0]} failed\n${stdout}${stderr}`)
}

function step(what, work) {
  say(`  installing ${what} …`)
  const began = Date.now()
  work()
  say(`✓ ${what.padEnd(16)} ${((Date.now() - began) / 1_000).toFixed(1)} s`)
}

function say(line) {
  process.stderr.write(`${line}\n`)
}
