import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'floorwalker-new-node-'))
const tools = join(root, 'node_modules/.bin')

beforeAll(() => {
  for (const each of ['nodes', 'schemas', 'biome.json', 'package.json', 'tsconfig.base.json', 'tsconfig.server.json'])
    cpSync(join(root, each), join(folder, each), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('npm run new:node', () => {
  it('writes a node type that compiles and passes its own test', { timeout: 120_000 }, async () => {
    await run(process.execPath, [join(root, 'scripts/new-node.ts'), 'pause-note', '--zh', '停顿', '--en', 'Pause'])
    expect(read('nodes/index.ts')).toMatch(/^ {2}\[pauseNote, pauseNoteText\],$/m)
    expect(read('nodes/behaviours.ts')).toMatch(/^ {2}pauseNote,$/m)
    await run(join(tools, 'tsc'), ['-p', 'tsconfig.server.json'])
    await run(join(tools, 'vitest'), ['run', '--root', folder, 'nodes/pause-note'])
  })

  it.each([
    ['no name', []],
    ['a name with capitals', ['PauseNote']],
    ['a name that is taken', ['ask']],
    ['a group that is none', ['other-note', '--group', 'else']],
  ])('refuses %s and says how it is called', async (_, given) => {
    await expect(run(process.execPath, [join(root, 'scripts/new-node.ts'), ...given])).rejects.toThrow('npm run new:node -- <type>')
  })
})

function read(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

function run(command: string, args: readonly string[]) {
  const environment = { ...process.env, PATH: [tools, process.env.PATH].join(delimiter) }
  return promisify(execFile)(command, args, { cwd: folder, env: environment }).catch(
    (error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.stdout ?? ''}${error.stderr ?? ''}`)
    },
  )
}
