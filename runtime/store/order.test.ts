import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../schemas/message.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'
import { newTurn, openConversation, says, temporaryFolder, testOptions } from './testing.ts'

/** What may happen to one conversation: by whom, with which message, on which knowledge of it. */
const step = fc.record({
  does: fc.constantFrom('turn', 'accept', 'agent', 'timer'),
  message: fc.integer({ min: 0, max: 5 }),
  answers: fc.integer({ min: 0, max: 3 }),
  /** How far behind the reader is: sometimes it decided on an older state. */
  behind: fc.constantFrom(0, 0, 0, 1, 2),
  together: fc.boolean(),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

describe('places in a conversation', () => {
  it('have no gap, are never given twice, and a repeat gets the first answer, whatever comes in whatever order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const store = openSqlite(':memory:', testOptions())
        await openConversation(store, 'c')
        const answers = new Map<string, Message[]>()
        let running: Promise<void>[] = []
        for (const each of steps) {
          if (!each.together) running = await Promise.all(running).then(() => [])
          running.push(take(store, each, answers))
        }
        await Promise.all(running)
        await expectWhole(store, 'c')
        await store.close()
      }),
      { numRuns: 150 },
    )
  })

  it('stay whole with 20 clients on two servers writing to one conversation at once', async () => {
    const folder = temporaryFolder()
    const path = join(folder.path, 'shop.db')
    const servers = [openSqlite(path, testOptions()), openSqlite(path, testOptions())] as const
    await openConversation(servers[0], 'c')
    const client = async (name: number) => {
      const server = servers[name % 2 === 0 ? 0 : 1]
      for (let index = 0; index < 10; ) {
        const version = (await server.conversations.load('c'))?.version ?? 0
        const result = await server.conversations.commit(newTurn('c', version, `client-${name}-${index}`))
        if (result.kind === 'committed') index++
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, name) => client(name)))
    const messages = await expectWhole(servers[1], 'c')
    expect(messages).toHaveLength(1 + 20 * 10 * 2)
    // an answer stands right behind its question, and each client's questions are in their order
    for (const [index, message] of messages.entries())
      if (message.from === 'visitor') expect(messages[index + 1]?.content).toEqual({ type: 'text', text: `answer to ${textOf(message)}` })
    for (let name = 0; name < 20; name++)
      expect(messages.map(textOf).filter((text) => text.startsWith(`client-${name}-`))).toEqual(
        Array.from({ length: 10 }, (_, index) => `client-${name}-${index}`),
      )
    await Promise.all(servers.map((server) => server.close()))
    folder.remove()
  })
})

async function take(store: Store, { does, message, answers: count, behind }: Step, answers: Map<string, Message[]>): Promise<void> {
  const conversation = await store.conversations.load('c')
  const version = (conversation?.version ?? 0) - behind
  const clientId = `${does === 'accept' ? 'turn' : does}-${message}`
  const from = does === 'agent' ? 'agent' : 'visitor'
  const inbound = { clientId, bodyHash: clientId, ...(does === 'timer' ? {} : { message: says(from, clientId) }) }
  if (does === 'accept') {
    await store.conversations.accept('c', inbound, version, 0)
    return
  }
  const messages = Array.from({ length: count }, (_, index) => says('bot', `${clientId} ${version} ${index}`))
  const result = await store.conversations.commit(newTurn('c', version, clientId, { inbound, messages }))
  if (result.kind === 'committed') {
    expect(answers.has(clientId), 'answered twice').toBe(false)
    answers.set(clientId, result.messages)
  } else if (result.kind === 'duplicate') {
    expect(result.messages).toEqual(answers.get(clientId))
  }
}

async function expectWhole(store: Store, id: string): Promise<Message[]> {
  const conversation = await store.conversations.load(id)
  const messages = await store.conversations.messagesAfter(id, 0, 100_000)
  expect(messages.map((each) => each.seq)).toEqual(messages.map((_, index) => index + 1))
  expect(conversation?.seq).toBe(messages.length)
  return messages
}

const textOf = (message: Message) => (message.content.type === 'text' ? message.content.text : '')
