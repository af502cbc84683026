import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBraces,
  IconHistory,
  IconLayoutSidebarRightExpand,
  IconRocket,
  IconSitemap,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { readableKeys } from '../../commands/keys.ts'
import type { Draft } from '../../draft/store.ts'
import { useWords } from '../../i18n/index.ts'
import { Avatar } from '../Avatar.tsx'
import { ScreenSwitches } from '../Frame.tsx'
import { words } from '../words.ts'
import css from './Flow.module.css'
import type { Person } from './presence.ts'

interface Props {
  draft: Draft
  readOnly: boolean
  people: readonly Person[]
  json: boolean
  toggleJson: () => void
  history: boolean
  toggleHistory: () => void
  /** Null while the panel is open. */
  openPanel: (() => void) | null
  publish: () => void
}

/** The right half of the bar: take back, bring back, history, JSON, language, light, people, publish. */
export function FlowActions({ draft, readOnly, people, json, toggleJson, history, toggleHistory, openPanel, publish }: Props) {
  const say = useWords(words)
  const { canUndo, canRedo } = useStore(draft)
  return (
    <>
      {!readOnly && !history && (
        <>
          <BarButton label={`${say('undo')} ${readableKeys('mod+z')}`} disabled={!canUndo} act={draft.undo}>
            <IconArrowBackUp size={18} stroke={1.75} />
          </BarButton>
          <BarButton label={`${say('redo')} ${readableKeys('mod+shift+z')}`} disabled={!canRedo} act={draft.redo}>
            <IconArrowForwardUp size={18} stroke={1.75} />
          </BarButton>
        </>
      )}
      <BarButton label={say('history')} pressed={history} act={toggleHistory}>
        <IconHistory size={18} stroke={1.75} />
      </BarButton>
      <BarButton label={say(json ? 'asCanvas' : 'asJson')} pressed={json} act={toggleJson}>
        {json ? <IconSitemap size={18} stroke={1.75} /> : <IconBraces size={18} stroke={1.75} />}
      </BarButton>
      {openPanel && (
        <BarButton label={say('openPanel')} act={openPanel}>
          <IconLayoutSidebarRightExpand size={18} stroke={1.75} />
        </BarButton>
      )}
      <ScreenSwitches />
      {people.length > 0 && (
        <div className={css.people}>
          {people.slice(0, 4).map((person) => (
            <Tooltip key={person.id} label={say('here', { name: person.name })}>
              <span>
                <Avatar id={person.id} name={person.name} small />
              </span>
            </Tooltip>
          ))}
        </div>
      )}
      {!readOnly && (
        <Button variant="filled" leftSection={<IconRocket size={16} stroke={1.75} />} onClick={publish}>
          {say('publish')}
        </Button>
      )}
    </>
  )
}

function BarButton({
  label,
  act,
  disabled = false,
  pressed,
  children,
}: {
  label: string
  act: () => void
  disabled?: boolean
  pressed?: boolean
  children: ReactNode
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={34}
        aria-label={label}
        aria-pressed={pressed}
        aria-disabled={disabled}
        data-disabled={disabled || undefined}
        onClick={() => !disabled && act()}
        className={css.barButton}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
