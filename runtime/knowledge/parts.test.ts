import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../schemas/article.ts'
import { normalise } from '../language/normalise.ts'
import { buildIndex } from './index.ts'
import { createKnowledge } from './knowledge.ts'
import { createMatcher, createSeeker } from './matcher.ts'
import { stem } from './stem.ts'
import { createCanon } from './synonyms.ts'
import { createCutter } from './words.ts'

const now = Date.parse('2026-11-21T00:00:00Z')

function article(id: string, question: string, more: Partial<Article> = {}): Article {
  return { id, question, similar: [], answer: '好', tags: [], ...more }
}

describe('what an answer is chosen by', () => {
  it('finds a question word for word, whatever else is asked', () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'退货运费发票尺码保温杯多久怎么 abcdef'), minLength: 3, maxLength: 14 })
      .map(normalise)
    fc.assert(
      fc.property(
        fc.uniqueArray(
          text.filter((each) => /[\p{L}]{2}/u.test(each)),
          { minLength: 1, maxLength: 30 },
        ),
        (questions) => {
          const match = createMatcher(createSeeker(buildIndex(questions.map((each) => ({ questions: [each], answer: '' })))))
          questions.forEach((each, index) => {
            const { matches } = match(each)
            expect(matches.filter((found) => found.same).map((found) => found.article)).toContain(index)
          })
        },
      ),
      { numRuns: 60 },
    )
  })

  it('meets the other words of the same matter, in the other language too [R23]', () => {
    const knowledge = createKnowledge([article('freight', '运费多少'), article('invoice', '怎么开发票'), article('wash', '桌布怎么洗')])
    expect(knowledge.explain('邮费怎么算', { locale: 'zh-CN', now }).articles[0]).toMatchObject({ article: 'freight' })
    expect(knowledge.explain('how much is the postage', { locale: 'zh-CN', now }).articles[0]).toMatchObject({ article: 'freight' })
  })

  it('hears words that were typed by their sound', () => {
    const knowledge = createKnowledge([
      article('a', '怎么开发票'),
      article('b', '运费多少'),
      article('c', '可以分期付款吗'),
      article('d', '几天发货'),
    ])
    expect(knowledge.explain('怎么凯法票', { locale: 'zh-CN', now }).articles[0]).toMatchObject({ article: 'a' })
    expect(knowledge.explain('分其付宽', { locale: 'zh-CN', now }).articles[0]).toMatchObject({ article: 'c' })
  })

  it('says which words spoke for the best article and for the next one', () => {
    const knowledge = createKnowledge([article('gift', '有没有礼盒'), article('box', '盒子坏了怎么办'), article('ship', '几天发货')])
    const [best, next] = knowledge.explain('礼盒怎么买', { locale: 'zh-CN', now }).articles
    expect(best).toMatchObject({ article: 'gift', closest: '有没有礼盒' })
    expect(best?.words[0]?.text).toBe('礼盒')
    expect(next?.article).not.toBe('gift')
  })

  it('answers a visitor who writes in another language than the page', () => {
    const knowledge = createKnowledge([
      article('en', 'Do you ship abroad?', { locale: 'en' }),
      article('zh', '支持海外吗', { locale: 'zh-CN' }),
    ])
    expect(knowledge.ask('do you ship abroad', { locale: 'zh-CN', now })).toMatchObject({ kind: 'answer', article: 'en' })
    expect(knowledge.ask('支持海外吗', { locale: 'en', now })).toMatchObject({ kind: 'answer', article: 'zh' })
  })

  it('remembers an answer only while the article holds, and never one for another group or person [R26]', () => {
    const knowledge = createKnowledge([article('sale', '双十一活动', { validTo: new Date(now + 1_000).toISOString() })])
    const ask = (at: number, more: object = {}) => knowledge.ask('双十一活动', { locale: 'zh-CN', now: at, ...more })
    const first = ask(now)
    expect(first.kind).toBe('answer')
    expect(ask(now + 10)).toBe(first)
    expect(ask(now + 10, { segment: 'vip' })).not.toBe(first)
    expect(ask(now + 10, { personal: true })).not.toBe(first)
    expect(ask(now + 2_000)).toEqual({ kind: 'nothing' })
  })

  it('scores the same whether common features are read to the end or articles ahead are read again', () => {
    const questions = Array.from({ length: 3_000 }, (_, index) => ({ questions: [`我想问一下订单${index}什么时候发货呢`], answer: '' }))
    const match = createMatcher(createSeeker(buildIndex(questions)))
    const { matches } = match('我想问一下订单1234什么时候发货呢')
    expect(matches[0]).toMatchObject({ article: 1_234, same: true })
  })
})

