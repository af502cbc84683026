import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { evalAttributes } from './attributes.ts'
import { evalKnowledge } from './knowledge.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'floorwalker-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, lines.join('\n'))
  return path
}

const articles = [
  { id: 'freight', question: '运费多少', similar: ['邮费怎么算'] },
  { id: 'invoice', question: '怎么开发票', answer: '在订单里申请' },
  { id: 'pouch', question: '收纳袋有几种', locale: 'zh-CN' },
].map((each) => JSON.stringify(each))

describe('eval knowledge', () => {
  it('measures an operator’s own articles and questions', async () => {
    const queries = await file('q.tsv', ['运费多少\tfreight', '发票怎么开\tinvoice', '今天股市怎么样\t', '收纳袋有几种\tinvoice,pouch'])
    const report = JSON.parse(await evalKnowledge({ articles: await file('a.jsonl', articles), queries, json: true }))
    expect(report).toMatchObject({
      articles: 3,
      articleQuestions: 4,
      questions: 4,
      unanswerable: 1,
      recallAt1: 1,
      recallAt5: 1,
      mrrAt10: 1,
      silent: 1,
    })
    expect(report.ndcgAt10).toBeGreaterThan(0.8)
    expect(report.abstentionAuroc).toBe(1)
    expect(report.p99Microseconds).toBeGreaterThanOrEqual(report.p50Microseconds)
  })

  it('finds more with a line of synonyms', async () => {
    const queries = await file('q2.tsv', ['小布包怎么样\tpouch'])
    const options = { articles: await file('a2.jsonl', articles), queries, json: true }
    const plain = JSON.parse(await evalKnowledge(options))
    const helped = JSON.parse(await evalKnowledge({ ...options, synonyms: await file('s.txt', ['收纳袋,小布包']) }))
    expect([plain.recallAt1, helped.recallAt1]).toEqual([0, 1])
  })

  it.each([
    ['not JSON', ['{"id":"a","question":"x"}', '{"id":"b", question}'], ['x\ta'], 'a3.jsonl:2:12: not JSON'],
    ['JSON wrong in the middle', ['{"id": x, "question":"a long one"}'], ['x\ta'], 'a3.jsonl:1:8: not JSON'],
    ['no JSON at all', ['hello'], ['x\ta'], 'a3.jsonl:1:1: not JSON'],
    ['a number that is none', ['{"id":-x}'], ['x\ta'], 'a3.jsonl:1:8: not JSON'],
    ['JSON that ends too early', ['{"id":"a"'], ['x\ta'], 'a3.jsonl:1:10: not JSON'],
    ['JSON that goes on', ['{"id":"a"}}'], ['x\ta'], 'a3.jsonl:1:11: not JSON'],
    ['a blank question', ['{"id":"question","question":"   "}'], ['x\ta'], 'a3.jsonl:1:18: question: is blank'],
    ['an unknown id at the end of a known one', ['{"id":"ab","question":"x"}'], ['x\tab,b'], 'q3.tsv:1:6: no article has the id "b"'],
    ['an article without a question', ['{"id":"a"}'], ['x\ta'], 'a3.jsonl:1:1: question'],
    ['an id twice', ['{"id":"a","question":"x"}', '{"id":"a","question":"y"}'], ['x\ta'], 'a3.jsonl:2:2: the id "a"'],
    ['an unknown id', ['{"id":"a","question":"x"}'], ['x\ta', '问题\ta,zz'], 'q3.tsv:2:6: no article has the id "zz"'],
    ['a missing tab', ['{"id":"a","question":"x"}'], ['x a'], 'q3.tsv:1:4: expected 2 columns'],
  ])('names line and column of %s', async (_, lines, asked, words) => {
    const options = { articles: await file('a3.jsonl', lines), queries: await file('q3.tsv', asked) }
    await expect(evalKnowledge(options)).rejects.toThrow(words)
  })

  it('names the line of a synonym group that is none', async () => {
    const options = {
      articles: await file('a4.jsonl', articles),
      queries: await file('q4.tsv', ['x\tfreight']),
      synonyms: await file('s4.txt', ['a,b', 'c']),
    }
    await expect(evalKnowledge(options)).rejects.toThrow('s4.txt:2:1')
  })
})

describe('eval attributes', () => {
  it('finds the attribute that answers among those of the product', async () => {
    const test = await file('p.tsv', [
      '1\thow heavy is this?\titem_weight: { unit:pounds, value:2 }\t1',
      '1\thow heavy is this?\tcolor: { value:"black" }\t0',
      '2\twhat is it made of?\tcolor: { value:"black" }\t0',
      '2\twhat is it made of?\tfabric_type: { value:"cotton" }\t1',
      '3\twho are you?\tcolor: { value:"black" }\t0',
    ])
    expect(JSON.parse(await evalAttributes({ test, json: true }))).toMatchObject({
      questions: 3,
      unanswerable: 1,
      precisionAt1: 1,
      hitAt3: 1,
    })
  })

  it('names line and column of another question under the same id', async () => {
    const test = await file('p3.tsv', ['1\tq\ta: b\t1', '1\tother\ta: b\t0'])
    await expect(evalAttributes({ test })).rejects.toThrow('p3.tsv:2:3: the id "1"')
  })

  it('names line and column of a mark that is neither 0 nor 1', async () => {
    await expect(evalAttributes({ test: await file('p2.tsv', ['1\tq\ta: b\tyes']) })).rejects.toThrow('p2.tsv:1:10: expected 0 or 1')
  })
})
