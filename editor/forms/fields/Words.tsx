import { TagsInput } from '@mantine/core'
import { useId } from 'react'
import { useWords } from '../../i18n/index.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import { Frame } from '../Frame.tsx'
import { words } from '../words.ts'

/** Short words as chips; a pasted list is taken apart. */
export function WordsField({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const id = useId()
  const { label, hint, placeholder } = textOf(form.words, field)
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <TagsInput
        id={id}
        value={textsOf(value)}
        placeholder={placeholder ?? say('addWord')}
        splitChars={[',', '，', '、', ';', '；', '\n']}
        acceptValueOnBlur
        disabled={form.readOnly}
        {...(field.maxItems === undefined ? {} : { maxTags: field.maxItems })}
        onChange={(next) => form.set(path, next)}
      />
    </Frame>
  )
}

/** The texts of a list that may hold anything. */
export function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
}
