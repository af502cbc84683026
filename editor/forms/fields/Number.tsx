import { NumberInput } from '@mantine/core'
import { useId } from 'react'
import { useWords } from '../../i18n/index.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import { Frame } from '../Frame.tsx'
import { words } from '../words.ts'

/** A number, minutes, or a share shown as a percentage. */
export function NumberField({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const id = useId()
  const { label, hint } = textOf(form.words, field)
  const scale = field.kind === 'percent' ? 100 : 1
  const suffix = field.kind === 'percent' ? ' %' : field.kind === 'minutes' ? say('suffixMinutes') : ''
  const round = field.whole || field.kind !== 'number'
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <NumberInput
        id={id}
        value={typeof value === 'number' ? Math.round(value * scale * 1_000) / 1_000 : ''}
        suffix={suffix}
        allowDecimal={!round}
        clampBehavior="blur"
        {...(field.least === undefined ? {} : { min: field.least * scale })}
        {...(field.most === undefined ? {} : { max: field.most * scale })}
        step={field.kind === 'percent' ? 5 : 1}
        disabled={form.readOnly}
        onChange={(next) => {
          const number = typeof next === 'number' ? next / scale : undefined
          if (number !== undefined && number !== value) form.set(path, number, true)
          else if (next === '' && !field.required && value !== undefined) form.set(path, undefined)
        }}
      />
    </Frame>
  )
}
