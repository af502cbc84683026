import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clock, systemClock } from '../clock.ts'
import { errors } from '../errors.ts'
import { gif, jpeg, jpegExif, place, wav, webm } from '../uploads/testing.ts'
import { listen } from './listen.ts'
import { read, startTestRuntime, type TestRuntime, within } from './testing.ts'

let house: TestRuntime
let later = 0
const clock: Clock = { now: () => systemClock.now() + later, elapsed: systemClock.elapsed }
const photo = jpeg([jpegExif(6)])

beforeAll(async () => {
  house = await startTestRuntime({ clock })
})
afterAll(() => house.close())

type Visit = Awaited<ReturnType<TestRuntime['visit']>>

const send = (visit: Visit, bytes: Uint8Array, headers: Record<string, string> = {}) =>
  house.ask('POST', '/v1/uploads', { token: visit.token, bytes, headers })
const upload = async (visit: Visit, bytes: Uint8Array) => (await read('postUpload', await send(visit, bytes))).id
const fetched = (visit: Visit, id: string, conversationId = visit.conversationId) =>
  house.ask('GET', `/v1/conversations/${conversationId}/uploads/${id}`, { token: visit.token })
const say = (visit: Visit, id: string, content: unknown) =>
  house.ask('POST', `/v1/conversations/${visit.conversationId}/messages`, { token: visit.token, body: { id, content } })

