import { z } from 'zod'
import { type Edit, edit } from '../../schemas/operation.ts'

const record = z.object({ at: z.number(), edits: z.array(edit) })

/** Where edits wait on disk until the server has them, so that a reload or a crash of the browser loses none. */
export interface UnsentBox {
  load(): Edit[]
  save(edits: readonly Edit[]): void
  /** The page goes away: whoever opens this flow next may take what waits. */
  leave(): void
}

/** A page writes often while it lives; what is older than this was left behind by one that crashed. */
const leftBehindAfter = 10_000

/**
 * One box for each open page and flow. What closed pages left behind is adopted: sending an edit twice does no harm,
 * its id makes the repeat empty.
 * @param page unique to this load of the page.
 */
export function unsentBox(storage: Storage, flowId: string, page: string, now: () => number): UnsentBox {
  const prefix = `floorwalker.unsent.${flowId}.`
  const own = prefix + page
  let kept: readonly Edit[] = []
  const write = (at: number) => {
    try {
      if (kept.length === 0) storage.removeItem(own)
      else storage.setItem(own, JSON.stringify({ at, edits: kept }))
    } catch {
      // a full or forbidden storage only costs the protection against a crash; the edits are still sent
    }
  }
  return {
    load() {
      const found: { at: number; edits: Edit[] }[] = []
      for (const key of keysOf(storage, prefix)) {
        const left = read(storage.getItem(key))
        if (key !== own && left && now() - left.at < leftBehindAfter) continue
        if (left) found.push(left)
        if (key !== own) storage.removeItem(key)
      }
      const edits = found.sort((a, b) => a.at - b.at).flatMap((each) => each.edits)
      return [...new Map(edits.map((each) => [each.id, each])).values()]
    },
    save(edits) {
      kept = edits
      write(now())
    },
    leave: () => write(0),
  }
}

function keysOf(storage: Storage, prefix: string): string[] {
  return Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(prefix))
}

function read(text: string | null): z.infer<typeof record> | null {
  try {
    const parsed = record.safeParse(JSON.parse(text ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
