import { describe, expect, it } from 'vitest'
import type { Article } from '../../../schemas/article.ts'
import type { Kind } from './headers.ts'
import { planImport } from './plan.ts'
import { readFile } from './read.ts'

const pause = async () => {}
const read = <K extends Kind>(kind: K, rows: string) =>
  readFile({ kind, name: 'a.csv', bytes: new TextEncoder().encode(rows), locale: 'zh-CN' })

describe('an import into a library', () => {
  const file = '问题,相似问,答案\n几天退货,能退吗,7 天\n运费多少,邮费,包邮\n'
  const plan = async (existing: Article[], content = file) =>
    planImport('articles', (await read('articles', content)).items, existing, 'zh-CN', pause)

  it('adds what is new, and importing the same file again changes nothing', async () => {
    const { steps, ...first } = await plan([])
    expect(first).toEqual({ same: 0, faults: [] })
    expect(steps).toMatchObject([{ before: undefined }, { before: undefined }])
    expect(await plan(steps.map(({ put }) => put))).toEqual({ steps: [], same: 2, faults: [] })
  })

  it('asks for an answer when similar questions come for an article that is not there', async () => {
    expect(await plan([], '问题,相似问,答案\n几天退货,能退吗,\n')).toMatchObject({ steps: [], faults: [{ line: 2 }] })
  })

  it('meets an article by its question, keeps its id, its other language and what operators added', async () => {
    const own: Article = {
      id: 'return-days',
      question: '几天退货',
      similar: ['无理由退货'],
      answer: { 'zh-CN': '15 天', en: '15 days' },
      tags: ['售后'],
    }
    expect((await plan([own])).steps).toMatchObject([
      { before: own, put: { ...own, similar: ['无理由退货', '能退吗'], answer: { 'zh-CN': '7 天', en: '15 days' } } },
      { before: undefined },
    ])
  })

  it('joins a group of synonyms with the one that has a word of it, never with two', async () => {
    const { items } = await read('synonyms', '抬头,税号\n')
    const group = (id: string, ...words: string[]) => ({ id, words })
    expect(await planImport('synonyms', items, [group('g', '发票抬头', '税号')], 'zh-CN', pause)).toMatchObject({
      steps: [{ put: { id: 'g', words: ['发票抬头', '税号', '抬头'] } }],
    })
    const two = await planImport('synonyms', items, [group('g', '税号', 'x'), group('h', '抬头', 'y')], 'zh-CN', pause)
    expect(two).toMatchObject({ steps: [], faults: [{ line: 1, message: expect.stringContaining('抬头、税号') }] })
  })

  it('meets an intent by its id, then by its name in any language, and makes a new one of what is neither', async () => {
    const content = '意图,说法\nPrice,多少钱\nurge,快点\nURGE,怎么还没到\n价格,怎么卖\nprice_query,贵吗\ngift,能包装吗\n'
    const { items } = await read('intents', content)
    const price = { id: 'price_query', name: { 'zh-CN': '价格', en: 'Price' }, utterances: ['几块'], keywords: [] }
    // an intent's id counts more than the name of another
    const urge = { id: 'urge', name: '催', utterances: [], keywords: [] }
    const other = { id: 'other', name: 'Urge', utterances: [], keywords: [] }
    const { steps } = await planImport('intents', items, [price, other, urge], 'zh-CN', pause)
    expect(steps.map(({ put }) => [put.id, put.utterances])).toEqual([
      ['price_query', ['几块', '多少钱', '怎么卖', '贵吗']],
      ['urge', ['快点']],
      ['other', ['怎么还没到']],
      ['gift', ['能包装吗']],
    ])
  })

  it('meets a group by its words, also where its own id stands for a group that has other words by now', async () => {
    const { items } = await read('synonyms', '苹果甲,苹果戊\n')
    const made = items[0]?.item.id ?? ''
    const moved = { id: made, words: ['苹果丙', '苹果乙'] }
    const other = { id: 'other', words: ['苹果甲', '苹果丁'] }
    const first = await planImport('synonyms', items, [moved, other], 'zh-CN', pause)
    expect(first.steps).toMatchObject([{ before: other, put: { id: 'other', words: ['苹果甲', '苹果丁', '苹果戊'] } }])
    const second = await planImport('synonyms', items, [moved], 'zh-CN', pause)
    expect(second.steps).toMatchObject([{ before: undefined, put: { id: `${made}-2`, words: ['苹果甲', '苹果戊'] } }])
    const third = await planImport('synonyms', items, [moved, ...second.steps.map(({ put }) => put)], 'zh-CN', pause)
    expect(third).toEqual({ steps: [], same: 1, faults: [] })
  })

  it('keeps what every row brings when several meet the same item', async () => {
    const { items } = await read('synonyms', '抬头,税号\n票头,发票抬头\n')
    const there = { id: 'g', words: ['税号', '发票抬头'] }
    const { steps } = await planImport('synonyms', items, [there], 'zh-CN', pause)
    expect(steps).toMatchObject([{ before: there, put: { id: 'g', words: ['税号', '发票抬头', '抬头', '票头'] } }])
  })
})
