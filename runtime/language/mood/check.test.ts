import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createMood } from '../mood.ts'
import { readSentences } from './sentences.ts'

/** Messages that nothing is learned from: text, polarity, anger, urgency. */
const lines = readFileSync(new URL('check.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(Boolean)
const messages = lines.map((line) => line.split('\t'))
const { readMood } = createMood()

/** Twice the hits by all that was said and all that was meant. */
function f1(pairs: readonly (readonly [wanted: boolean, said: boolean])[]): number {
  const both = pairs.filter(([wanted, said]) => wanted && said).length
  return (2 * both) / pairs.reduce((sum, [wanted, said]) => sum + Number(wanted) + Number(said), 0)
}

describe('the model that ships, on messages it has not seen', () => {
  it.each([
    ['Chinese', true],
    ['English', false],
  ])('reads the mood of %s messages', (_language, han) => {
    const own = messages.filter(([text = '']) => /\p{Script=Han}/u.test(text) === han)
    const read = own.map(([text = '', polarity, anger, urgency]) => ({ polarity, anger, urgency, mood: readMood(text) }))
    expect(read.filter((each) => each.mood.polarity === each.polarity).length / read.length).toBeGreaterThan(0.86)
    expect(f1(read.map((each) => [each.anger === '1', each.mood.anger >= 0.5]))).toBeGreaterThan(0.7)
    // time that is short is said in too many ways to know them all
    expect(f1(read.map((each) => [each.urgency === '1', each.mood.urgency >= 0.5]))).toBeGreaterThan(han ? 0.6 : 0.85)
  })

  it('was taught none of them word for word', () => {
    const taught = new Set(readSentences().map(({ text }) => text.toLowerCase()))
    expect(messages.filter(([text = '']) => taught.has(text.toLowerCase()))).toEqual([])
  })
})
