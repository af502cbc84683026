import { randomBytes, randomFillSync, randomInt } from 'node:crypto'
import { v7 } from 'uuid'

/** The one place that reads chance. Everything else is given ids. */
export interface Ids {
  /** Time-ordered unique id for rows. */
  row(): string
  /**
   * 128-bit unguessable id, safe in a URL: conversations, visitors. It begins with the time, so that conversations of
   * one hour lie together on disk: with scattered ids a group of 50 commits wrote about twice as many pages.
   */
  secret(): string
  /** Seed of a turn's random numbers. */
  seed(): number
}

/** Random bytes are drawn 4 KiB at a time: one draw a row cost 4 % of a turn. */
const pool = new Uint8Array(4_096)
let used = pool.length

function sixteenBytes(): Uint8Array {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += 16
  return pool.subarray(used - 16, used)
}

export const systemIds: Ids = {
  row: () => v7({ random: sixteenBytes() }),
  secret: () => `${Date.now().toString(36)}${randomBytes(16).toString('base64url')}`,
  seed: () => randomInt(2 ** 31),
}
