import { z } from 'zod'
import type { NodeDefinition } from '../../nodes/define.ts'

/** The kinds of field a form can draw; `nodes/define.ts` says what each is for. */
export const fieldKinds = [
  'localized',
  'line',
  'text',
  'wordings',
  'words',
  'slot',
  'entity-type',
  'condition',
  'pattern',
  'intents',
  'offers',
  'tags',
  'flow',
  'minutes',
  'number',
  'percent',
  'switch',
  'select',
  'choices',
  'rows',
  'variant',
  'id',
] as const
export type FieldKind = (typeof fieldKinds)[number]

/** One field of a form, read from the node type's schema. */
export interface Field {
  key: string
  kind: FieldKind
  /** Where its label stands in the node's text: `choices.label`. */
  text: string
  required: boolean
  /** What holds while the document says nothing. */
  fallback?: unknown
  /** Shown only while a field beside it has one of these values. */
  when?: { field: string; is: readonly unknown[] }
  options?: readonly string[]
  least?: number
  most?: number
  whole?: boolean
  maxLength?: number
  maxItems?: number
  /** Fields of a row. */
  fields?: readonly Field[]
  /** Kinds of a variant, each with its fields. */
  variants?: readonly { kind: string; fields: readonly Field[] }[]
}

interface Shape {
  $ref?: string
  $defs?: Record<string, Shape>
  type?: string
  field?: string
  when?: Field['when']
  default?: unknown
  const?: unknown
  enum?: unknown[]
  minimum?: number
  maximum?: number
  maxLength?: number
  maxItems?: number
  items?: Shape
  properties?: Record<string, Shape>
  required?: string[]
  anyOf?: Shape[]
  oneOf?: Shape[]
}

const known = new WeakMap<NodeDefinition, readonly Field[]>()

/** The fields of a node type's form, in the order of its schema. */
export function fieldsOf(definition: NodeDefinition): readonly Field[] {
  const before = known.get(definition)
  if (before) return before
  const root = z.toJSONSchema(definition.data, { io: 'input', unrepresentable: 'any' }) as Shape
  const fields = objectFields(root, root, '')
  known.set(definition, fields)
  return fields
}

function objectFields(shape: Shape, root: Shape, prefix: string): Field[] {
  const required = new Set(shape.required)
  return Object.entries(shape.properties ?? {}).map(([key, property]) =>
    readField(key, resolve(property, root), root, prefix, required.has(key)),
  )
}

function readField(key: string, shape: Shape, root: Shape, prefix: string, required: boolean): Field {
  const text = prefix + key
  const options = shape.enum?.filter((each) => typeof each === 'string')
  return {
    key,
    kind: kindOf(shape),
    text,
    required,
    ...(shape.default === undefined ? {} : { fallback: shape.default }),
    ...(shape.when ? { when: shape.when } : {}),
    ...(options?.length ? { options } : {}),
    ...(shape.minimum === undefined || shape.minimum < -1e15 ? {} : { least: shape.minimum }),
    ...(shape.maximum === undefined || shape.maximum > 1e15 ? {} : { most: shape.maximum }),
    ...(shape.type === 'integer' ? { whole: true } : {}),
    ...(shape.maxLength === undefined ? {} : { maxLength: shape.maxLength }),
    ...(shape.maxItems === undefined ? {} : { maxItems: shape.maxItems }),
    ...rowsOf(shape, root, `${text}.`),
  }
}

function rowsOf(shape: Shape, root: Shape, prefix: string): Pick<Field, 'fields' | 'variants'> {
  if (shape.field === 'variant')
    return {
      variants: (shape.oneOf ?? shape.anyOf ?? []).map((each) => {
        const variant = resolve(each, root)
        const fields = objectFields({ ...variant, properties: withoutKind(variant.properties) }, root, prefix)
        return { kind: String(variant.properties?.kind?.const ?? ''), fields }
      }),
    }
  const items = shape.items && resolve(shape.items, root)
  return items?.properties ? { fields: objectFields(items, root, prefix) } : {}
}

function withoutKind(properties: Shape['properties'] = {}): Record<string, Shape> {
  const { kind: _kind, ...others } = properties
  return others
}

/** A shape with what its reference says; what stands beside the reference wins. */
function resolve(shape: Shape, root: Shape): Shape {
  const name = shape.$ref?.split('/').at(-1)
  const target = name === undefined ? undefined : root.$defs?.[name]
  if (!target) return shape
  const { $ref: _reference, ...beside } = shape
  return { ...resolve(target, root), ...beside }
}

/** The kind that the schema names, else what its type suggests. */
function kindOf(shape: Shape): FieldKind {
  const named = fieldKinds.find((kind) => kind === shape.field)
  if (named) return named
  if (shape.enum) return 'select'
  if (shape.type === 'boolean') return 'switch'
  if (shape.type === 'number' || shape.type === 'integer') return 'number'
  if (shape.type === 'array') return shape.items?.properties ? 'rows' : 'words'
  return 'line'
}

/** True when the field is to be seen, given the values beside it. */
export function isShown(field: Field, beside: Readonly<Record<string, unknown>>, fields: readonly Field[]): boolean {
  if (field.kind === 'id') return false
  const { when } = field
  if (!when) return true
  const other = fields.find((each) => each.key === when.field)
  return when.is.includes(beside[when.field] ?? other?.fallback)
}

/** The value a field shows: the document's, else its fallback. */
export function valueOf(field: Field, holder: Readonly<Record<string, unknown>>): unknown {
  return Object.hasOwn(holder, field.key) ? holder[field.key] : field.fallback
}

/** What a new row holds. `firstSlot` is a variable the flow has; `newId` makes the stable id. */
export function blankRow(fields: readonly Field[], surroundings: { firstSlot: string; newId: () => string }): Record<string, unknown> {
  const row: Record<string, unknown> = {}
  for (const field of fields) {
    const value = blankValue(field, surroundings)
    if (value !== undefined) row[field.key] = value
  }
  return row
}

function blankValue(field: Field, surroundings: { firstSlot: string; newId: () => string }): unknown {
  if (field.kind === 'id') return surroundings.newId()
  if (!field.required) return undefined
  const made: { [kind in FieldKind]?: () => unknown } = {
    localized: () => '',
    slot: () => surroundings.firstSlot,
    select: () => field.options?.[0] ?? '',
    switch: () => false,
    number: () => field.least ?? 0,
    minutes: () => 0,
    percent: () => 0,
    condition: () => ({ value: { from: 'slot', name: surroundings.firstSlot }, operator: 'equals', operand: '' }),
    variant: () => variantOf(field, field.variants?.[0]?.kind ?? '', surroundings),
  }
  const lists: readonly FieldKind[] = ['wordings', 'words', 'tags', 'intents', 'offers', 'choices', 'rows']
  return lists.includes(field.kind) ? [] : (made[field.kind]?.() ?? '')
}

/** A fresh value of one of a variant's kinds. */
export function variantOf(field: Field, kind: string, surroundings: { firstSlot: string; newId: () => string }): Record<string, unknown> {
  const variant = field.variants?.find((each) => each.kind === kind)
  return { kind, ...blankRow(variant?.fields ?? [], surroundings) }
}
