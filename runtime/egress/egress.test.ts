import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addressKind } from './addresses.ts'
import { createEgress, type Egress } from './egress.ts'

let canary: Server
let port: number
let hits: { path: string; headers: Record<string, unknown> }[]
const made: Egress[] = []

beforeAll(async () => {
  canary = createServer((request, response) => {
    hits.push({ path: request.url ?? '', headers: request.headers })
    const to = /^\/to\/(.+)/.exec(request.url ?? '')?.[1]
    if (to) response.writeHead(302, { location: decodeURIComponent(to) }).end()
    else if (request.url === '/loop') response.writeHead(302, { location: '/loop' }).end()
    else if (request.url === '/close') response.writeHead(200, { connection: 'close' }).end('{}')
    else if (request.url === '/big') response.end(Buffer.alloc(3_000))
    else if (request.url === '/silent') return
    else response.end('{"ok":true}')
  })
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve))
  port = (canary.address() as AddressInfo).port
})
afterAll(() => {
  for (const egress of made) egress.close()
  canary.closeAllConnections()
  canary.close()
})

function guard(options: Parameters<typeof createEgress>[0] = {}): Egress {
  hits = []
  const egress = createEgress(options)
  made.push(egress)
  return egress
}

describe('the way out', () => {
  it('reaches nothing on this machine or in its net, however it is spelled [T-S9]', async () => {
    const egress = guard({ ports: [443, 80, port] })
    const hosts = [
      '127.0.0.1',
      'localhost',
      '127.1',
      '0x7f.1',
      '2130706433',
      '017700000001',
      '①②⑦.0.0.1',
      '127.0.0.1.',
      '0.0.0.0',
      '0',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.64.0.1',
      '100.100.100.200',
      '198.18.0.1',
      '224.0.0.1',
      '255.255.255.255',
      '[fc00::1]',
      '[fd00:ec2::254]',
      '[fe80::1]',
      '[ff02::1]',
      '[2001:db8::1]',
      '[::127.0.0.1]',
    ]
    for (const host of hosts)
      for (const scheme of ['http', 'https'])
        expect([host, await egress.get(`${scheme}://${host}:${port}/`)]).toEqual([host, { ok: false, why: 'refused' }])
    expect(hits).toEqual([])
  })

  it('takes no other scheme, no name and password, no other port', async () => {
    const egress = guard({ resolve: async () => ['93.184.215.14'] })
    for (const url of [
      'file:///etc/passwd',
      'ftp://example.com/',
      'gopher://example.com/',
      'data:,x',
      'http://example.com/',
      'https://user:secret@example.com/',
      'https://example.com:22/',
      'https://example.com:8443/',
      '',
      'not a url',
      '//example.com',
    ])
      expect([url, await egress.get(url)]).toEqual([url, { ok: false, why: 'refused' }])
  })

  it('refuses a name as soon as one of its addresses is private', async () => {
    const answers = [['127.0.0.1'], ['93.184.215.14', '10.0.0.7'], ['::ffff:10.0.0.7'], ['64:ff9b::a00:7'], []]
    for (const addresses of answers)
      expect(await guard({ resolve: async () => addresses }).get('https://shop.example/')).toEqual({ ok: false, why: 'refused' })
    expect(hits).toEqual([])
  })

  it('asks for the addresses at the moment of connecting, so that an answer which flips gains nothing', async () => {
    const answers = ['127.0.0.1', '169.254.169.254', '127.0.0.1']
    let asked = 0
    const egress = guard({ named: [`rebind.example:${port}`], resolve: async () => [answers[asked++] ?? ''] })
    const call = () => egress.get(`http://rebind.example:${port}/close`)
    expect(await call()).toMatchObject({ ok: true, status: 200 })
    expect(await call()).toEqual({ ok: false, why: 'refused' })
    expect(await call()).toMatchObject({ ok: true, status: 200 })
    expect(asked).toBe(3)
  })

  it('lets the address through that an admin named, and only that port', async () => {
    const egress = guard({ named: [`127.0.0.1:${port}`] })
    expect(await egress.get(`http://127.0.0.1:${port}/x`)).toMatchObject({ ok: true, status: 200 })
    expect(await egress.get(`http://127.0.0.1:${port + 1}/x`)).toEqual({ ok: false, why: 'refused' })
    expect(await egress.get(`http://localhost:${port}/x`)).toEqual({ ok: false, why: 'refused' })
  })

  it('takes a name without a port for its usual ports', async () => {
    const egress = guard({ named: ['shop.internal'], resolve: async () => ['127.0.0.1'] })
    // nothing listens there: that it was tried is what counts
    expect(await egress.get('http://shop.internal/')).toEqual({ ok: false, why: 'unreachable' })
    expect(await egress.get(`http://shop.internal:${port}/`)).toEqual({ ok: false, why: 'refused' })
  })

  it('never reaches the addresses of cloud credentials, even when named', async () => {
    const egress = guard({ named: ['169.254.169.254:80', 'metadata.example:80'], resolve: async () => ['169.254.169.254'] })
    expect(await egress.get('http://169.254.169.254/latest/meta-data')).toEqual({ ok: false, why: 'refused' })
    expect(await egress.get('http://metadata.example/')).toEqual({ ok: false, why: 'refused' })
  })

  it('checks each redirect like a first call and follows three at most', async () => {
    const egress = guard({ named: [`127.0.0.1:${port}`] })
    const via = (target: string) => egress.get(`http://127.0.0.1:${port}/to/${encodeURIComponent(target)}`)
    expect(await via('/fine')).toMatchObject({ ok: true, status: 200 })
    for (const target of [
      'http://127.0.0.1:1/',
      'http://localhost/',
      'http://[::1]/',
      'http://169.254.169.254/',
      'file:///etc/passwd',
      'https://10.0.0.1/',
    ])
      expect(await via(target)).toEqual({ ok: false, why: 'refused' })
    expect(await egress.get(`http://127.0.0.1:${port}/loop`)).toEqual({ ok: false, why: 'too-many-redirects' })
  })

  it('leaves credentials behind when a redirect leaves the origin', async () => {
    const egress = guard({ named: [`127.0.0.1:${port}`, `localhost:${port}`], resolve: async () => ['127.0.0.1'] })
    const headers = { authorization: 'Bearer secret', 'x-visitor': 'c-1', 'accept-language': 'zh' }
    await egress.get(`http://127.0.0.1:${port}/to/${encodeURIComponent('/same')}`, { headers })
    expect(hits.at(-1)).toMatchObject({ path: '/same', headers: { authorization: 'Bearer secret' } })
    await egress.get(`http://127.0.0.1:${port}/to/${encodeURIComponent(`http://localhost:${port}/other`)}`, { headers })
    expect(hits.at(-1)).toMatchObject({ path: '/other', headers: { 'accept-language': 'zh' } })
    expect(hits.at(-1)?.headers).not.toHaveProperty('authorization')
    expect(hits.at(-1)?.headers).not.toHaveProperty('x-visitor')
  })

  it('stops reading what is too large and waiting for what never comes', async () => {
    const egress = guard({ named: [`127.0.0.1:${port}`], maxBytes: 2_000, timeout: 150 })
    expect(await egress.get(`http://127.0.0.1:${port}/big`)).toEqual({ ok: false, why: 'too-large' })
    expect(await egress.get(`http://127.0.0.1:${port}/silent`)).toEqual({ ok: false, why: 'timeout' })
  })

  it('sends JSON under the same rules and follows no redirect with it', async () => {
    const egress = guard({ named: [`127.0.0.1:${port}`] })
    expect(await egress.post(`http://127.0.0.1:${port}/x`, '{}', { headers: { authorization: 'Bearer x' } })).toMatchObject({
      ok: true,
      status: 200,
    })
    expect(await egress.post(`http://127.0.0.1:${port}/to/%2Ffine`, '{}')).toMatchObject({ ok: true, status: 302 })
    expect(hits.map(({ path }) => path)).toEqual(['/x', '/to/%2Ffine'])
    expect(await egress.post('http://10.0.0.1/', '{}')).toEqual({ ok: false, why: 'refused' })
  })
})

it('tells public addresses from all others', () => {
  for (const address of ['93.184.215.14', '1.1.1.1', '2606:4700::1111', '2a00:1450:4001:800::200e', '::ffff:1.1.1.1'])
    expect([address, addressKind(address)]).toEqual([address, 'public'])
  for (const address of ['127.0.0.1', '::ffff:127.0.0.1', 'fe80::1%eth0', 'nonsense', '', '2001::1', '4000::1', '::'])
    expect([address, addressKind(address)]).toEqual([address, 'private'])
  for (const address of ['169.254.169.254', '::ffff:169.254.169.254', 'fd00:ec2::254', '100.100.100.200'])
    expect([address, addressKind(address)]).toEqual([address, 'metadata'])
})
