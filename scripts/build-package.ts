import { spawnSync } from 'node:child_process'
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildWebIfStale } from './build-web.ts'

/**
 * What npm delivers. Node strips no types below node_modules, so the sources become JavaScript in dist/, with everything
 * that they read from disk at the same place beside them.
 */
const root = join(import.meta.dirname, '..')
const dist = join(root, 'dist')
/** A driver's type that has no name outside its package; the module it is inferred in is nobody's entrance, so its missing declaration is not missed. */
const tolerated = /^runtime\/store\/statements\.ts\(.*TS4058/

rmSync(dist, { recursive: true, force: true })
const { stdout, error } = spawnSync('tsc', ['-p', 'tsconfig.package.json'], {
  cwd: root,
  encoding: 'utf8',
  shell: process.platform === 'win32',
})
if (error) throw error
const complaints = stdout.split('\n').filter((line) => line !== '' && !tolerated.test(line))
if (complaints.length > 0) {
  process.stderr.write(`${complaints.join('\n')}\n`)
  process.exit(1)
}

for (const room of ['schemas', 'nodes', 'runtime', 'examples']) {
  cpSync(join(root, room), join(dist, room), { recursive: true, filter: (path) => !/\.tsx?$|[/\\]golden$|_snapshot\.json$/.test(path) })
}
await buildWebIfStale()
cpSync(join(root, 'dist-web'), join(dist, 'dist-web'), { recursive: true })
