import { describe, expect, it } from 'vitest'
import type { ListedIntent } from '../library/listed-intent.ts'
import { bestFix, byHarm, type Confusion, confusedPairs, merging, moving, pairsOf, strays, wrongAnswers } from './fixes.ts'

const listed = (id: string, utterances: string[], usedBy: string[] = []): ListedIntent => ({
  intent: { id, name: id, utterances, keywords: [`${id}!`] },
  health: {
    intent: id,
    share: 0.5,
    state: 'fair',
    utterances: utterances.length,
    wordings: utterances.length,
    languages: { zh: 0, en: 0, mixed: 0 },
    missing: 0,
  },
  usedBy: usedBy.map((flow) => ({ flow, name: flow })),
})
const confusion = (from: string, to: string | null, texts: string[], confidence = 0.7): Confusion => ({
  from,
  to,
  count: texts.length,
  examples: texts.map((text) => ({ text, confidence })),
})
const all = () => true

describe('pairs of intents that are confused', () => {
  it('count both ways together, most often confused first', () => {
    const pairs = confusedPairs(
      [confusion('a', 'b', ['1', '2']), confusion('c', 'a', ['3', '4', '5']), confusion('b', 'a', ['6', '7'])],
      all,
    )
    expect(pairs.map((pair) => [pair.count, pair.ways.length])).toEqual([
      [4, 2],
      [3, 1],
    ])
  })

  it('leave out what was moved or removed since the check', () => {
    const pairs = confusedPairs(
      [confusion('a', 'b', ['moved', 'still']), confusion('a', 'gone', ['x']), confusion('b', 'a', ['moved too'])],
      (intent, text) => intent !== 'gone' && !text?.startsWith('moved'),
    )
    expect(pairs).toHaveLength(1)
    expect(pairs[0]).toMatchObject({ count: 1, ways: [{ from: 'a', to: 'b', examples: [{ text: 'still' }] }] })
  })

  it('stand first where customers are answered wrongly, most of all where flows act on it', () => {
    const pairs = confusedPairs(
      [
        confusion('doubt', 'other', ['1', '2', '3', '4'], 0.5),
        confusion('unused', 'spare', ['5', '6', '7'], 0.9),
        confusion('used', 'more', ['8', '9'], 0.9),
        confusion('strange', 'out_of_scope', ['10', '11', '12', '13', '14'], 0.95),
      ],
      all,
    )
    const ordered = byHarm(pairs, (intent) => intent === 'more' || intent === 'doubt')
    expect(ordered.map(({ ways: [{ from }] }) => from)).toEqual(['used', 'unused', 'doubt', 'strange'])
    expect(ordered.map(wrongAnswers)).toEqual([2, 3, 0, 0])
  })

  it('begin, on the page of one intent, with what is taken away from it', () => {
    const both = confusedPairs(
      [confusion('invoice', 'card', ['can I have one', 'one']), confusion('card', 'invoice', ['can I have one'])],
      all,
    )
    expect(pairsOf('card', both)).toMatchObject([{ count: 3, ways: [{ from: 'card' }, { from: 'invoice' }] }])
    expect(pairsOf('invoice', both)).toMatchObject([{ ways: [{ from: 'invoice' }, { from: 'card' }] }])
  })

  it('keep messages that no intent was recognised in', () => {
    expect(confusedPairs([confusion('a', null, ['什么'])], all)[0]?.ways[0].to).toBeNull()
  })
})

describe('what one click changes', () => {
  it('moves utterances: taken from one intent, taught to the other', () => {
    expect(moving(['到哪了'], 'a', 'b')).toEqual([
      { do: 'take', intent: 'a', utterances: ['到哪了'] },
      { do: 'add', intent: 'b', utterances: ['到哪了'] },
    ])
  })

  it('merges into the intent that flows use, keywords included', () => {
    const merged = merging(listed('big', ['1', '2', '3']), listed('used', ['4'], ['track-parcel']))
    expect(merged?.stays.intent.id).toBe('used')
    expect(merged?.changes).toEqual([
      { do: 'put', intent: { id: 'used', name: 'used', keywords: ['used!', 'big!'] } },
      { do: 'add', intent: 'used', utterances: ['1', '2', '3'] },
      { do: 'remove', intent: 'big' },
    ])
  })

  it('merges into the larger one when no flow uses either', () => {
    expect(merging(listed('small', ['1']), listed('big', ['2', '3']))?.goes.intent.id).toBe('small')
  })

  it('merges nothing while flows use both', () => {
    expect(merging(listed('a', ['1'], ['x']), listed('b', ['2'], ['y']))).toBeNull()
  })
})

describe('the fix that is offered first', () => {
  const many = Array.from({ length: 30 }, (_, index) => `${index}`)
  const fixOf = (confusions: Confusion[], from: ListedIntent, to?: ListedIntent) => {
    const [pair] = confusedPairs(confusions, all)
    if (!pair) throw new Error('no pair')
    return bestFix(pair, from, to)
  }

  it('is to move what is surely taken for the other, and only that', () => {
    const strayed = confusion('a', 'b', ['sure', 'doubtful'])
    strayed.examples = [
      { text: 'sure', confidence: 0.9 },
      { text: 'doubtful', confidence: 0.4 },
    ]
    expect(fixOf([strayed], listed('a', many), listed('b', many))).toBe('move')
    expect(strays(strayed)).toEqual(['sure'])
  })

  it('is never to sweep what an intent lacks into what the shop cannot help with', () => {
    const swept = confusion('usage', 'out_of_scope', ['瑜伽球怎么充气'], 0.99)
    expect(strays(swept)).toEqual([])
    expect(fixOf([swept], listed('usage', many), listed('out_of_scope', many))).toBe('add')
    const back = confusion('out_of_scope', 'usage', many, 0.99)
    expect(fixOf([{ ...swept, count: 30 }, back], listed('usage', many), listed('out_of_scope', many))).toBe('add')
  })

  it('is to merge two that nobody can tell apart', () => {
    const ways = [confusion('a', 'b', many.slice(0, 10)), confusion('b', 'a', many.slice(0, 10))]
    expect(fixOf(ways, listed('a', many), listed('b', many))).toBe('merge')
  })

  it('is to teach more where nothing is plainly in the wrong place, and to one that is not heard at all', () => {
    expect(fixOf([confusion('a', 'b', many.slice(0, 5), 0.4)], listed('a', many), listed('b', many))).toBe('add')
    expect(fixOf([confusion('a', null, ['1'])], listed('a', many))).toBe('add')
  })
})