describe('a large library', () => {
  it('still finds the few articles of a tag, or of a date, among many that come closer', () => {
    const many = Array.from({ length: 2_000 }, (_, index) => article(`a${index}`, `我想问一下订单${index}什么时候发货呢`))
    const knowledge = createKnowledge([...many, article('vip', '我想问一下会员订单什么时候发货呢', { tags: ['vip'] })])
    expect(knowledge.ask('我想问一下订单什么时候发货呢', { locale: 'zh-CN', now, tags: ['vip'] })).toMatchObject({ article: 'vip' })
    const expired = many.map((each) => ({ ...each, validTo: '2026-01-01T00:00:00Z' }))
    const dated = createKnowledge([...expired, article('now', '我想问一下现在订单什么时候发货呢')])
    expect(dated.rank('我想问一下订单什么时候发货呢', { locale: 'zh-CN', now }).articles).toEqual(['now'])
  })
})

describe('synonyms', () => {
  it('replace the longest word first, Latin ones whole, and leave all else alone', () => {
    const canon = createCanon([
      ['postage', 'shipping cost', 'freight'],
      ['发票', '票据', '税务票据'],
    ])
    expect(canon('shipping costs and freights')).toBe('postage and postage')
    expect(canon('freighter')).toBe('freighter')
    expect(canon('税务票据怎么弄')).toBe('发票怎么弄')
  })

  it('are idempotent, and change nothing when there are none', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'发票据税ab ') }), (text) => {
        const canon = createCanon([
          ['发票', '票据'],
          ['ab', 'b'],
        ])
        expect(canon(canon(text))).toBe(canon(text))
        expect(createCanon([])(text)).toBe(text)
      }),
    )
  })
})

describe("the shop's own words", () => {
  it('stay whole, the longest first, and nothing is left out', () => {
    const cut = createCutter(['禾木', '禾木云朵杯', 'AirPods Pro'])
    expect(cut('禾木云朵杯多少钱')).toEqual(['禾木云朵杯', '多少', '钱'])
    expect(cut('买禾木的')).toEqual(['买', '禾木', '的'])
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'禾木云朵杯多少钱的') }), (run) => cut(run).join('') === run))
    expect(createCutter(['a'])('云朵杯')).toEqual(createCutter([])('云朵杯'))
  })

  it('tell articles apart that share their characters', () => {
    const articles = [article('cup', '云朵杯能进洗碗机吗'), article('cloud', '这朵云的杯垫能进洗碗机吗')]
    const knowledge = createKnowledge(articles, { words: ['云朵杯'] })
    expect(knowledge.rank('云朵杯能洗吗', { locale: 'zh-CN', now }).articles[0]).toBe('cup')
  })
})

describe('stems', () => {
  it.each([
    ['refunded', 'refund'],
    ['refunds', 'refund'],
    ['shipping', 'ship'],
    ['shipped', 'ship'],
    ['relational', 'relat'],
    ['happy', 'happi'],
    ['sky', 'sky'],
    ['usb', 'usb'],
  ])('%s is %s', (word, wanted) => {
    expect(stem(word)).toBe(wanted)
  })
})
