import { IconWalk } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import css from './Door.module.css'
import { ScreenSwitches } from './Frame.tsx'

/** The quiet page before one is inside: mark, one card, language and light. */
export function Door({ title, lead, children }: { title: string; lead?: string; children?: ReactNode }) {
  return (
    <main className={css.door}>
      <div className={css.switches}>
        <ScreenSwitches />
      </div>
      <section className={css.card} aria-labelledby="door-title">
        <span className={css.mark}>
          <IconWalk size={26} stroke={1.75} aria-hidden="true" />
        </span>
        <h1 id="door-title">{title}</h1>
        {lead && <p className={css.lead}>{lead}</p>}
        {children}
      </section>
    </main>
  )
}
