import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import css from './Flow.module.css'

const allTabs = ['settings', 'test', 'problems'] as const
export type Tab = (typeof allTabs)[number]

interface Props {
  tab: Tab
  choose: (tab: Tab) => void
  close: () => void
  /** Rehearsing a draft is for those who may change it. */
  canTest: boolean
  problemCount: number
  hasErrors: boolean
  children: ReactNode
}

/** The right panel with its three tabs; arrow keys move between them. */
export function SidePanel({ tab, choose, close, canTest, problemCount, hasErrors, children }: Props) {
  const say = useWords(words)
  const tabs = allTabs.filter((each) => canTest || each !== 'test')
  const bar = useRef<HTMLDivElement>(null)
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const next = tabs[(tabs.indexOf(tab) + step + tabs.length) % tabs.length]
    if (step === 0 || !next) return
    choose(next)
    bar.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus()
  }
  return (
    <aside className={css.panel} aria-label={say('panel')}>
      <div className={css.tabs}>
        <div role="tablist" ref={bar} onKeyDown={move} className={css.tabList}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`tab-${each}`}
              aria-controls="panel-content"
              aria-selected={each === tab}
              tabIndex={each === tab ? 0 : -1}
              onClick={() => choose(each)}
            >
              {say(each)}
              {each === 'problems' && problemCount > 0 && (
                <span className={css.count} data-tone={hasErrors ? 'bad' : 'warn'}>
                  {problemCount}
                </span>
              )}
            </button>
          ))}
        </div>
        <Tooltip label={say('closePanel')}>
          <ActionIcon variant="subtle" color="gray" size={30} aria-label={say('closePanel')} onClick={close} className={css.quiet}>
            <IconX size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div role="tabpanel" id="panel-content" aria-labelledby={`tab-${tab}`} className={css.panelContent}>
        {children}
      </div>
    </aside>
  )
}
