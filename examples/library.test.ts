import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outOfScope } from '../runtime/language/classify.ts'
import { nearDuplicates } from '../runtime/language/intents/duplicates.ts'
import { normalise } from '../runtime/language/normalise.ts'
import { intent } from '../schemas/intent.ts'

const library = intent.array().parse(JSON.parse(readFileSync(new URL('library/intents.json', import.meta.url), 'utf8')))
const taught = library.flatMap(({ id, utterances }) => utterances.map((text) => ({ id, text, words: words(text) })))

/** What is left of a message for the recogniser to go by: marks, case and script make no other utterance of it. */
function words(text: string): string {
  const normal = normalise(text)
  return normal.replace(/[^\p{L}\p{N}]+/gu, ' ').trim() || normal
}

/** Whether it counts as Chinese: a mixed message holds Chinese too. */
const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

describe('the starter intents', () => {
  it('are sixty-four at least, each with its own id and its name in both languages [R12]', () => {
    expect(library.length).toBeGreaterThanOrEqual(64)
    expect(new Set(library.map(({ id }) => id)).size).toBe(library.length)
    for (const { id, name } of library)
      expect(name, id).toEqual({ 'zh-CN': expect.stringMatching(/\p{Script=Han}/u), en: expect.stringMatching(/^[A-Z]/) })
  })

  it.each(library.map((each) => [each.id, each] as const))(
    '%s is said in 70 ways at least in Chinese and in English [R12] [R18]',
    (_id, { utterances }) => {
      const chinese = utterances.filter(isChinese).length
      expect(chinese).toBeGreaterThanOrEqual(70)
      expect(utterances.length - chinese).toBeGreaterThanOrEqual(70)
    },
  )

  it('never teach one message twice, nor under two intents', () => {
    const seen = new Map<string, string>()
    const twice: string[] = []
    for (const { id, text, words } of taught) {
      const other = seen.get(words)
      if (other) twice.push(`${text}: ${other}, ${id}`)
      seen.set(words, id)
    }
    expect(twice).toEqual([])
  })

  it('say nothing twice in nearly the same words', () => {
    expect(nearDuplicates(library, { least: 0.9 })).toEqual([])
  })

  it('know what is nobody’s business in a shop, and let no keyword speak for it', () => {
    expect(library.find(({ id }) => id === outOfScope)).toMatchObject({ keywords: [] })
  })

  it('hold messages of a shopper’s length, typed as they are: no blanks around, no line breaks', () => {
    expect(taught.filter(({ text }) => text.length > 120 || text !== text.trim() || /[\n\t]| {2}/.test(text))).toEqual([])
  })

  it('teach terse messages as well: a quarter of what Chinese shoppers write is four characters or fewer [R18]', () => {
    for (const { id, utterances } of library)
      expect(utterances.filter((text) => isChinese(text) && [...text].length <= 4).length, id).toBeGreaterThanOrEqual(3)
  })

  it('let no keyword of one intent decide over what another teaches', () => {
    const stolen = library.flatMap(({ id, keywords }) =>
      keywords.flatMap((keyword) =>
        taught
          .filter((each) => each.id !== id && normalise(each.text).includes(normalise(keyword)))
          .map((each) => `${keyword} of ${id}: ${each.text} (${each.id})`),
      ),
    )
    expect(stolen).toEqual([])
  })
})
