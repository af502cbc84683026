import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Intent } from '../../schemas/intent.ts'
import { type IntentChange, intentChange } from '../../schemas/library-change.ts'
import { AppError } from '../errors.ts'
import { changeIntents } from './change.ts'

const intent = (id: string, utterances: string[] = [], name = id): Intent => ({ id, name, utterances, keywords: [] })

/** The list that a store makes of changed rows. */
function applied(intents: readonly Intent[], changes: readonly IntentChange[]): { intents: Intent[]; undo: IntentChange[] } {
  const { put, remove, places, undo } = changeIntents(intents, changes)
  const changed = new Map(put.map((each) => [each.id, each]))
  const stays = intents.filter((each) => !remove.includes(each.id) && !(each.id in places))
  const list = stays.map((each) => changed.get(each.id) ?? each)
  const all = new Map([...intents.map((each) => [each.id, each] as const), ...changed])
  for (const [id, place] of Object.entries(places).sort(([, a], [, b]) => a - b)) list.splice(place, 0, all.get(id) as Intent)
  return { intents: list, undo }
}

const ids = ['track', 'refund', 'size', 'coupon']
const someId = fc.constantFrom(...ids)
const line = fc.constantFrom('快递到哪了', '什么时候发货', '我要退款', '  能退吗 ', 'where is it', '尺码', '优惠券')
const lines = fc.uniqueArray(line, { minLength: 1, maxLength: 5 })
const someChange = fc.oneof(
  fc.record({
    do: fc.constant('put' as const),
    intent: fc.record({ id: someId, name: fc.string() as fc.Arbitrary<Intent['name']>, keywords: fc.constant<string[]>(['退']) }),
  }),
  fc.record({ do: fc.constant('add' as const), intent: someId, utterances: lines }),
  fc.record({ do: fc.constant('take' as const), intent: someId, utterances: lines }),
  fc.record({ do: fc.constant('remove' as const), intent: someId }),
)
const library = fc.uniqueArray(someId).chain((held) =>
  fc.tuple(
    ...held.map((id) =>
      lines.map((utterances) =>
        intent(
          id,
          utterances.map((each) => each.trim()),
        ),
      ),
    ),
  ),
)

describe('changes of the intent library', () => {
  it('are undone exactly, order included, and what was undone can be done again', () => {
    fc.assert(
      fc.property(library, fc.array(someChange, { maxLength: 12 }), (intents, wanted) => {
        const changes = withoutStrangers(intents, wanted)
        const after = applied(intents, changes)
        for (const change of after.undo) expect(intentChange.safeParse(change).success).toBe(true)
        const back = applied(after.intents, after.undo)
        expect(back.intents).toEqual(intents)
        expect(applied(back.intents, back.undo).intents).toEqual(after.intents)
      }),
      { numRuns: 500 },
    )
  })

  it('that add what is there, take what is not and remove what is gone change nothing', () => {
    const intents = [intent('track', ['快递到哪了'])]
    const changes: IntentChange[] = [
      { do: 'add', intent: 'track', utterances: [' 快递到哪了 ', '   '] },
      { do: 'take', intent: 'track', utterances: ['没说过'] },
      { do: 'take', intent: 'gone', utterances: ['没说过'] },
      { do: 'remove', intent: 'gone' },
      { do: 'put', intent: { id: 'track', name: 'track', keywords: [] } },
    ]
    expect(changeIntents(intents, changes)).toEqual({ put: [], remove: [], places: {}, undo: [] })
  })

  it('of two people meet: an undo takes back what its owner did and nothing of the other', () => {
    const first = applied([intent('track', ['a'])], [{ do: 'add', intent: 'track', utterances: ['b', 'c'] }])
    const second = applied(first.intents, [{ do: 'add', intent: 'track', utterances: ['c', 'd'] }])
    expect(applied(second.intents, first.undo).intents[0]?.utterances).toEqual(['a', 'd'])
    const removed = applied(second.intents, [{ do: 'remove', intent: 'track' }])
    const anew = applied(removed.intents, [
      { do: 'put', intent: { id: 'track', name: 'Anew', keywords: [] } },
      { do: 'add', intent: 'track', utterances: ['e'] },
    ])
    expect(applied(anew.intents, removed.undo).intents).toEqual([intent('track', ['e', 'a', 'b', 'c', 'd'], 'Anew')])
  })

  it('move an utterance and merge two intents as one change', () => {
    const intents = [intent('track', ['a', 'b']), intent('refund', ['c'])]
    const merged = applied(intents, [
      { do: 'add', intent: 'track', utterances: ['c'] },
      { do: 'remove', intent: 'refund' },
    ])
    expect(merged.intents).toEqual([intent('track', ['a', 'b', 'c'])])
    expect(applied(merged.intents, merged.undo).intents).toEqual(intents)
  })

  it('that cannot be made are refused whole, and the one is named', () => {
    const refused = (changes: IntentChange[]) => {
      try {
        changeIntents(
          [
            intent(
              'track',
              Array.from({ length: 5_000 }, (_, at) => `${at}`),
            ),
          ],
          changes,
        )
      } catch (thrown) {
        return thrown instanceof AppError ? (thrown.fields.problems as { code: string; path: string }[])[0] : undefined
      }
      return undefined
    }
    const fine: IntentChange = { do: 'take', intent: 'track', utterances: ['none'] }
    expect(refused([fine, { do: 'add', intent: 'gone', utterances: ['a'] }])).toMatchObject({
      code: 'intent-unknown',
      path: '/changes/1/intent',
    })
    expect(refused([{ do: 'add', intent: 'track', utterances: ['one more'] }])).toMatchObject({ path: '/changes/0/utterances' })
  })
})

/** Leaves out what is refused: adding to an intent that is not there by then. */
function withoutStrangers(intents: readonly Intent[], changes: readonly IntentChange[]): IntentChange[] {
  const there = new Set(intents.map((each) => each.id))
  return changes.filter((change) => {
    if (change.do === 'put') there.add(change.intent.id)
    if (change.do === 'remove') there.delete(change.intent)
    return change.do !== 'add' || there.has(change.intent)
  })
}
