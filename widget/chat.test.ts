import { afterEach, describe, expect, it } from 'vitest'
import { type Chat, createChat } from './chat.ts'
import { createFakeServer, type FakeServer } from './fake-server.ts'
import { createKeep } from './keep.ts'
import { memoryStorage, quickPace, settle, until } from './testing.ts'

const open: Chat[] = []
afterEach(() => {
  for (const chat of open.splice(0)) chat.stop()
})

describe('a visitor’s chat', () => {
  it('begins when it is opened, not before', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    await settle()
    expect(server.log).toEqual(['GET entry'])
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    expect(texts(chat)).toEqual(['您好'])
    expect(chat.snapshot().look?.shop).toBe('禾木生活')
  })

  it('shows what was said and answered, once each, although reply and stream both bring it', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    chat.say({ type: 'text', text: '我的快递到哪了' })
    await until(() => chat.snapshot().timeline.length === 3 && chat.snapshot().unsent.length === 0)
    await settle()
    expect(texts(chat)).toEqual(['您好', '我的快递到哪了', '答：我的快递到哪了'])
    expect(server.table.map((message) => message.seq)).toEqual([1, 2, 3])
  })

  it('comes back to the same conversation after a reload', async () => {
    const server = createFakeServer()
    const storage = memoryStorage()
    const before = visit(server, storage)
    before.setOpen(true)
    before.say({ type: 'text', text: '在吗' })
    await until(() => before.snapshot().timeline.length === 3)
    before.stop()
    const after = visit(server, storage)
    await until(() => after.snapshot().timeline.length === 3)
    expect(texts(after)).toEqual(['您好', '在吗', '答：在吗'])
    expect(server.conversations).toBe(1)
  })

  it('sends what was typed offline once, when the network is back', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    server.down = true
    server.cut()
    chat.say({ type: 'text', text: '离线说的' })
    await until(() => chat.snapshot().connection === 'lost')
    expect(chat.snapshot().unsent).toHaveLength(1)
    server.down = false
    chat.wake()
    await until(() => chat.snapshot().timeline.length === 3 && chat.snapshot().unsent.length === 0)
    expect(server.table.filter((message) => message.from === 'visitor')).toHaveLength(1)
  })

  it('answers once when the reply was lost on the way and the message is sent again', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    server.loseReplies = 2
    chat.say({ type: 'text', text: '几点发货' })
    await until(() => chat.snapshot().unsent.length === 0)
    expect(texts(chat)).toEqual(['您好', '几点发货', '答：几点发货'])
  })

  it('counts replies that come while it is closed', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    chat.setOpen(false)
    server.says('agent', '我是小林')
    await until(() => chat.snapshot().unread === 1)
    chat.setOpen(true)
    expect(chat.snapshot().unread).toBe(0)
    chat.setOpen(false)
    expect(chat.snapshot().unread).toBe(0)
  })

  it('begins anew, kindly and with the message, when the old conversation is gone', async () => {
    const server = createFakeServer()
    const storage = memoryStorage()
    const before = visit(server, storage)
    before.setOpen(true)
    await until(() => before.snapshot().timeline.length === 1)
    before.stop()
    server.forget()
    const after = visit(server, storage)
    after.setOpen(true)
    after.say({ type: 'text', text: '还在吗' })
    await until(() => after.snapshot().timeline.length === 3 && after.snapshot().unsent.length === 0)
    expect(after.snapshot().renewed).toBe(true)
    expect(server.conversations).toBe(2)
    expect(texts(after)).toEqual(['您好', '还在吗', '答：还在吗'])
  })

  it('shares one conversation between the tabs of a browser', async () => {
    const server = createFakeServer()
    const storage = memoryStorage()
    const tabs = [new EventTarget(), new EventTarget()]
    const [one, other] = tabs.map((events) => visit(server, sharing(storage, events, tabs), events)) as [Chat, Chat]
    one.setOpen(true)
    await until(() => one.snapshot().timeline.length === 1)
    await until(() => other.snapshot().timeline.length === 1)
    other.setOpen(true)
    other.say({ type: 'text', text: '从另一页说' })
    await until(() => one.snapshot().timeline.length === 3)
    expect(texts(one)).toEqual(texts(other))
    expect(server.conversations).toBe(1)
  })

  it('fetches what the stream did not bring before a later message is shown', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    server.skipInStream = 1
    server.says('agent', '没传到')
    server.says('agent', '传到了')
    await until(() => chat.snapshot().timeline.length === 3)
    expect(texts(chat)).toEqual(['您好', '没传到', '传到了'])
  })

  it('works in memory where nothing may be stored', async () => {
    const server = createFakeServer()
    const blocked = new Proxy(memoryStorage(), {
      get: () => () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    const chat = visit(server, blocked)
    chat.setOpen(true)
    chat.say({ type: 'text', text: '隐身' })
    await until(() => chat.snapshot().timeline.length === 3)
    expect(server.conversations).toBe(1)
  })

  it('types three dots while an answer takes its time', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    server.slow = true
    chat.say({ type: 'text', text: '慢慢想' })
    await until(() => chat.snapshot().typing)
    server.slow = false
    await until(() => chat.snapshot().timeline.length === 3)
    await settle()
    expect(chat.snapshot().typing).toBe(false)
  })

  it('tells whether an answer helped, remembers it over a reload, and the last word counts [R25]', async () => {
    const server = createFakeServer()
    const storage = memoryStorage()
    const chat = visit(server, storage)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    expect(chat.rated(1)).toBeUndefined()
    expect(await chat.rate(1, true)).toBe(true)
    expect(await chat.rate(1, false)).toBe(true)
    expect([...server.ratings]).toEqual([[1, false]])
    chat.stop()
    expect(visit(server, storage).rated(1)).toBe(false)
  })

  it('does not hold for said what did not reach the shop', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    server.down = true
    expect(await chat.rate(1, true)).toBe(false)
    expect(chat.rated(1)).toBeUndefined()
  })

  it('forgets ratings with the conversation they were of', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().timeline.length === 1)
    await chat.rate(1, true)
    chat.startAnew()
    await until(() => server.conversations === 2 && chat.snapshot().timeline.length === 1)
    expect(chat.rated(1)).toBeUndefined()
  })

  it('does not knock for ever where it is not let in', async () => {
    const server = createFakeServer()
    server.refuses = true
    const chat = visit(server)
    chat.setOpen(true)
    await until(() => chat.snapshot().unavailable)
    await settle(200)
    expect(server.log.filter((call) => call === 'POST start').length).toBe(1)
  })
})

function visit(server: FakeServer, storage: Storage = memoryStorage(), events?: EventTarget): Chat {
  let ids = 0
  const chat = createChat({
    server: 'https://chat.example',
    entry: 'storefront',
    locale: 'zh-CN',
    fetch: server.fetch,
    put: server.put,
    shrink: async (file) => file,
    keep: createKeep('shop', storage, events),
    pace: quickPace(),
    newId: () => `id-${server.log.length}-${++ids}-unguessable`,
    page: () => ({ url: 'https://shop.example/' }),
  })
  open.push(chat)
  return chat
}

/** One tab's view of the shared storage: writing tells the other tabs, as browsers do. */
function sharing(storage: Storage, own: EventTarget, tabs: readonly EventTarget[]): Storage {
  const tell = (key: string) => {
    for (const tab of tabs) if (tab !== own) tab.dispatchEvent(Object.assign(new Event('storage'), { key }))
  }
  return {
    ...storage,
    length: 0,
    setItem(key, value) {
      storage.setItem(key, value)
      tell(key)
    },
    removeItem(key) {
      storage.removeItem(key)
      tell(key)
    },
  }
}

const texts = (chat: Chat) => chat.snapshot().timeline.map(({ content }) => ('text' in content ? content.text : content.type))
