import { Select } from '@mantine/core'
import { useMemo } from 'react'
import { useLocale, useWords } from '../../i18n/index.ts'
import { nameOf, useIntents } from './intent-queries.ts'
import { words } from './words.ts'

interface Props {
  label: string
  /** Intents that cannot be chosen. */
  without?: readonly string[]
  pick: (intent: string) => void
  leave?: () => void
  autoFocus?: boolean
}

/** Finds an intent by its name in either language and hands it on at once. */
export function IntentPicker({ label, without = [], pick, leave, autoFocus = false }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const { data } = useIntents()
  const options = useMemo(
    () =>
      (data?.intents ?? [])
        .filter(({ intent }) => !without.includes(intent.id))
        .map(({ intent }) => ({ value: intent.id, label: nameOf(intent, locale), search: searchText(intent) })),
    [data, locale, without],
  )
  return (
    <Select
      aria-label={label}
      placeholder={label}
      data={options}
      searchable
      // the field opens its list where the eye already is
      autoFocus={autoFocus}
      defaultDropdownOpened={autoFocus}
      nothingFoundMessage={say('noSuchIntent')}
      value={null}
      maxDropdownHeight={264}
      selectFirstOptionOnChange
      comboboxProps={{ width: 240, position: 'bottom-end', shadow: 'md' }}
      filter={({ options: all, search }) => {
        const wanted = search.trim().toLowerCase()
        return wanted ? all.filter((option) => 'search' in option && String(option.search).includes(wanted)) : all
      }}
      onChange={(intent) => intent && pick(intent)}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !leave) return
        event.stopPropagation()
        leave()
      }}
    />
  )
}

function searchText(intent: { id: string; name: string | Partial<Record<string, string>> }): string {
  return [intent.id, ...(typeof intent.name === 'string' ? [intent.name] : Object.values(intent.name))].join(' ').toLowerCase()
}
