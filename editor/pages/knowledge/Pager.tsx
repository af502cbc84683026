import { ActionIcon } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { count } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import css from './Knowledge.module.css'
import { pageSize } from './queries.ts'
import { words } from './words.ts'

/** Which rows of a long list stand here, and the way to the others. */
export function Pager({ offset, total, go }: { offset: number; total: number; go: (offset: number) => void }) {
  const say = useWords(words)
  const locale = useLocale()
  if (total <= pageSize) return null
  const blanks = {
    from: count(offset + 1, locale),
    to: count(Math.min(offset + pageSize, total), locale),
    total: count(total, locale),
  }
  return (
    <nav className={css.pager} aria-label={say('pageOf', blanks)}>
      <span>{say('pageOf', blanks)}</span>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={say('prevPage')}
        disabled={offset === 0}
        onClick={() => go(Math.max(0, offset - pageSize))}
      >
        <IconChevronLeft size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon
        variant="default"
        size={30}
        aria-label={say('nextPage')}
        disabled={offset + pageSize >= total}
        onClick={() => go(offset + pageSize)}
      >
        <IconChevronRight size={16} stroke={1.75} />
      </ActionIcon>
    </nav>
  )
}
