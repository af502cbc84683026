import { ask } from './ask/node.ts'
import { askText } from './ask/text.ts'
import type { NodeDefinition, NodeWords } from './define.ts'
import { end } from './end/node.ts'
import { endText } from './end/text.ts'
import { escalate } from './escalate/node.ts'
import { escalateText } from './escalate/text.ts'
import { intent } from './intent/node.ts'
import { intentText } from './intent/text.ts'
import { message } from './message/node.ts'
import { messageText } from './message/text.ts'
import { shopAction } from './shop-action/node.ts'
import { shopActionText } from './shop-action/text.ts'
import { start } from './start/node.ts'
import { startText } from './start/text.ts'
import type { Locale } from '../schemas/text.ts'

type Words = { [locale in Locale]: NodeWords }

/** Every node type, in the order of the palette. Browser and server load it; behaviours stand in behaviours.ts. */
const registry: readonly (readonly [NodeDefinition, Words])[] = [
  [start, startText],
  [message, messageText],
  [ask, askText],
  [intent, intentText],
  [shopAction, shopActionText],
  [escalate, escalateText],
  [end, endText],
]

export const nodeTypes: ReadonlyMap<string, NodeDefinition> = new Map(registry.map(([definition]) => [definition.type, definition]))
export const nodeTexts: ReadonlyMap<string, Words> = new Map(registry.map(([definition, words]) => [definition.type, words]))
