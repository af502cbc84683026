import { execFile, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { createRuntime } from '../runtime/index.ts'
import { readSettings } from '../runtime/settings.ts'

const cli = fileURLToPath(new URL('index.ts', import.meta.url))
const flow = fileURLToPath(new URL('../examples/flows/track-parcel.json', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'floorwalker-cli-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(args: string[], input = ''): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { timeout: 25_000, maxBuffer: 2 ** 26 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, out, err }),
    )
    child.stdin?.end(input)
  })
}

function fileOf(
  name: string,
  change: (document: { nodes: { id: string; data: Record<string, unknown> }[]; edges: { sourceHandle: string }[] }) => void,
): string {
  const document = JSON.parse(readFileSync(flow, 'utf8'))
  change(document)
  const file = join(folder, name)
  writeFileSync(file, JSON.stringify(document))
  return file
}

describe('floorwalker validate', () => {
  it('is silent and content with a good flow', async () => {
    expect(await run(['validate', flow])).toEqual({ code: 0, out: '', err: '' })
  })

  it('prints problems one a line with their exact place and exits 1', async () => {
    const file = fileOf('bad.json', (document) => {
      ;(document.nodes[1] as { data: Record<string, unknown> }).data.tries = 'three'
    })
    const { code, out } = await run(['validate', file])
    expect(code).toBe(1)
    expect(out.split('\n')[0]).toMatch(/^error \/nodes\/1\/data\/tries: .+ \[value-wrong\]$/)
  })

  it('says the same in Chinese', async () => {
    const file = fileOf('open.json', (document) => document.edges.splice(0, 1))
    const { out } = await run(['validate', file, '--locale', 'zh-CN'])
    expect(out).toMatch(/[\u4e00-\u9fff]/)
  })

  it('names a file that is not there', async () => {
    expect(await run(['validate', join(folder, 'none.json')])).toMatchObject({ code: 1, err: expect.stringContaining('none.json') })
  })
})

describe('floorwalker chat', () => {
  it('talks to a flow with its trace [R39] [B2]', async () => {
    const { code, out } = await run(['chat', flow, '--locale', 'en', '--trace'], 'D20261118-0042\n')
    expect(code).toBe(0)
    expect(out).toContain('Tell me your order number')
    expect(out).toContain('[D20261118-0042]')
    expect(out).toContain('# track-parcel/look entered → found')
  })
})

describe('floorwalker export and import', () => {
  it('carry all flows from one installation into an empty one', { timeout: 90_000 }, async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')]
    await serveOnce(from, 'on')
    await serveOnce(to, 'off')
    const bundle = join(folder, 'bundle.json')
    expect(await run(['export', '--data', from, '--out', bundle])).toMatchObject({ code: 0 })
    expect(await run(['validate', bundle])).toMatchObject({ code: 0 })
    expect((await run(['import', bundle, '--dry', '--data', to])).out).toContain('new storefront')
    expect((await run(['import', bundle, '--data', to])).out).toContain('new track-parcel')
    expect((await run(['import', bundle, '--data', to])).out).toContain('same track-parcel')
    const back = await run(['export', '--data', to])
    expect(JSON.parse(back.out)).toEqual(JSON.parse(readFileSync(bundle, 'utf8')))
  })
})

describe('floorwalker user link', () => {
  it('lets somebody who forgot the password set another, and nobody with the old one', async () => {
    const data = join(folder, 'forgetful')
    const runtime = await createRuntime({
      settings: readSettings({ FLOORWALKER_DATA: data, FLOORWALKER_LOG: 'silent', FLOORWALKER_LIMITS: '0' }),
    })
    const ask = async (method: string, path: string, body: object, cookie = '') => {
      const headers = { 'content-type': 'application/json', host: 'shop.test', origin: 'http://shop.test', cookie }
      const response = await runtime.app.request(`http://shop.test${path}`, { method, headers, body: JSON.stringify(body) })
      return { status: response.status, cookie: (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '' }
    }
    const tokenOf = (link: string | null) => link?.trim().split('token=')[1] ?? ''
    const email = 'lin@shop.example'
    const password = 'a password of hers'
    const first = await ask('POST', '/api/session/link', { token: tokenOf(await runtime.ownerLink()) })
    await ask('PUT', '/api/session/password', { next: password, name: 'Lin', email }, first.cookie)
    expect((await ask('POST', '/api/session', { email, password })).status).toBe(200)

    expect(await run(['user', 'link', 'nobody@shop.example', '--data', data])).toMatchObject({
      code: 1,
      err: expect.stringContaining(email),
    })
    const { code, out } = await run(['user', 'link', 'Lin@shop.example', '--data', data])
    expect([code, out]).toEqual([0, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/editor\/welcome#token=[\w-]{43}\n$/)])
    expect((await ask('POST', '/api/session', { email, password })).status).toBe(401)
    const again = await ask('POST', '/api/session/link', { token: tokenOf(out) })
    const next = 'one she remembers'
    expect((await ask('PUT', '/api/session/password', { next }, again.cookie)).status).toBe(200)
    expect((await ask('POST', '/api/session', { email, password: next })).status).toBe(200)
    expect((await ask('POST', '/api/session/link', { token: tokenOf(out) })).status).toBe(401)
    await runtime.close()
  })
})

/** Starts the server until it listens, so that the folder holds an installation. */
function serveOnce(data: string, demo: 'on' | 'off'): Promise<void> {
  return new Promise((resolve, reject) => {
    const environment = {
      ...process.env,
      FLOORWALKER_DATA: data,
      FLOORWALKER_DEMO: demo,
      FLOORWALKER_PORT: '0',
      FLOORWALKER_DEMO_PORT: '0',
    }
    const child = spawn(process.execPath, [cli, 'start'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('Editor')) child.kill('SIGTERM')
    })
    child.on('exit', () => resolve())
    child.on('error', reject)
  })
}
