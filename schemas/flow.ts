import { z } from 'zod'
import { id, slotName } from './name.ts'
import { entityType } from './perception.ts'
import { localizedText } from './text.ts'

/** Version of the document's own shape; a node's shape has its `v`, a conversation's state its own. */
export const flowFormat = 1
export const maxNodes = 2_000
export const maxEdges = 5_000

export const flowNode = z
  .object({
    id,
    type: z.string().min(1).max(64),
    /** Version of the node type's data. */
    v: z.int().min(1),
    /** What operators call this card; absent = the type's name. */
    name: localizedText.optional(),
    /** Checked by the node type's own schema (`nodes/check.ts`). */
    data: z.record(z.string(), z.unknown()),
  })
  .strict()
  .meta({ id: 'FlowNode' })
export type FlowNode = z.infer<typeof flowNode>

/** A way out of one node into another: from an outlet (`sourceHandle`) to the single inlet of `target`. */
export const flowEdge = z.object({ id, source: id, sourceHandle: id, target: id }).strict().meta({ id: 'FlowEdge' })
export type FlowEdge = z.infer<typeof flowEdge>

export const flowSlot = z
  .object({ name: slotName, type: entityType.default('text'), label: localizedText.optional() })
  .strict()
  .meta({ id: 'FlowSlot' })

export const position = z.object({ x: z.number().min(-1e6).max(1e6), y: z.number().min(-1e6).max(1e6) }).strict()
export type Position = z.infer<typeof position>

/** The flow document, format 1. Positions stand apart: moving a card changes no behaviour. */
export const flow = z
  .object({
    format: z.literal(flowFormat),
    id,
    name: localizedText,
    slots: z.array(flowSlot).max(500).default([]),
    nodes: z.array(flowNode).max(maxNodes),
    edges: z.array(flowEdge).max(maxEdges),
    layout: z.record(id, position).default({}),
    /** Said when a node fails and no outlet takes over; the conversation then goes to the queue. */
    fallback: localizedText.optional(),
  })
  .strict()
  .meta({ id: 'Flow', title: 'Floorwalker flow' })
export type Flow = z.infer<typeof flow>
