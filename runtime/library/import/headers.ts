/** What an import may bring. */
export type Kind = 'intents' | 'articles' | 'products' | 'synonyms'

/** Names that a column may have, by field; the first two are how the field is called in Chinese and in English. */
export type Columns = { [field: string]: { names: readonly [string, string, ...string[]]; required?: boolean; several?: boolean } }

const id = { names: ['编号', 'id', '编码', 'sku', 'key'] } as const
/** Running numbers say nothing: they change when a row is put in. */
const counting = new Set(['序号', 'no', 'no.', 'nr', '#'])
const tags = { names: ['标签', 'tags', '分类', '类目', '类别', 'tag', 'category', 'categories', 'topic'] } as const

export const columns: { [kind in Exclude<Kind, 'synonyms'>]: Columns } = {
  articles: {
    id,
    question: {
      names: ['问题', 'question', '标准问', '标准问题', '标准问法', '主问题', '问', '标题', 'title', 'q', 'faq'],
      required: true,
    },
    similar: {
      names: [
        '相似问',
        'similar',
        '相似问题',
        '相似问法',
        '相似说法',
        '同义问',
        '扩展问',
        '其他问法',
        '别的问法',
        'similar question',
        'similar questions',
        'variants',
        'variant',
        'alternative questions',
      ],
      several: true,
    },
    answer: { names: ['答案', 'answer', '回答', '回复', '答复', '中文答案', '答', 'reply', 'response', 'a'], required: true },
    answerEn: {
      names: ['英文答案', 'english answer', '答案(英文)', '英文回答', 'answer en', 'answer (en)', 'answer_en', 'answer (english)'],
    },
    tags,
    locale: { names: ['语言', 'locale', '语种', 'language', 'lang'] },
    validFrom: {
      names: ['生效', 'valid from', '生效时间', '生效日期', '开始时间', '开始日期', 'validfrom', 'valid_from', 'from', 'start'],
    },
    validTo: {
      names: [
        '失效',
        'valid to',
        '失效时间',
        '失效日期',
        '结束时间',
        '结束日期',
        '到期',
        'validto',
        'valid_to',
        'until',
        'to',
        'end',
        'expires',
      ],
    },
    products: { names: ['商品', 'products', '关联商品', '商品编号', '相关商品', 'product', 'product ids', 'product id'] },
  },
  intents: {
    intent: { names: ['意图', 'intent', '意图编号', '意图名称', 'intent id', 'label'], required: true },
    name: { names: ['名称', 'name', '中文名称', 'intent name', 'title'] },
    nameEn: { names: ['英文名称', 'english name', 'name en', 'name (en)', 'name_en'] },
    utterance: {
      names: [
        '说法',
        'utterance',
        '用户说法',
        '例句',
        '语料',
        '问法',
        '话术',
        'utterances',
        'example',
        'examples',
        'text',
        'message',
        'query',
      ],
      required: true,
      several: true,
    },
    keywords: { names: ['关键词', 'keywords', '关键字', 'keyword'] },
  },
  products: {
    id,
    name: { names: ['名称', 'name', '商品名称', '商品名', '商品', '标题', '品名', 'product name', 'product', 'title'], required: true },
    nameEn: { names: ['英文名称', 'english name', '英文名', 'name en', 'name (en)', 'name_en'] },
    price: { names: ['价格', 'price', '售价', '单价', '现价', 'unit price'], required: true },
    currency: { names: ['币种', 'currency', '货币'] },
    variant: { names: ['规格名', 'variant', '款', 'variant name'] },
    url: { names: ['链接', 'url', '商品链接', '网址', 'link'] },
    tags,
  },
}

/** True for a column that only counts rows. */
export function isCounting(written: string): boolean {
  return counting.has(plain(written))
}

/** The field that a column of this name holds. `similar 2`, `相似问3` and `问题*` are read as their plain names. */
export function fieldOf(kind: Exclude<Kind, 'synonyms'>, written: string): string | undefined {
  const name = plain(written)
  const numberless = name.replace(/[\s_-]*\d+$/, '')
  for (const [field, { names, several }] of Object.entries(columns[kind]))
    if (names.some((each) => each === name || (several === true && each === numberless))) return field
  return undefined
}

function plain(written: string): string {
  return written
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[*＊:：]|[([](?:必填|选填|可选|required|optional)[)\]]/g, '')
    .trim()
}
