import { and, count, eq, inArray, isNull, lte, or, sum } from 'drizzle-orm'
import { ask, type Database } from './database.ts'
import type { UploadRoom, UploadStore } from './store.ts'

/** Bytes of one part: a larger one would keep the writer, and everybody's turns, waiting for more than some milliseconds. */
const partSize = 256 * 1_024
/** Uploads that one transaction deletes at most. */
const sweep = 20

type New = Parameters<UploadStore['put']>[0]

/** Photos and voice messages, written part by part; until the last part is on disk nobody sees anything of them. */
export function createUploads({ db, tables: { uploads, uploadParts }, read, write }: Database): UploadStore {
  /** Takes the place, if there is room; the rows that are counted are those that are being written, too. */
  const reserve = ({ id, conversationId, kind, type, size, sha256, at }: New, room: UploadRoom) =>
    write(function* () {
      const same = and(eq(uploads.conversationId, conversationId), eq(uploads.sha256, sha256), eq(uploads.whole, true))
      const [known] = yield* ask(db.select({ id: uploads.id }).from(uploads).where(same))
      if (known) {
        // it was about to be forgotten, perhaps
        yield* ask(
          db
            .update(uploads)
            .set({ createdAt: at })
            .where(and(eq(uploads.id, known.id), isNull(uploads.seq))),
        )
        return { kind: 'known' as const, id: known.id }
      }
      const sums = { files: count(), bytes: sum(uploads.size).mapWith(Number) }
      const [own] = yield* ask(db.select(sums).from(uploads).where(eq(uploads.conversationId, conversationId)))
      const [all] = yield* ask(db.select(sums).from(uploads))
      const isOwnFull = (own?.files ?? 0) >= room.files || (own?.bytes ?? 0) + size > room.bytes
      if (isOwnFull) return { kind: 'full' as const, room: 'conversation' as const }
      if ((all?.bytes ?? 0) + size > room.total) return { kind: 'full' as const, room: 'total' as const }
      yield* ask(db.insert(uploads).values({ id, conversationId, kind, type, size, sha256, whole: false, seq: null, createdAt: at }))
      return { kind: 'stored' as const }
    })

  const remove = (id: string) =>
    write(function* () {
      yield* ask(db.delete(uploads).where(eq(uploads.id, id)))
    })

  return {
    async put(upload, pieces, room) {
      const { id } = upload
      const place = await reserve(upload, room)
      if (place.kind !== 'stored') return place
      try {
        let part = 0
        for (const bytes of partsOf(pieces)) {
          await write(function* () {
            yield* ask(db.insert(uploadParts).values({ uploadId: id, part, bytes }))
          })
          part += 1
        }
        await write(function* () {
          yield* ask(db.update(uploads).set({ whole: true }).where(eq(uploads.id, id)))
        })
      } catch (thrown) {
        // where even this cannot be stored, the sweep of what no message names takes it
        await remove(id).catch(() => {})
        throw thrown
      }
      return place
    },

    get: (conversationId, id) =>
      read(function* () {
        const [row] = yield* ask(
          db
            .select({ id: uploads.id, kind: uploads.kind, type: uploads.type, size: uploads.size })
            .from(uploads)
            .where(and(eq(uploads.id, id), eq(uploads.conversationId, conversationId), eq(uploads.whole, true))),
        )
        return row ?? null
      }),

    part: (id, part) =>
      read(function* () {
        const [row] = yield* ask(
          db
            .select({ bytes: uploadParts.bytes })
            .from(uploadParts)
            .where(and(eq(uploadParts.uploadId, id), eq(uploadParts.part, part))),
        )
        return row?.bytes
      }),

    async drop(loose, kept) {
      const isOver = or(and(isNull(uploads.seq), lte(uploads.createdAt, loose)), lte(uploads.createdAt, kept))
      let dropped = 0
      for (;;) {
        const gone = await write(function* () {
          const old = db.select({ id: uploads.id }).from(uploads).where(isOver).limit(sweep)
          return (yield* ask(db.delete(uploads).where(inArray(uploads.id, old)).returning({ id: uploads.id }))).length
        })
        dropped += gone
        if (gone < sweep) return dropped
      }
    },
  }
}

/** The same bytes in parts of one size, the last one smaller. */
function* partsOf(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  let held: Uint8Array[] = []
  let room = partSize
  for (const piece of pieces)
    for (let at = 0; at < piece.length; ) {
      const next = piece.subarray(at, at + room)
      held.push(next)
      at += next.length
      room -= next.length
      if (room > 0) continue
      yield Buffer.concat(held)
      held = []
      room = partSize
    }
  if (held.length > 0) yield Buffer.concat(held)
}
