import type { ReactNode } from 'react'
import css from './EmptyState.module.css'

/** Nothing here yet: what this place is for, and the first step. */
export function EmptyState({ icon, title, lead, children }: { icon: ReactNode; title: string; lead: string; children?: ReactNode }) {
  return (
    <div className={css.empty}>
      <span className={css.icon}>{icon}</span>
      <h2>{title}</h2>
      <p>{lead}</p>
      {children}
    </div>
  )
}
