import { type ChildProcess, fork } from 'node:child_process'
import autocannon from 'autocannon'

export interface Load {
  /** Answered requests a second. */
  perSecond: number
  /** Milliseconds. */
  p50: number
  p99: number
  /** MiB resident in the server after the run. */
  memory: number
  failed: number
}

/** A server in a process of its own, as it would run. */
export interface Server {
  url: string
  memory(): Promise<number>
  /** Trains recognisers beside the chat until told to rest; tells how often, and how long one training took, in milliseconds. */
  train(): () => Promise<{ trainings: number; milliseconds: number }>
  stop(): Promise<void>
}

export async function startServer(file: string, argument: string): Promise<Server> {
  const child = fork(new URL(file, import.meta.url), [argument], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const { port } = await reply<{ port: number }>(child)
  return {
    url: `http://127.0.0.1:${port}`,
    async memory() {
      child.send('memory')
      return (await reply<{ memory: number }>(child)).memory / 2 ** 20
    },
    train() {
      child.send('train')
      return () => {
        child.send('rest')
        return reply(child)
      }
    },
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGKILL')
      }),
  }
}

function reply<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as T))
    child.once('exit', (code) => reject(new Error(`the server ended with ${code}`)))
  })
}

export interface Chat {
  path: string
  token: string
}

/**
 * Fifty connections, each going round its own share of the conversations, one message after the other,
 * for `seconds` after a warm-up of one second.
 */
export async function loadWith(server: Server, chats: readonly Chat[], words: readonly string[], seconds: number): Promise<Load> {
  const connections = 50
  let client = 0
  let sent = 0
  const run = (duration: number) => {
    const instance = autocannon({
      url: server.url,
      connections,
      duration,
      setupClient(connection) {
        const mine = chats.filter((_, index) => index % connections === client % connections)
        client++
        let turn = 0
        const next = () => {
          const chat = mine[turn++ % mine.length] as Chat
          return {
            method: 'POST' as const,
            path: chat.path,
            headers: { 'content-type': 'application/json', authorization: `Bearer ${chat.token}` },
            body: JSON.stringify({ id: `bench-${++sent}`, content: { type: 'text', text: words[sent % words.length] } }),
          }
        }
        connection.setRequests([{ ...next(), setupRequest: (request: autocannon.Request) => ({ ...request, ...next() }) }])
      },
    })
    return instance
  }
  await run(1)
  const result = await run(seconds)
  return {
    perSecond: result['2xx'] / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
    memory: await server.memory(),
    failed: result.non2xx + result.errors,
  }
}
