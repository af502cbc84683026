import ask from './ask/run.ts'
import condition from './condition/run.ts'
import type { NodeBehaviour, NodeDefinition } from './define.ts'
import end from './end/run.ts'
import escalate from './escalate/run.ts'
import intent from './intent/run.ts'
import knowledge from './knowledge/run.ts'
import message from './message/run.ts'
import promotion from './promotion/run.ts'
import qaRule from './qa-rule/run.ts'
import set from './set/run.ts'
import shopAction from './shop-action/run.ts'
import start from './start/run.ts'
import subflow from './subflow/run.ts'
import watchIntent from './watch-intent/run.ts'
import watchMood from './watch-mood/run.ts'

const all = [
  start,
  message,
  ask,
  end,
  intent,
  watchIntent,
  knowledge,
  shopAction,
  promotion,
  escalate,
  qaRule,
  condition,
  set,
  subflow,
  watchMood,
] as const

interface Known {
  definition: NodeDefinition
  behaviour: NodeBehaviour
}

/** Node type → its definition and what it does. Server only. */
export const nodeBehaviours: ReadonlyMap<string, Known> = new Map(all.map((each): [string, Known] => [each.definition.type, each]))
