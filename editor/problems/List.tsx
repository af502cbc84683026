import { IconAlertTriangle, IconCircleCheck, IconExclamationCircle } from '@tabler/icons-react'
import type { Flow } from '../../schemas/flow.ts'
import type { Operation } from '../../schemas/operation.ts'
import type { Problem } from '../../schemas/problem.ts'
import { problemWords } from '../../schemas/problem-codes.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { flowPlaceOf, nodeOf, placeOf, worstFirst } from './describe.ts'
import { fixOf, fixWords } from './fixes.ts'
import css from './List.module.css'
import { words } from './words.ts'

interface Props {
  problems: readonly Problem[] | null
  flow: Flow
  jump: (problem: Problem) => void
  /** Absent where the flow cannot be changed. */
  edit?: ((operations: readonly Operation[]) => void) | undefined
  /** Without headings, where one stands above already. */
  bare?: boolean
}

/** Everything the check found, in plain words; a click goes to the card and the field, a fix is one click more. */
export function ProblemList({ problems, flow, jump, edit, bare = false }: Props) {
  const say = useWords(words)
  if (!problems) return <p className={css.checking}>{say('checking')}</p>
  if (problems.length === 0)
    return (
      <div className={css.none}>
        <IconCircleCheck size={24} stroke={1.75} aria-hidden="true" />
        <strong>{say('none')}</strong>
        <p>{say('noneLead')}</p>
      </div>
    )
  const sorted = worstFirst(problems)
  const errors = sorted.filter((problem) => problem.severity === 'error')
  const warnings = sorted.filter((problem) => problem.severity === 'warning')
  return (
    <div className={css.list} data-bare={bare || undefined}>
      {errors.length > 0 && (
        <Group title={bare ? null : say('errors', { count: errors.length })} problems={errors} flow={flow} jump={jump} edit={edit} />
      )}
      {warnings.length > 0 && (
        <Group title={bare ? null : say('warnings', { count: warnings.length })} problems={warnings} flow={flow} jump={jump} edit={edit} />
      )}
    </div>
  )
}

function Group({ title, problems, ...rest }: { title: string | null; problems: readonly Problem[] } & Omit<Props, 'problems'>) {
  return (
    <section className={css.group}>
      {title && <h2>{title}</h2>}
      <ul>
        {problems.map((problem) => (
          <Row key={`${problem.code} ${problem.path} ${JSON.stringify(problem.detail ?? {})}`} problem={problem} {...rest} />
        ))}
      </ul>
    </section>
  )
}

function Row({ problem, flow, jump, edit }: { problem: Problem } & Omit<Props, 'problems'>) {
  const say = useWords(words)
  const locale = useLocale()
  const fix = edit ? fixOf(problem, flow, locale) : null
  const place = placeOf(problem, flow, locale) ?? say(flowPlaceOf(problem))
  const sentence = problemWords(problem, locale)
  return (
    <li className={css.row} data-severity={problem.severity}>
      {problem.severity === 'error' ? (
        <IconExclamationCircle size={18} stroke={1.75} aria-hidden="true" />
      ) : (
        <IconAlertTriangle size={18} stroke={1.75} aria-hidden="true" />
      )}
      <div>
        {nodeOf(problem, flow) ? (
          <button type="button" className={css.jump} onClick={() => jump(problem)}>
            <strong>{place}</strong>
            <span>{sentence}</span>
          </button>
        ) : (
          <p className={css.jump}>
            <strong>{place}</strong>
            <span>{sentence}</span>
          </p>
        )}
        {fix && edit && (
          <button type="button" className={css.fix} onClick={() => edit(fix.operations)}>
            {say(fixWords[fix.kind], { target: fix.target })}
          </button>
        )}
      </div>
    </li>
  )
}
