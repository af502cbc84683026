import { Select } from '@mantine/core'
import { useMemo, useState } from 'react'
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

const nobody: readonly string[] = []

/** Finds an intent by its name in either language and hands it on at once. */
export function IntentPicker({ label, without = nobody, pick, leave, autoFocus = false }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const { data } = useIntents()
  const [search, setSearch] = useState('')
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
      selectFirstOptionOnDropdownOpen
      comboboxProps={{ width: 240, position: 'bottom-end', shadow: 'md', transitionProps: { duration: 0 } }}
      searchValue={search}
      onSearchChange={setSearch}
      filter={({ options: all }) => all.filter((option) => 'search' in option && fits({ search: String(option.search) }, search))}
      onChange={(intent) => intent && pick(intent)}
      onBlur={leave}
      onKeyDown={(event) => {
        // the first one that fits is meant, also before the list has marked it
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
          const marked = document.querySelector('[data-combobox-selected]')
          const first = options.find((option) => fits(option, search))
          if (!marked && search.trim() && first) pick(first.value)
        }
        if (event.key !== 'Escape' || !leave) return
        event.stopPropagation()
        leave()
      }}
    />
  )
}

const fits = (option: { search: string }, search: string) => option.search.includes(search.trim().toLowerCase())

function searchText(intent: { id: string; name: string | Partial<Record<string, string>> }): string {
  return [intent.id, ...(typeof intent.name === 'string' ? [intent.name] : Object.values(intent.name))].join(' ').toLowerCase()
}
