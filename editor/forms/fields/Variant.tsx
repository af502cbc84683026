import { Select } from '@mantine/core'
import { newId } from '../../canvas/new-id.ts'
import { useWords } from '../../i18n/index.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import { Frame } from '../Frame.tsx'
import { variantOf } from '../from-schema.ts'
import { words } from '../words.ts'

/** One of several kinds of thing, then the fields of that kind. */
export function Variant({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const { label, hint, options = {} } = textOf(form.words, field)
  const holder: Record<string, unknown> = typeof value === 'object' && value !== null ? { ...value } : {}
  const kind = typeof holder.kind === 'string' ? holder.kind : ''
  const variant = field.variants?.find((each) => each.kind === kind)
  return (
    <Frame path={path} label={label} hint={hint} problems={useProblems(path, field.kind)}>
      <Select
        aria-label={label}
        data={(field.variants ?? []).map((each) => ({ value: each.kind, label: options[each.kind] ?? each.kind }))}
        value={kind || null}
        placeholder={say('pick')}
        allowDeselect={false}
        disabled={form.readOnly}
        onChange={(next) => {
          const surroundings = { firstSlot: form.flow.slots[0]?.name ?? '', newId: () => newId('row') }
          if (next !== null && next !== kind) form.set(path, variantOf(field, next, surroundings))
        }}
      />
      {variant && <form.Fields fields={variant.fields} holder={holder} path={path} />}
    </Frame>
  )
}
