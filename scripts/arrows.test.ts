import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const config: { forbidden: { name: string }[] } = (await import(join(root, '.dependency-cruiser.mjs'))).default
const command = join(root, 'node_modules/.bin/depcruise')

interface Cruised {
  summary: { totalCruised: number; violations: { rule: { name: string } }[] }
}

function cruise(folder: string, paths: string[]): Promise<Cruised> {
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [command, '--config', '.dependency-cruiser.mjs', '--output-type', 'json', ...paths],
      { cwd: folder, maxBuffer: 2 ** 28 },
      (error, out) => {
        try {
          resolve(JSON.parse(out))
        } catch {
          reject(error ?? new Error(out))
        }
      },
    )
  })
}

/** For each rule a file that breaks it: path → imports. */
const planted: Record<string, Record<string, string[]>> = {
  'no-circle': { 'schemas/a.ts': ['./b.ts'], 'schemas/b.ts': ['./a.ts'] },
  'schemas-reaches-only-its-rooms': { 'schemas/bad.ts': ['../nodes/x.ts'], 'nodes/x.ts': [] },
  'schemas-knows-no-node-module': { 'schemas/fs.ts': ['node:fs'] },
  'nodes-reaches-only-its-rooms': { 'nodes/bad.ts': ['../runtime/errors.ts'], 'runtime/errors.ts': [] },
  'nodes-knows-no-node-module': { 'nodes/fs.ts': ['node:fs'] },
  'a-node-knows-no-other-node': { 'nodes/one/run.ts': ['../two/node.ts'], 'nodes/two/node.ts': [] },
  'definitions-load-no-behaviour': { 'nodes/three/node.ts': ['./run.ts'], 'nodes/three/run.ts': [] },
  'engine-reaches-only-its-rooms': { 'runtime/engine/bad.ts': ['../store/s.ts'], 'runtime/store/s.ts': [] },
  'engine-knows-no-node-module': { 'runtime/engine/fs.ts': ['node:fs'] },
  'language-reaches-only-its-rooms': { 'runtime/language/bad.ts': ['../store/s.ts'], 'runtime/store/s.ts': [] },
  'knowledge-reaches-only-its-rooms': { 'runtime/knowledge/bad.ts': ['../promotions/p.ts'], 'runtime/promotions/p.ts': [] },
  'library-reaches-only-its-rooms': { 'runtime/library/bad.ts': ['../conversations/c.ts'], 'runtime/conversations/c.ts': [] },
  'promotions-reaches-only-its-rooms': { 'runtime/promotions/bad.ts': ['../shop/s.ts'], 'runtime/shop/s.ts': [] },
  'egress-reaches-only-its-rooms': { 'runtime/egress/bad.ts': ['../shop/c.ts'], 'runtime/shop/c.ts': [] },
  'provider-reaches-only-its-rooms': { 'runtime/provider/bad.ts': ['../engine/e.ts'], 'runtime/engine/e.ts': [] },
  'shop-reaches-only-its-rooms': { 'runtime/shop/bad.ts': ['../store/s.ts'], 'runtime/store/s.ts': [] },
  'uploads-reaches-only-its-rooms': { 'runtime/uploads/bad.ts': ['../http/h.ts'], 'runtime/http/h.ts': [] },
  'store-reaches-only-its-rooms': { 'runtime/store/bad.ts': ['../engine/e.ts'], 'runtime/engine/e.ts': [] },
  'only-the-store-knows-a-driver': { 'runtime/flows/bad.ts': ['better-sqlite3'] },
  'http-is-the-roof': { 'runtime/conversations/bad.ts': ['../http/h.ts'], 'runtime/http/h.ts': [] },
  'the-server-reaches-no-screen': { 'runtime/flows/screen.ts': ['../../editor/e.ts'], 'editor/e.ts': [] },
  'the-editor-reaches-no-server': { 'editor/bad.ts': ['../runtime/r.ts'], 'runtime/r.ts': [] },
  'widget-reaches-only-its-rooms': { 'widget/bad.ts': ['../nodes/n.ts'], 'nodes/n.ts': [] },
  'widget-knows-no-node-module': { 'widget/fs.ts': ['node:fs'] },
  'the-widget-takes-only-types-from-schemas': { 'widget/values.ts': ['../schemas/s.ts'], 'schemas/s.ts': [] },
  'no-test-support-in-the-product': { 'runtime/flows/tested.ts': ['./testing.ts'], 'runtime/flows/testing.ts': [] },
  'nothing-unresolved': { 'runtime/flows/lost.ts': ['./nowhere.ts'] },
}

const folder = mkdtempSync(join(tmpdir(), 'floorwalker-arrows-'))
let broken: string[]

beforeAll(async () => {
  cpSync(join(root, '.dependency-cruiser.mjs'), join(folder, '.dependency-cruiser.mjs'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  for (const files of Object.values(planted)) {
    for (const [path, imports] of Object.entries(files)) {
      const file = join(folder, path)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(
        file,
        `${imports.map((each, index) => `import * as m${index} from '${each}'\nexport const x${index} = m${index}`).join('\n')}\nexport const self = 1\n`,
      )
    }
  }
  const { summary } = await cruise(folder, ['.'])
  broken = summary.violations.map((violation) => violation.rule.name)
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the arrows between rooms', () => {
  it.each(config.forbidden.map((rule) => rule.name))('%s: a planted violation is found', (name) => {
    expect(planted, 'plant a violation of every rule').toHaveProperty(name)
    expect(broken).toContain(name)
  })

  it('plants for no rule that is gone', () => {
    const names = config.forbidden.map((rule) => rule.name)
    expect(Object.keys(planted).filter((name) => !names.includes(name))).toEqual([])
  })

  it('really reads the sources: hundreds of modules', async () => {
    const { summary } = await cruise(root, ['schemas', 'nodes', 'runtime'])
    expect(summary.totalCruised).toBeGreaterThan(200)
  }, 60_000)
})
