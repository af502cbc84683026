import { type FieldsProps, useForm } from './context.ts'
import { FieldOf } from './fields/index.tsx'
import { isShown, valueOf } from './from-schema.ts'

/** The fields of an object that are to be seen now. */
export function Fields({ fields, holder, path }: FieldsProps) {
  const { node } = useForm()
  return fields
    .filter((field) => isShown(field, holder, fields))
    .map((field) => <FieldOf key={`${node.id}/${field.key}`} field={field} value={valueOf(field, holder)} path={[...path, field.key]} />)
}
