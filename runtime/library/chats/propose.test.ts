import { beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../knowledge/words.ts'
import { createGathering } from './gather.ts'
import { createMatter } from './matter.ts'
import { type ChatTexts, proposeWords } from './propose.ts'
import { visitorsSay, writtenQuestions } from './testing.ts'

let isMatter: (word: string) => boolean
beforeAll(() => {
  isMatter = createMatter([])
})

/** Texts with each message in a conversation of its own, unless it is said who said it. */
function textsOf(messages: readonly string[], by: (text: string, place: number) => string = (_, place) => `c${place}`): ChatTexts {
  const gathering = createGathering((text) => text)
  messages.forEach((text, place) => gathering.add(by(text, place), text))
  return { said: gathering.wordings(), questions: writtenQuestions, others: [] }
}

const find = (texts: ChatTexts) => proposeWords(texts, wordsOf, { isMatter })
const pairs = (texts: ChatTexts) => find(texts).map(({ word, near }) => `${word} ${near[0]}`)

describe('words that visitors use and articles do not', () => {
  it('are found with the words that articles use in their place, and with what was said', () => {
    const texts = textsOf(visitorsSay(2_000))
    const found = find(texts)
    expect(pairs(texts)).toEqual(expect.arrayContaining(['旅行箱 行李箱', '刮胡刀 剃须刀']))
    expect(found.length).toBeLessThan(6)
    for (const { word, count, examples } of found) {
      const holding = texts.said.filter(({ text }) => text.includes(word))
      // the dictionary may cut it otherwise here and there
      expect(count).toBeLessThanOrEqual(holding.reduce((sum, each) => sum + each.count, 0))
      expect(count).toBeGreaterThan(150)
      expect(examples).toHaveLength(2)
      for (const place of examples) expect(texts.said[place]?.text).toContain(word)
    }
    expect(find(texts)).toEqual(found)
  })

  it('are nothing new once articles use them', () => {
    const texts = textsOf(visitorsSay(2_000))
    const found = pairs({ ...texts, questions: [...writtenQuestions, ['旅行箱怎么洗']] }).join()
    expect(found).toContain('刮胡刀 剃须刀')
    expect(found).not.toContain('旅行箱')
  })

  it('are not what one visitor alone says', () => {
    const texts = textsOf(visitorsSay(2_000), (text, place) => (text.includes('旅行箱') ? 'one' : `c${place}`))
    expect(pairs(texts)).toContain('刮胡刀 剃须刀')
    expect(pairs(texts).join()).not.toContain('旅行箱')
  })

  it('are no times, numbers or pronouns, nor what every shop knows', () => {
    const others = ['明天', '三个', '我们'].flatMap((word) => visitorsSay(300, 5).map((text) => text.replace(/行李箱|旅行箱/, word)))
    const found = find(textsOf([...visitorsSay(2_000), ...others])).map(({ word }) => word)
    expect(found).toEqual(expect.arrayContaining(['旅行箱', '刮胡刀']))
    expect(found.filter((word) => ['明天', '三个', '我们'].includes(word))).toEqual([])
    const postage = textsOf(visitorsSay(2_000).map((text) => text.replace('旅行箱', '邮费').replace('行李箱', '运费')))
    const questions = writtenQuestions.map((texts) => texts.map((text) => text.replace('行李箱', '运费')))
    expect(pairs({ ...postage, questions })).toContain('刮胡刀 剃须刀')
    expect(pairs({ ...postage, questions }).join()).not.toContain('邮费')
  })

  it('are not words that are said together with those of the articles', () => {
    const both = visitorsSay(2_000).map((text) => text.replace('旅行箱', '行李箱旅行箱'))
    expect(pairs(textsOf(both))).not.toContain('旅行箱 行李箱')
  })

  it('count a wording once, whatever its numbers and marks, and remember who said it', () => {
    const gathering = createGathering((text) => text)
    for (const [who, text] of [
      ['a', '买2个旅行箱！'],
      ['a', '买3个旅行箱'],
      ['b', '买10个旅行箱。'],
      ['b', '？？'],
      ['b', '12'],
    ] as const)
      gathering.add(who, text)
    expect(gathering.wordings()).toMatchObject([{ written: '买2个旅行箱！', count: 3, conversations: ['a', 'b'] }])
  })
})
