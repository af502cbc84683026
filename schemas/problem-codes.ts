import { type Problem, pointer } from './problem.ts'
import type { Locale } from './text.ts'

type Words = { [locale in Locale]: string }
interface Code {
  severity: Problem['severity']
  /** Plain words for operators; `{blank}` is filled from the problem's detail. */
  words: Words
}

/** The one table of what can be wrong with a document. Errors keep it from being published, warnings do not. */
export const problemCodes = {
  'document-too-large': {
    severity: 'error',
    words: { 'zh-CN': '文件太大，最多 {limit} 字节', en: 'The document is larger than {limit} bytes' },
  },
  'document-too-deep': {
    severity: 'error',
    words: { 'zh-CN': '嵌套太深，最多 {limit} 层', en: 'The document is nested deeper than {limit} levels' },
  },
  'not-json': { severity: 'error', words: { 'zh-CN': '这不是完整的 JSON', en: 'This is not complete JSON' } },
  'check-limit': {
    severity: 'error',
    words: {
      'zh-CN': '这份流程太复杂，没能在限定的时间和内存内检查完',
      en: 'The flow is too complex: it could not be checked within the limits of time and memory',
    },
  },
  'id-twice': { severity: 'error', words: { 'zh-CN': '编号“{id}”用了两次，换一个', en: 'The id "{id}" is used twice; choose another' } },
  'key-twice': { severity: 'error', words: { 'zh-CN': '“{key}”写了两次，留下一个', en: '"{key}" stands here twice; keep one' } },
  'key-refused': { severity: 'error', words: { 'zh-CN': '“{key}”不能作为名字', en: '"{key}" cannot be used as a name' } },
  'key-unknown': { severity: 'error', words: { 'zh-CN': '不认识的字段“{key}”', en: 'Unknown field "{key}"' } },
  'format-unknown': {
    severity: 'error',
    words: { 'zh-CN': '不认识的文件格式 {format}，请升级后再打开', en: 'Unknown document format {format}; a newer version may read it' },
  },
  'value-missing': { severity: 'error', words: { 'zh-CN': '这里还没有填', en: 'This is not filled in yet' } },
  'value-wrong': { severity: 'error', words: { 'zh-CN': '这里的内容不对', en: 'This is not a valid value' } },
  'value-too-big': { severity: 'error', words: { 'zh-CN': '这里超出了上限', en: 'This is over the limit' } },
  'value-too-small': { severity: 'error', words: { 'zh-CN': '这里太少了', en: 'This is below the least allowed' } },
  'text-malformed': {
    severity: 'error',
    words: { 'zh-CN': '文字里有不能显示的字符', en: 'The text holds characters that cannot be shown' },
  },
  'id-malformed': {
    severity: 'error',
    words: { 'zh-CN': '编号只能用字母、数字、点、横线和下划线', en: 'Ids are letters, digits, dots, dashes and underscores' },
  },
  'slot-name-malformed': {
    severity: 'error',
    words: {
      'zh-CN': '变量名用小写字母开头，只含小写字母、数字和下划线',
      en: 'Variable names begin with a small letter and hold small letters, digits and underscores',
    },
  },
  'url-refused': {
    severity: 'error',
    words: { 'zh-CN': '只能用 https、mailto 或 tel 链接', en: 'Only https, mailto and tel links can be used' },
  },
  'mood-signs-missing': {
    severity: 'error',
    words: { 'zh-CN': '至少留意一种情绪信号', en: 'Watch for at least one sign' },
  },
  'node-type-unknown': {
    severity: 'error',
    words: {
      'zh-CN': '不认识的卡片类型“{type}”，升级后再打开，或删掉这张卡片',
      en: 'Unknown kind of card "{type}"; a newer version may know it, or delete the card',
    },
  },
  'node-version-unknown': {
    severity: 'error',
    words: { 'zh-CN': '这张卡片来自更新的版本（v{v}），请先升级', en: 'This card comes from a newer version (v{v}); upgrade first' },
  },
  'node-id-twice': { severity: 'error', words: { 'zh-CN': '两张卡片的编号都是“{id}”', en: 'Two cards have the id "{id}"' } },
  'edge-id-twice': { severity: 'error', words: { 'zh-CN': '两条连线的编号都是“{id}”', en: 'Two lines have the id "{id}"' } },
  'slot-twice': {
    severity: 'error',
    words: { 'zh-CN': '变量 {name} 声明了两次，留下一个', en: 'Variable {name} is declared twice; keep one' },
  },
  'branch-id-twice': { severity: 'error', words: { 'zh-CN': '两个出口的编号都是“{id}”', en: 'Two ways out have the id "{id}"' } },
  'branch-id-taken': {
    severity: 'error',
    words: { 'zh-CN': '出口编号“{id}”已被这张卡片自己的出口占用', en: 'The card itself has a way out with the id "{id}"' },
  },
  'start-missing': {
    severity: 'error',
    words: { 'zh-CN': '还没有「开始」卡片，对话无从开始', en: 'There is no start card; conversations cannot begin' },
  },
  'start-twice': {
    severity: 'error',
    words: { 'zh-CN': '只能有一张「开始」卡片，删掉多余的', en: 'There can be one start card only; delete the others' },
  },
  'edge-source-missing': {
    severity: 'error',
    words: { 'zh-CN': '这条线的起点卡片不在了，删掉这条线？', en: 'The card this line came from is gone: delete the line?' },
  },
  'edge-target-missing': {
    severity: 'error',
    words: { 'zh-CN': '这条线的终点卡片不在了，删掉这条线？', en: 'The card this line led to is gone: delete the line?' },
  },
  'edge-outlet-missing': {
    severity: 'error',
    words: { 'zh-CN': '「{nodeName}」没有这个出口了，删掉这条线？', en: '"{nodeName}" no longer has this way out: delete the line?' },
  },
  'edge-self': {
    severity: 'error',
    words: {
      'zh-CN': '「{nodeName}」不能连回自己：先接到一张消息卡片',
      en: '"{nodeName}" cannot lead to itself: put a message in between',
    },
  },
  'edge-parallel': {
    severity: 'error',
    words: { 'zh-CN': '「{outletName}」有两个去向，只留一个', en: '"{outletName}" leads to two places; keep one' },
  },
  'inlet-missing': {
    severity: 'error',
    words: { 'zh-CN': '「{nodeName}」没有入口，不能连到这里', en: '"{nodeName}" has no way in; nothing can lead here' },
  },
  'outlet-open': {
    severity: 'error',
    words: { 'zh-CN': '「{outletName}」还没有去向：接到转人工？', en: '"{outletName}" leads nowhere: hand to a person?' },
  },
  'node-unreachable': {
    severity: 'warning',
    words: { 'zh-CN': '没有路通到「{nodeName}」：连上它，或删掉', en: 'Nothing leads to "{nodeName}": connect it or delete it' },
  },
  'loop-without-wait': {
    severity: 'error',
    words: {
      'zh-CN': '「{nodeName}」在原地打转：这一圈里没有一处等顾客说话',
      en: '"{nodeName}" goes round in circles: nothing on the way waits for the visitor',
    },
  },
  'text-empty': { severity: 'error', words: { 'zh-CN': '这句话还没写', en: 'These words are not written yet' } },
  'translation-missing': { severity: 'warning', words: { 'zh-CN': '还没有{language}文案', en: 'The {language} words are missing' } },
  'text-disguised': {
    severity: 'error',
    words: { 'zh-CN': '文字里有改变显示方向的隐藏字符，删掉它', en: 'The text hides characters that turn its direction; remove them' },
  },
  'secret-like': {
    severity: 'warning',
    words: {
      'zh-CN': '这里像是密钥：流程会被导出和分享，请不要写在这里',
      en: 'This looks like a secret; flows are exported and shared, keep it elsewhere',
    },
  },
  'template-broken': { severity: 'error', words: { 'zh-CN': '{{ }} 或 {% %} 没有写完整', en: 'A {{ }} or {% %} is not complete' } },
  'template-tag-refused': {
    severity: 'error',
    words: {
      'zh-CN': '话术里不能用 {% {name} %}，只能用 if、unless、case、assign',
      en: 'Texts cannot use {% {name} %}, only if, unless, case and assign',
    },
  },
  'template-filter-refused': { severity: 'error', words: { 'zh-CN': '没有“{name}”这个格式', en: 'There is no format "{name}"' } },
  'blank-unknown': {
    severity: 'error',
    words: {
      'zh-CN': '没有变量 {name}：先在前面问到它，或者改个名字',
      en: 'There is no variable {name}: ask for it first, or correct the name',
    },
  },
  'slot-unknown': {
    severity: 'error',
    words: {
      'zh-CN': '没有变量 {name}：先在前面问到它，或者改个名字',
      en: 'There is no variable {name}: ask for it first, or correct the name',
    },
  },
  'intent-unknown': { severity: 'error', words: { 'zh-CN': '意图库里没有“{id}”', en: 'There is no intent "{id}" in the library' } },
  'article-unknown': { severity: 'error', words: { 'zh-CN': '知识库里没有“{id}”', en: 'There is no article "{id}" in the library' } },
  'word-in-two-groups': {
    severity: 'error',
    words: {
      'zh-CN': '“{word}”已经在另一组同义词里，一个词只能放在一组',
      en: '"{word}" is in another group already; a word can be in one only',
    },
  },
  'offer-unknown': { severity: 'error', words: { 'zh-CN': '没有“{id}”这个优惠', en: 'There is no offer "{id}"' } },
  'flow-unknown': { severity: 'error', words: { 'zh-CN': '没有“{id}”这条流程', en: 'There is no flow "{id}"' } },
  'flow-unpublished': {
    severity: 'error',
    words: { 'zh-CN': '流程“{id}”还没有发布，先发布它', en: 'Flow "{id}" is not published yet; publish it first' },
  },
  'pattern-refused': {
    severity: 'error',
    words: {
      'zh-CN': '这个模式不能用：不支持前后查找、反向引用和上千次重复',
      en: 'This pattern cannot be used: no look-around, no back-references, no thousandfold repeats',
    },
  },
  'operand-missing': {
    severity: 'error',
    words: { 'zh-CN': '条件还缺一个比较的值', en: 'The condition still lacks the value to compare with' },
  },
  'operand-wrong': { severity: 'error', words: { 'zh-CN': '这里要填{wanted}', en: 'This must be {wanted}' } },
  'operator-unfit': {
    severity: 'warning',
    words: { 'zh-CN': '{name} 不是{wanted}，这样比较永远不成立', en: '{name} is not {wanted}; this never holds' },
  },
  'choices-missing': { severity: 'error', words: { 'zh-CN': '还没有选项', en: 'There are no choices yet' } },
  'branches-missing': { severity: 'error', words: { 'zh-CN': '还没有分支', en: 'There are no branches yet' } },
  'offers-missing': { severity: 'error', words: { 'zh-CN': '还没选优惠', en: 'No offer is chosen yet' } },
  'intents-missing': { severity: 'error', words: { 'zh-CN': '还没选意图', en: 'No intent is chosen yet' } },
  'words-missing': { severity: 'error', words: { 'zh-CN': '还没有违禁词', en: 'There are no banned words yet' } },
  'range-empty': { severity: 'error', words: { 'zh-CN': '上下限写反了', en: 'The limits are the wrong way round' } },
} as const satisfies Record<string, Code>

