import { IconAlertCircle } from '@tabler/icons-react'
import css from './Door.module.css'

/** One sentence about what went wrong, read out when it appears. */
export function Trouble({ text }: { text: string | null }) {
  return (
    <div role="alert">
      {text && (
        <p className={css.problem}>
          <IconAlertCircle size={18} stroke={1.75} aria-hidden="true" />
          {text}
        </p>
      )}
    </div>
  )
}
