import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import type { Article } from '../../schemas/article.ts'
import { type Builder, builderInProcess, createBuilder } from './builder.ts'
import { createKnowledge } from './knowledge.ts'
import { createLiveKnowledge, type LiveKnowledge } from './live.ts'

const now = Date.parse('2026-11-21T00:00:00Z')
const options = { locale: 'zh-CN', now } as const

function article(id: string, question: string, more: Partial<Article> = {}): Article {
  return { id, question, similar: [], answer: `关于${question}`, tags: [], ...more }
}

/** Many articles about things that never meet. */
function library(count: number): Article[] {
  return Array.from({ length: count }, (_, index) => article(`a${index}`, `编号${index}的商品怎么安装`))
}

let open: LiveKnowledge[] = []
let due: (() => void)[] = []
afterEach(async () => {
  await Promise.all(open.map((each) => each.close()))
  open = []
  due = []
})

function live(builder: Builder = builderInProcess): LiveKnowledge {
  const made = createLiveKnowledge({
    builder,
    alarm: (_, ring) => {
      due.push(ring)
      return () => {
        due = due.filter((each) => each !== ring)
      }
    },
  })
  open.push(made)
  return made
}

function counted(): Builder & { builds: number } {
  const builder = {
    builds: 0,
    build: (...args: Parameters<Builder['build']>) => {
      builder.builds++
      return builderInProcess.build(...args)
    },
    close: async () => {},
  }
  return builder
}

/** All articles there are, and until they count. */
async function take(knowledge: LiveKnowledge, all: Article[], synonyms?: string[][]): Promise<void> {
  await knowledge.update({ all, ...(synonyms ? { lexicon: { synonyms, words: [] } } : {}) })
  await knowledge.settled()
}

