import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal, mask } from './mask.ts'

const found = (text: string) => findPersonal(text).map(({ start, end, type }) => `${type} ${text.slice(start, end)}`)

describe('findPersonal', () => {
  it.each([
    ['电话13812345678', 'phone 13812345678'],
    ['手机１３８１２３４５６７８', 'phone １３８１２３４５６７８'],
    ['打①③⑧①②③④⑤⑥⑦⑧', 'phone ①③⑧①②③④⑤⑥⑦⑧'],
    ['打我手机幺三八零零一二三四五六', 'phone 幺三八零零一二三四五六'],
    ['138.1234.5678', 'phone 138.1234.5678'],
    ['1 3 8 1 2 3 4 5 6 7 8', 'phone 1 3 8 1 2 3 4 5 6 7 8'],
    ['13\u200b812345678', 'phone 13\u200b812345678'],
    ['打١٣٨١٢٣٤٥٦٧٨', 'phone ١٣٨١٢٣٤٥٦٧٨'],
    ['打۱۳۸१२३४੫੬੭੮', 'phone ۱۳۸१२३४੫੬੭੮'],
    ['打¹³⁸¹²³⁴⁵⁶⁷⁸', 'phone ¹³⁸¹²³⁴⁵⁶⁷⁸'],
    ['打壹參捌壹貳參肆伍陸柒捌', 'phone 壹參捌壹貳參肆伍陸柒捌'],
    ['打➊➌8➀➁➂➃➄➅➆➇', 'phone ➊➌8➀➁➂➃➄➅➆➇'],
    ['138\u00a01234\u00a05678', 'phone 138\u00a01234\u00a05678'],
    ['138\u20111234\u20135678', 'phone 138\u20111234\u20135678'],
    ['138\n1234\n5678', 'phone 138\n1234\n5678'],
    ['1\u202d3\u20688\u03361\u034f2\ufe0034\u3164567\u{e0020}8', 'phone 1\u202d3\u20688\u03361\u034f2\ufe0034\u3164567\u{e0020}8'],
    ['13 81 23 45 67 8', 'phone 13 81 23 45 67 8'],
    ['13812-345-678', 'phone 13812-345-678'],
    ['座机0571-88886666转801', 'phone 0571-88886666转801'],
    ['热线400-820-8820', 'phone 400-820-8820'],
    ['call me at (212) 555-0143', 'phone (212) 555-0143'],
    ['my phone is +44 20 7946 0958', 'phone +44 20 7946 0958'],
    ['身份证11010519491231002X', 'id_card 11010519491231002X'],
    ['卡 4111 1111 1111 1111', 'bank_card 4111 1111 1111 1111'],
    ['写到anna.li＠example.com', 'email anna.li＠example.com'],
    ['车牌沪A·D12345', 'plate 沪A·D12345'],
    ['加我微信abc_2024', 'social abc_2024'],
    ['我的QQ是12345678', 'social 12345678'],
    ['寄到广东省深圳市南山区科技园南路14号3栋2单元501', 'address 广东省深圳市南山区科技园南路14号3栋2单元501'],
    ['我家住阳光花园3号楼2单元1201', 'address 阳光花园3号楼2单元1201'],
    ['杭州市西湖区文三路与学院路交叉口', 'address 杭州市西湖区文三路与学院路交叉口'],
    ['Ship it to 742 Evergreen Terrace, Springfield, IL 62704 please', 'address 742 Evergreen Terrace, Springfield, IL 62704'],
    ['我叫欧阳小雨', 'name 欧阳小雨'],
    ['收件人改成李雷', 'name 李雷'],
    ['My name is John Smith and I am waiting', 'name John Smith'],
  ])('finds what is personal in %s [R111]', (text, wanted) => {
    expect(found(text)).toEqual([wanted])
  })

  it('takes a word beside a phone or an address for a name', () => {
    expect(found('北京市朝阳区学院路32号 王小明 13812345678')).toEqual([
      'address 北京市朝阳区学院路32号',
      'name 王小明',
      'phone 13812345678',
    ])
  })

  it.each([
    'D20261118-0042',
    'SF1234567890123',
    '订单 202611180042',
    '订单号13812345678什么时候发',
    '会员号4111111111111111',
    '¥128.00',
    '运单号02840182102',
    '我姓王，想退货',
    '在中山路附近有门店吗',
    '我住5楼没有电梯，能送上楼吗',
    '13点到15点都在家',
    '我是新用户，方便吗',
    '谢谢，周五能到吗',
    'my name is misspelled on the order',
    'I paid 56.9 on 2026-08-24',
    '微信支付可以用吗',
    '杭州转运中心3号库卡三天了',
    'This is the 3rd time I ask',
    '我要2件L码和3件XL',
  ])('leaves %s as it is', (text) => {
    expect(mask(text)).toBe(text)
  })
})

