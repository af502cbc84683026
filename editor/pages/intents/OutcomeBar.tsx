import { useWords } from '../../i18n/index.ts'
import css from './OutcomeBar.module.css'
import type { Outcomes } from './outcomes.ts'
import { words } from './words.ts'

const kinds = ['right', 'hesitantRight', 'hesitantWrong', 'wrong'] as const

/** What becomes of 100 wordings, as one line in four parts, each with its words under it. */
export function OutcomeBar({ outcomes }: { outcomes: Outcomes }) {
  const say = useWords(words)
  return (
    <div className={css.plot}>
      <div className={css.bar} aria-hidden="true">
        {kinds.map((kind) => outcomes[kind] > 0 && <span key={kind} data-kind={kind} style={{ flexGrow: outcomes[kind] }} />)}
      </div>
      <ul className={css.parts}>
        {kinds.map((kind) => (
          <li key={kind} data-kind={kind}>
            <strong>{outcomes[kind]}</strong>
            <span>{say(`outcome_${kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
