import type { Locale } from '../../../schemas/text.ts'

export type ImportKind = 'intents' | 'articles' | 'products' | 'synonyms'

const rows: Record<ImportKind, Record<Locale, readonly (readonly string[])[]>> = {
  articles: {
    'zh-CN': [
      ['问题', '相似问', '相似问2', '相似问3', '答案', '英文答案', '标签', '语言', '生效', '失效'],
      [
        '几天内可以退货',
        '收到多久还能退',
        '不喜欢能退吗',
        '退货有期限吗',
        '签收后 **7 天内**可以退。',
        'Within **7 days** of delivery.',
        '售后',
        'zh-CN',
        '',
        '',
      ],
      ['', '七天无理由怎么算', '', '', '', '', '', '', '', ''],
      [
        '双十一满减怎么算',
        '满减规则',
        '能和券一起用吗',
        '',
        '每满 300 减 50，可以叠加店铺券。',
        '',
        '活动',
        'zh-CN',
        '2026-11-01',
        '2026-11-11',
      ],
    ],
    en: [
      ['question', 'similar', 'similar 2', 'similar 3', 'answer', 'tags', 'locale', 'valid from', 'valid to'],
      [
        'How long do I have to return something?',
        'return window',
        'can I send it back if I don’t like it',
        '',
        'Within **7 days** of delivery.',
        'after-sale',
        'en',
        '',
        '',
      ],
      ['', 'how many days for returns', '', '', '', '', '', '', ''],
    ],
  },
  intents: {
    'zh-CN': [
      ['意图', '名称', '英文名称', '说法'],
      ['track_parcel', '查物流', 'Track a parcel', '我的快递到哪了'],
      ['track_parcel', '查物流', 'Track a parcel', '怎么还没到啊都三天了'],
      ['request_invoice', '开发票', 'Request an invoice', '能开专票吗'],
    ],
    en: [
      ['intent', 'name', 'english name', 'utterance'],
      ['track_parcel', '查物流', 'Track a parcel', 'where is my parcel'],
      ['track_parcel', '查物流', 'Track a parcel', 'still not here after three days'],
      ['request_invoice', '开发票', 'Request an invoice', 'can I get an invoice'],
    ],
  },
  products: {
    'zh-CN': [
      ['编号', '名称', '英文名称', '价格', '规格名', '链接', '标签', '材质', '容量'],
      ['CUP-01', '云朵杯', 'Cloud cup', '128', '雾蓝', 'https://shop.example.com/cup-01', '杯子', '陶瓷', '320 ml'],
    ],
    en: [
      ['id', 'name', 'english name', 'price', 'variant', 'url', 'tags', 'material', 'capacity'],
      ['CUP-01', '云朵杯', 'Cloud cup', '128', 'mist blue', 'https://shop.example.com/cup-01', 'cups', 'ceramic', '320 ml'],
    ],
  },
  synonyms: {
    'zh-CN': [
      ['退款', '退钱', '把钱退我'],
      ['税号', '抬头', '开票信息'],
    ],
    en: [
      ['refund', 'money back', 'reimburse'],
      ['parcel', 'package', 'shipment'],
    ],
  },
}

/** A file to fill in, as spreadsheets open it: CSV with a mark that says UTF-8. */
export function templateOf(kind: ImportKind, locale: Locale): { name: string; text: string } {
  const text = rows[kind][locale].map((row) => row.map(quoted).join(',')).join('\r\n')
  return { name: `floorwalker-${kind}.csv`, text: `\uFEFF${text}\r\n` }
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
