import { describe, expect, it } from 'vitest'
import { createClassifier } from '../classify.ts'
import { normalise } from '../normalise.ts'
import { concepts } from './concepts.ts'
import { train } from './train.ts'

const lesson = (id: string, ...utterances: string[]) => ({ id, name: id, utterances })

describe('the concepts', () => {
  it('hold words of both languages, each once, written as messages are once they are normalised', () => {
    for (const { han, latin } of concepts) {
      expect(han.length, latin.join()).toBeGreaterThan(0)
      expect(latin.length, han.join()).toBeGreaterThan(0)
      expect(new Set([...han, ...latin]).size).toBe(han.length + latin.length)
      for (const word of han) expect(word).toMatch(/^\p{Script=Han}+$/u)
      for (const phrase of latin) expect(phrase).toMatch(/^[a-z0-9']+( [a-z0-9']+){0,3}$/)
      for (const word of [...han, ...latin]) expect(normalise(word)).toBe(word)
    }
  })

  it('let a message be understood by words that were never taught, even of the other language [R18]', () => {
    const lessons = [
      lesson('smell', '打开一股异味', '味道好刺鼻', '闻着像甲醛'),
      lesson('courier', '快递员没打电话', '小哥几点来', '骑手找不到路'),
      lesson('invoice', '发票抬头写公司', '要报销的凭证', '税号填错了'),
    ]
    const classifier = createClassifier(train(lessons))
    const ids = lessons.map(({ id }) => id)
    for (const [text, wanted] of [
      ['it reeks', 'smell'],
      ['the postie went past', 'courier'],
      ['my accountant wants paperwork', 'invoice'],
    ] as const)
      expect(classifier.judge(text, ids).intents[0]?.id, text).toBe(wanted)
  })
})
