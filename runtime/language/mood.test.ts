import { describe, expect, it } from 'vitest'
import { moodExplanation, moodWord } from '../../schemas/mood.ts'
import { lexicon } from './mood/lexicon.ts'
import shipped from './mood/model.json' with { type: 'json' }
import { encodeMood, trainMood } from './mood/model.ts'
import { readSentences } from './mood/sentences.ts'
import { createMood, readMood } from './mood.ts'

const { explainMood, hiddenComplaint } = createMood()

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

  it('keeps a calm complaint below 0.5 and an insult above 0.8 [R28]', () => {
    for (const text of [
      '有点失望',
      '等了三天了还没发货',
      '这个颜色和图片不一样 不太满意',
      'a bit disappointed',
      'not what i expected for the price',
    ])
      expect(readMood(text).anger, text).toBeLessThan(0.5)
    for (const text of ['你们就是骗子', '垃圾店 骗钱', '客服脑残吧', 'you are a bunch of liars', 'scammers, give me my money back'])
      expect(readMood(text).anger, text).toBeGreaterThan(0.8)
  })

  it('hears no mood in a link, a number or a bare word', () => {
    for (const text of [
      'https://www.shop.example/item/731209',
      '单号 77123098',
      'LX20031177GB',
      '嗯',
      '哪个',
      '在吗??',
      'hello??',
      'size 9',
    ]) {
      expect(readMood(text), text).toMatchObject({ polarity: 'neutral' })
      expect(readMood(text).anger, text).toBeLessThan(0.5)
      expect(readMood(text).urgency, text).toBeLessThan(0.5)
    }
  })

  it('hears haste and worry, and not where a shopper has time [R30]', () => {
    const mood = readMood('明天就要用，急死了能到吗')
    expect(mood.urgency).toBeGreaterThanOrEqual(0.5)
    expect(mood.anxiety).toBeGreaterThanOrEqual(0.5)
    expect(readMood('不着急，慢慢来').urgency).toBeLessThan(0.5)
    expect(readMood('please hurry, I need it by friday').urgency).toBeGreaterThanOrEqual(0.5)
  })

  it('keeps worry apart from anger, and a plain problem report neutral', () => {
    expect(readMood('急死了，明天要用').anger).toBeLessThan(0.5)
    expect(readMood('赔偿怎么申请')).toMatchObject({ polarity: 'neutral' })
    expect(readMood('必须给我一个说法').anger).toBeLessThan(0.5)
    for (const text of [
      '冰箱一直报警是什么原因',
      '给我妈的手机',
      '我操作了没反应',
      '需要客服帮忙',
      'a screw is missing',
      'a bunch of roses',
    ])
      expect(readMood(text).anger, text).toBeLessThan(0.5)
  })

  it('reads a message of 4,000 characters in steps that grow no faster than it', () => {
    for (const part of ['不是', '又', '再不', '说', 'no ', 'a', '!', '急', '不满意', "n't "]) {
      const words = (length: number) => explainMood(part.repeat(length / part.length)).words.length
      expect(words(4_000)).toBeLessThanOrEqual(words(1_000) * 4 + 8)
    }
  })

  it('suspects a complaint behind a broken promise or a long wait', () => {
    expect(hiddenComplaint('不是说昨天就发吗，一直没动')).toBeGreaterThan(0.4)
    expect(hiddenComplaint('这个有红色吗')).toBeLessThan(0.2)
  })
})

describe('explainMood', () => {
  it('names the words that spoke for it, where they stand and how strongly they counted', () => {
    const said = explainMood('客服太敷衍，我很失望')
    expect(said.words).toContainEqual({ word: '失望', start: 8, end: 10, kind: 'negative', strength: 1.5, own: false })
    expect(said.likelihood.negative).toBeGreaterThan(0.5)
    expect(moodExplanation.parse(said)).toEqual(said)
  })

  it('turns a word round after a negation, but not across a pause', () => {
    const kinds = (text: string) => explainMood(text).words.map(({ kind }) => kind)
    expect(kinds("i don't love it")).toContain('negative')
    expect(kinds('没有 谢谢')).toEqual(['positive'])
  })

  it('gives every word that ships in the form operators edit, once for each kind', () => {
    for (const word of lexicon) expect(moodWord.parse(word)).toEqual(word)
    expect(new Set(lexicon.map(({ word, kind }) => `${kind} ${word}`)).size).toBe(lexicon.length)
  })
})

describe('createMood', () => {
  it("hears an operator's own word", () => {
    const text = '这单咸鱼翻车了'
    const own = createMood([{ word: '咸鱼翻车', kind: 'anger', strength: 1 }])
    expect(own.readMood(text).anger).toBeGreaterThan(readMood(text).anger + 0.5)
    expect(own.explainMood(text).words).toContainEqual(expect.objectContaining({ word: '咸鱼翻车', kind: 'anger', own: true }))
  })

  it('takes a word the operator switched off for nothing, also in the polarity', () => {
    const off = createMood([{ word: '无语', kind: 'negative', strength: 0 }])
    expect(off.explainMood('无语').likelihood.negative).toBeLessThan(explainMood('无语').likelihood.negative)
    expect(createMood([{ word: '骗子', kind: 'anger', strength: 0 }]).readMood('骗子').anger).toBeLessThan(0.5)
  })

  it('knows own words in any spelling the shopper uses', () => {
    const own = createMood([
      { word: 'ＷＴＨ', kind: 'anger', strength: 1 },
      { word: '黃牛…加價', kind: 'negative', strength: 1 },
    ])
    expect(own.readMood('wth is this').anger).toBeGreaterThanOrEqual(0.5)
    expect(own.readMood('黄牛都在加价').polarity).toBe('negative')
  })

  it('reads nothing inside a word that the operator called harmless', () => {
    const shop = createMood([{ word: '骗子酒馆', kind: 'harmless', strength: 1 }])
    expect(shop.readMood('有骗子酒馆的周边吗').anger).toBeLessThan(0.5)
  })

  it('follows corrections of operators, and hardly changes what else it says', () => {
    const wrong = [
      { text: '这个速度可以去参加龟兔赛跑了', polarity: 'negative', anger: true },
      { text: '你家狗粮把我家狗子香迷糊了', polarity: 'positive', anger: false },
      { text: 'it sleeps with the fishes', polarity: 'negative', anger: false },
    ] as const
    const taught = createMood([], wrong)
    for (const { text, polarity } of wrong) expect(taught.readMood(text).polarity, text).toBe(polarity)
    const sentences = readSentences().filter((_each, at) => at % 5 === 0)
    const right = (read: typeof readMood) => sentences.filter(({ text, polarity }) => read(text).polarity === polarity).length
    expect(right(taught.readMood)).toBeGreaterThan(right(readMood) - sentences.length * 0.01)
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
    expect({ gaps: again.gaps, values: again.values }).toEqual({ gaps: shipped.gaps, values: shipped.values })
  }, 120_000)
})
