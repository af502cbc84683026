import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useWords } from '../../../i18n/index.ts'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import own from './Article.module.css'
import type { EditProps } from './edit.ts'

/** The question as a customer would say it. */
export function QuestionCard({ draft, edit, canWrite, isNew }: EditProps & { isNew: boolean }) {
  const say = useWords(words)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isNew) field.current?.focus()
  }, [isNew])
  return (
    <section className={css.card}>
      <TextInput
        ref={field}
        classNames={{ input: own.question }}
        label={say('question')}
        description={say('questionHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        maxLength={500}
        readOnly={!canWrite}
        lang={draft.locale}
        value={draft.question}
        onChange={(event) => {
          const question = event.target.value
          edit('question', (article) => ({ ...article, question }))
        }}
      />
    </section>
  )
}
