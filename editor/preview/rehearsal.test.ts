import { describe, expect, it } from 'vitest'
import { emptyState } from '../../schemas/conversation.ts'
import { type Call, CallError } from '../call.ts'
import { createRehearsal, ownerOf, pathOf, type TurnReply } from './rehearsal.ts'

type Asked = { event: { kind: string }; state?: unknown; owner: string; profile: Record<string, unknown>; locale: string }

function rehearse(answers: ((asked: Asked) => Partial<TurnReply>)[] = []) {
  const asked: Asked[] = []
  // the only route a rehearsal calls
  const call = (async (_name: string, input: { body: Asked }) => {
    asked.push(input.body)
    const answer = answers[asked.length - 1]?.(input.body) ?? {}
    return {
      revision: 1,
      state: emptyState(),
      owner: 'bot',
      messages: [],
      trace: [{ flow: 'f', node: `n${asked.length}`, did: 'entered' }],
      perception: null,
      took: 1,
      ...answer,
    }
  }) as unknown as Call
  return { asked, rehearsal: createRehearsal('f', call, async () => {}, 'zh-CN') }
}

const said = (text: string) => ({ type: 'text' as const, text })

describe('a test conversation', () => {
  it('carries its own state from turn to turn, since the server keeps none', async () => {
    const after = { ...emptyState(), slots: { order_no: 'D1' } }
    const { asked, rehearsal } = rehearse([() => ({}), () => ({ state: after, owner: 'queue' })])
    await rehearsal.startOver()
    await rehearsal.say(said('D1'))
    await rehearsal.handBack()
    expect(asked.map((each) => each.event.kind)).toEqual(['opened', 'said', 'handed-back'])
    expect(asked[0]?.state).toBeUndefined()
    expect(asked[2]).toMatchObject({ state: after, owner: 'queue' })
    expect(rehearsal.getState().turns[1]?.slots).toEqual([{ name: 'order_no', value: 'D1' }])
  })

  it('lights up all it passed, or one turn when that is chosen', async () => {
    const { rehearsal } = rehearse()
    await rehearsal.startOver()
    await rehearsal.say(said('你好'))
    expect(pathOf(rehearsal.getState()).map((step) => step.node)).toEqual(['n1', 'n2'])
    rehearsal.choose(0)
    expect(pathOf(rehearsal.getState()).map((step) => step.node)).toEqual(['n1'])
  })

  it('says the same lines again after a change of the draft', async () => {
    const { asked, rehearsal } = rehearse()
    await rehearsal.startOver()
    await rehearsal.say(said('我的快递到哪了'))
    await rehearsal.passSilence()
    await rehearsal.rerun()
    expect(asked.slice(3).map((each) => each.event)).toEqual(asked.slice(0, 3).map((each) => each.event))
    expect(rehearsal.getState().turns).toHaveLength(3)
  })

  it('starts over as someone else and in another language', async () => {
    const { asked, rehearsal } = rehearse()
    await rehearsal.startOver()
    await rehearsal.startOver({ persona: 'vip', locale: 'en' })
    expect(asked[1]).toMatchObject({ locale: 'en', profile: { tier: 'gold', orders: 23 }, event: { kind: 'opened' } })
    expect(rehearsal.getState().turns).toHaveLength(1)
  })

  it('keeps a failed turn in sight and runs it again from the state before it', async () => {
    const { asked, rehearsal } = rehearse([
      () => ({}),
      () => {
        throw new CallError('offline', 0, 'no answer')
      },
    ])
    await rehearsal.startOver()
    await rehearsal.say(said('在吗'))
    expect(rehearsal.getState().turns.at(-1)?.failure?.code).toBe('offline')
    await rehearsal.retry()
    expect(rehearsal.getState().turns.at(-1)).toMatchObject({ failure: null, cause: { kind: 'said' } })
    expect(asked).toHaveLength(3)
  })

  it('lets a line wait for the answer under way, and keeps their order', async () => {
    const { asked, rehearsal } = rehearse()
    const opened = rehearsal.startOver()
    await Promise.all([opened, rehearsal.say(said('一')), rehearsal.say(said('二'))])
    expect(asked.map((each) => each.event)).toMatchObject([{ kind: 'opened' }, { content: { text: '一' } }, { content: { text: '二' } }])
    expect(rehearsal.getState().turns.every((turn) => turn.reply)).toBe(true)
  })

  it('drops an answer that comes after one has started over', async () => {
    let release = () => {}
    const late = new Promise<void>((resolve) => {
      release = resolve
    })
    const { rehearsal } = rehearse()
    const slow = createRehearsal(
      'f',
      (async () => {
        await late
        return { revision: 1, state: emptyState(), owner: 'closed', messages: [], trace: [], perception: null, took: 1 }
      }) as unknown as Call,
      async () => {},
      'zh-CN',
    )
    const first = slow.startOver()
    const second = slow.startOver()
    release()
    await Promise.all([first, second])
    expect(slow.getState().turns).toHaveLength(1)
    expect(ownerOf(slow.getState())).toBe('closed')
    expect(ownerOf(rehearsal.getState())).toBe('bot')
  })
})
