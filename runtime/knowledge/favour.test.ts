import { describe, expect, it } from 'vitest'
import { createFavourScorer, learnFavour } from './favour.ts'
import { createQueries } from './query.ts'
import { createReader } from './reader.ts'
import { buildSegment } from './segment.ts'

const questions = [
  ['卡丢了怎么办', '银行卡找不到了', '把卡挂失', 'i lost my card', 'my card is gone', 'block my card please'],
  ['卡的密码忘了', '银行卡密码锁了', '重置卡密码', 'i forgot my pin', 'reset the pin of my card', 'pin is blocked'],
  ['补一张新卡', '新卡几天到', '换卡要等多久', 'when does my new card arrive', 'replacement card', 'post me another card'],
]
const reader = createReader()
const segment = buildSegment(questions, reader.read)
const favour = learnFavour(questions, segment)

function scoresOf(text: string): number[] {
  if (!favour) throw new Error('nothing was learned')
  return [...createFavourScorer(favour, segment.table)(text, createQueries()(reader.read(text), segment))]
}

describe('what is learned of which questions belong to which article', () => {
  it.each([
    ['我的卡掉了想挂失', 0],
    ['密码想不起来了', 1],
    ['新卡还要等几天', 2],
    ['gone is my card', 0],
    ['can you reset my pin', 1],
    ['replacemnt not here yet', 2],
    ['pin忘了，怎么重置', 1],
  ])('speaks most for the article that "%s" asks for', (text, wanted) => {
    const scores = scoresOf(text)
    expect(scores.indexOf(Math.max(...scores))).toBe(wanted)
  })

  it('says nothing of a question that shares nothing with any article', () => {
    expect(scoresOf('哇')).toEqual([0, 0, 0])
    expect(scoresOf('...')).toEqual([0, 0, 0])
  })

  it('needs three questions an article, and two articles', () => {
    const few = questions.map((texts) => texts.slice(0, 2))
    expect(learnFavour(few, buildSegment(few, reader.read))).toBeUndefined()
    const one = questions.slice(0, 1)
    expect(learnFavour(one, buildSegment(one, reader.read))).toBeUndefined()
  })
})
