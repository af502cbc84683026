import type { Edge, Node } from '@xyflow/react'
import type { z } from 'zod'
import type { traceStep } from '../../schemas/api/preview.ts'
import type { Flow, FlowNode } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import type { Locale } from '../../schemas/text.ts'
import { cardOutlets, titleOf } from './card-words.ts'
import { nodeTypeOf } from './node-types.ts'

export type TraceStep = z.infer<typeof traceStep>

/** All a card is drawn from; a card whose data are the same objects as before is not drawn again. */
export type CardData = {
  node: FlowNode
  locale: Locale
  /** Ids of the outlets that lead somewhere, joined by a space. */
  connected: string
  /** Ids of the outlets the test left by. */
  left: string
  hasIncoming: boolean
  problem: Problem | undefined
  /** Position on the path of the test, from 1. */
  step: number | undefined
  readOnly: boolean
  unfolded: boolean
}
export type CardNode = Node<CardData, 'card'>

export type WireData = { lit: boolean; readOnly: boolean; hovered: boolean }
export type WireEdge = Edge<WireData, 'wire'>

/** What the canvas shows besides the document. */
export interface View {
  locale: Locale
  selected: readonly string[]
  selectedEdges: readonly string[]
  hoveredEdge: string | null
  unfolded: ReadonlySet<string>
  problems: readonly Problem[]
  path: readonly TraceStep[]
  readOnly: boolean
}

/** The cards of a flow for the canvas; a card that did not change keeps its object, and what was measured of it. */
export function cardsOf(
  before: readonly CardNode[],
  flow: Flow,
  view: View,
  labelOf: (title: string, type: string, problem?: Problem) => string,
): CardNode[] {
  const known = new Map(before.map((card) => [card.id, card]))
  const selected = new Set(view.selected)
  const steps = stepsOf(flow, view.path)
  const problems = firstProblems(view.problems)
  const leaving = group(flow.edges, (edge) => edge.source)
  const incoming = new Set(flow.edges.map((edge) => edge.target))
  return flow.nodes.map((node): CardNode => {
    const old = known.get(node.id)
    const data: CardData = {
      node,
      locale: view.locale,
      connected: (leaving.get(node.id) ?? []).map((edge) => edge.sourceHandle).join(' '),
      left: steps.left.get(node.id) ?? '',
      hasIncoming: incoming.has(node.id),
      problem: problems.get(node.id),
      step: steps.numbers.get(node.id),
      readOnly: view.readOnly,
      unfolded: view.unfolded.has(node.id),
    }
    const at = flow.layout[node.id] ?? { x: 0, y: 0 }
    const sameData = old !== undefined && sameFields(old.data, data)
    const samePlace = old !== undefined && (old.dragging || (old.position.x === at.x && old.position.y === at.y))
    const isSelected = selected.has(node.id)
    if (sameData && samePlace && old.selected === isSelected) return old
    const type = nodeTypeOf(node.type)
    return {
      ...old,
      id: node.id,
      type: 'card',
      position: old?.dragging ? old.position : at,
      data: sameData ? old.data : data,
      selected: isSelected,
      ariaLabel: labelOf(titleOf(node, view.locale), type?.words[view.locale].name ?? node.type, data.problem),
    }
  })
}

/** The edges of a flow for the canvas; unchanged ones keep their object. Edges into cards that are gone are left out. */
export function wiresOf(
  before: readonly WireEdge[],
  flow: Flow,
  view: View,
  labelOf: (source: string, outlet: string, target: string) => string,
): WireEdge[] {
  const known = new Map(before.map((wire) => [wire.id, wire]))
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]))
  const selected = new Set(view.selectedEdges)
  const { left } = stepsOf(flow, view.path)
  const wires = flow.edges.flatMap((edge): WireEdge[] => {
    const source = nodes.get(edge.source)
    const target = nodes.get(edge.target)
    if (!source || !target) return []
    const old = known.get(edge.id)
    const lit = (left.get(edge.source) ?? '').split(' ').includes(edge.sourceHandle)
    const data: WireData = { lit, readOnly: view.readOnly, hovered: view.hoveredEdge === edge.id }
    const isSelected = selected.has(edge.id)
    const same = old && old.source === edge.source && old.sourceHandle === edge.sourceHandle && old.target === edge.target
    if (same && old.selected === isSelected && old.data && sameFields(old.data, data)) return [old]
    const outlet = cardOutlets(source, view.locale, [edge]).find((each) => each.id === edge.sourceHandle)?.label ?? edge.sourceHandle
    return [
      {
        ...edge,
        type: 'wire',
        data,
        selected: isSelected,
        ariaLabel: labelOf(titleOf(source, view.locale), outlet, titleOf(target, view.locale)),
      },
    ]
  })
  // drawn last = on top of the others, yet below the cards
  const onTop = (wire: WireEdge) => Number(wire.data?.lit) + 2 * Number(wire.data?.hovered || wire.selected)
  return wires.sort((a, b) => onTop(a) - onTop(b))
}

/** Which cards the test passed, in what order, and by which outlets it left them. */
function stepsOf(flow: Flow, path: readonly TraceStep[]): { numbers: Map<string, number>; left: Map<string, string> } {
  const numbers = new Map<string, number>()
  const left = new Map<string, string>()
  for (const step of path) {
    if (step.flow !== flow.id || step.did === 'inspected') continue
    if (!numbers.has(step.node)) numbers.set(step.node, numbers.size + 1)
    if (step.outlet) left.set(step.node, [left.get(step.node), step.outlet].filter(Boolean).join(' '))
  }
  return { numbers, left }
}

/** The most serious problem of each card. */
function firstProblems(problems: readonly Problem[]): Map<string, Problem> {
  const first = new Map<string, Problem>()
  for (const problem of problems) {
    if (!problem.nodeId) continue
    const known = first.get(problem.nodeId)
    if (!known || (known.severity === 'warning' && problem.severity === 'error')) first.set(problem.nodeId, problem)
  }
  return first
}

function group<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const members = groups.get(keyOf(item))
    if (members) members.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

function sameFields<T extends object>(a: T, b: T): boolean {
  return (Object.keys(b) as (keyof T)[]).every((key) => a[key] === b[key])
}
