import { TextInput } from '@mantine/core'
import { IconGauge, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { useLocale, useWords } from '../../i18n/index.ts'
import { HealthBar } from '../library/HealthBar.tsx'
import { nameOf } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import { type Findings, filtersFor, type IntentFilter, intentFilters, searched } from './filter.ts'
import { healthWords } from './health-words.ts'
import css from './Intents.module.css'
import { outcomesOf } from './outcomes.ts'
import { words } from './words.ts'

interface Props {
  intents: readonly ListedIntent[]
  chosen: string | null
  findings: Findings
}

/** All intents with their health; searched, filtered, gone through by the arrow keys. */
export function IntentList({ intents, chosen, findings }: Props) {
  const say = useWords(words)
  const outcomes = findings.report ? outcomesOf(findings.report) : null
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search)
  const [place, setPlace] = useSearchParams()
  const filters = useMemo(() => filtersFor(findings), [findings])
  const filter: IntentFilter = intentFilters.find((each) => each === place.get('only')) ?? 'all'
  const shown = useMemo(() => searched(intents.filter(filters[filter]), wanted), [intents, filters, filter, wanted])
  const query = filter === 'all' ? '' : `?only=${filter}`

  return (
    <nav className={css.side} aria-label={say('list')} onKeyDown={walk}>
      <div className={css.sideHead}>
        <TextInput
          type="search"
          aria-label={say('search')}
          placeholder={say('search')}
          leftSection={<IconSearch size={16} stroke={1.75} />}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <fieldset className={css.filters} aria-label={say('filters')}>
          {intentFilters.map((each) => {
            const size = intents.filter(filters[each]).length
            if (size === 0 && each !== 'all' && each !== filter) return null
            return (
              <button
                key={each}
                type="button"
                aria-pressed={each === filter}
                onClick={() =>
                  setPlace((now) => {
                    if (each === 'all') now.delete('only')
                    else now.set('only', each)
                    return now
                  })
                }
              >
                {say(`filter_${each}`)} <span>{size}</span>
              </button>
            )
          })}
        </fieldset>
      </div>
      <ul className={css.intents}>
        <li>
          <Link
            href={`/intents?show=overview${query.replace('?', '&')}`}
            className={css.intent}
            aria-current={chosen === null ? 'page' : undefined}
          >
            <span className={css.intentName}>
              <IconGauge size={16} stroke={1.75} aria-hidden="true" />
              {say('overview')}
              {outcomes && <span className={css.share}>{say('shareWrong', { wrong: outcomes.wrong })}</span>}
            </span>
            <span className={css.quiet}>{say('overviewCount', { count: intents.length })}</span>
          </Link>
        </li>
        {shown.map((listed) => (
          <IntentRow key={listed.intent.id} listed={listed} here={listed.intent.id === chosen} query={query} />
        ))}
      </ul>
      {shown.length === 0 && <p className={css.nothing}>{say('nothingFound')}</p>}
    </nav>
  )
}

function IntentRow({ listed, here, query }: { listed: ListedIntent; here: boolean; query: string }) {
  const say = useWords(words)
  const locale = useLocale()
  const { intent, health } = listed
  const row = useRef<HTMLAnchorElement>(null)
  useEffect(() => {
    if (here) void row.current?.scrollIntoView({ block: 'nearest' })
  }, [here])
  return (
    <li>
      <Link ref={row} href={`/intents/${intent.id}${query}`} className={css.intent} aria-current={here ? 'page' : undefined}>
        <span className={css.intentName}>{nameOf(intent, locale)}</span>
        <HealthBar share={health.share} state={health.state} text={healthWords(health, say)} />
      </Link>
    </li>
  )
}

/** Up and down go through the list, from the search field too. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const stops = [...event.currentTarget.querySelectorAll<HTMLElement>('input[type="search"], ul a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  if (at === -1) return
  event.preventDefault()
  stops[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus()
}
