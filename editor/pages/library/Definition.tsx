import { Popover } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './Definition.module.css'

/** A figure that says what it means when one taps it. */
export function Definition({ children, about }: { children: ReactNode; about: readonly string[] }) {
  return (
    <Popover position="bottom-start" width={360} shadow="md" returnFocus>
      <Popover.Target>
        <button type="button" className={css.figure}>
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={css.about}>
          {about.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
