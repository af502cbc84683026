import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { systemAlarm } from '../../clock.ts'
import type { Kind } from './headers.ts'
import { type Items, readFile } from './read.ts'
import { archive, sheetOf, workbook } from './testing.ts'
import { createFileReader } from './thread.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function read<K extends Kind>(kind: K, name: string, content: string | Uint8Array<ArrayBuffer>, locale: 'zh-CN' | 'en' = 'zh-CN') {
  return readFile({ kind, name, bytes: typeof content === 'string' ? utf8(content) : content, locale })
}

async function itemsOf<K extends Kind>(kind: K, name: string, content: string | Uint8Array<ArrayBuffer>): Promise<Items[K][]> {
  const { items, faults } = await read(kind, name, content)
  expect(faults).toEqual([])
  return items.map(({ item }) => item)
}

describe('articles from a table', () => {
  const chinese =
    '问题,相似问,答案,英文答案,标签,语言,生效,失效\n几天内可以退货,"不喜欢能退吗\n能无理由退货吗",**7 天**内,Within 7 days,"售后,退货",,2026-11-01,2026/11/30\n'

  it('are read by their Chinese headers', async () => {
    expect(await itemsOf('articles', '问答.csv', chinese)).toEqual([
      {
        id: expect.stringMatching(/^q-[0-9a-f]{16}$/),
        question: '几天内可以退货',
        similar: ['不喜欢能退吗', '能无理由退货吗'],
        answer: { 'zh-CN': '**7 天**内', en: 'Within 7 days' },
        validFrom: '2026-10-31T16:00:00.000Z',
        validTo: '2026-11-30T15:59:59.999Z',
        tags: ['售后', '退货'],
      },
    ])
  })

  it('are read by their English headers, with semicolons or tabs between', async () => {
    const semicolons = 'Question;Similar 1;Similar 2;Answer;Locale;Products\nDo you ship abroad?;Overseas?;International?;Yes;en;p1|p2\n'
    const wanted = {
      question: 'Do you ship abroad?',
      similar: ['Overseas?', 'International?'],
      answer: 'Yes',
      locale: 'en',
      products: ['p1', 'p2'],
    }
    expect(await itemsOf('articles', 'faq.csv', semicolons)).toMatchObject([wanted])
    expect(await itemsOf('articles', 'faq.tsv', semicolons.replaceAll(';', '\t'))).toMatchObject([wanted])
  })

  it.each([',', ';', '\t', '|'])('are read below a line of Excel that names %j as what stands between', async (separator) => {
    for (const line of [`sep=${separator}`, `"SEP=${separator}"`, `\ufeffsep=${separator}`]) {
      const rows = [
        ['问题', '答案'],
        ['退货', '七天,内;可以'],
        ['', '好'],
      ].map((cells) => cells.map((cell) => `"${cell}"`).join(separator))
      const { items, faults } = await read('articles', 'a.csv', [line, ...rows].join('\r\n'))
      expect(items).toMatchObject([{ item: { question: '退货', answer: '七天,内;可以' } }])
      expect(faults).toMatchObject([{ line: 4, column: 1 }])
    }
  })

  it('are read as Chinese Excel saves them: GBK, with and without a byte order mark', async () => {
    // "问题,答案\n退货,好" in GBK
    const gbk = new Uint8Array([0xce, 0xca, 0xcc, 0xe2, 0x2c, 0xb4, 0xf0, 0xb0, 0xb8, 0x0a, 0xcd, 0xcb, 0xbb, 0xf5, 0x2c, 0xba, 0xc3])
    expect(await itemsOf('articles', 'a.csv', gbk)).toMatchObject([{ question: '退货', answer: '好' }])
    expect(await itemsOf('articles', 'a.csv', `\ufeff问题,答案\n退货,好`)).toMatchObject([{ question: '退货', answer: '好' }])
  })

  it('are refused by the line in which a character is damaged, never read as something else', async () => {
    const whole = '问题,答案\n能退货吗,七天内可以\r\n运费多少,包邮\n'
    const damagedAt = (place: number, text = whole) => {
      const bytes = utf8(text)
      bytes[place] = 0xff
      return bytes
    }
    const line = (number: number) => [{ line: number, message: '这一行的文字已损坏，请重新导出文件，存为 UTF-8。' }]
    expect((await read('articles', 'a.csv', damagedAt(1))).faults).toEqual(line(1))
    expect((await read('articles', 'a.csv', damagedAt(utf8(whole).length - 3))).faults).toEqual(line(3))
    expect((await read('articles', 'a.csv', damagedAt(20, `\ufeff${whole}`))).faults).toEqual(line(2))
    expect((await read('articles', 'a.md', utf8('# 能退货吗\n可以').slice(0, -1))).faults).toEqual(line(2))
    // "退货,好" in GBK, its last byte cut; "café" as Western Windows saves it
    const cut = new Uint8Array([0xcd, 0xcb, 0xbb, 0xf5, 0x2c, 0xba])
    expect((await read('synonyms', 'a.csv', cut)).faults).toEqual(line(1))
    const western = new Uint8Array([...utf8('question,answer\ncaf'), 0xe9, ...utf8(' open?,yes\n')])
    expect((await read('articles', 'a.csv', western, 'en')).faults).toEqual([
      { line: 2, message: 'The text of this line is damaged. Export the file again, as UTF-8.' },
    ])
  })

  it('are read from a workbook, with its numbers', async () => {
    const book = workbook([
      ['问题', '答案', '相似问'],
      ['客服几点上班', 9, '几点开门'],
    ])
    expect(await itemsOf('articles', 'a.xlsx', book)).toMatchObject([{ question: '客服几点上班', answer: '9', similar: ['几点开门'] }])
  })

  it('come together from rows with one similar question each', async () => {
    const rows = '问题,相似问,答案\n几天退货,能退吗,7 天\n几天退货,可以退么,\n,不想要了,\n'
    expect(await itemsOf('articles', 'a.csv', rows)).toMatchObject([{ question: '几天退货', similar: ['能退吗', '可以退么', '不想要了'] }])
  })

  it('tell line and column of what is wrong, in the language of the operator', async () => {
    const rows = '问题,答案,失效,语言\n几天退货,7 天,明天,法语\n,好,,\n运费多少,,,\n'
    const zh = await read('articles', 'a.csv', rows)
    expect(zh.faults).toEqual([
      { line: 2, column: 3, message: '「明天」不是日期，请写成 2026-11-21。' },
      { line: 2, column: 4, message: '不认识语言「法语」，请写「中文」或「英文」，或留空。' },
      { line: 3, column: 1, message: '请填写「问题」。' },
      { line: 4, column: 2, message: '请填写「答案」。' },
    ])
    expect((await read('articles', 'a.csv', rows, 'en')).faults[0]?.message).toBe('"明天" is no date. Write it as 2026-11-21.')
  })

  it('name a missing column and the columns nothing was made of', async () => {
    expect((await read('articles', 'a.csv', '问题,备注\n退货,x\n')).faults).toEqual([{ line: 1, message: '缺少一列：答案。' }])
    expect((await read('articles', 'a.csv', '问题,备注,答案\n退货,x,好\n')).ignored).toEqual(['备注'])
  })

  it('count lines as an editor does, also below a cell of several lines', async () => {
    const { faults } = await read('articles', 'a.csv', '问题,答案\n退货,"一\n二\n三"\n\n,好\n')
    expect(faults).toMatchObject([{ line: 6, column: 1 }])
    expect((await read('articles', 'a.csv', '问题,答案\n退货,"好\n')).faults).toMatchObject([
      { line: 2, message: '这里的双引号没有配对。' },
    ])
  })

  it('refuse one question with two answers', async () => {
    const { faults } = await read('articles', 'a.csv', '问题,答案\n退货,7 天\n退货,15 天\n')
    expect(faults).toEqual([{ line: 3, column: 1, message: '和第 2 行是同一个，内容却不同。' }])
  })

  it('refuse one id with two answers, in the column of the id', async () => {
    const { faults } = await read('articles', 'a.csv', '问题,答案,编号\n退货,7 天,a\n换货,15 天,a\n')
    expect(faults).toMatchObject([{ line: 3, column: 3 }])
  })
})

