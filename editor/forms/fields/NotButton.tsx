import { useWords } from '../../i18n/index.ts'
import { useForm } from '../context.ts'
import styles from '../Form.module.css'
import { words } from '../words.ts'

/** Turns a condition round. */
export function NotButton({ on, onClick }: { on: boolean; onClick: () => void }) {
  const say = useWords(words)
  const { readOnly } = useForm()
  return (
    <button type="button" className={styles.notButton} aria-pressed={on} title={say('notHelp')} disabled={readOnly} onClick={onClick}>
      {say('not')}
    </button>
  )
}
