import { setTimeout as wait } from 'node:timers/promises'
import { createParser } from 'eventsource-parser'
import type { Random } from './random.ts'
import type { Records, Sent } from './records.ts'

/** Where the server is now; waits while there is none. */
export interface Server {
  url(): Promise<string>
}

export interface Visitors {
  /** Lets every visitor end its conversation; resolves when all have. */
  leave(): Promise<void>
}

interface Told {
  seq: number
  messages: { seq: number; content: { text?: string } }[]
}

/** Visitors that chat over HTTP as the widget does: one id a message, the same on every try, until it is answered. */
export function visitors(count: number, server: Server, records: Records, random: Random): Visitors {
  let isLeaving = false
  const all = Array.from({ length: count }, (_each, index) => live(index))

  async function live(index: number): Promise<void> {
    for (let life = 0; !isLeaving; life++) {
      const opened = await request(server, '/v1/conversations', { entry: 'kill' }, '', 201)
      const { conversationId, token } = opened as { conversationId: string; token: string }
      records.opened.push(conversationId)
      const reader = random.chance(0.3) ? listen(server, conversationId, token, random) : null
      await talk(conversationId, token, `${index}-${life}`)
      // closes the page without a word; timers and stored questions go on without it
      await reader?.finish()
      // what timers say afterwards is not looked at; what was acknowledged must have been shown
      if (reader)
        records.streams.push({
          conversationId,
          from: 0,
          until: Math.max(reader.shown.at(-1)?.seq ?? 0, lastHeard(conversationId)),
          shown: reader.shown,
        })
    }
  }

  async function talk(conversationId: string, token: string, name: string): Promise<void> {
    const human = random.chance(0.2) ? random.int(6) : -1
    let last: string | undefined
    for (let number = 0; number < 8; number++) {
      const kind = random.pick(['talk', 'talk', 'shop', 'claim'])
      last = await say(conversationId, token, `${kind}-${name}-${number}`, undefined, last)
      if (number !== human) continue
      last = await say(conversationId, token, `human-${name}-${number}`, '@human', last)
      last = await say(conversationId, token, `unheard-${name}-${number}`, undefined, last)
      last = await say(conversationId, token, `bot-${name}-${number}`, '@bot', last)
    }
  }

  async function say(
    conversationId: string,
    token: string,
    clientId: string,
    choice: string | undefined,
    after: string | undefined,
  ): Promise<string> {
    const sent: Sent = { conversationId, clientId, text: choice ?? clientId, repeats: [], ...(after === undefined ? {} : { after }) }
    records.sent.push(sent)
    const content = choice === undefined ? { type: 'text', text: clientId } : { type: 'choice', value: choice }
    const post = () =>
      request(server, `/v1/conversations/${conversationId}/messages`, { id: clientId, content }, token, 200) as Promise<Told>
    const twice = random.chance(0.1) ? post() : undefined
    note(sent, await post())
    if (twice) note(sent, await twice)
    if (random.chance(0.05)) note(sent, await post())
    return clientId
  }

  function lastHeard(conversationId: string): number {
    const heard = records.sent.filter((each) => each.conversationId === conversationId).flatMap((each) => each.acknowledged?.replies ?? [])
    return Math.max(0, ...heard.map((reply) => reply.seq))
  }

  return {
    async leave() {
      isLeaving = true
      await Promise.all(all)
    },
  }
}

function note(sent: Sent, told: Told): void {
  const heard = { seq: told.seq, replies: told.messages.map((message) => ({ seq: message.seq, text: message.content.text ?? '' })) }
  if (sent.acknowledged) sent.repeats.push(heard)
  else sent.acknowledged = heard
}

/** Tries until the server answers as hoped. Anything but an outage or a full house is a finding. */
async function request(server: Server, path: string, body: unknown, token: string, hoped: number): Promise<unknown> {
  for (;;) {
    const url = await server.url()
    try {
      const response = await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
        body: JSON.stringify(body),
      })
      const answer: unknown = await response.json()
      if (response.status === hoped) return answer
      if (response.status !== 503) throw new Refused(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
    } catch (thrown) {
      if (thrown instanceof Refused) throw thrown
    }
    await wait(10)
  }
}

class Refused extends Error {}

/** The live stream of a conversation, resumed by its last id after every cut. */
function listen(server: Server, conversationId: string, token: string, random: Random) {
  const shown: { seq: number; text: string }[] = []
  let abort = new AbortController()
  let isFinishing = false
  let isWhole = false
  const ended = read()

  async function read(): Promise<void> {
    while (!isWhole) {
      const url = await server.url()
      abort = new AbortController()
      if (isFinishing) setTimeout(() => abort.abort(), 2_000)
      try {
        const headers = { authorization: `Bearer ${token}`, ...(shown.length ? { 'last-event-id': String(shown.at(-1)?.seq) } : {}) }
        const response = await fetch(`${url}/v1/conversations/${conversationId}/events`, { headers, signal: abort.signal })
        const parser = createParser({ onEvent })
        if (response.body && response.ok) for await (const part of response.body.pipeThrough(new TextDecoderStream())) parser.feed(part)
      } catch {
        // cut by a kill, by chance or by ourselves: come back
      }
      await wait(5)
    }
  }

  function onEvent({ event, data }: { event?: string | undefined; data: string }): void {
    if (event === 'message') {
      const { seq, content } = JSON.parse(data) as { seq: number; content: { text?: string; value?: string } }
      shown.push({ seq, text: content.text ?? content.value ?? '' })
      if (!isFinishing && random.chance(0.1)) abort.abort()
    } else if (event === 'owner' && isFinishing) {
      // follows everything that is stored
      isWhole = true
      abort.abort()
    }
  }

  return {
    shown,
    finish() {
      isFinishing = true
      abort.abort()
      return ended
    },
  }
}
