import { ActionIcon } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useWords } from '../../i18n/index.ts'
import { words } from '../words.ts'
import css from './Flow.module.css'

/** The right panel while one looks at versions. */
export function VersionPanel({ close, children }: { close: () => void; children: ReactNode }) {
  const say = useWords(words)
  return (
    <aside className={css.panel} aria-label={say('versions')}>
      <div className={css.tabs}>
        <h2 className={css.name}>{say('versions')}</h2>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={say('closePanel')} onClick={close} className={css.quiet}>
          <IconX size={18} stroke={1.75} />
        </ActionIcon>
      </div>
      <div className={css.panelContent}>{children}</div>
    </aside>
  )
}
