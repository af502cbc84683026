import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../schemas/message.ts'
import { confirmed, emptyTimeline, hasGap, merge, type Shown, unread, writer } from './state.ts'
import { wordsAt } from './testing.ts'

describe('the timeline', () => {
  it('becomes the table, whatever was cut, doubled or out of order on the way [I15]', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(12), fc.boolean()), { maxLength: 40 }),
        fc.infiniteStream(fc.nat()),
        (size, parts, chance) => {
          const table = Array.from({ length: size }, (_, index) => wordsAt(index + 1, index % 3 === 1 ? 'visitor' : 'bot'))
          let state = emptyTimeline
          for (const [at, length, isShuffled] of parts) {
            const start = at % size
            const part = table.slice(start, start + length)
            state = merge(state, isShuffled ? shuffle(part, chance) : part)
            expect(state.timeline).toEqual(table.slice(0, state.timeline.length))
          }
          // what a reconnect does: everything after the last one that is certain
          state = merge(state, table.slice(confirmed(state)))
          expect(state.timeline).toEqual(table)
          expect(hasGap(state)).toBe(false)
        },
      ),
      { numRuns: 10_000 },
    )
  })

  it('shows an own message at once and lets the server’s masked copy take its place', () => {
    const own: Shown = { ...wordsAt(2, 'visitor', '电话 13812345678'), local: true }
    const masked = wordsAt(2, 'visitor', '电话 138****5678')
    const before = merge(merge(emptyTimeline, [wordsAt(1)]), [own, wordsAt(3)])
    expect(before.timeline).toEqual([wordsAt(1), own, wordsAt(3)])
    expect(confirmed(before)).toBe(1)
    const after = merge(before, [masked])
    expect(after.timeline[1]).toEqual(masked)
    expect(confirmed(after)).toBe(3)
    expect(merge(after, [own])).toBe(after)
  })

  it('holds back what came too early', () => {
    const early = merge(emptyTimeline, [wordsAt(3), wordsAt(2)])
    expect(early.timeline).toEqual([])
    expect(hasGap(early)).toBe(true)
    expect(merge(early, [wordsAt(1)]).timeline.map((message) => message.seq)).toEqual([1, 2, 3])
  })

  it('is the very same when nothing new came', () => {
    const state = merge(emptyTimeline, [wordsAt(1)])
    expect(merge(state, [wordsAt(1)])).toBe(state)
    expect(merge(state, [])).toBe(state)
  })
})

it('counts replies that were not seen, not the visitor’s own words', () => {
  const state = merge(emptyTimeline, [wordsAt(1), wordsAt(2, 'visitor'), wordsAt(3), wordsAt(4, 'agent')])
  expect(unread(state, 0)).toBe(3)
  expect(unread(state, 1)).toBe(2)
  expect(unread(state, 4)).toBe(0)
})

it('knows a person from the machine', () => {
  expect([writer('bot'), writer('queue'), writer('agent:lin'), writer('closed')]).toEqual(['bot', 'queue', 'agent', 'closed'])
})

function shuffle(messages: readonly Message[], chance: Iterable<number> & Iterator<number>): Message[] {
  const keyed = messages.map((message) => ({ message, key: Number(chance.next().value) }))
  return keyed.sort((one, other) => one.key - other.key).map(({ message }) => message)
}
