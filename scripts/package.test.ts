import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** The package as npm would deliver it: packed, installed in an empty folder, used there as its users do. */
const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'floorwalker-package-'))
const environment = {
  ...process.env,
  PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
  FLOORWALKER_HOST: '127.0.0.1',
  FLOORWALKER_PORT: '0',
  FLOORWALKER_DEMO_PORT: '0',
  FLOORWALKER_DATA: join(folder, 'data'),
  FLOORWALKER_LOG: 'error',
}
const minutes = 60_000

beforeAll(async () => {
  await npm(root, ['pack', '--pack-destination', folder, '--loglevel=error'])
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz')) ?? 'no tarball'
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }\n')
  // peers are not looked up: the sign-in library names web frameworks by the dozen, and asking for each takes minutes
  await npm(folder, [
    'install',
    '--legacy-peer-deps',
    '--prefix',
    folder,
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    join(folder, tarball),
  ])
}, 5 * minutes)
afterAll(() => rmSync(folder, { recursive: true, force: true }), minutes)

describe('the package', () => {
  it('starts in an empty folder and serves the chat, the editor, the widget and the API page', { timeout: minutes }, async () => {
    const server = spawn(process.execPath, [bin(), 'start'], { cwd: folder, env: environment, stdio: ['ignore', 'pipe', 'pipe'] })
    const url = new URL(await printed(server, /Editor\s+(http\S+)/)).origin
    const answers = await Promise.all(
      ['/v1/health', '/editor', '/widget.js', '/docs/api/swagger-ui-bundle.js', '/openapi.json', '/schemas/flow-1.json'].map(
        async (path) => [path, (await fetch(url + path)).status],
      ),
    )
    expect(answers.filter(([, status]) => status !== 200)).toEqual([])
    // nothing but the package lies here: what it recognises, it learnt from what it brought
    expect(await answered(url, '我的快递到哪里了呀')).toMatch(/订单/)
    expect(await answered(url, '几天之内可以退货')).toContain('7 天')
    const ended = once(server, 'exit')
    server.kill('SIGTERM')
    expect(await ended).toEqual([0, null])
  })

  it('brings the commands', async () => {
    const { stdout } = await run(process.execPath, [bin(), 'validate', join(root, 'examples/flows/track-parcel.json')])
    expect(stdout).not.toContain('error')
  })

  it('brings the same command to a checkout, where it runs the sources on files where the user stands', async () => {
    writeFileSync(join(folder, 'mine.tsv'), '我想退货\treturn_apply\n')
    const { stdout } = await run(process.execPath, [join(root, 'bin/floorwalker.mjs'), 'eval', 'intents', '--test', 'mine.tsv', '--json'])
    expect(JSON.parse(stdout)).toMatchObject({ accuracy: 1 })
  })

  it('is embedded in a server of its user’s own, with types', { timeout: minutes }, async () => {
    const source = `
      import { createRuntime, readSettings, type Runtime } from 'floorwalker'
      const runtime: Runtime = await createRuntime({ settings: readSettings({ FLOORWALKER_DATA: 'embedded', FLOORWALKER_LOG: 'silent' }) })
      const response: Response = await runtime.app.request('/v1/health')
      process.stdout.write(String(response.status))
      await runtime.close()
    `
    writeFileSync(join(folder, 'embed.ts'), source)
    const strict = ['--strict', '--noEmit', '--skipLibCheck', '--target', 'es2024', '--module', 'nodenext', '--types', 'node']
    const types = join(root, 'node_modules/@types')
    await run(join(root, 'node_modules/.bin/tsc'), [...strict, '--typeRoots', types, 'embed.ts'])
    expect((await run(process.execPath, ['embed.ts'])).stdout).toBe('200')
  })
})

/** What a new visitor of the demo shop is answered. */
async function answered(url: string, text: string): Promise<string> {
  const post = async (path: string, body: unknown, token?: string) => {
    const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await response.json()) as { conversationId: string; token: string; messages: unknown[] }
  }
  const { conversationId, token } = await post('/v1/conversations', { entry: 'storefront', locale: 'zh-CN' })
  const { messages } = await post(
    `/v1/conversations/${conversationId}/messages`,
    { id: 'message-1', content: { type: 'text', text } },
    token,
  )
  return JSON.stringify(messages)
}

function bin(): string {
  return join(folder, 'node_modules/floorwalker/bin/floorwalker.mjs')
}

/** The first group of the pattern, as soon as the server has said it. */
function printed(server: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const found = pattern.exec(said)?.[1]
      if (found) resolve(found)
    }
    server.stdout?.on('data', read)
    server.stderr?.on('data', read)
    server.once('exit', (code) => reject(new Error(`the server ended with ${code}:\n${said}`)))
  })
}

function run(command: string, args: readonly string[], cwd = folder) {
  return promisify(execFile)(command, args, { cwd, env: environment, maxBuffer: 2 ** 26 }).catch(
    (error: Error & { stdout?: string; stderr?: string }) => {
      throw new Error(`${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`)
    },
  )
}

function npm(cwd: string, args: readonly string[]) {
  const own = process.env.npm_execpath
  return own?.endsWith('.js') ? run(process.execPath, [own, ...args], cwd) : run('npm', args, cwd)
}
