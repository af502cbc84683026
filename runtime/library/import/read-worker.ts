import { type ReadFile, readFile } from './read.ts'
import type { Heard, SentFile } from './thread.ts'

/** Items and characters handed over at once: taking over as many costs the server a few milliseconds. */
const part = 200
const partSize = 200_000
/** Characters of all items: a workbook tells a long text once and names it in a hundred thousand rows. */
const mostCharacters = 24_000_000

// this process is started by `createFileReader` alone, which sends it one file
process.once('message', async (sent: SentFile) => {
  try {
    const { data, ...file } = sent
    hand(await readFile({ ...file, bytes: new Uint8Array(Buffer.from(data, 'base64')) }))
  } catch (thrown) {
    // the message of an error may hold words of the file; its kind does not
    say({ failed: thrown instanceof Error ? thrown.name : 'unknown' })
  }
})

function hand({ items, ...done }: ReadFile): void {
  const sizes = items.map(({ item }) => JSON.stringify(item).length)
  if (sizes.reduce((sum, size) => sum + size, 0) > mostCharacters) return say({ tooLarge: true })
  let from = 0
  let size = 0
  for (let at = 0; at < items.length; at++) {
    size += sizes[at] ?? 0
    if (at + 1 - from < part && size < partSize && at + 1 < items.length) continue
    say({ items: items.slice(from, at + 1) })
    from = at + 1
    size = 0
  }
  say({ done })
}

function say(heard: Heard): void {
  process.send?.(heard)
}