const piece = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('13812345678', '4111111111111111', 'a@b.com', '11010519491231002X', ' ', '订单', '我叫王小明', '，', '*'),
  fc.constantFrom(
    '文三路12号',
    '3栋2单元',
    '沪A12345',
    '微信abc123',
    '幺三八',
    '电话',
    '+86 ',
    '１３８',
    'My name is Ann Lee',
    '北京市朝阳区',
    '收',
  ),
  fc.stringMatching(/^[0-9 -]{0,14}$/),
)
const message = fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join(''))

describe('mask', () => {
  it('changes nothing outside what was found', () => {
    fc.assert(
      fc.property(message, (text) => {
        const kept = new RegExp(`^${outside(text).map(escaped).join('[^]*')}$`)
        expect(mask(text)).toMatch(kept)
      }),
      { numRuns: 500 },
    )
  })

  it('finds spans in order that do not overlap', () => {
    fc.assert(
      fc.property(message, (text) => {
        let last = 0
        for (const { start, end } of findPersonal(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          last = end
        }
        expect(last).toBeLessThanOrEqual(text.length)
      }),
    )
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(message, (text) => {
        expect(mask(mask(text))).toBe(mask(text))
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    ...[
      '1',
      '13812345678 ',
      '路',
      '王',
      '一二三',
      'A1',
      'Oak Hill ',
      '我叫',
      '12号',
      '杭州市',
      '文三路12号',
      '3栋',
      '幺三八',
      '①',
      '00',
      '+1',
    ],
    ...['我叫王小明', '12 Oak Street, London ', 'a@', 'a at b dot ', 'one two ', '4111 1111 1111 1111 ', '微信 ', '地址杭州市12号'],
  ])('takes about 32 times as long for 32 times as much of %s, not a thousand times', (part) => {
    const text = (length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length)
    const [short, long] = [text(1_000), text(32_000)]
    for (let warm = 0; warm < 4; warm++) mask(short)
    expect(quickest(long) / (quickest(short) + 0.05)).toBeLessThan(200)
  })

  it.each([...['vxa1', 'wxa1', 'ｖｘａ１', 'vxa1-', '微信a1vx', '江苏省 南京市 ', '文三路 3 号 ', 'A座 ', '小区 3栋 ']])(
    'takes four times as long for four times as much of %s',
    (part) => {
      const [short, long] = [part.repeat(1_000 / part.length), part.repeat(4_000 / part.length)]
      for (let warm = 0; warm < 4; warm++) mask(short)
      expect(quickest(long) / (quickest(short) + 0.05)).toBeLessThan(8)
    },
  )

  it('covers an account that goes on and on in one piece', () => {
    expect(mask('vxa1'.repeat(1_000))).toBe('vxa1***')
    expect(findPersonal('vxa1'.repeat(1_000))).toEqual([{ start: 2, end: 4_000, type: 'social' }])
  })
})

/** Milliseconds, the quickest of several: everything else is the machine. */
function quickest(message: string): number {
  return Math.min(
    ...Array.from({ length: 4 }, () => {
      const began = performance.now()
      mask(message)
      return performance.now() - began
    }),
  )
}

/** The stretches of a text that must survive. */
function outside(text: string): string[] {
  const kept: string[] = []
  let from = 0
  for (const { start, end } of findPersonal(text)) {
    kept.push(text.slice(from, start))
    from = end
  }
  return [...kept, text.slice(from)]
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
}
