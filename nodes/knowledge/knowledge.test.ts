import { describe, expect, it } from 'vitest'
import type { KnowledgeAnswer } from '../../schemas/article.ts'
import { perceived, testTurn } from '../test-turn.ts'
import { testNode } from '../testing.ts'
import knowledge from './run.ts'

const answers: Record<string, string> = { 运费谁出: '质量问题我们出运费', 能上飞机吗: '100Wh 以内可以' }
function knows(question: string): KnowledgeAnswer {
  const answer = answers[question]
  if (answer) return { kind: 'answer', article: question, question, answer, confidence: 0.9 }
  if (!question.includes('那个')) return { kind: 'nothing' }
  return { kind: 'not-sure', candidates: Object.keys(answers).map((each) => ({ article: each, question: each, confidence: 0.5 })) }
}

testNode(knowledge, {
  'answers from the articles [R24]': {
    data: {},
    knows,
    arrives: '运费谁出',
    says: ['质量问题我们出运费'],
    leaves: 'answered',
    measures: ['article-answered'],
  },
  'waits for a question when none was asked': { data: { question: '想了解什么？' }, says: ['想了解什么？'], waits: true, silence: 10 },
  'offers the questions it may be [R18]': {
    data: { offerText: '哪一个？' },
    knows,
    arrives: '那个呢',
    says: ['哪一个？'],
    offers: ['运费谁出', '能上飞机吗', '都不是'],
    waits: true,
  },
  'answers the one that was picked': {
    data: {},
    knows,
    arrives: '那个呢',
    hears: ['第二个'],
    says: ['您想问的是哪一个？', '100Wh 以内可以'],
    leaves: 'answered',
  },
  'answers the one that was tapped': { data: {}, knows, arrives: '那个呢', hears: [{ taps: '运费谁出' }], leaves: 'answered' },
  'answers another question asked instead': { data: {}, knows, arrives: '那个呢', hears: ['运费谁出'], leaves: 'answered' },
  'takes "none of these" for an answer': { data: {}, knows, arrives: '那个呢', hears: [{ taps: '@none' }], leaves: 'nothing' },
  'does not offer a second list in a row': { data: {}, knows, arrives: '那个呢', hears: ['就是那个'], leaves: 'nothing' },
  'invents nothing [R24]': { data: {}, knows, arrives: '你们老板是谁', says: [], leaves: 'nothing' },
  'leaves doubts to the flow when told so': { data: { offer: false }, knows, arrives: '那个呢', says: [], leaves: 'not-sure' },
  'looks only among the articles of its tags': {
    data: { tags: ['售后'] },
    knows: (question, tags) => (tags?.[0] === '售后' ? knows(question) : { kind: 'nothing' }),
    arrives: '运费谁出',
    leaves: 'answered',
  },
  'knows that nobody answered': { data: { silence: 2 }, hears: [{ event: 'silent' }], leaves: 'silent' },
  'leaves a broken index to the engine': { data: {}, fails: true, arrives: '运费谁出', leaves: 'error' },
})

describe('an open list of questions', () => {
  it('is offered again after an interruption, and fits what it can answer', () => {
    const data = knowledge.definition.data.parse({})
    const turn = testTurn({ memory: { articles: ['运费谁出'], questions: ['运费谁出'] }, knows })
    knowledge.behaviour.remind?.(data, turn)
    expect(turn.outbox[0]).toMatchObject({ type: 'choices', choices: [{ value: '运费谁出' }, { value: '@none' }] })
    const said = (text: string) => ({ kind: 'said' as const, content: { type: 'text' as const, text }, perception: perceived(text) })
    expect(knowledge.behaviour.fits?.(data, turn, said('1'))).toBe(1)
    expect(knowledge.behaviour.fits?.(data, turn, said('能上飞机吗'))).toBe(0.9)
    expect(knowledge.behaviour.fits?.(data, turn, said('哈哈'))).toBe(0)
  })
})