describe('a photo that a visitor hands over', () => {
  it('is told by its bytes, whatever it is called, and kept without what it says of place and maker [R64]', async () => {
    const visit = await house.visit()
    const response = await send(visit, photo, { 'content-type': 'audio/ogg' })
    expect(response.status).toBe(201)
    const { id, ...rest } = (await response.json()) as { id: string; size: number }
    expect(rest).toMatchObject({ kind: 'image', type: 'image/jpeg' })
    const shown = await fetched(visit, id)
    const bytes = Buffer.from(await shown.arrayBuffer())
    expect(bytes.length).toBe(rest.size)
    expect(bytes.includes(place)).toBe(false)
    expect(photo.includes(place.charCodeAt(0)) && Buffer.from(photo).includes(place)).toBe(true)
  })

  it('is served so that it is shown and never opened as a page, kept by no cache', async () => {
    const visit = await house.visit()
    const id = await upload(visit, photo)
    const answers = [
      await fetched(visit, id),
      await house.ask('GET', `/api/conversations/${visit.conversationId}/uploads/${id}`, { cookie: house.cookies.agent }),
    ]
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'content-disposition': 'attachment; filename="image.jpg"',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      })
    }
  })

  it('is shown to nobody else, whatever they know', async () => {
    const [own, other] = [await house.visit(), await house.visit()]
    const id = await upload(own, photo)
    for (const answer of [
      await fetched(other, id),
      await fetched(other, id, own.conversationId),
      await house.ask('GET', `/v1/conversations/${own.conversationId}/uploads/${id}`),
      await house.ask('GET', `/api/conversations/${own.conversationId}/uploads/${id}`),
      await house.ask('GET', `/api/conversations/${own.conversationId}/uploads/${id}`, { cookie: house.cookies.analyst }),
      await house.ask('GET', `/api/conversations/${other.conversationId}/uploads/${id}`, { cookie: house.cookies.owner }),
    ])
      expect([401, 403, 404]).toContain(answer.status)
  })

  it.each([
    ['a drawing that can hold script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415],
    ['a page', Buffer.from('<!doctype html><p>hello'), 415],
    ['a film', webm('V_VP9'), 415],
    ['half a photo', photo.subarray(0, photo.length - 6), 422],
    ['too long a recording', Buffer.concat([webm(), new Uint8Array(4 * 1_024 * 1_024)]), 413],
    ['more than any file may have', new Uint8Array(8 * 1_024 * 1_024 + 1), 413],
  ])('is refused in words when it is %s', async (_what, bytes, status) => {
    const visit = await house.visit()
    const response = await send(visit, bytes)
    expect([response.status, response.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
    const { detail } = (await response.json()) as { detail: string }
    expect(detail).toMatch(/^[A-Z].{10,}\.$/)
  })

  it.each(['multipart/form-data; boundary=x', 'application/json', 'image/svg+xml', 'text/html'])('is not read as %s', async (type) => {
    const response = await send(await house.visit(), photo, { 'content-type': type })
    expect(response.status).toBe(415)
  })
})

describe('a message with a photo', () => {
  it('stands in the history of visitor and operator, once though it was sent twice [R64]', async () => {
    const visit = await house.visit()
    const content = { type: 'image', upload: await upload(visit, photo), more: [await upload(visit, gif())], alt: '裂了 13812345678' }
    const first = await read('postMessage', await say(visit, 'message-1', content))
    const second = await read('postMessage', await say(visit, 'message-1', content))
    expect([first.duplicate, second.duplicate, second.seq]).toEqual([false, true, first.seq])
    const history = await house.ask('GET', `/v1/conversations/${visit.conversationId}/messages`, { token: visit.token })
    const { messages } = await read('listMessages', history)
    expect(messages.filter((each) => each.from === 'visitor')).toMatchObject([{ content: { ...content, alt: '裂了 138****5678' } }])
    const seen = await house.ask('GET', `/api/conversations/${visit.conversationId}`, { cookie: house.cookies.agent })
    expect(JSON.stringify((await read('readConversation', seen)).messages)).toContain(content.upload)
  })

  it.each(['another visitor’s', 'a recording', 'none that there is', 'malformed'])('is refused when its upload is %s', async (what) => {
    const [visit, other] = [await house.visit(), await house.visit()]
    const wrong: Record<string, string> = {
      'another visitor’s': await upload(other, photo),
      'a recording': await upload(visit, wav()),
      'none that there is': 'mhz8f3a2c0d1e4b5f6',
      malformed: '../../etc/passwd',
    }
    const response = await say(visit, 'message-1', { type: 'image', upload: wrong[what] })
    expect(response.status).toBe(422)
    const history = await house.ask('GET', `/v1/conversations/${visit.conversationId}/messages`, { token: visit.token })
    expect((await read('listMessages', history)).messages.some((each) => each.from === 'visitor')).toBe(false)
  })

  it('takes a voice message of at most two minutes', async () => {
    const visit = await house.visit()
    const id = await upload(visit, wav(2))
    expect((await say(visit, 'message-1', { type: 'audio', upload: id, seconds: 121 })).status).toBe(422)
    expect((await say(visit, 'message-2', { type: 'audio', upload: id, seconds: 2 })).status).toBe(200)
    expect((await fetched(visit, id)).headers.get('content-type')).toBe('audio/wav')
  })

  it('keeps its photo, while one that no message names is gone after an hour', async () => {
    const visit = await house.visit()
    const [named, loose] = [await upload(visit, photo), await upload(visit, gif())]
    await say(visit, 'message-1', { type: 'image', upload: named })
    later += 61 * 60_000
    await house.runtime.store.uploads.drop(clock.now() - 3_600_000, 0)
    expect([(await fetched(visit, named)).status, (await fetched(visit, loose)).status]).toEqual([200, 404])
  })
})

describe('uploads', () => {
  it('are offered to visitors only where the shop takes them', async () => {
    expect(await read('readEntry', await house.ask('GET', '/v1/entries/storefront'))).toMatchObject({ uploads: true })
    await within({ uploads: { days: 0, total: 1 } }, async (closed) => {
      expect(await read('readEntry', await closed.ask('GET', '/v1/entries/storefront'))).toMatchObject({ uploads: false })
      const { token } = await closed.visit()
      expect((await closed.ask('POST', '/v1/uploads', { token, bytes: photo })).status).toBe(403)
    })
  })

  it('end at what all of them together may take, in words that blame no conversation', async () => {
    await within({ uploads: { days: 1, total: photo.length + 10 } }, async (small) => {
      const { token } = await small.visit()
      expect((await small.ask('POST', '/v1/uploads', { token, bytes: photo })).status).toBe(201)
      const full = await small.ask('POST', '/v1/uploads', { token, bytes: wav() })
      const { code, detail } = (await full.json()) as { code: string; detail: string }
      expect([full.status, full.headers.get('retry-after'), code]).toEqual([503, '120', 'unavailable'])
      expect(detail).toBe('This shop has no room for more photos and voice messages right now.')
    })
  })

  it('end at what one conversation may hold, while others go on', async () => {
    const { uploads } = house.runtime.store
    const { put } = uploads
    uploads.put = (upload, pieces, room) => put(upload, pieces, { ...room, files: 1 })
    const visit = await house.visit()
    await upload(visit, photo)
    const full = await send(visit, gif())
    expect([full.status, ((await full.json()) as { detail: string }).detail]).toEqual([422, expect.stringContaining('this conversation')])
    expect((await send(await house.visit(), gif())).status).toBe(201)
    uploads.put = put
  })

  it('of which nothing could be stored are answered with a problem document that says to come again', async () => {
    const { uploads } = house.runtime.store
    const { put } = uploads
    uploads.put = async () => {
      throw errors.unavailable('The database cannot be used right now (SQLITE_FULL).')
    }
    const response = await send(await house.visit(), photo)
    uploads.put = put
    expect([response.status, response.headers.get('content-type'), response.headers.get('retry-after')]).toEqual([
      503,
      'application/problem+json',
      '1',
    ])
  })

  it('that break off are kept in no part', async () => {
    const server = await listen(house.runtime.app, { host: '127.0.0.1', port: 0, maxConnections: 10 })
    const visit = await house.visit()
    const { uploads } = house.runtime.store
    const { put } = uploads
    let stored = 0
    uploads.put = (...given) => {
      stored += 1
      return put(...given)
    }
    const socket = connect(server.port, '127.0.0.1')
    const head = `POST /v1/uploads HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${visit.token}\r\ncontent-type: image/jpeg\r\n`
    socket.write(`${head}content-length: ${photo.length}\r\n\r\n`)
    socket.write(photo.subarray(0, photo.length - 10))
    const lines = () => house.log.filter((line) => line.includes('"malformed"')).length
    const before = lines()
    setTimeout(() => socket.destroy(), 100)
    await expect.poll(lines).toBe(before + 1)
    expect(stored).toBe(0)
    uploads.put = put
    await server.stop()
  })

  it('of one visitor are limited, with the time to wait', async () => {
    const strict = await startTestRuntime({ settings: { limits: { ...houseLimits, uploadsPerHour: 2 } } })
    const { token } = await strict.visit()
    const statuses: number[] = []
    for (let index = 0; index < 3; index++)
      statuses.push((await strict.ask('POST', '/v1/uploads', { token, bytes: gif(`${index}`) })).status)
    expect(statuses).toEqual([201, 201, 429])
    await strict.close()
  })
})

const houseLimits = {
  factor: 1,
  messagesPerMinute: 20,
  messageBurst: 5,
  conversationsPerHour: 60,
  uploadsPerHour: 30,
  signInsPerQuarter: 100,
  readsPerMinute: 240,
  visitorsPerAddress: 20,
  visitorsPerEntry: 1_000,
}
