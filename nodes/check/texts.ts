import { isBlank, type Locale, type LocalizedText, locales, missingLocales } from '../../schemas/text.ts'
import type { TextField } from '../define.ts'
import { type CheckedNode, type Checking, inData, inWords } from './checking.ts'
import { knownSlots } from './references.ts'

/** Everything visitors can read: written, in every language, with blanks that can be filled and nothing hidden in it. */
export function checkTexts(checking: Checking): void {
  const { flow, nodes } = checking
  const slots = knownSlots(checking)
  checkText(checking, slots, { path: [], text: flow.name, literal: true }, ['name'])
  if (flow.fallback !== undefined) checkText(checking, slots, { path: [], text: flow.fallback }, ['fallback'])
  for (const at of nodes) {
    const { definition, data } = at
    if (definition && data)
      for (const field of definition.texts?.(data) ?? []) checkText(checking, slots, field, inData(at, field.path), at)
    checkStrings(checking, at.node.data, inData(at), at)
    if (at.node.name !== undefined) checkStrings(checking, at.node.name, ['nodes', at.index, 'name'], at)
  }
}

const languageNames: { [locale in Locale]: { [locale in Locale]: string } } = {
  'zh-CN': { 'zh-CN': '中文', en: 'Chinese' },
  en: { 'zh-CN': '英文', en: 'English' },
}

function checkText(checking: Checking, slots: ReadonlySet<string>, field: TextField, path: PropertyKey[], at?: CheckedNode): void {
  const { context, report } = checking
  if (isBlank(field.text)) {
    if (!field.optional) report('text-empty', path, {}, at)
    return
  }
  const served = context.locales ?? locales
  for (const locale of missingLocales(field.text)) {
    if (served.includes(locale)) report('translation-missing', [...path, locale], inWords('language', languageNames[locale]), at)
  }
  if (field.literal) return
  for (const { text, path: own } of writtenTexts(field.text, path)) checkTemplate(checking, slots, field, text, own, at)
}

function checkTemplate(
  { templates, report }: Checking,
  slots: ReadonlySet<string>,
  field: TextField,
  text: string,
  path: PropertyKey[],
  at?: CheckedNode,
): void {
  if (!text.includes('{{') && !text.includes('{%')) return
  const parsed = templates.parse(text)
  if ('error' in parsed) return report(parsed.error.code, path, parsed.error.name ? { name: parsed.error.name } : {}, at)
  for (const name of new Set(templates.variables(text))) {
    if (field.blanks?.includes(name)) continue
    const root = /^[^.[]+/.exec(name)?.[0] ?? name
    if (!slots.has(root)) report('blank-unknown', path, { name }, at)
  }
}

function writtenTexts(text: LocalizedText, path: PropertyKey[]): { text: string; path: PropertyKey[] }[] {
  if (typeof text === 'string') return [{ text, path }]
  return locales.flatMap((locale) => {
    const own = text[locale]
    return own === undefined ? [] : [{ text: own, path: [...path, locale] }]
  })
}

/** Keys of well-known services and private keys: short fixed heads, so that this stays linear. */
const secret =
  /\b(?:sk-[\w-]{20}|sk_live_\w{16}|AKIA[0-9A-Z]{16}|gh[pousr]_\w{30}|xox[abprs]-[\w-]{10}|AIza[\w-]{30})|-----BEGIN [A-Z ]{0,20}PRIVATE KEY|\beyJ[\w-]{10,200}\.eyJ[\w-]{10}/
const disguise = /[\u202a-\u202e\u2066-\u2069]/

function checkStrings(checking: Checking, value: unknown, path: PropertyKey[], at: CheckedNode): void {
  if (typeof value === 'string') {
    if (disguise.test(value)) checking.report('text-disguised', path, {}, at)
    if (secret.test(value)) checking.report('secret-like', path, {}, at)
  } else if (Array.isArray(value)) value.forEach((each, index) => checkStrings(checking, each, [...path, index], at))
  else if (typeof value === 'object' && value !== null)
    for (const [key, each] of Object.entries(value)) checkStrings(checking, each, [...path, key], at)
}
