import type { Flow, FlowNode } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import { newProblem, type ProblemCode } from '../../schemas/problem-codes.ts'
import { type Locale, type LocalizedText, locales, textIn } from '../../schemas/text.ts'
import type { NodeDefinition } from '../define.ts'
import { nodeTexts, nodeTypes } from '../index.ts'
import { type Outlet, outletsOf } from '../outlets.ts'
import type { Templates } from '../template-language.ts'
import { outletLabel } from '../words.ts'

/** What stands around a flow: what it may refer to. An absent list is not checked against. */
export interface CheckContext {
  /** Other flows by id; their documents, to follow calls. */
  flows?: ReadonlyMap<string, Flow>
  /** Flows that are published, or go live together with this one. */
  published?: ReadonlySet<string>
  intents?: ReadonlySet<string>
  articles?: ReadonlySet<string>
  offers?: ReadonlySet<string>
  /** Languages the shop serves: a text that lacks one is a warning. Absent = all. */
  locales?: readonly Locale[]
}

/** A node with whatever could be made of it. */
export interface CheckedNode {
  index: number
  node: FlowNode
  /** Absent for an unknown type or version. */
  definition?: NodeDefinition
  /** Absent when the data does not pass its schema. */
  data?: Record<string, unknown>
  outlets?: Outlet[]
}

/** One check under way: the flow, what was made of it, and the problems so far. */
export interface Checking {
  flow: Flow
  context: CheckContext
  nodes: CheckedNode[]
  byId: ReadonlyMap<string, CheckedNode>
  templates: Templates
  problems: Problem[]
  report(code: ProblemCode | (string & {}), path: readonly PropertyKey[], detail?: Problem['detail'], at?: CheckedNode): void
}

/** Reads every node once; duplicates of an id keep the first. */
export function beginCheck(flow: Flow, context: CheckContext, templates: Templates): Checking {
  const nodes = flow.nodes.map((node, index): CheckedNode => {
    const definition = nodeTypes.get(node.type)
    if (!definition || definition.v !== node.v) return { index, node }
    const parsed = definition.data.safeParse(node.data)
    if (!parsed.success) return { index, node, definition }
    return { index, node, definition, data: parsed.data, outlets: outletsOf(definition, parsed.data) }
  })
  const byId = new Map<string, CheckedNode>()
  for (const each of nodes) if (!byId.has(each.node.id)) byId.set(each.node.id, each)
  const problems: Problem[] = []
  const report: Checking['report'] = (code, path, detail = {}, at) => {
    problems.push(newProblem(code, path, at ? { ...inWords('nodeName', nodeName(at)), ...detail } : detail, at?.node.id))
  }
  return { flow, context, nodes, byId, templates, problems, report }
}

/** Path to a field of a node's data. */
export function inData(at: CheckedNode, path: readonly PropertyKey[] = []): PropertyKey[] {
  return ['nodes', at.index, 'data', ...path]
}

/** What operators call this card. */
export function nodeName(at: CheckedNode): LocalizedText {
  const own = at.node.name
  const texts = nodeTexts.get(at.node.type)
  const name = (locale: Locale) => textIn(own, locale) || texts?.[locale].name || at.node.type
  return { 'zh-CN': name('zh-CN'), en: name('en') }
}

/** What operators call one of its ways out. */
export function outletName(at: CheckedNode, outlet: Outlet): LocalizedText {
  if (outlet.label !== undefined) return outlet.label
  const texts = nodeTexts.get(at.node.type)
  const name = (locale: Locale) => (texts ? outletLabel(texts[locale], outlet.id, at.data ?? {}) : outlet.id)
  return { 'zh-CN': name('zh-CN'), en: name('en') }
}

/** A localized blank for a problem's words: one entry a language. */
export function inWords(blank: string, text: LocalizedText): Record<string, string> {
  return Object.fromEntries(locales.map((locale) => [`${blank}:${locale}`, textIn(text, locale)]))
}
