import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'

/** KiB of compressed script, entry and all it imports at once. */
const budgets = {
  /** Until a flow stands on the canvas, test chat included. */
  flow: 350,
  /** Until one can sign in or sees the list of flows. */
  list: 240,
}

const built = join(import.meta.dirname, '../dist-web/editor')

interface Chunk {
  file: string
  src?: string
  name?: string
  imports?: string[]
}

describe('what the browser loads first', () => {
  let manifest: Record<string, Chunk> = {}
  beforeAll(() => {
    const file = join(built, '.vite/manifest.json')
    if (!existsSync(file)) throw new Error('The editor is not built: npm run build:web')
    manifest = JSON.parse(readFileSync(file, 'utf8'))
  })

  const closure = (entry: string, found = new Set<string>()): Set<string> => {
    if (found.has(entry)) return found
    found.add(entry)
    for (const each of manifest[entry]?.imports ?? []) closure(each, found)
    return found
  }
  const filesOf = (...entries: string[]) =>
    [...new Set(entries.flatMap((entry) => [...closure(entry)]))].flatMap((key) => manifest[key]?.file ?? [])
  const kib = (files: readonly string[]) =>
    files.filter((file) => file.endsWith('.js')).reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0) / 1_024

  it('is small enough to sign in and to see the flows', () => {
    expect(kib(filesOf('index.html'))).toBeLessThanOrEqual(budgets.list)
  })

  it('is small enough to open a flow', () => {
    const files = filesOf('index.html', 'pages/Flow.tsx')
    expect(files.length).toBeGreaterThan(2)
    expect(kib(files)).toBeLessThanOrEqual(budgets.flow)
  })

  it('holds neither the code editor nor the layout engine', () => {
    const first = [...closure('index.html', closure('pages/Flow.tsx'))]
    for (const heavy of [/monaco-editor/, /^_editor\.api/, /dagre/, /^json\/Json\.tsx$/]) {
      expect(
        Object.keys(manifest).some((key) => heavy.test(key)),
        `${heavy} is built`,
      ).toBe(true)
      expect(first.filter((key) => heavy.test(key))).toEqual([])
    }
  })
})
