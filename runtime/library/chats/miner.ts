import { Worker } from 'node:worker_threads'
import type { Lexicon } from '../../knowledge/lexicon.ts'
import type { ChatWord } from './propose.ts'

/** A word with what was said with it. */
export interface FoundWord extends Omit<ChatWord, 'examples'> {
  examples: string[]
}

/** Texts as written; those of visitors masked. */
export interface MineMessage {
  said?: { conversationId: string; text: string }[]
  questions?: string[][]
  others?: string[]
  begin?: true
}

export type MineReply = { share: number } | { found: FoundWord[] }

/** A thread that looks for words of visitors which articles do not use. */
export interface Miner {
  /** Gives it texts; some hundred at once, or copying them holds others up. */
  send(message: Omit<MineMessage, 'begin'>): void
  /** @throws Error when the thread ends before its work is done */
  find(progress: (share: number) => void): Promise<FoundWord[]>
  close(): Promise<void>
}

export function createMiner(lexicon: Lexicon): Miner {
  // built for npm, this file and its neighbour are JavaScript
  const worker = new Worker(new URL(import.meta.url.endsWith('.ts') ? './mine-worker.ts' : './mine-worker.js', import.meta.url), {
    workerData: lexicon,
  })
  worker.unref()
  let heard = (_share: number) => {}
  const found = new Promise<FoundWord[]>((resolve, reject) => {
    const died = (cause: unknown) => reject(new Error('The thread that reads chats ended before its work was done.', { cause }))
    worker.on('message', (message: MineReply) => ('found' in message ? resolve(message.found) : heard(message.share)))
    worker.once('error', died).once('exit', died)
  })
  // the thread may die while texts are being sent
  found.catch(() => {})
  return {
    send: (message) => worker.postMessage(message),
    find(progress) {
      heard = progress
      worker.postMessage({ begin: true } satisfies MineMessage)
      return found
    },
    async close() {
      await worker.terminate()
    },
  }
}
