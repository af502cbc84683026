import { describe, expect, it } from 'vitest'
import type { StreamEvent } from './deliver.ts'
import { moment, openHouse } from './testing.ts'

/** Reads a stream in the background, as an open page does. */
function reading(stream: AsyncGenerator<StreamEvent, void>) {
  const events: StreamEvent[] = []
  let isOver = false
  void (async () => {
    for await (const event of stream) events.push(event)
    isOver = true
  })()
  return {
    events,
    seqs: () => events.flatMap((event) => (event.kind === 'message' ? [event.message.seq] : [])),
    kinds: () => events.map((event) => event.kind),
    isOver: () => isOver,
  }
}

describe('the live stream of a conversation', () => {
  it('begins with what is stored, goes on with what comes, and says who has the conversation', async () => {
    const { shopper, conversations, store } = await openHouse()
    const she = await shopper()
    const abort = new AbortController()
    const page = reading(conversations.deliver.stream(she.id, 0, abort.signal))
    await moment()
    expect(page.kinds()).toEqual(['message', 'owner'])
    await she.says('你好')
    await moment()
    expect(page.seqs()).toEqual([1, 2, 3, 4])
    await she.taps('@human')
    await moment()
    expect(page.events.at(-1)).toEqual({ kind: 'owner', owner: 'queue' })
    abort.abort()
    await moment()
    expect(page.isOver()).toBe(true)
    expect(conversations.deliver.size()).toBe(0)
    await store.close()
  })

  it('resumes after any seq without gap and without repeat, in any other process too', async () => {
    const { shopper, conversations, store } = await openHouse()
    const other = await openHouse({ on: store })
    const she = await shopper()
    for (const text of ['一', '二', '三']) await she.says(text)
    const stored = (await store.conversations.messagesAfter(she.id, 0, 100)).map((message) => message.seq)
    for (const after of stored) {
      for (const { deliver } of [conversations, other.conversations]) {
        const abort = new AbortController()
        const page = reading(deliver.stream(she.id, after, abort.signal))
        await moment()
        expect(page.seqs()).toEqual(stored.filter((seq) => seq > after))
        abort.abort()
      }
    }
    await store.close()
  })

  it('shows a sign of life when nothing happens for a quarter of a minute', async () => {
    const { shopper, conversations, store, pass } = await openHouse()
    const she = await shopper()
    const abort = new AbortController()
    const page = reading(conversations.deliver.stream(she.id, 1, abort.signal))
    await moment()
    await pass(15_000)
    expect(page.kinds()).toEqual(['owner', 'heartbeat'])
    abort.abort()
    await store.close()
  })

  it('keeps nothing for a reader that does not read but the last note', async () => {
    const { shopper, conversations, store } = await openHouse()
    const she = await shopper()
    const abort = new AbortController()
    const stream = conversations.deliver.stream(she.id, 1, abort.signal)
    await stream.next()
    for (let note = 0; note < 1_000; note++) conversations.deliver.typing(she.id, note % 2 === 0)
    for (const text of ['一', '二']) await she.says(text)
    const late = reading(stream)
    await moment()
    expect(late.seqs()).toEqual([2, 3, 4, 5, 6, 7])
    expect(late.kinds().filter((kind) => kind === 'typing')).toHaveLength(1)
    abort.abort()
    await store.close()
  })

  it('is refused for a conversation that is not there', async () => {
    const { conversations, store } = await openHouse()
    await expect(conversations.deliver.stream('nobody', 0, new AbortController().signal).next()).rejects.toMatchObject({
      code: 'not-found',
    })
    await store.close()
  })
})
