import { useId } from 'react'
import { localizedText } from '../../../schemas/text.ts'
import { useWords } from '../../i18n/index.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import styles from '../Form.module.css'
import { Frame } from '../Frame.tsx'
import { words } from '../words.ts'
import { LocalizedTextInput } from './LocalizedText.tsx'

/** A text that visitors see, in both languages. */
export function LocalizedField({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const { label, hint } = textOf(form.words, field)
  const groupId = useId()
  const text = localizedText.safeParse(value)
  const braces = (
    <>
      {say('typeBraces')} <kbd className={styles.variable}>{'{{'}</kbd> {say('toInsert')}
    </>
  )
  const offersVariables = form.flow.slots.length + form.blanksAt(path).length > 0
  return (
    <Frame
      path={path}
      label={label}
      groupId={groupId}
      hint={hint ?? (offersVariables ? braces : undefined)}
      problems={useProblems(path, field.kind)}
    >
      <div role="group" aria-labelledby={groupId}>
        <LocalizedTextInput
          value={text.success ? text.data : undefined}
          path={path}
          label={label}
          optional={!field.required && field.fallback === undefined}
        />
      </div>
    </Frame>
  )
}
