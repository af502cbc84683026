import { createHash } from 'node:crypto'
import { setImmediate as immediate } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import { AppError, errors } from '../errors.ts'
import type { Ids } from '../ids.ts'
import type { Store, Upload } from '../store/store.ts'
import { inspect, type Refusal } from './inspect.ts'

/** Photos and voice messages of visitors. */
export interface Uploads {
  /** False where the shop takes none. */
  readonly isOpen: boolean
  /**
   * Keeps what was handed over, if it is what it should be and there is room.
   * @throws AppError `refused` (none are taken), `media-type` (415), `too-large` (413), `invalid` (broken, or no room in this conversation),
   *   `unavailable` (503: no room in all of them together, or the database cannot store now)
   */
  take(conversationId: string, bytes: Uint8Array): Promise<Upload>
  /** @throws AppError `not-found` also for what is another conversation's */
  open(conversationId: string, id: string): Promise<Upload & { bytes: ReadableStream<Uint8Array> }>
  /** Deletes what no message names, and what has been kept for its time. */
  drop(): Promise<void>
}

export interface UploadSettings {
  /** How long they are kept; 0 = none are taken. */
  days: number
  /** Bytes of all together. */
  total: number
}

const hour = 3_600_000
/** Of one conversation. */
const room = { files: 40, bytes: 64 * 1_024 * 1_024 }

export function createUploads(store: Store['uploads'], { days, total }: UploadSettings, clock: Clock, ids: Ids): Uploads {
  return {
    isOpen: days > 0,

    async take(conversationId, given) {
      if (days === 0) throw errors.refused('This shop takes no photos or voice messages.')
      const inspected = inspect(given)
      if (!inspected.ok) throw refusals[inspected.why]()
      const { kind, type, pieces } = inspected
      const id = ids.secret()
      const size = pieces.reduce((sum, piece) => sum + piece.length, 0)
      const sha256 = await hashOf(pieces)
      const put = await store.put({ id, conversationId, kind, type, size, sha256, at: clock.now() }, pieces, { ...room, total })
      if (put.kind === 'full') throw full[put.room]()
      return { id: put.kind === 'known' ? put.id : id, kind, type, size }
    },

    async open(conversationId, id) {
      const upload = await store.get(conversationId, id)
      if (!upload) throw errors.notFound('upload', id)
      let part = 0
      const bytes = new ReadableStream<Uint8Array>({
        async pull(controller) {
          const piece = await store.part(id, part++)
          if (piece) controller.enqueue(piece)
          else controller.close()
        },
      })
      return { ...upload, bytes }
    },

    async drop() {
      const now = clock.now()
      await store.drop(now - hour, now - days * 24 * hour)
    },
  }
}

/** Hashed at once before others have their turn; bytes. */
const stretch = 512 * 1_024

async function hashOf(pieces: readonly Uint8Array[]): Promise<string> {
  const hash = createHash('sha256')
  let hashed = 0
  for (const piece of pieces)
    for (let at = 0; at < piece.length; at += stretch) {
      const next = piece.subarray(at, at + stretch)
      hash.update(next)
      hashed += next.length
      if (hashed < stretch) continue
      hashed = 0
      await immediate()
    }
  return hash.digest('hex')
}

/** Room comes with a sweep, not in a second: the longest time that the widget heeds. */
const untilRoom = 120_000

const full: { [room in 'conversation' | 'total']: () => AppError } = {
  conversation: () => errors.invalid('There is no room for more files in this conversation.'),
  total: () =>
    new AppError('unavailable', 503, 'This shop has no room for more photos and voice messages right now.', {
      retry: { after: untilRoom },
    }),
}

const refusals: { [why in Refusal]: () => AppError } = {
  unknown: () =>
    new AppError(
      'media-type',
      415,
      'This is no photo (JPEG, PNG, WebP, GIF) or voice message (WebM, Ogg, M4A, WAV, MP3) that can be taken.',
    ),
  broken: () => errors.invalid('The file is not whole, or not what it says it is.'),
  'too-large': () => new AppError('too-large', 413, 'A photo may have 8 MB, a voice message 4 MB.'),
  'too-many-pixels': () => new AppError('too-large', 413, 'A photo may have 50 million pixels.'),
}
