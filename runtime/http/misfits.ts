/** A value that is right but for one mistake, and where the mistake is (JSON Pointer). */
export interface Misfit {
  what: string
  path: string
  value: unknown
}

/** The parts of JSON Schema that this walks over. */
interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  type?: string
  properties?: Record<string, Schema>
  required?: string[]
  additionalProperties?: boolean | Schema
  items?: Schema
  prefixItems?: Schema[]
  anyOf?: Schema[]
  oneOf?: Schema[]
  const?: unknown
  enum?: unknown[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  minItems?: number
  maxItems?: number
}

/**
 * Every way to make `right` wrong in one place that its JSON Schema knows of: a missing field, a surplus one, another
 * type, a text too long, a member of no list, a number out of bounds. For tests of what refuses them.
 */
export function* misfits(root: Schema, right: unknown): Generator<Misfit> {
  yield* misfitsAt(root, right, '', (value) => value, root)
}

type Put = (value: unknown) => unknown

function* misfitsAt(given: Schema, right: unknown, path: string, put: Put, root: Schema): Generator<Misfit> {
  const schema = resolved(given, right, root)
  const make = (what: string, value: unknown, at = path): Misfit => ({ what, path: at, value: put(value) })
  const types = typesOf(resolvedReference(given, root), root)
  if (types.size > 0)
    for (const [type, value] of wrongTypes) if (!types.has(type)) yield make(`${type} instead of ${[...types].join(' or ')}`, value)
  if (isRecord(right)) yield* objectMisfits(schema, right, path, put, root)
  else if (Array.isArray(right)) yield* arrayMisfits(schema, right, path, put, root)
  else if (typeof right === 'string') yield* textMisfits(schema, make)
  else if (typeof right === 'number') yield* numberMisfits(schema, make)
}

function* objectMisfits(schema: Schema, right: Record<string, unknown>, path: string, put: Put, root: Schema): Generator<Misfit> {
  for (const name of schema.required ?? []) {
    const { [name]: _gone, ...rest } = right
    yield { what: 'a missing field', path: `${path}/${name}`, value: put(rest) }
  }
  if (schema.additionalProperties === false)
    for (const name of ['surplus', 'toString', 'role', '$where'].filter((each) => !Object.hasOwn(schema.properties ?? {}, each)))
      yield { what: 'a surplus field', path: `${path}/${name}`, value: put({ ...right, [name]: 'owner' }) }
  for (const [name, part] of Object.entries(right)) {
    const known = schema.properties?.[name] ?? (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined)
    if (known) yield* misfitsAt(known, part, `${path}/${name}`, (value) => put({ ...right, [name]: value }), root)
  }
}

function* arrayMisfits(schema: Schema, right: unknown[], path: string, put: Put, root: Schema): Generator<Misfit> {
  // of a tuple, the first missing member is named
  if (schema.minItems) yield { what: 'too few', path: schema.prefixItems ? `${path}/0` : path, value: put([]) }
  if (schema.maxItems !== undefined && schema.maxItems <= 500)
    yield { what: 'too many', path, value: put(Array(schema.maxItems + 1).fill(right[0])) }
  for (const [index, part] of right.entries()) {
    const known = schema.prefixItems?.[index] ?? schema.items
    if (known) yield* misfitsAt(known, part, `${path}/${index}`, (value) => put(right.with(index, value)), root)
  }
}

function* textMisfits(schema: Schema, make: (what: string, value: unknown) => Misfit): Generator<Misfit> {
  if (schema.maxLength !== undefined && schema.maxLength <= 4_000) yield make('a text too long', 'x'.repeat(schema.maxLength + 1))
  if (schema.minLength) yield make('a text too short', '')
  if (schema.enum || schema.const !== undefined) yield make('a member of no list', 'no-such-member')
  else if (schema.pattern !== undefined || schema.format !== undefined) yield make('a malformed text', '<\u0000>')
}

function* numberMisfits(schema: Schema, make: (what: string, value: unknown) => Misfit): Generator<Misfit> {
  if (schema.type === 'integer') yield make('a fraction', 0.5)
  if (schema.minimum !== undefined) yield make('too little', schema.minimum - 1)
  if (schema.maximum !== undefined) yield make('too much', schema.maximum + 1)
}

const wrongTypes: [string, unknown][] = [
  ['null', null],
  ['boolean', true],
  ['number', 42],
  ['string', '<script>'],
  ['array', []],
  ['object', {}],
]

/** The schema itself, or the branch of a union that the right value is of. */
function resolved(given: Schema, right: unknown, root: Schema): Schema {
  const schema = resolvedReference(given, root)
  const branches = schema.anyOf ?? schema.oneOf
  const branch = branches?.map((each) => resolvedReference(each, root)).find((each) => fits(each, right))
  return branch ? resolved(branch, right, root) : schema
}

function fits(schema: Schema, right: unknown): boolean {
  if (schema.const !== undefined) return schema.const === right
  if (!isRecord(right)) return schema.type === (Array.isArray(right) ? 'array' : typeof right)
  const tagged = Object.entries(schema.properties ?? {}).filter(([, part]) => part.const !== undefined)
  return schema.type === 'object' && tagged.every(([name, part]) => right[name] === part.const)
}

/** Types that a place takes; empty when it takes anything. */
function typesOf(schema: Schema, root: Schema): Set<string> {
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) return new Set(branches.flatMap((each) => [...typesOf(resolvedReference(each, root), root)]))
  const type = schema.type ?? (schema.const === undefined ? undefined : typeof schema.const)
  return new Set(type === undefined ? [] : [type === 'integer' ? 'number' : type])
}

function resolvedReference(schema: Schema, root: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const found = root.$defs?.[schema.$ref.replace('#/$defs/', '')]
  return found ? resolvedReference(found, root) : schema
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
