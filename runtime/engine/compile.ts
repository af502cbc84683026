import { nodeBehaviours } from '../../nodes/behaviours.ts'
import type { Filling, NodeBehaviour, NodeDefinition, TextField } from '../../nodes/define.ts'
import type { Flow } from '../../schemas/flow.ts'
import { type Locale, type LocalizedText, locales, missingLocales } from '../../schemas/text.ts'
import { rolesOf } from './roles.ts'

/** A node made ready to run: its data parsed once, its ways out resolved. */
export interface Step {
  readonly id: string
  /** `flow/node`: unique among all programs of a conversation. */
  readonly key: string
  readonly definition: NodeDefinition
  readonly behaviour: NodeBehaviour
  readonly data: Readonly<Record<string, unknown>>
  /** The one value it asks for, if it asks for one. */
  readonly fills: Filling | undefined
  /** Which of two values of one kind it asks for: "M to L". */
  readonly role: 'from' | 'to' | undefined
  /** Outlet id → node that it leads to; an outlet left open is not in it. */
  readonly ways: ReadonlyMap<string, Step>
}

/** A checked flow, frozen and indexed. One Program serves any number of conversations. */
export interface Program {
  readonly flow: string
  readonly versionId: string
  readonly document: Flow
  readonly start: Step
  readonly steps: ReadonlyMap<string, Step>
  readonly inboundWatchers: readonly Step[]
  readonly outboundWatchers: readonly Step[]
  /** Nodes that hear a question or a wish, in the document's order. */
  readonly listeners: readonly Step[]
  /** Intents that any node of this flow listens for. */
  readonly intents: readonly string[]
  /** Flows that its nodes call. */
  readonly calls: readonly string[]
  /** Languages in which all of its texts are written. */
  readonly locales: ReadonlySet<Locale>
  /** Whether any of its nodes asks for a value. */
  readonly asks: boolean
  readonly fallback?: LocalizedText | undefined
}

/**
 * Turns a flow that `nodes/check.ts` found free of errors into a Program.
 * A draft with open outlets compiles too (rehearsals run them).
 * @throws Error when the flow has no start, or a node's type or data is unknown here.
 */
export function compile(document: Flow, versionId: string): Program {
  const steps = new Map<string, Step & { ways: Map<string, Step> }>()
  const intents = new Set<string>()
  const calls = new Set<string>()
  const roles = rolesOf(document)
  for (const node of document.nodes) {
    const known = nodeBehaviours.get(node.type)
    if (!known) throw new Error(`unknown node type "${node.type}" at node "${node.id}"`)
    const { definition, behaviour } = known
    const data = definition.data.parse(node.data)
    for (const used of definition.uses?.(data) ?? []) {
      if (used.kind === 'intent') intents.add(used.id)
      if (used.kind === 'flow') calls.add(used.id)
    }
    const key = `${document.id}/${node.id}`
    steps.set(node.id, {
      id: node.id,
      key,
      definition,
      behaviour,
      data: Object.freeze(data),
      fills: definition.fills?.(data),
      role: roles.get(node.id),
      ways: new Map(),
    })
  }
  for (const edge of document.edges) {
    const target = steps.get(edge.target)
    if (target) steps.get(edge.source)?.ways.set(edge.sourceHandle, target)
  }
  const all = [...steps.values()]
  const start = all.find((step) => step.definition.starts)
  if (!start) throw new Error(`flow "${document.id}" has no start`)
  return Object.freeze({
    flow: document.id,
    versionId,
    document,
    start,
    steps,
    inboundWatchers: all.filter((step) => step.definition.watches === 'inbound'),
    outboundWatchers: all.filter((step) => step.definition.watches === 'outbound'),
    listeners: all.filter(listens),
    intents: [...intents],
    calls: [...calls],
    locales: localesOf(all),
    asks: all.some((step) => step.fills !== undefined),
    fallback: document.fallback,
  })
}

/** Whether it hears whatever a visitor may want, rather than the answer to its own question. */
export function listens({ definition }: Step): boolean {
  return definition.hears === 'question' || definition.hears === 'wish'
}

function localesOf(all: readonly Step[]): Set<Locale> {
  const texts = all.flatMap(({ definition, data }) => definition.texts?.(data) ?? [])
  return new Set(locales.filter((locale) => texts.every((each) => speaks(each, locale))))
}

/** A plain string is said to everybody, but written in one language. Notes for colleagues may be in any. */
function speaks({ text, optional }: TextField, locale: Locale): boolean {
  if (typeof text !== 'string') return !missingLocales(text).includes(locale)
  const words = text.replace(/\{\{.*?\}\}|\{%.*?%\}/g, '')
  return Boolean(optional) || !/\p{L}/u.test(words) || /\p{Script=Han}/u.test(words) === (locale === 'zh-CN')
}
