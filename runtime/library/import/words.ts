import type { Locale } from '../../../schemas/text.ts'

/** What is wrong at a place of a file, in the operator's words. Lines and columns count from 1. */
export interface Fault {
  line: number
  column?: number
  message: string
}

type Say<Values extends unknown[]> = { [locale in Locale]: (...values: Values) => string }

const quoted = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

/** Everything that an import may complain of. One entry, one sentence that says what to do. */
const sentences = {
  empty: { 'zh-CN': () => '文件里没有内容。', en: () => 'The file is empty.' },
  'only-header': { 'zh-CN': () => '只有表头，没有数据行。', en: () => 'There is a header, but no rows below it.' },
  'format-unknown': {
    'zh-CN': () => '请用 .csv、.xlsx 或 .md 文件。',
    en: () => 'Use a .csv, .xlsx or .md file.',
  },
  'old-excel': {
    'zh-CN': () => '这是旧版 .xls 文件，请在 Excel 里另存为 .xlsx。',
    en: () => 'This is an old .xls file. Save it as .xlsx in Excel.',
  },
  'not-excel': { 'zh-CN': () => '打不开这个 Excel 文件，请重新导出。', en: () => 'This Excel file cannot be opened. Export it again.' },
  'too-large': {
    'zh-CN': () => '文件展开后太大，请分成几个文件导入。',
    en: () => 'Unpacked, the file is too large. Import it in several parts.',
  },
  'too-slow': {
    'zh-CN': () => '文件太复杂，读不完，请分成几个文件导入。',
    en: () => 'The file takes too long to read. Import it in several parts.',
  },
  'too-many-rows': {
    'zh-CN': (most: number) => `一次最多导入 ${most} 行。`,
    en: (most: number) => `At most ${most} rows can be imported at once.`,
  },
  'quote-open': {
    'zh-CN': () => '这里的双引号没有配对。',
    en: () => 'A double quote is opened here and never closed.',
  },
  'not-csv': { 'zh-CN': () => '这一行读不出来，请检查引号和分隔符。', en: () => 'This row cannot be read. Check quotes and separators.' },
  damaged: {
    'zh-CN': () => '这一行的文字已损坏，请重新导出文件，存为 UTF-8。',
    en: () => 'The text of this line is damaged. Export the file again, as UTF-8.',
  },
  'not-text': { 'zh-CN': () => '这里有无法显示的字符，请删掉。', en: () => 'There are characters here that no screen shows. Remove them.' },
  'column-missing': {
    'zh-CN': (names: string) => `缺少一列：${names}。`,
    en: (names: string) => `A column is missing: ${names}.`,
  },
  'column-twice': {
    'zh-CN': (name: string) => `「${quoted(name)}」这一列出现了两次。`,
    en: (name: string) => `The column "${quoted(name)}" is there twice.`,
  },
  'cell-missing': {
    'zh-CN': (name: string) => `请填写「${name}」。`,
    en: (name: string) => `Fill in "${name}".`,
  },
  'too-long': {
    'zh-CN': (name: string, most: number) => `「${quoted(name)}」最多 ${most} 个字。`,
    en: (name: string, most: number) => `"${quoted(name)}" holds at most ${most} characters.`,
  },
  'too-many': {
    'zh-CN': (name: string, most: number) => `「${name}」最多 ${most} 个。`,
    en: (name: string, most: number) => `"${name}" holds at most ${most}.`,
  },
  'date-wrong': {
    'zh-CN': (text: string) => `「${quoted(text)}」不是日期，请写成 2026-11-21。`,
    en: (text: string) => `"${quoted(text)}" is no date. Write it as 2026-11-21.`,
  },
  'dates-crossed': {
    'zh-CN': () => '失效早于生效。',
    en: () => 'It ends before it begins.',
  },
  'locale-wrong': {
    'zh-CN': (text: string) => `不认识语言「${quoted(text)}」，请写「中文」或「英文」，或留空。`,
    en: (text: string) => `"${quoted(text)}" is no language known here. Write "zh" or "en", or leave it empty.`,
  },
  'price-wrong': {
    'zh-CN': (text: string) => `「${quoted(text)}」不是价格，请写成 199.00。`,
    en: (text: string) => `"${quoted(text)}" is no price. Write it as 199.00.`,
  },
  'currency-wrong': {
    'zh-CN': (text: string) => `不认识币种「${quoted(text)}」，请写三个字母，例：CNY。`,
    en: (text: string) => `"${quoted(text)}" is no currency. Write three letters, as in USD.`,
  },
  'url-wrong': {
    'zh-CN': () => '链接要以 https:// 开头。',
    en: () => 'A link begins with https://.',
  },
  'id-wrong': {
    'zh-CN': (text: string) => `编号「${quoted(text)}」只能用字母、数字、点、横线和下划线，最多 64 个。`,
    en: (text: string) => `The id "${quoted(text)}" may hold letters, digits, dots, dashes and underscores, at most 64.`,
  },
  'twice-different': {
    'zh-CN': (line: number) => `和第 ${line} 行是同一个，内容却不同。`,
    en: (line: number) => `This is the same as in line ${line}, but says something else.`,
  },
  'one-word': {
    'zh-CN': () => '一组同义词至少要两个词，用逗号隔开。',
    en: () => 'A group needs two words or more, between commas.',
  },
  'word-twice': {
    'zh-CN': (word: string, line: number) => `「${quoted(word)}」已经在第 ${line} 行的一组里。`,
    en: (word: string, line: number) => `"${quoted(word)}" is already in the group of line ${line}.`,
  },
  'word-taken': {
    'zh-CN': (words: string) => `这些词现在分在不同的组里：${words}。请先合并。`,
    en: (words: string) => `These words are in different groups now: ${words}. Join those groups first.`,
  },
  wrong: {
    'zh-CN': (name: string) => `「${name}」填得不对。`,
    en: (name: string) => `"${name}" cannot be used as it is.`,
  },
} satisfies { [code: string]: Say<never[]> | Say<[string]> | Say<[number]> | Say<[string, number]> }

type Sentences = typeof sentences
export type FaultCode = keyof Sentences
export type ValuesOf<Code extends FaultCode> = Parameters<Sentences[Code][Locale]>

/** The sentence for a fault. */
export function sentence<Code extends FaultCode>(locale: Locale, code: Code, ...values: ValuesOf<Code>): string {
  // the values fit the code by the type above; the table's entries differ only in what they take
  return (sentences[code][locale] as (...given: ValuesOf<Code>) => string)(...values)
}

/** A file that cannot be read as a whole, and where it went wrong. */
export class UnreadableFile extends Error {
  readonly line: number
  readonly code:
    | 'empty'
    | 'format-unknown'
    | 'old-excel'
    | 'not-excel'
    | 'too-large'
    | 'too-slow'
    | 'quote-open'
    | 'not-csv'
    | 'damaged'
    | 'only-header'

  constructor(code: UnreadableFile['code'], line = 1, options?: ErrorOptions) {
    super(code, options)
    this.name = 'UnreadableFile'
    this.code = code
    this.line = line
  }
}