describe('knowledge that follows its articles', () => {
  it('answers with an edited, an added and no removed article at once, without indexing the rest again [R25]', async () => {
    const builder = counted()
    const knowledge = live(builder)
    const articles = [...library(200), article('return', '几天内可以退货', { answer: '7 天' }), article('gone', '可以上门回收旧机吗')]
    await take(knowledge, articles)
    expect(knowledge.ask('几天内可以退货', options)).toMatchObject({ kind: 'answer', answer: '7 天' })
    const edited = [...library(200), article('return', '几天内可以退货', { answer: '15 天' }), article('paint', '墙漆有味道吗')]
    await take(knowledge, edited)
    expect(knowledge.ask('几天内可以退货', options)).toMatchObject({ kind: 'answer', answer: '15 天' })
    expect(knowledge.ask('墙漆有味道吗', options)).toMatchObject({ kind: 'answer', article: 'paint', confidence: 1 })
    expect(knowledge.ask('可以上门回收旧机吗', options)).not.toMatchObject({ article: 'gone' })
    expect(builder.builds).toBe(1)
  })

  it('indexes everything again after a while of rest, and says the same then', async () => {
    const builder = counted()
    const knowledge = live(builder)
    await take(knowledge, library(200))
    await take(knowledge, [...library(200), article('paint', '墙漆有味道吗')])
    const before = knowledge.version()
    for (const ring of due) ring()
    await knowledge.settled()
    expect(builder.builds).toBe(2)
    expect(knowledge.version()).toBeGreaterThan(before)
    expect(knowledge.ask('墙漆有味道吗', options)).toMatchObject({ kind: 'answer', article: 'paint' })
  })

  it('lets a shop make two words mean the same', async () => {
    const knowledge = live()
    const articles = [...library(20), article('pouch', '收纳袋多少钱')]
    await take(knowledge, articles)
    expect(knowledge.ask('小布包多少钱', options)).not.toMatchObject({ confidence: 1 })
    await take(knowledge, articles, [['收纳袋', '小布包']])
    expect(knowledge.ask('小布包多少钱', options)).toMatchObject({ kind: 'answer', article: 'pouch', confidence: 1 })
  })

  it('answers an edit while everything is being indexed anew, and after that', async () => {
    let finish = () => {}
    const slow: Builder = {
      ...builderInProcess,
      async build(...args) {
        const built = await builderInProcess.build(...args)
        if (args[1].synonyms.length > 0) await new Promise<void>((resolve) => (finish = resolve))
        return built
      },
    }
    const knowledge = live(slow)
    await take(knowledge, library(50))
    await knowledge.update({ lexicon: { synonyms: [['安装', '组装']], words: [] } })
    await knowledge.update({ put: [article('paint', '墙漆有味道吗')], removed: ['a7'] })
    expect(knowledge.ask('墙漆有味道吗', options)).toMatchObject({ kind: 'answer', article: 'paint' })
    expect(knowledge.rank('编号7的商品怎么安装', options).articles).not.toContain('a7')
    await new Promise((resolve) => setTimeout(resolve, 20))
    finish()
    await knowledge.settled()
    expect(knowledge.ask('墙漆有味道吗', options)).toMatchObject({ kind: 'answer', article: 'paint' })
    expect(knowledge.rank('编号7的商品怎么安装', options).articles).not.toContain('a7')
    expect(knowledge.ask('编号9的商品怎么组装', options)).toMatchObject({ kind: 'answer', article: 'a9' })
  })

  it('takes only what changed, and knows all articles in their order', async () => {
    const knowledge = live()
    await take(knowledge, library(3))
    const before = knowledge.version()
    await knowledge.update({ put: library(3), removed: ['none'] })
    expect(knowledge.version()).toBe(before)
    await knowledge.update({ put: [article('a1', '换了问题')], removed: ['a0'] })
    expect([...knowledge.articles().values()].map(({ question }) => question)).toEqual(['换了问题', '编号2的商品怎么安装'])
    await take(knowledge, [])
    expect(knowledge.ask('换了问题', options)).toEqual({ kind: 'nothing' })
  })

  it('keeps the old answers when the thread that indexes dies', async () => {
    let dies = false
    const knowledge = live({
      ...builderInProcess,
      build: (...args) => (dies ? Promise.reject(new Error('out of memory')) : builderInProcess.build(...args)),
    })
    await take(knowledge, [article('return', '几天内可以退货')])
    dies = true
    await expect(take(knowledge, library(3_000))).rejects.toThrow('out of memory')
    expect(knowledge.ask('几天内可以退货', options)).toMatchObject({ kind: 'answer', article: 'return' })
    dies = false
    await take(knowledge, library(3_000))
    expect(knowledge.ask('编号7的商品怎么安装', options)).toMatchObject({ kind: 'answer', article: 'a7' })
  })

  it('indexes in a thread as it does in the process', async () => {
    const knowledge = live(createBuilder())
    const articles = [...library(60), article('en', 'Do you ship abroad?', { locale: 'en' })]
    await take(knowledge, articles)
    const plain = createKnowledge(articles)
    for (const text of ['编号12的商品怎么安装', '怎么安装', 'do you ship abroad', '你好'])
      expect(knowledge.ask(text, options)).toEqual(plain.ask(text, options))
  })

  it('finds what was added as if it had been there from the start', async () => {
    const words = fc.constantFrom('蓝牙', '耳机', '充电', '保修', '多久', '怎么', '发票', '颜色', '尺寸', '电池')
    const question = fc.array(words, { minLength: 2, maxLength: 5 }).map((each) => each.join(''))
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(question, { minLength: 2, maxLength: 12 }), fc.nat(), async (questions, split) => {
        const all = questions.map((each, index) => article(`q${index}`, each))
        const knowledge = createLiveKnowledge({ builder: builderInProcess, alarm: () => () => {} })
        await take(knowledge, all.slice(0, split % all.length))
        await take(knowledge, all)
        for (const each of all) {
          const found = knowledge.explain(each.question, options)
          expect(found.articles.map(({ closeness }) => closeness)[0]).toBeCloseTo(1, 2)
        }
      }),
      { numRuns: 30 },
    )
  })
})
