import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

interface Locked {
  version?: string
  resolved?: string
  link?: boolean
  license?: string
  dev?: boolean
  devOptional?: boolean
  hasInstallScript?: boolean
}

const root = join(import.meta.dirname, '..')
const read = (file: string) => JSON.parse(readFileSync(join(root, file), 'utf8'))
const packages = Object.entries(read('package-lock.json').packages as Record<string, Locked>).filter(([path]) => path !== '')
const manifest = read('package.json') as {
  allowScripts?: Record<string, boolean>
  dependencies: Record<string, string>
  devDependencies: Record<string, string>
}
const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** The first version of each without the weakness that made it famous. */
const floors: Record<string, string> = { hono: '4.12.21', 'better-auth': '1.4.17', 'drizzle-orm': '0.45.2', liquidjs: '10.26.0' }

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((each) => each.split('-')[0]?.split('.').map(Number) ?? [])
  for (let index = 0; index < 3; index++) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return true
}

describe('the lock file', () => {
  it('holds no address to download from and nothing from git', () => {
    expect(packages.filter(([, each]) => each.resolved !== undefined || each.link).map(([path]) => path)).toEqual([])
    const ranges = Object.values({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(ranges.filter((range) => /[:/]/.test(range))).toEqual([])
  })

  it.each(Object.entries(floors))('has %s %s or newer', (name, floor) => {
    const found = packages.filter(([path]) => nameOf(path) === name).map(([, each]) => each.version ?? '0')
    expect(found.length).toBeGreaterThan(0)
    for (const version of found) expect(atLeast(version, floor), version).toBe(true)
  })

  it('brings no package that runs a script at install and was not looked at', () => {
    const listed = Object.keys(manifest.allowScripts ?? {}).map((each) => each.replace(/(.)@.*$/, '$1'))
    const scripted = packages.filter(([, each]) => each.hasInstallScript).map(([path]) => nameOf(path))
    expect([...new Set(scripted)].filter((name) => !listed.includes(name))).toEqual([])
  })

  it('ships under permissive licences only', () => {
    // optional parts of a development tool for other platforms carry no mark of their own
    const tools = /^node_modules\/lightningcss/
    const permissive = /MIT|ISC|BSD|Apache|0BSD|Unlicense|CC0|BlueOak|Python-2\.0|WTFPL/
    const strange = packages
      .filter(([path, each]) => !each.dev && !each.devOptional && !tools.test(path) && !permissive.test(each.license ?? ''))
      .map(([path, each]) => `${path}: ${each.license}`)
    expect(strange).toEqual([])
  })
})
