import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { alikeArticles } from '../runtime/knowledge/duplicates.ts'
import { entryOf, writtenOf } from '../runtime/knowledge/entries.ts'
import { createProducts } from '../runtime/knowledge/products.ts'
import { wordsOf } from '../runtime/knowledge/words.ts'
import { nearDuplicates } from '../runtime/language/intents/duplicates.ts'
import { normalise } from '../runtime/language/normalise.ts'
import { article } from '../schemas/article.ts'
import { locales } from '../schemas/text.ts'
import { shopWord, synonymGroup } from '../schemas/vocabulary.ts'
import { libraryProducts } from './shop/library.ts'

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const articles = article.array().parse(read('library/articles.json'))
const synonyms = synonymGroup.array().parse(read('library/synonyms.json'))
const words = shopWord.array().parse(read('library/words.json'))
const products = libraryProducts()

const isChinese = (text: string) => /\p{Script=Han}/u.test(text)

describe('the articles of the demo shop', () => {
  it('are each asked in eight further ways at least, in the language they are for [R25]', () => {
    for (const { id, question, similar, locale } of articles) {
      expect(similar.length, id).toBeGreaterThanOrEqual(8)
      expect(
        [question, ...similar].filter((text) => isChinese(text) !== (locale === 'zh-CN')),
        id,
      ).toEqual([])
    }
  })

  it('answer in both languages, each topic once in either', () => {
    const topics = (locale: string) => articles.filter((each) => each.locale === locale).map(({ id }) => id.replace(/-en$/, ''))
    expect(topics('en')).toEqual(topics('zh-CN'))
    for (const { id, answer } of articles) expect(answer, id).toEqual({ 'zh-CN': expect.any(String), en: expect.any(String) })
  })

  it('never say one thing twice in nearly the same words, and no two answer the same', () => {
    const lessons = articles.map(({ id, question, similar }) => ({ id, name: question, utterances: [question, ...similar] }))
    expect(nearDuplicates(lessons, { least: 0.8 })).toEqual([])
    for (const locale of locales) {
      const entries = articles.filter((each) => each.locale === locale).map((each) => entryOf(writtenOf(each, locale), (text) => text))
      expect(alikeArticles(entries, wordsOf)).toEqual([])
    }
  })

  it('carry tags in words that an operator reads, and name products that the shop has', () => {
    const known = new Set(products.map(({ id }) => id))
    for (const { id, tags, products: named = [] } of articles) {
      expect(tags, id).toEqual([expect.stringMatching(/^\p{Script=Han}+$/u)])
      expect(
        named.filter((each) => !known.has(each)),
        id,
      ).toEqual([])
    }
  })
})

describe('the words of the demo shop', () => {
  it('stand in one group only, each group with a name of its own', () => {
    const all = synonyms.flatMap((group) => group.words.map(normalise))
    expect(all.length).toBe(new Set(all).size)
    expect(new Set([...synonyms, ...words].map(({ id }) => id)).size).toBe(synonyms.length + words.length)
  })
})

describe('the sheets of the demo shop', () => {
  it('know every product, in both languages alike', () => {
    for (const { id, attributes } of products) {
      const keys = Object.keys(attributes)
      expect(keys.length, id).toBeGreaterThanOrEqual(4)
      expect(keys.filter(isChinese).length, id).toBe(keys.length / 2)
    }
  })

  const ask = createProducts(products).ask
  it.each([
    ['云朵杯能放微波炉吗', 'zh-CN', '微波炉', '可以，每次不超过 3 分钟'],
    ['云朵杯可以用洗碗机吗', 'zh-CN', '洗碗机', '不建议，哑光釉会磨亮'],
    ['保温壶多重', 'zh-CN', '重量', '780 克'],
    ['台灯多少瓦', 'zh-CN', '功率', '12 瓦'],
    ['is the cloud mug dishwasher safe', 'en', 'Dishwasher', 'Better not, the matte glaze wears shiny'],
    ['what does the scented candle smell like', 'en', 'Scent', 'Cedar, amber, a little smoke'],
  ] as const)('answer %s with what stands there [R24]', (question, locale, key, value) => {
    expect(ask(question, { locale })).toMatchObject({ kind: 'fact', fact: { key, value } })
  })

  it('are silent where the shop does not say', () => {
    expect(ask('云朵杯防水吗', { locale: 'zh-CN' })).toMatchObject({ kind: 'unknown', name: '云朵杯' })
  })
})
