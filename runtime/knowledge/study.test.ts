import { afterAll, describe, expect, it } from 'vitest'
import { noLexicon } from './lexicon.ts'
import { createStudent } from './student.ts'
import { study } from './study.ts'

const student = createStudent()
afterAll(() => student.close())

describe('what is found out about articles and messages', () => {
  it('pairs articles that answer the same, and none that only share words', () => {
    const entries = [
      { questions: ['退货的运费谁出', '退货邮费谁承担'], answer: '' },
      { questions: ['运费多少', '邮费怎么算'], answer: '' },
      { questions: ['退货运费由谁承担', '退回去的运费谁出'], answer: '' },
      { questions: ['几天发货', '什么时候发货'], answer: '' },
      { questions: ['能开发票吗', '几天发货'], answer: '' },
    ]
    const pairs = study('duplicates', { entries }, noLexicon)
    expect(pairs.map(({ first, second }) => `${first} ${second}`)).toEqual(['3 4', '0 2'])
    expect(pairs[0]?.similarity).toBe(1)
  })

  it('groups messages that ask the same, the one heard most counting most', () => {
    const texts = ['怎么加盟', '加盟费多少', '想加盟你们', '可以刻字吗', '刻字收费吗', '你们老板是谁']
    const groups = study('clusters', { texts, counts: [1, 1, 1, 9, 1, 1] }, noLexicon)
    expect(groups.map((group) => group.map((index) => texts[index]).sort())).toEqual([
      ['刻字收费吗', '可以刻字吗'],
      ['加盟费多少', '怎么加盟', '想加盟你们'],
      ['你们老板是谁'],
    ])
    expect(texts[groups[0]?.[0] ?? -1]).toBe('可以刻字吗')
  })

  it('goes by the synonyms that the shop has', () => {
    const texts = ['抬头怎么改', '税号如何变更']
    const lexicon = { synonyms: [['抬头', '税号']], words: [] }
    expect(study('clusters', { texts, counts: [1, 1] }, noLexicon)).toHaveLength(2)
    expect(study('clusters', { texts, counts: [1, 1] }, lexicon)).toHaveLength(1)
  })

  it('suggests the word that visitors use for one of the article, and not what every shop knows', () => {
    const meant = [
      { text: '税号怎么改', count: 3, questions: ['发票抬头怎么改', '抬头写错了'] },
      { text: '税号写错了', count: 1, questions: ['发票抬头怎么改', '抬头写错了'] },
      { text: '邮费多少', count: 5, questions: ['运费多少'] },
      { text: '这条裤子会起毛吗', count: 1, questions: ['裤子会起球吗'] },
      { text: 'is the tumbler dishwasher safe', count: 2, questions: ['is the bottle dishwasher safe'] },
    ]
    const found = study('suggestions', { meant }, noLexicon)
    expect(found.map(({ words }) => words.join(' '))).toEqual(expect.arrayContaining(['抬头 税号', 'bottle tumbler']))
    expect(found[0]).toEqual({ words: ['抬头', '税号'], count: 4, examples: [0, 1] })
    expect(found.some(({ words }) => words.includes('邮费'))).toBe(false)
    expect(study('suggestions', { meant }, { synonyms: [['抬头', '税号']], words: [] }).some(({ words }) => words.includes('税号'))).toBe(
      false,
    )
  })

  it('finds the same in a thread', async () => {
    const entries = Array.from({ length: 600 }, (_, at) => ({ questions: [`编号${at % 300}的商品怎么安装`], answer: '' }))
    const found = await student.study('duplicates', { entries }, noLexicon)
    expect(found).toEqual(study('duplicates', { entries }, noLexicon))
    expect(await student.study('clusters', { texts: [], counts: [] }, noLexicon)).toEqual([])
  })
})
