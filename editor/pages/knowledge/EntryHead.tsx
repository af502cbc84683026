import { Button } from '@mantine/core'
import { IconArrowLeft, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import article from './article/Article.module.css'
import css from './Knowledge.module.css'

interface Props {
  back: { href: string; text: string }
  /** How saving stands: nothing is said while it works. */
  state: string
  hasFailed: boolean
  /** Absent for who may not, and while there is nothing to remove. */
  remove?: { text: string; act: () => Promise<unknown> } | undefined
  children?: ReactNode
}

/** Above one article or product: the way back, how saving stands, and taking it away. */
export function EntryHead({ back, state, hasFailed, remove, children }: Props) {
  return (
    <div className={css.tools}>
      <Link href={back.href} className={article.back}>
        <IconArrowLeft size={16} stroke={1.75} aria-hidden="true" />
        {back.text}
      </Link>
      <div className={css.buttons}>
        <p className={article.state} data-state={hasFailed ? 'failed' : undefined} role="status">
          {state}
        </p>
        {children}
        {remove && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            className={css.quiet}
            leftSection={<IconTrash size={14} stroke={1.75} />}
            onClick={() => void remove.act().catch(() => {})}
          >
            {remove.text}
          </Button>
        )}
      </div>
    </div>
  )
}
