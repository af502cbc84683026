import type { Locale } from '../schemas/text.ts'
import { ask } from './ask/node.ts'
import { askText } from './ask/text.ts'
import { condition } from './condition/node.ts'
import { conditionNodeText } from './condition/text.ts'
import type { NodeDefinition, NodeWords } from './define.ts'
import { end } from './end/node.ts'
import { endText } from './end/text.ts'
import { escalate } from './escalate/node.ts'
import { escalateText } from './escalate/text.ts'
import { intent } from './intent/node.ts'
import { intentText } from './intent/text.ts'
import { knowledge } from './knowledge/node.ts'
import { knowledgeText } from './knowledge/text.ts'
import { message } from './message/node.ts'
import { messageText } from './message/text.ts'
import { promotion } from './promotion/node.ts'
import { promotionText } from './promotion/text.ts'
import { qaRule } from './qa-rule/node.ts'
import { qaRuleText } from './qa-rule/text.ts'
import { set } from './set/node.ts'
import { setText } from './set/text.ts'
import { shopAction } from './shop-action/node.ts'
import { shopActionText } from './shop-action/text.ts'
import { start } from './start/node.ts'
import { startText } from './start/text.ts'
import { subflow } from './subflow/node.ts'
import { subflowText } from './subflow/text.ts'
import { watchIntent } from './watch-intent/node.ts'
import { watchIntentText } from './watch-intent/text.ts'
import { watchMood } from './watch-mood/node.ts'
import { watchMoodText } from './watch-mood/text.ts'

type Words = { [locale in Locale]: NodeWords }

/** Every node type, in the order of the palette. Browser and server load it; behaviours stand in behaviours.ts. */
const registry: readonly (readonly [NodeDefinition, Words])[] = [
  [start, startText],
  [message, messageText],
  [ask, askText],
  [end, endText],
  [intent, intentText],
  [watchIntent, watchIntentText],
  [watchMood, watchMoodText],
  [knowledge, knowledgeText],
  [shopAction, shopActionText],
  [promotion, promotionText],
  [escalate, escalateText],
  [qaRule, qaRuleText],
  [condition, conditionNodeText],
  [set, setText],
  [subflow, subflowText],
]

export const nodeTypes: ReadonlyMap<string, NodeDefinition> = new Map(registry.map(([definition]) => [definition.type, definition]))
export const nodeTexts: ReadonlyMap<string, Words> = new Map(registry.map(([definition, words]) => [definition.type, words]))
