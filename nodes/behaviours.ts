import ask from './ask/run.ts'
import type { NodeBehaviour, NodeDefinition } from './define.ts'
import end from './end/run.ts'
import escalate from './escalate/run.ts'
import intent from './intent/run.ts'
import message from './message/run.ts'
import shopAction from './shop-action/run.ts'
import start from './start/run.ts'

const all = [start, message, ask, intent, shopAction, escalate, end] as const

interface Known {
  definition: NodeDefinition
  behaviour: NodeBehaviour
}

/** Node type → its definition and what it does. Server only. */
export const nodeBehaviours: ReadonlyMap<string, Known> = new Map(all.map((each): [string, Known] => [each.definition.type, each]))
