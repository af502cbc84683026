import { describe, expect, it } from 'vitest'
import type { Message } from '../schemas/message.ts'
import type { Snapshot } from './chat.ts'
import { createFormat } from './format.ts'
import { toLines } from './lines.ts'
import { wordsAt } from './testing.ts'
import { words } from './text.ts'

const format = createFormat('zh-CN', words['zh-CN'], () => 1_795_000_000_000)
const quiet: Snapshot = {
  look: null,
  open: true,
  starting: false,
  unavailable: false,
  renewed: false,
  timeline: [],
  unsent: [],
  attachments: [],
  wants: undefined,
  sending: undefined,
  owner: 'bot',
  typing: false,
  interim: undefined,
  connection: 'live',
  unread: 0,
}
const kinds = (snapshot: Partial<Snapshot>, isOnline = true) =>
  toLines({ ...quiet, ...snapshot }, format, isOnline).map((line) => line.kind)

describe('the rows of a conversation', () => {
  it('begin with the time and that a machine answers', () => {
    const [first] = toLines({ ...quiet, timeline: [wordsAt(1)] }, format, true)
    expect(first).toMatchObject({ kind: 'time', notice: 'bot' })
  })

  it('show that somebody is coming while the conversation is being begun', () => {
    expect(kinds({ starting: true })).toEqual(['typing'])
    expect(kinds({ starting: true, connection: 'lost' })).toEqual([])
    expect(kinds({ starting: true, timeline: [wordsAt(1)] })).not.toContain('typing')
  })

  it('name the speaker once a group', () => {
    expect(kinds({ timeline: [wordsAt(1), wordsAt(2), wordsAt(3, 'visitor'), wordsAt(4), wordsAt(5, 'agent')] })).toEqual([
      'time',
      'label',
      'message',
      'message',
      'message',
      'label',
      'message',
      'label',
      'message',
    ])
  })

  it('say the time again after half an hour', () => {
    const later: Message = { ...wordsAt(2), at: new Date(Date.parse(wordsAt(1).at) + 31 * 60_000).toISOString() }
    expect(kinds({ timeline: [wordsAt(1), later] }).filter((kind) => kind === 'time')).toHaveLength(2)
  })

  it('let a question be answered until something was said, then keep its choices in view', () => {
    const question: Message = { ...wordsAt(1), content: { type: 'choices', text: '哪个订单？', choices: [{ value: 'a', label: 'A' }] } }
    const isOpen = (snapshot: Partial<Snapshot>) =>
      toLines({ ...quiet, ...snapshot }, format, true).find((line) => line.kind === 'message' && line.message.seq === 1)
    expect(isOpen({ timeline: [question, wordsAt(2)] })).toMatchObject({ isOpen: true })
    expect(isOpen({ timeline: [question, wordsAt(2, 'visitor')] })).toMatchObject({ isOpen: false })
    expect(isOpen({ timeline: [question], unsent: [{ id: 'x', content: { type: 'text', text: 'A' }, at: 0 }] })).toMatchObject({
      isOpen: false,
    })
    expect(isOpen({ timeline: [question], owner: 'closed' })).toMatchObject({ isOpen: false })
  })

  it('show a message that waits for the network, and none twice', () => {
    const unsent = [{ id: 'mine', content: { type: 'text', text: '在吗' } as const, at: 0 }]
    expect(toLines({ ...quiet, unsent }, format, false)).toMatchObject([{ kind: 'unsent', state: 'waiting' }])
    expect(toLines({ ...quiet, unsent, connection: 'lost' }, format, true)).toMatchObject([{ state: 'waiting' }])
    expect(toLines({ ...quiet, unsent }, format, true)).toMatchObject([{ state: 'sending' }])
    const own: Message = { ...wordsAt(1, 'visitor', '在吗'), meta: { clientId: 'mine' } }
    expect(kinds({ timeline: [own], unsent })).toEqual(['time', 'message'])
  })

  it('keep the row of an own message from typing to the table, unless the server masked it', () => {
    const content = { type: 'text', text: '在吗' } as const
    const rowOf = (snapshot: Partial<Snapshot>) => toLines({ ...quiet, ...snapshot }, format, true).at(-1)
    const before = rowOf({ timeline: [wordsAt(1)], unsent: [{ id: 'mine', content, at: 0 }] })
    const after = rowOf({ timeline: [wordsAt(1), { ...wordsAt(2, 'visitor'), content, meta: { clientId: 'mine' } }] })
    const masked = rowOf({ timeline: [wordsAt(1), { ...wordsAt(2, 'visitor', '**'), meta: { clientId: 'mine' } }] })
    expect([after?.key, after?.sign]).toEqual([before?.key, before?.sign])
    expect(masked?.key).toBe(before?.key)
    expect(masked?.sign).not.toBe(before?.sign)
  })

  it('say kindly that a conversation had to begin anew', () => {
    expect(kinds({ timeline: [wordsAt(1)], renewed: true })).toEqual(['time', 'renewed', 'label', 'message'])
  })
})
