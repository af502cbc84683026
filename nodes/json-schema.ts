import { z } from 'zod'
import { flow } from '../schemas/flow.ts'
import type { Locale } from '../schemas/text.ts'
import type { FieldText, NodeWords } from './define.ts'
import { nodeTexts, nodeTypes } from './index.ts'

type Json = { [key: string]: unknown }

/**
 * JSON Schema (draft 7) of the whole flow document, each node's `data` by its `type`, with titles and descriptions
 * in one language. The JSON view validates and completes with it; it is served at /schemas/flow-1.json.
 */
export function flowJsonSchema(locale: Locale = 'en'): Json {
  const document = asSchema(flow)
  const definitions: Json = { ...(document.definitions as Json) }
  const variants: Json[] = []
  for (const [type, definition] of nodeTypes) {
    const words = nodeTexts.get(type)?.[locale]
    const { definitions: shared, $schema: _draft, ...data } = asSchema(definition.data)
    Object.assign(definitions, shared as Json | undefined)
    if (words) describe(data, words.fields, [])
    variants.push(nodeVariant(type, definition.v, data, words))
  }
  const node = definitions.FlowNode as Json
  definitions.FlowNode = {
    ...node,
    properties: { ...(node.properties as Json), type: { type: 'string', enum: [...nodeTypes.keys()] } },
    allOf: variants,
  }
  return { ...document, $id: 'flow-1.json', definitions }
}

/** `if type is X then data is …`: editors complete the right fields and complain at the right place. */
function nodeVariant(type: string, v: number, data: Json, words: NodeWords | undefined): Json {
  return {
    if: { properties: { type: { const: type } }, required: ['type'] },
    then: { title: words?.name ?? type, description: words?.help ?? '', properties: { v: { const: v }, data } },
  }
}

function asSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { target: 'draft-7', io: 'input', unrepresentable: 'any' }) as Json
}

/** Writes field labels and hints into the schema, nested fields by their dotted path. */
function describe(part: Json, fields: Record<string, FieldText>, path: readonly string[]): void {
  const properties = part.properties as Record<string, Json> | undefined
  for (const [name, property] of Object.entries(properties ?? {})) {
    const own = [...path, name]
    const text = Object.hasOwn(fields, own.join('.')) ? fields[own.join('.')] : undefined
    const label =
      typeof text === 'string' ? { title: text } : text ? { title: text.label, ...(text.hint ? { description: text.hint } : {}) } : {}
    // draft 7 ignores what stands beside a $ref
    if (properties)
      properties[name] =
        typeof property.$ref === 'string' && text
          ? { allOf: [{ $ref: property.$ref }], ...without(property), ...label }
          : { ...property, ...label }
    describe(properties?.[name] ?? {}, fields, own)
  }
  for (const each of [part.items, ...alternatives(part)])
    if (typeof each === 'object' && each !== null) describe(each as Json, fields, path)
}

function alternatives(part: Json): unknown[] {
  return [part.anyOf, part.oneOf].flatMap((each) => (Array.isArray(each) ? each : []))
}

function without({ $ref: _reference, ...rest }: Json): Json {
  return rest
}
