import type { Message } from '../schemas/message.ts'
import type { Pace } from './pace.ts'

/** A bot's or visitor's words with a seq, as the table holds them. */
export function wordsAt(seq: number, from: Message['from'] = 'bot', text = `${from} ${seq}`): Message {
  return { id: `row-${seq}`, seq, from, at: new Date(1_795_000_000_000 + seq * 1_000).toISOString(), content: { type: 'text', text } }
}

/** Time that passes only when nothing else is left to do. */
export function quickPace(): Pace & { waited: number[] } {
  const waited: number[] = []
  let now = 1_795_000_000_000
  return {
    waited,
    now: () => now,
    random: () => 0.5,
    async wait(milliseconds, signal) {
      waited.push(milliseconds)
      for (let turn = 0; turn < 20 && !signal?.aborted; turn++) await new Promise((resolve) => setImmediate(resolve))
      now += milliseconds
    },
  }
}

/** Lets everything that is ready happen. */
export async function settle(turns = 60): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Waits until something holds, by turns of the event loop. */
export async function until(holds: () => boolean, turns = 5_000): Promise<void> {
  for (let turn = 0; turn < turns; turn++) {
    if (holds()) return
    await new Promise((resolve) => setImmediate(resolve))
  }
  throw new Error('It did not come to pass.')
}

/** What a browser keeps, for tabs that share it. */
export function memoryStorage(): Storage {
  const values = new Map<string, string>()
  return {
    get length() {
      return values.size
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => void values.set(key, value),
  }
}
