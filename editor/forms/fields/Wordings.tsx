import { IconPlus, IconX } from '@tabler/icons-react'
import { type LocalizedText, localizedText } from '../../../schemas/text.ts'
import { useWords } from '../../i18n/index.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import styles from '../Form.module.css'
import { Frame, Problems } from '../Frame.tsx'
import type { FieldPath } from '../set-field.ts'
import { words } from '../words.ts'
import { LocalizedTextInput } from './LocalizedText.tsx'

/** Several ways to say something, each in both languages. */
export function Wordings({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const { label, hint } = textOf(form.words, field)
  const texts = Array.isArray(value) ? value.map((each): LocalizedText => localizedText.safeParse(each).data ?? '') : []
  return (
    <Frame path={path} label={label} hint={hint} problems={useProblems(path, field.kind)}>
      {texts.map((text, index) => (
        <Wording
          // the place is the identity: a wording has no id, and its text changes while it is typed
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={index}
          text={text}
          path={[...path, index]}
          label={`${label} · ${say('wordingNumber', { number: index + 1 })}`}
          onRemove={texts.length > 1 || !field.required ? () => form.set(path, texts.toSpliced(index, 1)) : undefined}
        />
      ))}
      {!form.readOnly && texts.length < (field.maxItems ?? 10) && (
        <button type="button" className={styles.more} onClick={() => form.set(path, [...texts, ''])}>
          <IconPlus size={14} stroke={1.75} />
          {texts.length === 0 ? say('add') : say('addWording')}
        </button>
      )}
    </Frame>
  )
}

function Wording({
  text,
  path,
  label,
  onRemove,
}: {
  text: LocalizedText
  path: FieldPath
  label: string
  onRemove: (() => void) | undefined
}) {
  const say = useWords(words)
  const { readOnly } = useForm()
  const problems = useProblems(path, 'localized')
  return (
    <div className={styles.wording} role="group" aria-label={label} data-wrong={problems.some((problem) => problem.severity === 'error')}>
      <LocalizedTextInput value={text} path={path} label={label} optional={false} />
      {onRemove && !readOnly && (
        <button type="button" className={styles.take} aria-label={`${say('remove')} · ${label}`} title={say('remove')} onClick={onRemove}>
          <IconX size={14} stroke={1.75} />
        </button>
      )}
      <Problems problems={problems} />
    </div>
  )
}
