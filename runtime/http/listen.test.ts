import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jpeg } from '../uploads/testing.ts'
import { type Listening, listen } from './listen.ts'
import { startTestRuntime, type TestRuntime } from './testing.ts'

let house: TestRuntime
let server: Listening

beforeAll(async () => {
  house = await startTestRuntime()
  server = await listen(house.runtime.app, { host: '127.0.0.1', port: 0, maxConnections: 500 })
})
afterAll(async () => {
  const stopped = server.stop()
  await house.close()
  server.cut()
  await stopped
})

describe('a slow or huge request', () => {
  it('is dropped in time when its body comes drop by drop', { timeout: 10_000 }, async () => {
    const strict = await listen(house.runtime.app, { host: '127.0.0.1', port: 0, maxConnections: 10, slowest: 1_000 })
    const began = performance.now()
    const socket = connect(strict.port, '127.0.0.1')
    socket.write('POST /v1/conversations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{')
    const drip = setInterval(() => socket.write(' '), 200)
    let answer = ''
    socket.on('data', (bytes) => {
      answer += bytes
    })
    socket.on('error', () => {})
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(drip)
    expect(performance.now() - began).toBeLessThan(3_000)
    expect(answer).toMatch(/^HTTP\/1\.1 408/)
    await strict.stop()
  })

  it('may take longer when it brings a photo', { timeout: 15_000 }, async () => {
    const strict = await listen(house.runtime.app, { host: '127.0.0.1', port: 0, maxConnections: 10, slowest: 1_000 })
    const { token } = await house.visit()
    const photo = jpeg([], new Uint8Array(1_000))
    const sent = request(`${strict.url}/v1/uploads`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg', 'content-length': photo.length },
    })
    const status = new Promise<number | undefined>((resolve, reject) => {
      sent.on('response', (response) => resolve(response.statusCode))
      sent.on('error', reject)
    })
    sent.write(photo.subarray(0, 500))
    await new Promise((resolve) => setTimeout(resolve, 2_200))
    sent.end(photo.subarray(500))
    expect(await status).toBe(201)
    strict.cut()
    await strict.stop()
  })

  it('that breaks off is no failure of the server', async () => {
    const lines = (part: string) => house.log.filter((line) => line.includes(part)).length
    const before = { failed: lines('"level":"error"'), refused: lines('"malformed"') }
    for (const length of ['content-length: 1000', 'transfer-encoding: chunked']) {
      const socket = connect(server.port, '127.0.0.1')
      socket.write(`POST /v1/conversations HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n${length}\r\n\r\n`)
      setTimeout(() => socket.destroy(), 50)
    }
    await expect.poll(() => lines('"malformed"')).toBe(before.refused + 2)
    expect(lines('"level":"error"')).toBe(before.failed)
  })

  it('is refused before its body is read when it says how large it is', async () => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const sent = request(
        `${server.url}/v1/conversations`,
        { method: 'POST', headers: { 'content-type': 'application/json', 'content-length': 10_000_000 } },
        (response) => resolve(response.statusCode),
      )
      sent.on('error', reject)
      sent.flushHeaders()
    })
    expect(status).toBe(413)
  })

  it('is refused while it is read when it does not', async () => {
    const answered = new Promise<number | undefined>((resolve, reject) => {
      const sent = request(
        `${server.url}/v1/conversations`,
        { method: 'POST', headers: { 'content-type': 'application/json', 'transfer-encoding': 'chunked' } },
        (response) => resolve(response.statusCode),
      )
      sent.on('error', reject)
      for (let chunk = 0; chunk < 40; chunk++) sent.write(' '.repeat(1_000))
    })
    expect(await answered).toBe(413)
  })
})
