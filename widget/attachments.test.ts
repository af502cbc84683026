import { describe, expect, it } from 'vitest'
import type { InboundContent } from '../schemas/content.ts'
import { type Attachments, createAttachments } from './attachments.ts'
import type { Outcome } from './client.ts'
import { quickPace, settle, until } from './testing.ts'

const photo = (size = 10, type = 'image/jpeg') => new Blob([new Uint8Array(size)], { type })

type Answer = Outcome<{ id: string }>

function house(answer?: (file: Blob, signal: AbortSignal) => Promise<Answer> | Answer) {
  const spoken: InboundContent[] = []
  const sent: Blob[] = []
  let count = 0
  const pace = quickPace()
  const attachments: Attachments = createAttachments({
    pace,
    newId: () => `a${++count}`,
    shrink: async (file) => file,
    async send(file, progress, signal) {
      sent.push(file)
      progress(0.5)
      return answer?.(file, signal) ?? { kind: 'done', value: { id: `upload-${sent.length}` } }
    },
    spoken: (content) => spoken.push(content),
    changed: () => {},
  })
  const states = () => attachments.items().map((item) => item.state)
  return { attachments, spoken, sent, pace, states }
}

describe('photos on their way', () => {
  it('are handed over one after the other and said together, four at most [R64]', async () => {
    const { attachments, sent, states } = house()
    for (let index = 0; index < 5; index++) attachments.add(photo())
    await until(() => states().every((state) => state === 'done'))
    expect(sent).toHaveLength(4)
    const taken = attachments.take()
    expect(taken?.content).toEqual({ type: 'image', upload: 'upload-1', more: ['upload-2', 'upload-3', 'upload-4'] })
    expect([...(taken?.files.keys() ?? [])]).toEqual(['upload-1', 'upload-2', 'upload-3', 'upload-4'])
    expect([attachments.items(), attachments.take()]).toEqual([[], undefined])
  })

  it('wait for the network and go on by themselves, later each time', async () => {
    let lost = 3
    const { attachments, states, pace, sent } = house(() => (lost-- > 0 ? { kind: 'again' } : { kind: 'done', value: { id: 'there' } }))
    attachments.add(photo())
    await until(() => states()[0] === 'done')
    expect(sent).toHaveLength(4)
    expect(pace.waited).toEqual([...pace.waited].sort((one, other) => one - other))
    expect(pace.waited).toHaveLength(3)
  })

  it('that are refused say why, keep nobody else waiting, and may be tried again', async () => {
    let status: number | undefined = 415
    const { attachments, states } = house((file) =>
      file.type === 'image/png' && status ? { kind: 'refused', status } : { kind: 'done', value: { id: 'there' } },
    )
    attachments.add(photo(10, 'image/png'))
    attachments.add(photo())
    await until(() => states()[1] === 'done')
    expect(attachments.items()[0]).toMatchObject({ state: 'failed', status: 415 })
    status = undefined
    attachments.retry('a1')
    await until(() => states()[0] === 'done')
  })

  it.each([
    ['no photo', photo(10, 'application/pdf'), 415],
    ['too large', photo(8_388_609), 413],
  ])('are not sent at all when they are %s', async (_what, file, status) => {
    const { attachments, sent, states } = house()
    attachments.add(file)
    await until(() => states()[0] === 'failed')
    expect([sent.length, attachments.items()[0]?.status]).toEqual([0, status])
  })

  it('can be taken back while they travel', async () => {
    const { attachments, states } = house(
      (_file, signal) => new Promise((resolve) => signal.addEventListener('abort', () => resolve({ kind: 'again' }))),
    )
    attachments.add(photo())
    await until(() => states()[0] === 'sending')
    attachments.remove('a1')
    await settle()
    expect([attachments.items(), attachments.take()]).toEqual([[], undefined])
  })

  it('go to the new conversation when the old one is no more', async () => {
    const { attachments, states, sent } = house()
    attachments.add(photo())
    await until(() => states()[0] === 'done')
    attachments.again()
    await until(() => states()[0] === 'done')
    expect([sent.length, attachments.take()?.content]).toEqual([2, { type: 'image', upload: 'upload-2' }])
  })
})

describe('a voice message', () => {
  it('is said as soon as it is there [R62]', async () => {
    const { attachments, spoken } = house()
    attachments.add(photo(10, 'audio/webm'), 7)
    await until(() => spoken.length > 0)
    expect([spoken, attachments.items()]).toEqual([[{ type: 'audio', upload: 'upload-1', seconds: 7 }], []])
  })
})
