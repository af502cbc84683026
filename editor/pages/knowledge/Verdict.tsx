import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './Knowledge.module.css'

interface Props {
  tone: 'ok' | 'warn'
  title: string
  lead: string
  icon?: ReactNode
  /** What one can do about it, at the end of the line. */
  children?: ReactNode
}

/** The first sentence of a page: what is true, and what to do. */
export function Verdict({ tone, title, lead, icon, children }: Props) {
  const Sign = tone === 'ok' ? IconCircleCheck : IconAlertTriangle
  return (
    <section className={`${css.card} ${css.verdict}`} data-tone={tone}>
      <span aria-hidden="true">{icon ?? <Sign size={22} stroke={1.75} />}</span>
      <div>
        <h2>{title}</h2>
        <p>{lead}</p>
      </div>
      {children}
    </section>
  )
}
