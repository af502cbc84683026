import { Liquid, type Template as Part } from 'liquidjs'

/** A parsed text; opaque outside this file. */
export interface Template {
  readonly parts: Part[]
}

export interface Templates {
  /** Parsed text, or why it cannot be used. The same text is parsed once. */
  parse(text: string): Template | { error: TemplateError }
  /** The text with its blanks filled. At most 8 KiB; a value is inserted as it is, never rendered again. Throws on exceeded limits. */
  render(template: Template, values: Readonly<Record<string, unknown>>): string
  /** Every name the text reads and does not make itself, e.g. `['order_no', 'queue.ahead']`; [] if it cannot be parsed. */
  variables(text: string): string[]
}

export interface TemplateError {
  code: 'template-tag-refused' | 'template-filter-refused' | 'template-broken'
  /** The tag or filter, or '' */
  name: string
}

export const templateTags = ['if', 'unless', 'case', 'assign'] as const
export const templateFilters = [
  'abs',
  'append',
  'at_least',
  'at_most',
  'capitalize',
  'ceil',
  'date',
  'default',
  'divided_by',
  'downcase',
  'first',
  'floor',
  'join',
  'last',
  'minus',
  'modulo',
  'money',
  'plus',
  'prepend',
  'round',
  'size',
  'strip',
  'times',
  'truncate',
  'upcase',
] as const

export const maxRendered = 8 * 1024
const maxCached = 5_000

/** Halves of allowed tags: alone they are a slip, not a forbidden tag. */
const inner = /^(?:end(?:if|unless|case)|else|elsif|when)$/

/**
 * The one place where Liquid is constructed. Its defaults read the server's files and run endless loops:
 * here no text reaches a file, only own properties of the values are seen, tags and filters are a closed list.
 */
export function createTemplates(): Templates {
  const liquid = closedLiquid()
  const parsed = new Map<string, Template | { error: TemplateError }>()
  const parse = (text: string): Template | { error: TemplateError } => {
    const known = parsed.get(text)
    if (known) return known
    const fresh = read(liquid, text)
    if (parsed.size >= maxCached) parsed.clear()
    parsed.set(text, fresh)
    return fresh
  }
  return {
    parse,
    render(template, values) {
      const text = String(liquid.renderSync(template.parts, values))
      return text.length > maxRendered ? text.slice(0, maxRendered).toWellFormed() : text
    },
    variables(text) {
      if (!text.includes('{')) return []
      const template = parse(text)
      return 'error' in template ? [] : liquid.globalFullVariablesSync(template.parts)
    },
  }
}

function closedLiquid(): Liquid {
  const liquid = new Liquid({
    templates: {},
    ownPropertyOnly: true,
    strictFilters: true,
    cache: false,
    parseLimit: 200_000,
    // a limit by the clock would let a busy machine change what is said; without loops the length of the text is the limit
    renderLimit: Number.POSITIVE_INFINITY,
    memoryLimit: 200_000,
    timezoneOffset: 0,
  })
  const tags: readonly string[] = templateTags
  const filters: readonly string[] = templateFilters
  liquid.registerFilter('date', dateIn)
  liquid.registerFilter('money', moneyIn)
  for (const name of Object.keys(liquid.tags)) if (!tags.includes(name)) delete liquid.tags[name]
  for (const name of Object.keys(liquid.filters)) if (!filters.includes(name)) delete liquid.filters[name]
  return liquid
}

function read(liquid: Liquid, text: string): Template | { error: TemplateError } {
  try {
    return { parts: liquid.parse(text) }
  } catch (thrown) {
    const message = thrown instanceof Error ? thrown.message : ''
    const tag = /^tag "([^"]*)" not found/.exec(message)?.[1]
    if (tag !== undefined && !inner.test(tag)) return { error: { code: 'template-tag-refused', name: tag } }
    const filter = /^undefined filter: (\S+?),? /.exec(`${message} `)?.[1]
    if (filter !== undefined) return { error: { code: 'template-filter-refused', name: filter } }
    return { error: { code: 'template-broken', name: '' } }
  }
}

/** `{{ eta | date }}` → 2026-11-20, `date: 'time'` → 2026-11-20 21:14, `'day'` → 11-20. No formats of the writer's own. */
function dateIn(value: unknown, shape: unknown = 'date'): string {
  const text = String(value ?? '')
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d:\d\d))?/.exec(text)
  if (!parts) return text
  const [, year, month, day, time = '00:00'] = parts
  if (shape === 'day') return `${month}-${day}`
  return shape === 'time' ? `${year}-${month}-${day} ${time}` : `${year}-${month}-${day}`
}

/** `{{ total | money }}`: minor units → two decimals, 1990 → 19.90. */
function moneyIn(value: unknown): string {
  const amount = Number(value)
  return Number.isFinite(amount) ? (amount / 100).toFixed(2) : String(value ?? '')
}
