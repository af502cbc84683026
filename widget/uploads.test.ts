import { afterEach, describe, expect, it } from 'vitest'
import { type Chat, createChat } from './chat.ts'
import { createFakeServer, type FakeServer } from './fake-server.ts'
import { createKeep } from './keep.ts'
import { memoryStorage, quickPace, settle, until } from './testing.ts'

const open: Chat[] = []
afterEach(() => {
  for (const chat of open.splice(0)) chat.stop()
})

function visit(server: FakeServer): Chat {
  let ids = 0
  const chat = createChat({
    server: 'https://chat.example',
    entry: 'storefront',
    locale: 'zh-CN',
    fetch: server.fetch,
    put: server.put,
    shrink: async (file) => file,
    keep: createKeep('shop', memoryStorage()),
    pace: quickPace(),
    newId: () => `id-${++ids}-unguessable`,
    page: () => ({ url: 'https://shop.example/' }),
  })
  open.push(chat)
  chat.setOpen(true)
  return chat
}

const photo = () => new Blob(['a cup'], { type: 'image/jpeg' })
const isThere = (chat: Chat) => () =>
  chat.snapshot().attachments.length > 0 && chat.snapshot().attachments.every((item) => item.state === 'done')
const contents = (chat: Chat) => chat.snapshot().timeline.flatMap(({ from, content }) => (from === 'visitor' ? [content] : []))

describe('a photo in the chat', () => {
  it('is handed over, then said, and not fetched again from where it came', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    chat.attachments.add(photo())
    await until(isThere(chat))
    expect(contents(chat)).toEqual([])
    chat.sayPhotos()
    await until(() => contents(chat).length === 1)
    expect(contents(chat)).toEqual([{ type: 'image', upload: 'upload-1-of-somebody' }])
    expect(await chat.files.of('upload-1-of-somebody')).toMatch(/^blob:/)
    expect(server.log).not.toContain('GET file')
  })

  it('goes to a new conversation when the old one is no more', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    await until(() => chat.snapshot().timeline.length > 0)
    server.forget()
    chat.attachments.add(photo())
    await until(isThere(chat))
    chat.sayPhotos()
    await until(() => contents(chat).length === 1)
    expect([server.conversations, chat.snapshot().renewed]).toEqual([2, true])
  })

  it('that the shop does not take leaves the conversation as it is', async () => {
    const server = createFakeServer()
    server.refusesUploads = 403
    const chat = visit(server)
    chat.attachments.add(photo())
    await until(() => chat.snapshot().attachments[0]?.state === 'failed')
    await settle()
    expect([server.conversations, chat.snapshot().renewed]).toEqual([1, false])
  })

  it('from before is fetched once, and asked for again when it did not come', async () => {
    const server = createFakeServer()
    const chat = visit(server)
    await until(() => chat.snapshot().timeline.length > 0)
    expect(await chat.files.of('upload-7-of-somebody')).toBeUndefined()
    server.uploads.set('upload-7-of-somebody', photo())
    const [one, other] = await Promise.all([chat.files.of('upload-7-of-somebody'), chat.files.of('upload-7-of-somebody')])
    expect([one, server.log.filter((call) => call === 'GET file').length]).toEqual([other, 2])
  })
})

it('what a question waits for is known until it is answered', async () => {
  const server = createFakeServer()
  const chat = visit(server)
  await until(() => chat.snapshot().timeline.length > 0)
  expect(chat.snapshot().wants).toBeUndefined()
  server.says('bot', 'A photo, please.', { wants: 'photo' })
  await until(() => chat.snapshot().wants === 'photo')
  chat.say({ type: 'text', text: 'no' })
  expect(chat.snapshot().wants).toBeUndefined()
})
