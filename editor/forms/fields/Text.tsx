import { Textarea, TextInput } from '@mantine/core'
import { useId } from 'react'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import styles from '../Form.module.css'
import { Frame } from '../Frame.tsx'

/** One plain line. */
export function LineField(props: FieldProps) {
  return <Plain {...props} />
}

/** A pattern for the whole of a text, in letters of one width. */
export function PatternField(props: FieldProps) {
  return <Plain {...props} code />
}

function Plain({ field, value, path, code = false }: FieldProps & { code?: boolean }) {
  const form = useForm()
  const id = useId()
  const { label, hint, placeholder } = textOf(form.words, field)
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <TextInput
        id={id}
        value={typeof value === 'string' ? value : ''}
        placeholder={placeholder ?? ''}
        disabled={form.readOnly}
        spellCheck={false}
        classNames={code ? { input: styles.code ?? '' } : {}}
        onChange={({ currentTarget }) =>
          form.set(path, textOrNothing(field.required || field.fallback !== undefined, currentTarget.value), true)
        }
      />
    </Frame>
  )
}

/** Several plain lines. */
export function TextField({ field, value, path }: FieldProps) {
  const form = useForm()
  const id = useId()
  const { label, hint, placeholder } = textOf(form.words, field)
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <Textarea
        id={id}
        autosize
        minRows={2}
        maxRows={14}
        value={typeof value === 'string' ? value : ''}
        placeholder={placeholder ?? ''}
        disabled={form.readOnly}
        onChange={({ currentTarget }) =>
          form.set(path, textOrNothing(field.required || field.fallback !== undefined, currentTarget.value), true)
        }
      />
    </Frame>
  )
}

function textOrNothing(keep: boolean, text: string): string | undefined {
  return text === '' && !keep ? undefined : text
}
