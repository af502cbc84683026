import { Select } from '@mantine/core'
import { useState } from 'react'
import { flowSlot } from '../../../schemas/flow.ts'
import { slotName } from '../../../schemas/name.ts'
import { entityType } from '../../../schemas/perception.ts'
import { textIn } from '../../../schemas/text.ts'
import { useWords } from '../../i18n/index.ts'
import { useForm } from '../context.ts'
import styles from '../Form.module.css'
import { type FieldPath, setField } from '../set-field.ts'
import { words } from '../words.ts'

const create = '+'

/** Picks a variable of the flow; a name that is new makes it. */
export function SlotSelect({
  id,
  value,
  path,
  optional,
  label,
}: {
  id?: string
  value: string
  path: FieldPath
  optional: boolean
  label?: string
}) {
  const form = useForm()
  const say = useWords(words)
  const [search, setSearch] = useState('')
  const slots = form.flow.slots.map((slot) => ({ value: slot.name, label: slot.name, aside: textIn(slot.label, form.locale) }))
  const isUnknown = value !== '' && !slots.some((slot) => slot.value === value)
  const wanted = search.trim()
  const isNew = wanted !== '' && wanted !== value && !slots.some((slot) => slot.value === wanted)
  const isName = slotName.safeParse(wanted).success
  const choose = (next: string | null) => {
    if (next === null) return form.set(path, undefined)
    if (!next.startsWith(create)) return form.set(path, next)
    const name = next.slice(create.length)
    const type = entityType.safeParse(form.node.data.entity)
    const slot = flowSlot.parse({ name, ...(type.success ? { type: type.data } : {}) })
    form.edit([{ op: 'put-slot', slot }, setField(form.node, path, name, () => undefined)])
  }
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      data={[
        ...slots,
        ...(isUnknown ? [{ value, label: value, aside: '' }] : []),
        ...(isNew && isName ? [{ value: create + wanted, label: wanted, aside: say('newSlot', { name: '' }) }] : []),
      ]}
      value={value || null}
      placeholder={say('pickSlot')}
      searchable
      clearable={optional}
      allowDeselect={false}
      disabled={form.readOnly}
      nothingFoundMessage={isNew && !isName ? say('slotNameRule') : say('noVariables')}
      onSearchChange={setSearch}
      onChange={choose}
      classNames={{ input: styles.slotInput ?? '' }}
      renderOption={({ option }) => (
        <span className={styles.slotOption}>
          <span className={styles.variable}>{option.label}</span>
          <span>{'aside' in option ? String(option.aside) : ''}</span>
        </span>
      )}
    />
  )
}
