import { Select } from '@mantine/core'
import { useId } from 'react'
import { entityTypeWords } from '../../../nodes/words.ts'
import { entityTypes } from '../../../schemas/perception.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import { Frame } from '../Frame.tsx'

/** One of a few. */
export function SelectField({ field, value, path }: FieldProps) {
  const form = useForm()
  const { options = {} } = textOf(form.words, field)
  return (
    <Chosen
      field={field}
      value={value}
      path={path}
      data={(field.options ?? []).map((each) => ({ value: each, label: options[each] ?? each }))}
    />
  )
}

/** What kind of value is wanted. */
export function EntityTypeField({ field, value, path }: FieldProps) {
  const { locale } = useForm()
  return (
    <Chosen
      field={field}
      value={value}
      path={path}
      data={entityTypes.map((each) => ({ value: each, label: entityTypeWords[locale][each] }))}
    />
  )
}

function Chosen({ field, value, path, data }: FieldProps & { data: { value: string; label: string }[] }) {
  const form = useForm()
  const id = useId()
  const { label, hint } = textOf(form.words, field)
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <Select
        id={id}
        data={data}
        value={typeof value === 'string' ? value : null}
        allowDeselect={false}
        searchable={data.length > 8}
        disabled={form.readOnly}
        onChange={(next) => next !== null && form.set(path, next)}
      />
    </Frame>
  )
}
