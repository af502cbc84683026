import type { NodeDefinition, NodeWords } from '../../nodes/define.ts'
import { nodeTexts, nodeTypes } from '../../nodes/index.ts'
import type { Locale } from '../../schemas/text.ts'

/** A node type with its words. */
export interface NodeType {
  definition: NodeDefinition
  words: { [locale in Locale]: NodeWords }
}

const known = new Map<string, NodeType>()
for (const [type, definition] of nodeTypes) {
  const words = nodeTexts.get(type)
  if (words) known.set(type, { definition, words })
}

/** The node type of that name; undefined for documents from a newer version. */
export const nodeTypeOf = (type: string): NodeType | undefined => known.get(type)

/** Every node type, in the order of the palette. */
export const allNodeTypes: readonly NodeType[] = [...known.values()]
