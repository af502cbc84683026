import { useForm } from './context.ts'
import { FieldOf } from './fields/index.tsx'
import { type Field, isShown, valueOf } from './from-schema.ts'
import type { FieldPath } from './set-field.ts'

/** The fields of an object that are to be seen now. */
export function Fields({ fields, holder, path }: { fields: readonly Field[]; holder: Readonly<Record<string, unknown>>; path: FieldPath }) {
  const { node } = useForm()
  return fields
    .filter((field) => isShown(field, holder, fields))
    .map((field) => <FieldOf key={`${node.id}/${field.key}`} field={field} value={valueOf(field, holder)} path={[...path, field.key]} />)
}
