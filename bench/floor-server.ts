import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import SqliteDatabase from 'better-sqlite3'
import { Hono } from 'hono'

/**
 * The least that a chat server can do: parse the same body, write the same rows, answer the same size.
 * `N` one transaction a turn at synchronous=NORMAL, `F` the same at FULL, `G` FULL with requests that are ready
 * in one turn of the event loop sharing a transaction, `none` no storage at all.
 * Run as a child process: `node floor-server.ts N`; prints its port.
 */
export type Floor = 'none' | 'N' | 'F' | 'G'

const kind = process.argv[2] as Floor
const database = new SqliteDatabase(join(mkdtempSync(join(tmpdir(), 'floorwalker-floor-')), 'floor.db'))
database.pragma('journal_mode = WAL')
database.pragma(`synchronous = ${kind === 'N' ? 'NORMAL' : 'FULL'}`)
database.exec(`
  create table conversations (id text primary key, state text, seq integer, version integer, updated_at integer) strict;
  create table messages (conversation_id text, seq integer, id text, sender text, at text, content text, meta text, client_id text, primary key (conversation_id, seq)) strict, without rowid;
  create unique index by_client on messages (conversation_id, client_id);
  create table turns (conversation_id text, client_id text, body_hash text, inbound_seq integer, at integer, trace text, primary key (conversation_id, client_id)) strict, without rowid;
`)
const advance = database.prepare(
  `insert into conversations values (?, ?, 2, 1, ?) on conflict (id) do update set seq = seq + 2, version = version + 1, state = excluded.state, updated_at = excluded.updated_at returning seq`,
)
const message = database.prepare('insert into messages values (?, ?, ?, ?, ?, ?, ?, ?)')
const turn = database.prepare('insert into turns values (?, ?, ?, ?, ?, ?)')
const state = JSON.stringify({
  v: 1,
  frames: [{ kind: 'flow', flow: 'bench', node: 'ask', waiting: { token: '1', memory: {} } }],
  slots: { said: 'hello' },
  counters: { turns: 1, visits: { 'bench/ask': 1 }, notUnderstood: 0 },
})
const trace = JSON.stringify({
  steps: [
    { node: 'ask', did: 'resumed', outlet: 'answered' },
    { node: 'told', did: 'entered', outlet: 'next' },
  ],
})

interface Body {
  id: string
  content: { type: string; text: string }
}

function write(conversation: string, body: Body): number {
  const now = Date.now()
  const at = new Date(now).toISOString()
  const { seq } = advance.get(conversation, state, now) as { seq: number }
  message.run(conversation, seq - 1, body.id, 'visitor', at, JSON.stringify(body.content), null, body.id)
  message.run(
    conversation,
    seq,
    `${body.id}-reply`,
    'bot',
    at,
    JSON.stringify({ type: 'text', text: 'Thank you for saying so.' }),
    '{"ai":true}',
    null,
  )
  turn.run(conversation, body.id, 'hash-of-the-body', seq - 1, now, trace)
  return seq
}

const alone = database.transaction(write)

type Waiting = { conversation: string; body: Body; done: (seq: number) => void }
let waiting: Waiting[] = []
const together = database.transaction((group: Waiting[]) => group.map((each) => write(each.conversation, each.body)))

function grouped(conversation: string, body: Body): Promise<number> {
  return new Promise((done) => {
    if (waiting.push({ conversation, body, done }) > 1) return
    setImmediate(() => {
      const group = waiting
      waiting = []
      const seqs = together(group)
      group.forEach((each, index) => each.done(seqs[index] as number))
    })
  })
}

const app = new Hono()
app.post('/v1/conversations/:id/messages', async (context) => {
  const body = (await context.req.json()) as Body
  const id = context.req.param('id')
  const seq = kind === 'none' ? 2 : kind === 'G' ? await grouped(id, body) : alone(id, body)
  return context.json({
    seq: seq - 1,
    owner: 'bot',
    messages: [
      {
        id: `${body.id}-reply`,
        seq,
        from: 'bot',
        at: new Date().toISOString(),
        content: { type: 'text', text: 'Thank you for saying so.' },
        meta: { ai: true },
      },
    ],
    duplicate: false,
  })
})

serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => process.send?.({ port }))
process.on('message', (asked) => {
  if (asked === 'memory') process.send?.({ memory: process.memoryUsage().rss })
})
