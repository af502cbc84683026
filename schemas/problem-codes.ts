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
  'document-too-large': { severity: 'error', words: { 'zh-CN': '文件太大，最多 {limit} 字节', en: 'The document is larger than {limit} bytes' } },
  'document-too-deep': { severity: 'error', words: { 'zh-CN': '嵌套太深，最多 {limit} 层', en: 'The document is nested deeper than {limit} levels' } },
  'not-json': { severity: 'error', words: { 'zh-CN': '这不是完整的 JSON', en: 'This is not complete JSON' } },
  'check-limit': { severity: 'error', words: { 'zh-CN': '这份流程太复杂，没能在限定的时间和内存内检查完', en: 'The flow is too complex: it could not be checked within the limits of time and memory' } },
  'id-twice': { severity: 'error', words: { 'zh-CN': '编号“{id}”用了两次，换一个', en: 'The id "{id}" is used twice; choose another' } },
  'key-twice': { severity: 'error', words: { 'zh-CN': '“{key}”写了两次，留下一个', en: '"{key}" stands here twice; keep one' } },
  'key-refused': { severity: 'error', words: { 'zh-CN': '“{key}”不能作为名字', en: '"{key}" cannot be used as a name' } },
  'key-unknown': { severity: 'error', words: { 'zh-CN': '不认识的字段“{key}”', en: 'Unknown field "{key}"' } },
  'format-unknown': { severity: 'error', words: { 'zh-CN': '不认识的文件格式 {format}，请升级后再打开', en: 'Unknown document format {format}; a newer version may read it' } },
  'value-missing': { severity: 'error', words: { 'zh-CN': '这里还没有填', en: 'This is not filled in yet' } },
  'value-wrong': { severity: 'error', words: { 'zh-CN': '这里的内容不对', en: 'This is not a valid value' } },
  'value-too-big': { severity: 'error', words: { 'zh-CN': '这里超出了上限', en: 'This is over the limit' } },
  'value-too-small': { severity: 'error', words: { 'zh-CN': '这里太少了', en: 'This is below the least allowed' } },
  'text-malformed': { severity: 'error', words: { 'zh-CN': '文字里有不能显示的字符', en: 'The text holds characters that cannot be shown' } },
  'id-malformed': { severity: 'error', words: { 'zh-CN': '编号只能用字母、数字、点、横线和下划线', en: 'Ids are letters, digits, dots, dashes and underscores' } },
  'slot-name-malformed': { severity: 'error', words: { 'zh-CN': '变量名用小写字母开头，只含小写字母、数字和下划线', en: 'Variable names begin with a small letter and hold small letters, digits and underscores' } },
  'url-refused': { severity: 'error', words: { 'zh-CN': '只能用 https、mailto 或 tel 链接', en: 'Only https, mailto and tel links can be used' } },
} as const satisfies Record<string, Code>

export type ProblemCode = keyof typeof problemCodes

/** The problem's words in one language. */
export function problemWords(problem: Pick<Problem, 'code' | 'detail'>, locale: Locale): string {
  const code: Code | undefined = Object.hasOwn(problemCodes, problem.code) ? problemCodes[problem.code as ProblemCode] : undefined
  const template = code?.words[locale] ?? problem.code
  return template.replace(/\{(\w+)\}/g, (_blank, name: string) => String(problem.detail?.[name] ?? ''))
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
  return { code: used, severity, path: pointer(path), ...(nodeId ? { nodeId } : {}), message, ...(detail && Object.keys(detail).length ? { detail } : {}) }
}