describe('articles from Markdown', () => {
  it('are headings with the text below, lists of similar questions, and chapters as tags', async () => {
    const text = `# 售后

## 几天内可以退货

**7 天**内可以退：

- 没有拆封
- 配件齐全

相似问：
- 能退吗
- 不喜欢可以退吗

标签：退货、运费

\`\`\`
# 这不是标题
\`\`\`

## Do you ship abroad?
Yes.

similar: overseas | international
`
    expect(await itemsOf('articles', 'faq.md', text)).toMatchObject([
      {
        question: '几天内可以退货',
        similar: ['能退吗', '不喜欢可以退吗'],
        answer: expect.stringContaining('**7 天**内可以退：\n\n- 没有拆封\n- 配件齐全'),
        tags: ['退货', '运费', '售后'],
      },
      { question: 'Do you ship abroad?', similar: ['overseas', 'international'], answer: 'Yes.', tags: ['售后'] },
    ])
  })

  it('look as the guide shows them', async () => {
    const guide = readFileSync(new URL('../../../docs/importing.md', import.meta.url), 'utf8')
    const example = /```markdown\n([^`]+)```/.exec(guide)?.[1] ?? ''
    expect(await itemsOf('articles', 'faq.md', example)).toMatchObject([
      {
        question: 'How long may I return it?',
        similar: ['Can I send it back?', 'What is the return period?'],
        answer: 'Within **7 days**, unopened.',
        tags: ['returns', 'refunds', 'After-sales'],
        validTo: '2026-12-31T15:59:59.999Z',
      },
    ])
  })

  it('need text below a heading', async () => {
    expect((await read('articles', 'faq.md', '# 退货\n\n# 运费\n包邮\n')).faults).toMatchObject([{ line: 1 }])
  })
})

describe('other tables', () => {
  it('intents: one utterance a row or several in a cell', async () => {
    const rows = '意图,名称,说法,关键词\nreturn,退货,我要退货,退货\nreturn,,"怎么退|能退吗",\n催发货,,什么时候发,\n,,还没发,\n'
    expect(await itemsOf('intents', 'a.csv', rows)).toMatchObject([
      { id: 'return', name: '退货', utterances: ['我要退货', '怎么退', '能退吗'], keywords: ['退货'] },
      { name: '催发货', utterances: ['什么时候发', '还没发'] },
    ])
    const markdown = '# 催发货\n- 什么时候发\n- 还没发\n'
    expect(await itemsOf('intents', 'a.md', markdown)).toMatchObject([{ name: '催发货', utterances: ['什么时候发', '还没发'] }])
  })

  it('products: what is no field of theirs is an attribute', async () => {
    const rows =
      '编号,名称,英文名称,价格,链接,重量,序号\nwok,铸铁炒锅,Wok,"¥1,299.50",https://shop.test/wok,2.4 千克,1\nlamp,Desk lamp,,49 USD,,,2\n'
    expect(await itemsOf('products', 'a.csv', rows)).toEqual([
      {
        id: 'wok',
        name: { 'zh-CN': '铸铁炒锅', en: 'Wok' },
        price: { amount: 129_950, currency: 'CNY' },
        url: 'https://shop.test/wok',
        tags: [],
        attributes: { 重量: '2.4 千克' },
      },
      { id: 'lamp', name: { en: 'Desk lamp' }, price: { amount: 4_900, currency: 'USD' }, tags: [], attributes: {} },
    ])
    expect((await read('products', 'a.csv', '名称,价格\n锅,很贵\n')).faults).toMatchObject([{ line: 2, column: 2 }])
  })

  it('synonyms: one group a row, or a line', async () => {
    expect(await itemsOf('synonyms', 'a.csv', '抬头,税号,开票信息\n"邮费、快递费"\n')).toMatchObject([
      { words: ['抬头', '税号', '开票信息'] },
      { words: ['邮费', '快递费'] },
    ])
    expect(await itemsOf('synonyms', 'a.md', '# 同义词\n- 抬头，税号\n- postage = freight\n')).toMatchObject([
      { words: ['抬头', '税号'] },
      { words: ['postage', 'freight'] },
    ])
    expect((await read('synonyms', 'a.csv', '抬头,税号\n票头,税号\n抬\n')).faults).toMatchObject([{ line: 2 }, { line: 3 }])
  })
})

describe('hostile files', () => {
  it('are refused when they unpack to too much, whatever size they claim', async () => {
    const bomb = archive({ 'xl/workbook.xml': new Uint8Array(60 * 1024 * 1024) })
    expect((await read('articles', 'a.xlsx', bomb)).faults).toMatchObject([{ message: expect.stringContaining('太大') }])
    const liar = archive({ 'xl/workbook.xml': new Uint8Array(60 * 1024 * 1024) }, 10)
    expect((await read('articles', 'a.xlsx', liar)).faults).toHaveLength(1)
  })

  it.each([
    ['a.xlsx', 'not a workbook'],
    ['a.xlsx', ''],
    ['a.xls', '\u00d0'],
    ['a.exe', 'MZ'],
    ['csv', 'a,b'],
    ['a.csv', ''],
    ['a.md', ''],
  ])('%s with %j is refused with a sentence', async (name, content) => {
    const { faults, items } = await read('articles', name, content)
    expect(items).toEqual([])
    expect(faults).toHaveLength(1)
  })

  it('never stop the reader, whatever is in them', async () => {
    const kinds = fc.constantFrom<Kind>('articles', 'intents', 'products', 'synonyms')
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'问题,答案;\t\n"#- 价格|1') }))
    await fc.assert(
      fc.asyncProperty(kinds, fc.constantFrom('a.csv', 'a.md', 'a.xlsx'), text, async (kind, name, content) => {
        const { items, faults } = await read(kind, name, content.toWellFormed())
        expect(Array.isArray(items) && faults.every(({ line }) => line >= 1)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  it('declare no entities', async () => {
    const book = archive({ 'xl/workbook.xml': '<!DOCTYPE x [<!ENTITY a "b">]><workbook/>' })
    expect((await read('articles', 'a.xlsx', book)).faults).toHaveLength(1)
  })
})

describe('reading in a process of its own', () => {
  it('gives what reading here gives', async () => {
    const content = '问题,答案\n退货,好\n'
    const reader = createFileReader(systemAlarm)
    const sent = { kind: 'articles', name: 'a.csv', data: Buffer.from(content).toString('base64'), locale: 'zh-CN' } as const
    expect(await reader(sent)).toEqual(await read('articles', 'a.csv', content))
  })

  it('gives up in time', async () => {
    const reader = createFileReader((_, ring) => {
      setImmediate(ring)
      return () => {}
    })
    const { faults } = await reader({ kind: 'articles', name: 'a.csv', data: '', locale: 'en' })
    expect(faults).toMatchObject([{ message: expect.stringContaining('too long') }])
  })

  const sendable = (name: string, content: Uint8Array | string) =>
    ({ kind: 'articles', name, data: Buffer.from(content).toString('base64'), locale: 'en' }) as const

  it('outlives a workbook of a kilobyte that claims a cell in row 9,999,999,999', async () => {
    const far = '<row r="9999999999"><c r="ZZZZZZZ9999999999" t="inlineStr"><is><t>x</t></is></c></row>'
    const book = sheetOf(`<row r="1"><c r="A1" t="inlineStr"><is><t>Question</t></is></c></row>${far}`)
    const reader = createFileReader(systemAlarm, 64)
    expect((await reader(sendable('a.xlsx', book))).faults).toMatchObject([{ message: expect.stringContaining('too large') }])
    expect((await reader(sendable('a.csv', 'Question,Answer\nReturns?,Yes\n'))).items).toHaveLength(1)
  }, 30_000)

  it('refuses a workbook that names one long text in thousands of rows', async () => {
    const inline = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`
    const rows = Array.from(
      { length: 5_000 },
      (_, at) => `<row r="${at + 2}">${inline(`A${at + 2}`, `q${at}`)}<c r="B${at + 2}" t="s"><v>0</v></c></row>`,
    )
    const book = sheetOf(`<row r="1">${inline('A1', 'Question')}${inline('B1', 'Answer')}</row>${rows.join('')}`, 'x'.repeat(6_000))
    const { faults, items } = await createFileReader(systemAlarm)(sendable('a.xlsx', book))
    expect(items).toEqual([])
    expect(faults).toMatchObject([{ message: expect.stringContaining('too large') }])
  }, 30_000)

  it('names no more columns than anybody reads, and none at length', async () => {
    const names = Array.from({ length: 5_000 }, (_, at) => `column ${at} ${'x'.repeat(200)}`)
    const { ignored } = await read('articles', 'a.csv', `Question,Answer,${names.join(',')}\nReturns?,Yes\n`)
    expect(ignored).toHaveLength(100)
    expect(Math.max(...ignored.map((name) => name.length))).toBeLessThan(110)
  })

  it('refuses a product whose sheet no question could be looked up in', async () => {
    const keys = Array.from({ length: 201 }, (_, at) => `key ${at}`)
    const { faults } = await read('products', 'a.csv', `name,price,${keys.join(',')}\nBag,1,${keys.map(() => 'v').join(',')}\n`, 'en')
    expect(faults).toMatchObject([{ line: 2, message: '"sheet" holds at most 200.' }])
  })

  it('names a column briefly in the fault that its values are too long', async () => {
    const { faults } = await read('products', 'a.csv', `name,price,${'x'.repeat(90_000)}\nBag,1,y\n`)
    expect(faults[0]?.message.length).toBeLessThan(120)
  })
})
