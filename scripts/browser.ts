import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const debian = '/usr/bin/chromium'

/**
 * Installs a Chromium for the browser tests unless there is one.
 * @returns its path, or null where Playwright knows the way to its own
 */
export function browser(): string | null {
  const named = process.env.FLOORWALKER_CHROMIUM
  if (named !== undefined) return named
  if (existsSync(debian)) return debian
  process.stderr.write('  installing a browser …\n')
  const isDebian = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  const [command, ...args] = isDebian
    ? ['sh', '-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y chromium fonts-noto-cjk']
    : ['playwright', 'install', 'chromium']
  const { status } = spawnSync(command ?? '', args, { stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' })
  if (status !== 0) process.stderr.write('✗ no browser could be installed: name one in FLOORWALKER_CHROMIUM\n')
  return isDebian ? debian : null
}
