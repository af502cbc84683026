import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { entityTypes } from '../../schemas/perception.ts'
import { colour } from './entities/colour.ts'
import { couponCode } from './entities/coupon-code.ts'
import { date } from './entities/date.ts'
import { dateTime } from './entities/date-time.ts'
import { height } from './entities/height.ts'
import { money } from './entities/money.ts'
import { number } from './entities/number.ts'
import { orderNo } from './entities/order-no.ts'
import { ordinal } from './entities/ordinal.ts'
import { quantity } from './entities/quantity.ts'
import { rating } from './entities/rating.ts'
import { reason } from './entities/reason.ts'
import { size } from './entities/size.ts'
import { symptom } from './entities/symptom.ts'
import { taxNo } from './entities/tax-no.ts'
import { trackingNo } from './entities/tracking-no.ts'
import { weight } from './entities/weight.ts'
import { findEntities, isEntityValue } from './entities.ts'

/** Saturday, ten in the morning in China. */
const now = Date.parse('2026-11-21T02:00:00Z')
const values = (text: string, type: string) => findEntities(text, { now }).flatMap((each) => (each.type === type ? [each.value] : []))

describe('findEntities', () => {
  it.each([
    ['订单 d20261118-0042', 'order_no', 'D20261118-0042'],
    ['SF1234567890123到哪了', 'tracking_no', 'SF1234567890123'],
    ['快递单号 773012345678901', 'tracking_no', '773012345678901'],
    ['电话１３８ 1234 5678', 'phone', '+8613812345678'],
    ['打幺三八幺二三四五六七八', 'phone', '+8613812345678'],
    ['发到Anna.Li@Example.com', 'email', 'anna.li@example.com'],
    ['寄到杭州市西湖区文三路12号3栋', 'address', '杭州市西湖区文三路12号3栋'],
    ['收件人王小明', 'person_name', '王小明'],
    ['税号91110108551385082Q', 'tax_no', '91110108551385082Q'],
    ['花了一百二十块', 'money', 120],
    ['¥1,299.50', 'money', 1299.5],
    ['三块五', 'money', 3.5],
    ['3千块', 'money', 3_000],
    ['2千元', 'money', 2_000],
    ['5百块', 'money', 500],
    ['3千5百元', 'money', 3_500],
    ['1万2元', 'money', 12_000],
    ['1.2万元', 'money', 12_000],
    ['3块5一斤', 'money', 3.5],
    ['3块8毛5', 'money', 3.85],
    ['三块五毛', 'money', 3.5],
    ['9块9包邮', 'money', 9.9],
    ['12345678元', 'money', 12_345_678],
    ['10000000元', 'money', 10_000_000],
    ['5-10元', 'money', 10],
    ['¥12345678', 'money', 12_345_678],
    ['3千个', 'quantity', 3_000],
    ['3千个', 'number', 3_000],
    ['来三件', 'quantity', 3],
    ['我要俩', 'quantity', 2],
    ['两百五十个', 'quantity', 250],
    ['I need 2 pairs', 'quantity', 2],
    ['要XL的', 'size', 'XL'],
    ['穿42码', 'size', '42'],
    ['要xl的', 'size', 'XL'],
    ['xxl', 'size', 'XXL'],
    ['43码半', 'size', '43.5'],
    ['43码半价', 'size', '43'],
    ['大码还有吗', 'size', 'L'],
    ['身高165', 'height_cm', 165],
    ['一米六五', 'height_cm', 165],
    ["I'm 5'7\"", 'height_cm', 170],
    ['120斤', 'weight_kg', 60],
    ['55kg', 'weight_kg', 55],
    ['体重130', 'weight_kg', 65],
    ['还是要蓝色', 'colour', '蓝色'],
    ['the Navy Blue one', 'colour', 'navy blue'],
    ['第二个', 'ordinal', 2],
    ['第一百个', 'ordinal', 100],
    ['后面那个', 'ordinal', -1],
    ['the third one', 'ordinal', 3],
    ['优惠码 abc123', 'coupon_code', 'ABC123'],
    ['给五星', 'rating', 5],
    ['4分', 'rating', 4],
    ['好的', 'yes_no', true],
    ['不用了，谢谢', 'yes_no', false],
    ['2026年11月18日', 'date', '2026-11-18'],
    ['昨天买的', 'date', '2026-11-20'],
    ['大后天', 'date', '2026-11-24'],
    ['11.11买的', 'date', '2026-11-11'],
    ['on 12/25 at 3pm', 'date', '2026-12-25'],
    ['5.20打折', 'date', '2027-05-20'],
    ['十二月三号', 'date', '2026-12-03'],
    ['三天前', 'date', '2026-11-18'],
    ['on Nov 30', 'date', '2026-11-30'],
    ['Dec 25, 2024', 'date', '2024-12-25'],
    ['25 December 2024', 'date', '2024-12-25'],
    ['May 5 2023', 'date', '2023-05-05'],
    ['3rd of March, 2025 at 3pm', 'date_time', '2025-03-03T15:00'],
    ['Dec 25, 20 pieces', 'date', '2026-12-25'],
    ['下周六上午', 'date_time', '2026-11-28T09:00'],
    ['明天下午三点半', 'date_time', '2026-11-22T15:30'],
    ['明晚8点', 'date_time', '2026-11-22T20:00'],
    ['tomorrow at 3pm', 'date_time', '2026-11-22T15:00'],
    ['今晚12点', 'date_time', '2026-11-22T00:00'],
    ['明晚12点半', 'date_time', '2026-11-23T00:30'],
    ['今晚1点', 'date_time', '2026-11-22T01:00'],
    ['今晚凌晨1点', 'date_time', '2026-11-22T01:00'],
    ['今晚7点', 'date_time', '2026-11-21T19:00'],
    ['12月31日晚上12点', 'date_time', '2027-01-01T00:00'],
    ['明天夜里2点', 'date_time', '2026-11-23T02:00'],
    ['明天24点', 'date_time', '2026-11-23T00:00'],
    ['明天中午1点', 'date_time', '2026-11-22T13:00'],
    ['明天中午11点半', 'date_time', '2026-11-22T11:30'],
    ['昨天凌晨12点', 'date_time', '2026-11-20T00:00'],
    ['明天上午12点', 'date_time', '2026-11-22T12:00'],
    ['后天早上九点一刻', 'date_time', '2026-11-23T09:15'],
    ['明天九点三刻', 'date_time', '2026-11-22T09:45'],
    ['tonight at 1am', 'date_time', '2026-11-22T01:00'],
    ['tomorrow at 12am', 'date_time', '2026-11-22T00:00'],
    ['tomorrow at 12pm', 'date_time', '2026-11-22T12:00'],
    ['周一', 'date_time', '2026-11-23'],
    ['next Friday', 'date', '2026-11-27'],
    ['洗衣机底部漏水', 'symptom', '洗衣机底部漏水'],
    ['开机没反应', 'symptom', '开机没反应'],
    ["it won't turn on", 'symptom', "it won't turn on"],
    ['太紧了穿不下', 'reason', '尺码不合适'],
    ['收到就是破的，包装都压坏了', 'reason', '收到时破损'],
    ['发错颜色了，不是我拍的', 'reason', '发错商品'],
    ['不喜欢，想退', 'reason', '不喜欢或不想要了'],
    ['用两天就坏，质量太差', 'reason', '质量问题'],
    ["it doesn't fit, too small", 'reason', 'Wrong size'],
    ['ordered by mistake', 'reason', 'Ordered by mistake'],
    ['订单号 202611180042', 'order_no', '202611180042'],
    ['不对，是13820001111234的订单', 'order_no', '13820001111234'],
    ['138200011112222', 'order_no', '138200011112222'],
    ['order number AB-', 'order_no', undefined],
    ['order no. W1234567', 'order_no', 'W1234567'],
    // what is left when personal data was covered before the turn
    ['电话138****5678', 'phone', '138****5678'],
    ['写到 a***@example.com', 'email', 'a***@example.com'],
    ['地址杭州市西湖区***', 'address', '杭州市西湖区***'],
    ['我叫王**', 'person_name', '王**'],
  ])('reads %s as %s %s', (text, type, wanted) => {
    if (wanted === undefined) expect(values(text, type)).toEqual([])
    else expect(values(text, type)).toContain(wanted)
  })

  it.each([
    ['收件人王小明', 'colour'],
    ['我姓黄', 'colour'],
    ['第三次了', 'ordinal'],
    ['91110108551385082A', 'tax_no'],
    ['三个月了', 'quantity'],
    ["what's this", 'size'],
    ['coupon please', 'coupon_code'],
    ['好的衣服', 'yes_no'],
    ['价格3.15元', 'date'],
    ['1.5个', 'date'],
    ['3.5个', 'date'],
    ['1.5 kg', 'date'],
    ['价格是12.25', 'date'],
    ['售价 9.9', 'date'],
    ['第十二次', 'ordinal'],
    ['第一百个', 'quantity'],
    ['Feb 29 2023', 'date'],
    ['-5元', 'money'],
    ['-¥5', 'money'],
    ['123456789元', 'money'],
    ['九九九九九九九九九元', 'money'],
    ['9块9包邮', 'quantity'],
    ['快递单号 773012345678901', 'order_no'],
    ['电话13812345678', 'order_no'],
    ['有什么优惠', 'symptom'],
    ['什么时候发货', 'reason'],
    ['这个多少钱', 'reason'],
  ])('finds in %s no %s', (text, type) => {
    expect(values(text, type)).toEqual([])
  })

  it('gives no relative date without knowing the day', () => {
    expect(findEntities('昨天买的')).toEqual([])
    expect(findEntities('Dec 25, 2024')[0]).toMatchObject({ type: 'date', value: '2024-12-25' })
  })

  it('fills several slots from one message [R11]', () => {
    const found = findEntities('昨天买的黑色M码卫衣能换L吗', { now })
    expect(found.map(({ type, value }) => `${type} ${value}`)).toEqual(
      expect.arrayContaining(['date 2026-11-20', 'colour 黑色', 'size M', 'size L']),
    )
    expect(values('165 55kg穿多大', 'height_cm')).toEqual([165])
    expect(values('165 55kg穿多大', 'weight_kg')).toEqual([55])
  })

  it.each(['100块3双', '100块 3双', '一百块三双', '100元3双'])('tells in %s the price from how many', (text) => {
    expect([values(text, 'money'), values(text, 'quantity')]).toEqual([[100], [3]])
  })

  it('says where in the text each one stands', () => {
    for (const { text, start, end } of findEntities('订单D20261118-0042要三件蓝色XL，电话13812345678', { now }))
      expect('订单D20261118-0042要三件蓝色XL，电话13812345678'.slice(start, end)).toBe(text)
  })

  it('looks through the beginning of a letter and takes a bounded number of values', () => {
    const found = findEntities('黑色M码，'.repeat(1_000), { now })
    expect(found.length).toBeLessThanOrEqual(40)
    expect(Math.max(...found.map((each) => each.end))).toBeLessThanOrEqual(1_500)
  })

  it('finds only values that its own rules take', () => {
    for (const each of findEntities('三件 165cm 60kg 五星 第二个 ¥20 42码 蓝色 明天3点 13812345678 a@b.com', { now }))
      expect(isEntityValue(entityTypes.find((type) => type === each.type) ?? 'text', each.value), each.type).toBe(true)
  })

  it.each([
    ['M换L', { M: 'from', L: 'to' }],
    ['黑色M码卫衣能换L吗', { 黑色: 'from', M: 'from', L: 'to' }],
    ['不要黑色，要白色', { 黑色: 'not', 白色: 'to' }],
    ['不是黑色是白色', { 黑色: 'not' }],
    ['还是要蓝色', { 蓝色: 'to' }],
    ['把红色改成蓝色', { 红色: 'from', 蓝色: 'to' }],
    ['I want blue instead of black', { blue: 'to', black: 'from' }],
    ['change it from M to L', { M: 'from', L: 'to' }],
    ['not the black one', { black: 'not' }],
    ['黑色还是白色好', {}],
    ['换黑色还是白色', { 黑色: 'to', 白色: 'to' }],
    ['要不要黑色', {}],
    ['有黑色吗', {}],
  ])('tells in %s what is from, to and not [R11]', (text, wanted) => {
    const roles = findEntities(text, { now }).flatMap((each) => (each.role ? [[String(each.value), each.role]] : []))
    expect(Object.fromEntries(roles)).toEqual(wanted)
  })

  it('knows a product that was shown by what only it has in its name [R14]', () => {
    const shown = ['手作陶瓷杯', '大号马克杯', 'Warm hoodie'].map((name, at) => ({ id: `p${at}`, name, words: name.toLowerCase() }))
    const found = (text: string) => findEntities(text, { shown }).flatMap((each) => (each.type === 'product' ? [each.id] : []))
    expect(found('那个马克杯')).toEqual(['p1'])
    expect(found('陶瓷的那只')).toEqual(['p0'])
    expect(found('the hoodie please')).toEqual(['p2'])
    expect(found('杯子')).toEqual([])
    expect(findEntities('马克杯').some((each) => each.type === 'product')).toBe(false)
  })

  it('looks for every kind in each text that may hold one', () => {
    const kinds = [
      ...[colour, couponCode, date, dateTime, height, money, number, orderNo, ordinal, quantity],
      ...[rating, reason, size, symptom, taxNo, trackingNo, weight],
    ]
    const piece = fc.constantFrom(
      ...[
        '1',
        '65',
        '138',
        '12345678',
        'D20261118-0042',
        'SF1234567890123',
        '一',
        '两',
        '俩',
        '半',
        '百',
        '千',
        'M',
        'XL',
        '均',
        '加大',
        'abc',
      ],
      ...[
        '元',
        '块',
        '人民币',
        '￥',
        '米',
        '公分',
        "'",
        '身高',
        '个子',
        '公斤',
        '千克',
        '磅',
        '体重',
        '个',
        '件',
        '码',
        '号',
        '红',
        '透明',
      ],
      ...[
        '第',
        '最后',
        '上面那',
        '倒数第',
        '分',
        '星',
        '★',
        '/5',
        '满意',
        '一般',
        '还行',
        '明天',
        '昨晚',
        '周',
        '星期',
        '月',
        '天前',
        '订单号',
      ],
      ...[
        '快递单号',
        '税号',
        '优惠码',
        '漏水',
        '不转',
        '没反应',
        '少发',
        '尺码不对',
        '质量差',
        '降价',
        'red',
        'last one',
        'broken',
        'tomorrow',
        ' ',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const text = pieces.join('')
        for (const { type, needs, find } of kinds) {
          const isRuledOut = needs?.some((signs) => ![...text].some((sign) => signs.includes(sign))) ?? true
          if (isRuledOut) expect([type, find(text, { now })]).toEqual([type, []])
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('finds no photo or voice message in words', () => {
    expect(findEntities('我发了照片和语音').some((each) => each.type === 'photo' || each.type === 'voice')).toBe(false)
    expect(isEntityValue('photo', 'mhz8f3a2c0d1e4b5 mhz8f3a2c0d1e4b6')).toBe(true)
    expect(isEntityValue('voice', '就是这句话')).toBe(false)
  })

  it.each([
    ...(['order_no', 'tracking_no', 'phone', 'email', 'date', 'date_time', 'size', 'colour', 'height_cm', 'weight_kg'] as const),
    ...(['quantity', 'money', 'rating', 'ordinal', 'tax_no', 'coupon_code', 'person_name', 'address', 'yes_no', 'product'] as const),
    ...(['symptom', 'reason', 'photo', 'voice', 'number'] as const),
  ])('knows what is no %s', (type) => {
    expect(isEntityValue(type, '')).toBe(false)
  })
})