export type ProblemCode = keyof typeof problemCodes

/** The problem's words in one language; `name:en` in the detail is the English word for the blank `{name}`. */
export function problemWords(problem: Pick<Problem, 'code' | 'detail'>, locale: Locale): string {
  const code: Code | undefined = Object.hasOwn(problemCodes, problem.code) ? problemCodes[problem.code as ProblemCode] : undefined
  const template = code?.words[locale] ?? problem.code
  return template.replace(/\{(\w+)\}/g, (_blank, name: string) =>
    String(problem.detail?.[`${name}:${locale}`] ?? problem.detail?.[name] ?? ''),
  )
}

/** A problem with its English words; an unknown code stays recognisable as itself. */
export function newProblem(
  code: ProblemCode | (string & {}),
  path: readonly PropertyKey[],
  detail: Problem['detail'] = {},
  nodeId?: string,
): Problem {
  const known = Object.hasOwn(problemCodes, code)
  const used = known ? code : 'value-wrong'
  const severity = problemCodes[used as ProblemCode].severity
  const message = problemWords({ code: used, detail }, 'en')
  return {
    code: used,
    severity,
    path: pointer(path),
    ...(nodeId ? { nodeId } : {}),
    message,
    ...(detail && Object.keys(detail).length ? { detail } : {}),
  }
}
