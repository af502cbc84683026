import { MultiSelect, Select, TagsInput } from '@mantine/core'
import { useId } from 'react'
import { textIn } from '../../../schemas/text.ts'
import { useWords } from '../../i18n/index.ts'
import { useFlows, useLibrary } from '../../queries.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import { Frame } from '../Frame.tsx'
import { words } from '../words.ts'
import { textsOf } from './Words.tsx'

interface Named {
  value: string
  label: string
}

/** Intents of the shared library. */
export function IntentsPicker(props: FieldProps) {
  const { locale } = useForm()
  const say = useWords(words)
  const { data } = useLibrary()
  return (
    <Several
      {...props}
      placeholder={say('pickIntents')}
      data={data?.intents.map((each) => ({ value: each.id, label: textIn(each.name, locale) || each.id }))}
    />
  )
}

/** Offers, in the order in which they are tried. */
export function OffersPicker(props: FieldProps) {
  const { locale } = useForm()
  const say = useWords(words)
  const { data } = useLibrary()
  return (
    <Several
      {...props}
      placeholder={say('pickOffers')}
      data={data?.offers.map((each) => ({ value: each.id, label: textIn(each.name, locale) || each.id }))}
    />
  )
}

function Several({ field, value, path, placeholder, data }: FieldProps & { placeholder: string; data: Named[] | undefined }) {
  const form = useForm()
  const say = useWords(words)
  const id = useId()
  const { label, hint } = textOf(form.words, field)
  const chosen = textsOf(value)
  const known = new Set(data?.map((each) => each.value))
  const gone = chosen
    .filter((each) => !known.has(each))
    .map((each) => ({ value: each, label: data ? say('noLonger', { id: each }) : each }))
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <MultiSelect
        id={id}
        data={[...(data ?? []), ...gone]}
        value={chosen}
        placeholder={chosen.length === 0 ? placeholder : ''}
        searchable
        hidePickedOptions
        disabled={form.readOnly}
        nothingFoundMessage={data?.length === 0 ? say('libraryEmpty') : say('nothingFound')}
        {...(field.maxItems === undefined ? {} : { maxValues: field.maxItems })}
        onChange={(next) => form.set(path, next)}
      />
    </Frame>
  )
}

/** Tags that articles carry; new ones may be typed. */
export function TagsPicker({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const id = useId()
  const { label, hint } = textOf(form.words, field)
  const { data } = useLibrary()
  const used = [...new Set(data?.articles.flatMap((each) => each.tags))].sort()
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <TagsInput
        id={id}
        data={used}
        value={textsOf(value)}
        placeholder={say('pickTags')}
        disabled={form.readOnly}
        onChange={(next) => form.set(path, next)}
      />
    </Frame>
  )
}

/** Another flow. */
export function FlowPicker({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const id = useId()
  const { label, hint } = textOf(form.words, field)
  const { data } = useFlows()
  const flows = (data?.flows ?? [])
    .filter((each) => !each.archived && each.id !== form.flow.id)
    .map((each) => ({ value: each.id, label: textIn(each.name, form.locale) || each.id }))
  const chosen = typeof value === 'string' ? value : ''
  const gone = chosen !== '' && !flows.some((each) => each.value === chosen) ? [{ value: chosen, label: chosen }] : []
  return (
    <Frame path={path} label={label} control={id} hint={hint} problems={useProblems(path, field.kind)}>
      <Select
        id={id}
        data={[...flows, ...gone]}
        value={chosen || null}
        placeholder={say('pickFlow')}
        searchable
        allowDeselect={false}
        disabled={form.readOnly}
        nothingFoundMessage={say('nothingFound')}
        onChange={(next) => next !== null && form.set(path, next)}
      />
    </Frame>
  )
}
