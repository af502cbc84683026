import { useId } from 'react'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import { Frame } from '../Frame.tsx'
import { SlotSelect } from './SlotSelect.tsx'

/** The name of a variable. */
export function SlotField({ field, value, path }: FieldProps) {
  const form = useForm()
  const id = useId()
  const { label, hint } = textOf(form.words, field)
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <SlotSelect
        id={id}
        value={typeof value === 'string' ? value : ''}
        path={path}
        optional={!field.required && field.fallback === undefined}
      />
    </Frame>
  )
}
