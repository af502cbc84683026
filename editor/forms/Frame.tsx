import type { ReactNode } from 'react'
import type { Problem } from '../../schemas/problem.ts'
import { pointer } from '../../schemas/problem.ts'
import { problemWords } from '../../schemas/problem-codes.ts'
import { useForm } from './context.ts'
import styles from './Form.module.css'
import type { FieldPath } from './set-field.ts'

interface Props {
  path: FieldPath
  label: ReactNode
  /** Id of the one control that the label names; absent for a group of controls. */
  control?: string
  groupId?: string
  hint?: ReactNode
  problems: readonly Problem[]
  children: ReactNode
}

/** Label above, help below, and what is wrong under that. */
export function Frame({ path, label, control, groupId, hint, problems, children }: Props) {
  // in a list the first row's help speaks for all
  const isFirst = !path.some((part) => typeof part === 'number' && part > 0)
  return (
    <div className={styles.field} data-path={pointer(path)} data-wrong={problems.some((problem) => problem.severity === 'error')}>
      {control ? (
        <label className={styles.label} htmlFor={control}>
          {label}
        </label>
      ) : (
        <div className={styles.label} id={groupId}>
          {label}
        </div>
      )}
      {children}
      {hint && isFirst && <p className={styles.hint}>{hint}</p>}
      <Problems problems={problems} />
    </div>
  )
}

export function Problems({ problems }: { problems: readonly Problem[] }) {
  const { locale } = useForm()
  return problems.map((problem) => (
    <p key={problem.code + problem.path} className={styles.problem} data-said data-severity={problem.severity} role="status">
      {problemWords(problem, locale)}
    </p>
  ))
}
