import type { CardLine } from '../../nodes/define.ts'
import { outletsOf } from '../../nodes/outlets.ts'
import { cardWords, openLabel, outletLabel } from '../../nodes/words.ts'
import type { FlowEdge, FlowNode } from '../../schemas/flow.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { nodeTypeOf } from './node-types.ts'

/** A way out of a card in the words of one language. */
export interface CardOutlet {
  id: string
  label: string
  /** What happens when it leads nowhere; absent when it must lead somewhere. */
  open?: string
  may: boolean
  /** An edge leaves from it although the card no longer has it. */
  gone?: boolean
}

/** What the operator calls the card, else the name of its type. */
export function titleOf(node: FlowNode, locale: Locale): string {
  return textIn(node.name, locale) || nodeTypeOf(node.type)?.words[locale].name || node.type
}

/** Every outlet of a node, those the operator made first; and those that edges still leave from although they are gone. */
export function cardOutlets(node: FlowNode, locale: Locale, leaving: readonly Pick<FlowEdge, 'sourceHandle'>[] = []): CardOutlet[] {
  const type = nodeTypeOf(node.type)
  const outlets = type ? attempt(() => outletsOf(type.definition, dataOf(node)), []) : []
  const known: CardOutlet[] = outlets.map(({ id, need, label }) => {
    if (label !== undefined || !type) return { id, may: need === 'may', label: textIn(label, locale) || '…' }
    const open = openLabel(type.words[locale], id)
    return { id, may: need === 'may', label: outletLabel(type.words[locale], id, dataOf(node)), ...(open === undefined ? {} : { open }) }
  })
  const gone = new Set(leaving.map((edge) => edge.sourceHandle).filter((id) => !known.some((outlet) => outlet.id === id)))
  return [...known, ...[...gone].map((id): CardOutlet => ({ id, label: id, may: false, gone: true }))]
}

/** What the card says below its title; nothing while its data is half written. */
export function cardLines(node: FlowNode, locale: Locale): CardLine[] {
  const type = nodeTypeOf(node.type)
  if (!type?.definition.summary) return []
  const { definition, words } = type
  return attempt(() => definition.summary?.(dataOf(node), cardWords(words[locale], locale)) ?? [], [])
}

const read = new WeakMap<FlowNode, Record<string, unknown>>()

/** The node's data with its defaults filled in; as it stands when it does not fit its schema. */
export function dataOf(node: FlowNode): Record<string, unknown> {
  const known = read.get(node)
  if (known) return known
  const parsed = nodeTypeOf(node.type)?.definition.data.safeParse(node.data)
  const data = parsed?.success ? parsed.data : node.data
  read.set(node, data)
  return data
}

/** Half-written data may be of any shape: a card then shows less instead of failing. */
function attempt<T>(make: () => T, otherwise: T): T {
  try {
    return make()
  } catch {
    return otherwise
  }
}
