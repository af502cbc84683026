import { describe, expect, it } from 'vitest'
import { applied } from './applied.ts'

const put = (id: string, keywords: string[] = []) => ({ do: 'put' as const, intent: { id, name: id, keywords } })
const textsOf = (list: ReturnType<typeof applied>) => Object.fromEntries(list.map(({ intent }) => [intent.id, intent.utterances]))

describe('a list of intents right after a change', () => {
  const made = applied([], [put('a'), { do: 'add', intent: 'a', utterances: ['一', '二', '一'] }])

  it('shows a new intent with what it was taught, each utterance once', () => {
    expect(textsOf(made)).toEqual({ a: ['一', '二'] })
    expect(made[0]?.health.utterances).toBe(2)
  })

  it('shows utterances that were moved in their new place', () => {
    const moved = applied(made, [put('b'), { do: 'take', intent: 'a', utterances: ['一'] }, { do: 'add', intent: 'b', utterances: ['一'] }])
    expect(textsOf(moved)).toEqual({ a: ['二'], b: ['一'] })
  })

  it('keeps the utterances of an intent that is renamed, and forgets one that is removed', () => {
    expect(textsOf(applied(made, [put('a', ['急'])]))).toEqual({ a: ['一', '二'] })
    expect(applied(made, [{ do: 'remove', intent: 'a' }])).toEqual([])
  })

  it('changes nothing in the list that is shown still', () => {
    expect(textsOf(made)).toEqual({ a: ['一', '二'] })
  })
})
