import { describe, expect, it } from 'vitest'
import shipped from './mood/model.json' with { type: 'json' }
import { encodeMood, trainMood } from './mood/model.ts'
import { readSentences } from './mood/sentences.ts'
import { explainMood, hiddenComplaint, readMood } from './mood.ts'

describe('readMood', () => {
  it.each([
    ['骗子!!再不退款我就投诉', 'negative'],
    ['太棒了', 'positive'],
    ['气死了', 'negative'],
    ['什么时候发货', 'neutral'],
    ['耳机连不上', 'neutral'],
    ['麻烦帮我改下地址', 'neutral'],
    ['谢谢，解决了', 'positive'],
    ['this is ridiculous, I want my money back', 'negative'],
    ['thank you so much', 'positive'],
    ['where is my parcel', 'neutral'],
    ['not happy with this', 'negative'],
  ])('reads %s as %s [R27]', (text, wanted) => {
    expect(readMood(text).polarity).toBe(wanted)
  })

  it('tells anger from an honest question and from a word that only contains an insult [R28]', () => {
    expect(readMood('骗子!!再不退款我就投诉').anger).toBeGreaterThanOrEqual(0.8)
    expect(readMood('你们什么意思').anger).toBeGreaterThanOrEqual(0.5)
    expect(readMood('这个是什么意思').anger).toBeLessThan(0.3)
    expect(readMood('滚筒洗衣机多少钱').anger).toBeLessThan(0.3)
    expect(readMood('送我妈妈的，工商银行能付吗').anger).toBeLessThan(0.3)
  })

  it('hears haste and worry, and not where a shopper has time [R30]', () => {
    const mood = readMood('明天就要用，急死了能到吗')
    expect(mood.urgency).toBeGreaterThanOrEqual(0.5)
    expect(mood.anxiety).toBeGreaterThanOrEqual(0.5)
    expect(readMood('不着急，慢慢来').urgency).toBeLessThan(0.5)
    expect(readMood('please hurry, I need it by friday').urgency).toBeGreaterThanOrEqual(0.5)
  })

  it('names the words that spoke for it', () => {
    expect(explainMood('太失望了').tones.hits).toMatchObject([{ word: '失望', kind: 'negative' }])
  })

  it('turns a word round after a negation', () => {
    expect(explainMood('不满意').tones.strength.positive).toBeLessThan(0.5)
    expect(explainMood("i don't love it").tones.strength.negative).toBeGreaterThan(0.5)
  })

  it('suspects a complaint behind a broken promise or a long wait', () => {
    expect(hiddenComplaint('不是说昨天就发吗，一直没动')).toBeGreaterThan(0.4)
    expect(hiddenComplaint('这个有红色吗')).toBeLessThan(0.2)
  })
})

describe('the model that ships', () => {
  it('was written for this product in both languages, half of it neutral', () => {
    const sentences = readSentences()
    const han = sentences.filter(({ text }) => /\p{Script=Han}/u.test(text)).length
    expect(han).toBeGreaterThanOrEqual(600)
    expect(sentences.length - han).toBeGreaterThanOrEqual(600)
    expect(sentences.filter(({ polarity }) => polarity === 'neutral').length * 2).toBeGreaterThanOrEqual(sentences.length)
  })

  it('is what its sentences teach, to the bit', () => {
    const again = encodeMood(trainMood(readSentences()))
    expect({ indexes: again.indexes, values: again.values }).toEqual({ indexes: shipped.indexes, values: shipped.values })
  })
})
