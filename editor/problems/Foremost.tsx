import { IconAlertTriangle, IconExclamationCircle } from '@tabler/icons-react'
import type { Flow } from '../../schemas/flow.ts'
import type { Operation } from '../../schemas/operation.ts'
import type { Problem } from '../../schemas/problem.ts'
import { problemWords } from '../../schemas/problem-codes.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { flowPlaceOf, placeOf, worstFirst } from './describe.ts'
import css from './Foremost.module.css'
import { fixOf, fixWords } from './fixes.ts'
import { words } from './words.ts'

interface Props {
  problems: readonly Problem[] | null
  flow: Flow
  jump: (problem: Problem) => void
  showAll: () => void
  edit: (operations: readonly Operation[]) => void
}

/** The one most important problem, floating over the canvas with its fix. */
export function ForemostProblem({ problems, flow, jump, showAll, edit }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const [problem, ...others] = worstFirst(problems ?? [])
  if (!problem) return null
  const fix = fixOf(problem, flow, locale)
  const Mark = problem.severity === 'error' ? IconExclamationCircle : IconAlertTriangle
  return (
    <div className={css.bar} data-severity={problem.severity} role="status">
      <Mark size={18} stroke={1.75} aria-hidden="true" />
      <p>
        <strong>{placeOf(problem, flow, locale) ?? say(flowPlaceOf(problem))}</strong> {problemWords(problem, locale)}
      </p>
      {fix ? (
        <button type="button" onClick={() => edit(fix.operations)}>
          {say(fixWords[fix.kind], { target: fix.target })}
        </button>
      ) : (
        problem.nodeId && (
          <button type="button" onClick={() => jump(problem)}>
            {say('goThere')}
          </button>
        )
      )}
      {others.length > 0 && (
        <button type="button" className={css.more} onClick={showAll}>
          {say('more', { count: others.length })}
        </button>
      )}
    </div>
  )
}
