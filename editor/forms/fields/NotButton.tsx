import { useWords } from '../../i18n/index.ts'
import { useForm } from '../context.ts'
import { words } from '../words.ts'
import tree from './Condition.module.css'

/** Turns a condition round. */
export function NotButton({ on, onClick }: { on: boolean; onClick: () => void }) {
  const say = useWords(words)
  const { readOnly } = useForm()
  return (
    <button type="button" className={tree.notButton} aria-pressed={on} title={say('notHelp')} disabled={readOnly} onClick={onClick}>
      {say('not')}
    </button>
  )
}
