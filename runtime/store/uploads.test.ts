import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { storeOn } from './sqlite.ts'
import type { Store, UploadRoom } from './store.ts'
import { engines, newTurn, noon, openConversation, says, testOptions } from './testing.ts'

const hour = 3_600_000
const wide: UploadRoom = { files: 10, bytes: 10_000_000, total: 10_000_000 }
/** Three parts, the last one small. */
const photo = Uint8Array.from({ length: 600_000 }, (_none, at) => (at * 31 + (at >> 8)) & 0xff)

const photoOf = (id: string, conversationId = 'c', change: { sha256?: string; at?: number; size?: number } = {}) => ({
  id,
  conversationId,
  kind: 'image' as const,
  type: 'image/jpeg' as const,
  size: photo.length,
  sha256: id,
  at: noon,
  ...change,
})

async function bytesOf(store: Store, id: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  for (let part = 0; ; part++) {
    const bytes = await store.uploads.part(id, part)
    if (!bytes) return Buffer.concat(parts)
    parts.push(bytes)
  }
}

/** A message that names uploads. */
const naming = (clientId: string, ids: string[], readVersion: number, kind: 'image' | 'audio' = 'image') =>
  newTurn('c', readVersion, clientId, {
    inbound: {
      clientId,
      bodyHash: clientId,
      message: says('visitor', clientId, { content: { type: 'image', upload: ids[0] ?? '' } }),
      uploads: { kind, ids },
    },
  })

describe.each(engines)('uploads in $name', ({ open }) => {
  let store: Store
  let another: Store | undefined
  let remove: () => void

  beforeEach(async () => {
    const opened = await open()
    store = opened.store
    another = opened.another?.()
    remove = opened.remove
    await openConversation(store, 'c')
    await openConversation(store, 'd')
  })
  afterEach(async () => {
    await another?.close()
    await store.close()
    remove()
  })

  it('come back byte for byte, for their own conversation alone, in every process', async () => {
    // in pieces that end nowhere near the parts
    const pieces = [photo.subarray(0, 10), photo.subarray(10, 10), photo.subarray(10, 400_001), photo.subarray(400_001)]
    expect(await store.uploads.put(photoOf('p1'), pieces, wide)).toEqual({ kind: 'stored' })
    for (const each of [store, another ?? store]) {
      expect(await each.uploads.get('c', 'p1')).toEqual({ id: 'p1', kind: 'image', type: 'image/jpeg', size: photo.length })
      expect(Buffer.compare(await bytesOf(each, 'p1'), photo)).toBe(0)
      expect(await each.uploads.get('d', 'p1')).toBeNull()
    }
  })

  it('are stored once though they are handed over twice, and once for each conversation', async () => {
    await store.uploads.put(photoOf('p1'), [photo], wide)
    expect(await store.uploads.put(photoOf('p2', 'c', { sha256: 'p1' }), [photo], wide)).toEqual({ kind: 'known', id: 'p1' })
    expect(await store.uploads.put(photoOf('p3', 'd', { sha256: 'p1' }), [photo], wide)).toEqual({ kind: 'stored' })
    expect(await store.uploads.get('c', 'p2')).toBeNull()
  })

  it('find no room beyond the files and bytes of a conversation, nor beyond the bytes of all', async () => {
    const { length } = photo
    const [own, all] = ['conversation', 'total'].map((room) => ({ kind: 'full', room }))
    expect(await store.uploads.put(photoOf('p1'), [photo], { files: 1, bytes: length, total: length })).toEqual({ kind: 'stored' })
    expect(await store.uploads.put(photoOf('p2'), [photo], { ...wide, files: 1 })).toEqual(own)
    expect(await store.uploads.put(photoOf('p2'), [photo], { ...wide, bytes: 2 * length - 1 })).toEqual(own)
    expect(await store.uploads.put(photoOf('p2', 'd'), [photo], { ...wide, total: 2 * length - 1 })).toEqual(all)
    expect(await store.uploads.put(photoOf('p2', 'd'), [photo], { files: 1, bytes: length, total: 2 * length })).toEqual({ kind: 'stored' })
  })

  it('that a message names are kept for their time, and all others for an hour', async () => {
    await store.uploads.put(photoOf('named'), [photo], wide)
    await store.uploads.put(photoOf('loose'), [photo], wide)
    await store.uploads.put(photoOf('fresh', 'c', { at: noon + hour }), [photo], wide)
    expect(await store.conversations.commit(naming('m1', ['named'], 1))).toMatchObject({ kind: 'committed' })
    expect(await store.uploads.drop(noon, noon - 90 * 24 * hour)).toBe(1)
    expect(await store.uploads.get('c', 'loose')).toBeNull()
    expect(await store.uploads.part('loose', 0)).toBeUndefined()
    expect(await store.uploads.get('c', 'named')).not.toBeNull()
    expect(await store.uploads.drop(noon + hour - 1, noon)).toBe(1)
    expect(await store.uploads.get('c', 'named')).toBeNull()
    expect(await store.uploads.get('c', 'fresh')).not.toBeNull()
  })

  it('are all dropped, however many there are', async () => {
    for (let index = 0; index < 45; index++)
      await store.uploads.put(photoOf(`p${index}`, 'c', { size: 1 }), [photo.subarray(0, 1)], { ...wide, files: 50 })
    expect(await store.uploads.drop(noon, 0)).toBe(45)
  })

  it.each([
    ['of another conversation', 'others', 'image'],
    ['of another kind', 'own', 'audio'],
    ['that nobody handed over', 'nobody', 'image'],
  ] as const)('%s are refused in a message, with nothing of it stored', async (_what, id, kind) => {
    await store.uploads.put(photoOf('own'), [photo], wide)
    await store.uploads.put(photoOf('others', 'd'), [photo], wide)
    const turn = naming('m1', [id], 1, kind)
    await expect(store.conversations.commit(turn)).rejects.toMatchObject({ code: 'invalid', status: 422 })
    await expect(store.conversations.accept('c', turn.inbound, 1, noon)).rejects.toMatchObject({ code: 'invalid' })
    expect(await store.conversations.load('c')).toMatchObject({ seq: 1, version: 1 })
    expect(await store.conversations.seen('c', 'm1')).toBeNull()
  })

  it('may stand in two messages, and a repeated message is answered like any other', async () => {
    await store.uploads.put(photoOf('p1'), [photo], wide)
    await store.uploads.put(photoOf('p2'), [photo], wide)
    expect(await store.conversations.commit(naming('m1', ['p1', 'p2'], 1))).toMatchObject({ kind: 'committed' })
    expect(await store.conversations.commit(naming('m2', ['p1'], 2))).toMatchObject({ kind: 'committed' })
    expect(await store.conversations.commit(naming('m1', ['p1', 'p2'], 3))).toMatchObject({ kind: 'duplicate' })
  })
})

