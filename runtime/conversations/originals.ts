import type { Clock } from '../clock.ts'
import type { Sealer } from '../sealed.ts'
import type { Inbound } from '../store/store.ts'

/** Keeps what visitors typed, where masking changed it, so that nobody reads it by accident and nobody at all after its time. */
export interface Originals {
  /** Undefined when originals are not kept. */
  seal(text: string, message: MessagePlace): Inbound['original']
  /** Null when the key is gone or the row was moved or changed. */
  open(sealed: string, message: MessagePlace): string | null
}

/** The message that an original belongs to: it opens nowhere else. */
interface MessagePlace {
  conversationId: string
  clientId: string
}

const day = 24 * 3_600_000

/** @param days how long; 0 = nothing is kept */
export function createOriginals(sealer: Sealer, days: number, clock: Clock): Originals {
  const purpose = ({ conversationId, clientId }: MessagePlace) => `original ${conversationId} ${clientId}`
  return {
    seal: (text, message) =>
      days > 0 ? { sealed: sealer.seal(text, purpose(message)), until: Math.floor(clock.now() + days * day) } : undefined,
    open: (sealed, message) => sealer.open(sealed, purpose(message)),
  }
}
