import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ConversationState, emptyState, type Owner } from '../../schemas/conversation.ts'
import { compile } from './compile.ts'
import { recordServices, replayTurn } from './replay.ts'
import { fakeServices, sketch } from './testing.ts'
import { runTurn } from './turn.ts'
import type { TurnEvent, TurnInput } from './types.ts'

const track = sketch(
  'track',
  {
    start: ['start'],
    ask: [
      'ask',
      {
        question: 'Order?',
        slot: 'order_no',
        entity: 'order_no',
        offer: 'recent-orders',
        again: ['It begins with D.', 'Like D1.'],
        tries: 3,
      },
    ],
    look: ['shop-action', { action: 'parcel', order: 'order_no', keep: [{ fact: 'carrier', slot: 'carrier' }] }],
    gift: ['promotion', { offers: ['ten'] }],
    done: ['end'],
  },
  [
    'start.next -> ask',
    'ask.answered -> look',
    'ask.gave-up -> done',
    'look.found -> gift',
    'look.not-found -> done',
    'gift.given -> done',
    'gift.not-eligible -> done',
  ],
)
const hub = sketch(
  'hub',
  {
    start: ['start'],
    listen: ['intent', { question: 'What?', branches: [{ id: 'parcel', name: 'Track', intents: ['parcel'] }] }],
    track: ['subflow', { flow: 'track' }],
    faq: ['knowledge', {}],
    sorry: ['message', { wordings: ['Pardon?', 'Once more?'] }],
    person: ['watch-intent', { intents: ['human'] }],
    people: ['escalate', { text: '{{ queue.ahead }} before you.', closedText: 'Closed.' }],
    back: ['end'],
  },
  [
    'start.next -> listen',
    'listen.parcel -> track',
    'listen.not-understood -> faq',
    'faq.answered -> listen',
    'faq.nothing -> sorry',
    'sorry.next -> listen',
    'track.done -> listen',
    'person.matched -> people',
    'people.handed-back -> back',
  ],
)
const programs = new Map([hub, track].map((flow) => [flow.id, compile(flow, `${flow.id}@1`)]))

const said = (text: string): TurnEvent => ({ kind: 'said', content: { type: 'text', text } })
const event = fc.oneof(
  fc.constantFrom('parcel', 'D1', 'D2', 'human', 'thanks', 'parcel D1', '🙂', 'D1 human', '').map(said),
  fc.string({ maxLength: 40 }).map(said),
  fc
    .constantFrom('@human', '@bot', 'D1', 'parcel', '@none', 'nonsense')
    .map((value): TurnEvent => ({ kind: 'said', content: { type: 'choice', value } })),
  fc.constant<TurnEvent>({ kind: 'silent', token: 'open' }),
  fc.constant<TurnEvent>({ kind: 'handed-back' }),
)
/** How the outside behaves in this history: a fault now and then. */
const weather = fc.array(fc.constantFrom('fine', 'down', 'throws'), { minLength: 1, maxLength: 12 })

function outside(days: string[]): ReturnType<typeof fakeServices> {
  let call = 0
  const fine = fakeServices()
  const on = <T extends { ok: boolean }>(answer: Promise<T>): Promise<T> => {
    const today = days[call++ % days.length]
    if (today === 'throws') return Promise.reject(new Error('the shop broke'))
    return today === 'down' ? Promise.resolve({ ok: false, why: 'unavailable' } as unknown as T) : answer
  }
  return fakeServices({
    shop: { ...fine.shop, parcel: (id) => on(fine.shop.parcel(id)), recentOrders: (limit) => on(fine.shop.recentOrders(limit)) },
    knowledge: {
      sheet: () => ({ kind: 'nothing' }),
      products: () => [],
      ask: (question) =>
        question.length % 3 === 0
          ? { kind: 'not-sure', candidates: [{ article: 'a', question: 'This?', confidence: 0.5 }] }
          : question.length % 5 === 1
            ? { kind: 'answer', article: 'b', question, answer: 'So it is.', confidence: 0.9 }
            : { kind: 'nothing' },
    },
    promotions: {
      claimFirst: async (_offers, key) => ({
        coupon: { offerId: 'ten', code: key, name: 'Ten', value: { amount: 1_000, currency: 'CNY' } },
      }),
    },
  })
}

describe('a recorded turn', () => {
  it('gives the same result again, byte for byte, and ends whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 14 }), weather, async (events, days) => {
        const services = outside(days)
        let state: ConversationState = emptyState()
        let owner: Owner = 'bot'
        let seq = 0
        for (const each of [{ kind: 'opened' } as const, ...events]) {
          const open = state.frames.at(-1)?.waiting?.token
          const input: TurnInput = {
            programs,
            conversation: {
              id: 'c',
              flow: 'hub',
              channel: 'web',
              locale: 'en',
              profile: { verified: false, tier: 'none', orders: 0, spent: 0, tags: [] },
              owner,
            },
            state,
            event: each.kind === 'silent' && open ? { kind: 'silent', token: open } : each,
            seq: ++seq,
            now: 1_000 * seq,
            seed: seq,
          }
          const recorder = recordServices(services)
          const first = await runTurn(input, recorder.services)
          // a thrown answer is not recorded as one: those turns are rerun from the journal, not replayed
          if (!first.trace.some((step) => step.note === 'the shop broke'))
            expect(JSON.stringify(await replayTurn(input, JSON.parse(JSON.stringify(recorder.recording))))).toBe(JSON.stringify(first))
          expect(first.trace.length).toBeLessThanOrEqual(260)
          if (each.kind === 'said' && owner === 'bot') expect(first.messages.length + (first.owner === 'queue' ? 1 : 0)).toBeGreaterThan(0)
          state = JSON.parse(JSON.stringify(first.state))
          owner = first.owner
        }
      }),
      { numRuns: 300 },
    )
  }, 60_000)
})
