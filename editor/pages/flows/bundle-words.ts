import { z } from 'zod'
import { flow } from '../../../schemas/flow.ts'
import type { Problem } from '../../../schemas/problem.ts'
import { type Locale, localizedText, textIn } from '../../../schemas/text.ts'
import { titleOf } from '../../canvas/card-words.ts'

const named = z.object({ flows: z.array(z.object({ id: z.string(), name: localizedText }).catch({ id: '', name: '' })) })
const carded = z.object({ flows: z.array(z.object({ nodes: flow.shape.nodes }).catch({ nodes: [] })) })

/** What a flow of a bundle is called; its id when the file does not say. */
export function flowNameIn(bundle: unknown, id: string, locale: Locale): string {
  const found = named.safeParse(bundle).data?.flows.find((each) => each.id === id)
  return textIn(found?.name, locale) || id
}

/** Where in a bundle a problem is, in the operator's words; its path when the file is too broken to tell. */
export function placeInBundle(bundle: unknown, problem: Problem, locale: Locale): string {
  const [, flowAt, nodeAt] = /^\/flows\/(\d+)(?:\/nodes\/(\d+))?/.exec(problem.path) ?? []
  if (flowAt === undefined) return problem.path
  const name = textIn(named.safeParse(bundle).data?.flows[Number(flowAt)]?.name, locale)
  const node = nodeAt === undefined ? undefined : carded.safeParse(bundle).data?.flows[Number(flowAt)]?.nodes[Number(nodeAt)]
  if (!name || (nodeAt !== undefined && !node)) return problem.path
  return node ? `${name} · ${titleOf(node, locale)}` : name
}
