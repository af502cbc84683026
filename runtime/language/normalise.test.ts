import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectLanguage } from './detect.ts'
import { normalise } from './normalise.ts'
import { createSegmenter } from './segment.ts'

describe('normalise', () => {
  it('is idempotent, whatever the characters', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '退貨',
        '银行(yín háng)',
        '(ㄓㄨㄥˋ)',
        '\u200d',
        'a\u200d\u0301',
        'İ',
        'ﬁ',
        '１２３',
        '“”',
        '。。。',
        '啊啊啊',
        '裏',
        '麼',
      ),
    )
    fc.assert(
      fc.property(fc.array(piece), (pieces) => normalise(normalise(pieces.join(''))) === normalise(pieces.join(''))),
      { numRuns: 500 },
    )
  })

  it('reads usual characters alone as it reads them beside others', () => {
    const usual = fc.string({ unit: fc.constantFrom(...' 　aAzZ09.,!?:;"\'@#*-_！？，。、：；‘’“”ＡｚＺ９～裏里裡麼请請') })
    // a mark that takes no room changes nothing but the way that is taken
    fc.assert(
      fc.property(usual, (text) => normalise(text) === normalise(`${text}\u200b`)),
      { numRuns: 500 },
    )
  })

  it.each([
    ['ＷＨＥＲＥ　ＩＳ it？', 'where is it?'],
    ['請問這個裙子還有庫存嗎', '请问这个裙子还有库存吗'],
    ['快\u200b递', '快递'],
    ['在吗啊啊啊啊啊！！！！！', '在吗啊啊!!'],
    ['银行(yín háng)在哪', '银行在哪'],
    ['it’s “late”', 'it\'s "late"'],
    ['订单 D20261118-00042', '订单 d20261118-00042'],
  ])('reads %s as %s', (text, wanted) => {
    expect(normalise(text)).toBe(wanted)
  })
})

describe('language', () => {
  it.each([
    ['我的快递到哪了', 'zh'],
    ['XL码还有吗', 'zh'],
    ['订单D20261118-0042', 'zh'],
    ['where is my parcel', 'en'],
    ['这个dress还有stock吗', 'mixed'],
    ['123 !!', 'none'],
    // what was pasted is in no language
    ['https://item.example.com/item.htm?id=654321&from=share', 'none'],
    ['这个 https://item.example.com/a/b.htm 还有货吗', 'zh'],
    ['shop.example.com/cups 这个有吗', 'zh'],
    ['我的邮箱 lin.ran@mail.example.com', 'zh'],
    ['<b class="x">好</b>', 'zh'],
    ['is this it? https://item.example.com/1', 'en'],
    ['1 < 2, so is that ok?', 'en'],
  ])('of "%s" is %s', (text, wanted) => {
    expect(detectLanguage(text)).toBe(wanted)
  })
})

describe('segmenter', () => {
  it("keeps the shop's own words whole", () => {
    expect(createSegmenter(['花呗分期', '七天无理由']).words('七天无理由退货可以用花呗分期吗')).toEqual([
      '七天无理由',
      '退货',
      '可以',
      '用',
      '花呗分期',
      '吗',
    ])
    expect(createSegmenter().words('快递到哪了?')).toContain('快递')
  })
})
