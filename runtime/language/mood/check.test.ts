import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMood } from '../mood.ts'
import { readSentences } from './sentences.ts'

/** Messages that nothing is learned from: text, polarity, anger, urgency. */
const messagesOf = (file: string) =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => line.split('\t'))
// single words and hard cases, half of them displeased · what shoppers type, most of it neutral
const words = messagesOf('check.tsv')
const chat = messagesOf('check.chat.tsv')
const { readMood } = createMood()

/** Twice the hits by all that was said and all that was meant. */
function f1(pairs: readonly (readonly [wanted: boolean, said: boolean])[]): number {
  const both = pairs.filter(([wanted, said]) => wanted && said).length
  return (2 * both) / pairs.reduce((sum, [wanted, said]) => sum + Number(wanted) + Number(said), 0)
}

describe('the model that ships, on messages it has not seen', () => {
  it.each([
    ['hard words', 'Chinese', words, true, { right: 0.86, anger: 0.7, urgency: 0.8 }],
    ['hard words', 'English', words, false, { right: 0.86, anger: 0.8, urgency: 0.8 }],
    ['chat', 'Chinese', chat, true, { right: 0.9, anger: 0.75, urgency: 0.86 }],
    ['chat', 'English', chat, false, { right: 0.9, anger: 0.8, urgency: 0.8 }],
  ])('reads the mood of %s in %s', (_what, _language, messages, han, least) => {
    const own = messages.filter(([text = '']) => /\p{Script=Han}/u.test(text) === han)
    const read = own.map(([text = '', polarity, anger, urgency]) => ({ polarity, anger, urgency, mood: readMood(text) }))
    expect(read.filter((each) => each.mood.polarity === each.polarity).length / read.length).toBeGreaterThan(least.right)
    expect(f1(read.map((each) => [each.anger === '1', each.mood.anger >= 0.5]))).toBeGreaterThan(least.anger)
    expect(f1(read.map((each) => [each.urgency === '1', each.mood.urgency >= 0.5]))).toBeGreaterThan(least.urgency)
  })

  it('was taught none of them word for word', () => {
    const taught = new Set(readSentences().map(({ text }) => text.toLowerCase()))
    expect([...words, ...chat].filter(([text = '']) => taught.has(text.toLowerCase()))).toEqual([])
  })
})
