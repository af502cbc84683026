import { type Chat, startServer } from './load.ts'
import { openChats, words } from './turns.ts'

export interface TrainingBeside {
  /** Milliseconds to an answer, nothing else going on, and with a training after the other in the server's thread. */
  idle: { p50: number; p99: number }
  training: { p50: number; p99: number }
  /** Milliseconds of one training of 64 intents with 30 wordings each, beside the chat. */
  one: number
}

const visitors = 5
const pause = 40

/** What visitors feel of a training: a few of them write, steadily, before and during it. @param seconds of each */
export async function measureTraining(seconds: number): Promise<TrainingBeside> {
  const server = await startServer('our-server.ts', 'full')
  try {
    const chats = (await openChats(server.url)).slice(0, 200)
    await chat(server.url, chats, 2)
    const idle = await chat(server.url, chats, seconds)
    const rest = server.train()
    const training = await chat(server.url, chats, seconds)
    const { milliseconds } = await rest()
    return { idle, training, one: Math.round(milliseconds) }
  } finally {
    await server.stop()
  }
}

let sent = 0

async function chat(url: string, chats: readonly Chat[], seconds: number): Promise<{ p50: number; p99: number }> {
  const until = performance.now() + seconds * 1_000
  const taken: number[] = []
  const visit = async (first: number) => {
    for (let turn = first; performance.now() < until; turn += visitors) {
      const { path, token } = chats[turn % chats.length] as Chat
      const body = JSON.stringify({ id: `training-${++sent}`, content: { type: 'text', text: words[sent % words.length] } })
      const began = performance.now()
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body,
      })
      await response.arrayBuffer()
      taken.push(performance.now() - began)
      if (!response.ok) throw new Error(`a message was refused: ${response.status}`)
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  await Promise.all(Array.from({ length: visitors }, (_, index) => visit(index)))
  taken.sort((a, b) => a - b)
  const at = (part: number) => Math.round((taken[Math.floor(taken.length * part)] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}
