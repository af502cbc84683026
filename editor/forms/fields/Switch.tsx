import { Switch } from '@mantine/core'
import { pointer } from '../../../schemas/problem.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import styles from '../Form.module.css'
import { Problems } from '../Frame.tsx'

/** Yes or no; its label stands beside it. */
export function SwitchField({ field, value, path }: FieldProps) {
  const form = useForm()
  const { label, hint } = textOf(form.words, field)
  return (
    <div className={styles.field} data-path={pointer(path)}>
      <Switch
        label={label}
        description={hint}
        labelPosition="left"
        classNames={{ body: styles.switchBody ?? '', labelWrapper: styles.switchLabel ?? '' }}
        checked={value === true}
        disabled={form.readOnly}
        onChange={({ currentTarget }) => form.set(path, currentTarget.checked)}
      />
      <Problems problems={useProblems(path, field.kind)} />
    </div>
  )
}