describe('an upload that cannot be stored', () => {
  it.each([1, 2, 3, 4, 5])('leaves nothing behind when statement %i of its writing fails for want of space', async (failing) => {
    const connection = connect(':memory:')
    const store = storeOn(connection, testOptions())
    await openConversation(store, 'c')
    const prepare = connection.prepare.bind(connection)
    let left = failing
    connection.prepare = (source: string) => {
      const isWrite = /^(insert into|update) "upload/.test(source)
      if (isWrite && --left === 0) throw Object.assign(new Error('planted'), { code: 'SQLITE_FULL' })
      return prepare(source)
    }
    const put = store.uploads.put(photoOf('p1'), [photo], wide)
    await expect(put).rejects.toMatchObject({ code: 'unavailable', status: 503 })
    connection.prepare = prepare
    const counts = () => prepare('select (select count(*) from uploads) as uploads, (select count(*) from upload_parts) as parts').get()
    expect(counts()).toEqual({ uploads: 0, parts: 0 })
    expect(await store.uploads.put(photoOf('p1'), [photo], wide)).toEqual({ kind: 'stored' })
    expect(counts()).toEqual({ uploads: 1, parts: 3 })
    await store.close()
  })

  it('is not there while it is not whole, and goes with what no message names', async () => {
    const connection = connect(':memory:')
    const store = storeOn(connection, testOptions())
    await openConversation(store, 'c')
    await store.uploads.put(photoOf('p1'), [photo], wide)
    // as a process leaves it that dies before the last part
    connection.prepare('update uploads set whole = 0').run()
    expect(await store.uploads.get('c', 'p1')).toBeNull()
    await expect(store.conversations.commit(naming('m1', ['p1'], 1))).rejects.toMatchObject({ code: 'invalid' })
    expect(await store.uploads.drop(noon, 0)).toBe(1)
    await store.close()
  })

  it('goes with its conversation', async () => {
    const connection = connect(':memory:')
    const store = storeOn(connection, testOptions())
    await openConversation(store, 'c')
    await store.uploads.put(photoOf('p1'), [photo], wide)
    connection.prepare('delete from conversations').run()
    expect(connection.prepare('select count(*) as left from upload_parts').get()).toEqual({ left: 0 })
    await store.close()
  })
})
