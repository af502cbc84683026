import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What the stand-in does with a call; `reply` is what a well-behaved one says. */
type Manner =
  | { reply: string; finish?: string }
  | { status: number; body?: string }
  | { raw: string }
  | { vectors: (texts: string[]) => number[][] }
  | 'silent'
  | 'cut'
  | 'endless'

interface Stand {
  url: string
  /** What it got, in order. */
  calls: { path: string; authorization: string | undefined; body: Record<string, unknown>; text: string }[]
  behave(manner: Manner): void
  close(): Promise<void>
}

/** A stand-in on this machine that speaks the OpenAI-compatible protocol, and misbehaves in every way that services do. */
export async function startStandIn(): Promise<Stand> {
  const calls: Stand['calls'] = []
  let manner: Manner = { reply: 'ready' }
  const server: Server = createServer((request, response) => {
    void read(request).then((text) => {
      calls.push({ path: request.url ?? '', authorization: request.headers.authorization, body: JSON.parse(text), text })
      answer(manner, JSON.parse(text), response)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    behave: (next) => {
      manner = next
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

function answer(manner: Manner, asked: { input?: string[] }, response: ServerResponse): void {
  const json = (value: unknown) => response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value))
  if (manner === 'silent') return
  if (manner === 'cut') {
    response.writeHead(200, { 'content-length': '500' }).write('{"choices":[{"mess')
    response.destroy()
  } else if (manner === 'endless') {
    response.writeHead(200)
    const timer = setInterval(() => response.write('x'.repeat(100_000)), 1)
    response.once('close', () => clearInterval(timer))
  } else if ('status' in manner) response.writeHead(manner.status).end(manner.body ?? '')
  else if ('raw' in manner) response.end(manner.raw)
  else if ('vectors' in manner)
    json({
      data: manner
        .vectors(asked.input ?? [])
        .map((embedding, index) => ({ index, embedding }))
        .reverse(),
      usage: { total_tokens: 3 },
    })
  else
    json({
      choices: [{ index: 0, finish_reason: manner.finish ?? 'stop', message: { role: 'assistant', content: manner.reply } }],
      usage: { total_tokens: 100 },
    })
}

async function read(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of request) text += String(part)
  return text
}
