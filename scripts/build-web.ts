import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const sources = ['editor', 'widget', 'schemas', 'nodes', 'vite.config.ts', 'vite.widget.config.ts', 'package-lock.json']
const stamp = join(root, 'dist-web', 'built-from')

/** Builds editor and widget unless dist-web was made from exactly these sources. @returns whether it built */
export async function buildWebIfStale(): Promise<boolean> {
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return false
  const began = Date.now()
  process.stderr.write('  building the browser side …\n')
  await build({ configFile: join(root, 'vite.config.ts') })
  await build({ configFile: join(root, 'vite.widget.config.ts') })
  writeFileSync(stamp, now)
  process.stderr.write(`✓ browser side      ${((Date.now() - began) / 1_000).toFixed(1)} s\n`)
  return true
}

/** Hash over names and bytes of everything that goes into the bundles. */
function fingerprint(): string {
  const hash = createHash('sha256')
  const add = (path: string): void => {
    if (statSync(join(root, path)).isDirectory()) {
      for (const name of readdirSync(join(root, path)).toSorted()) add(join(path, name))
      return
    }
    if (/\.test\.tsx?$/.test(path)) return
    hash.update(path).update(readFileSync(join(root, path)))
  }
  for (const source of sources) add(source)
  return hash.digest('hex')
}

if (process.argv[1] === import.meta.filename) await buildWebIfStale()
