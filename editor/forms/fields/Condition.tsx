import { IconPlus, IconX } from '@tabler/icons-react'
import { type Condition, condition as conditionTree } from '../../../schemas/condition.ts'
import { useWords } from '../../i18n/index.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import styles from '../Form.module.css'
import { Frame } from '../Frame.tsx'
import type { FieldPath } from '../set-field.ts'
import { words } from '../words.ts'
import { ComparisonRow } from './Comparison.tsx'
import tree from './Condition.module.css'
import { NotButton } from './NotButton.tsx'

/** The visual builder: the tree of all / any / not, edited exactly as it is stored. */
export function ConditionField({ field, value, path }: FieldProps) {
  const form = useForm()
  const { label, hint } = textOf(form.words, field)
  const stored = conditionTree.safeParse(value)
  const fresh = useFresh()
  return (
    <Frame path={path} label={label} hint={hint} problems={useProblems(path, field.kind)}>
      <Part part={stored.success ? stored.data : fresh()} path={path} />
    </Frame>
  )
}

function useFresh(): () => Condition {
  const { flow } = useForm()
  return () => ({ value: { from: 'slot', name: flow.slots[0]?.name ?? 'answer' }, operator: 'equals', operand: '' })
}

/** One part of the tree; `onRemove` is absent at the root. */
function Part({ part, path, onRemove }: { part: Condition; path: FieldPath; onRemove?: () => void }) {
  const form = useForm()
  const say = useWords(words)
  const fresh = useFresh()
  if ('all' in part || 'any' in part) return <Group part={part} path={path} onRemove={onRemove} />
  if ('not' in part)
    return (
      <div className={tree.not}>
        <NotButton on onClick={() => form.set(path, part.not)} />
        <Part part={part.not} path={[...path, 'not']} {...(onRemove ? { onRemove } : {})} />
      </div>
    )
  return (
    <>
      <ComparisonRow comparison={part} path={path} onNegate={() => form.set(path, { not: part })} onRemove={onRemove} />
      {!onRemove && !form.readOnly && path.at(-1) !== 'not' && (
        <More label={say('addCondition')} onClick={() => form.set(path, { all: [part, fresh()] })} />
      )}
    </>
  )
}

function Group({
  part,
  path,
  onRemove,
}: {
  part: { all: Condition[] } | { any: Condition[] }
  path: FieldPath
  onRemove: (() => void) | undefined
}) {
  const form = useForm()
  const say = useWords(words)
  const fresh = useFresh()
  const joint = 'all' in part ? 'all' : 'any'
  const parts = 'all' in part ? part.all : part.any
  const put = (next: Condition[]) => {
    const [only] = next
    // a group of one is that one
    if (next.length === 1 && only) form.set(path, only)
    else form.set(path, joint === 'all' ? { all: next } : { any: next })
  }
  return (
    <div className={tree.group} role="group" aria-label={say(joint)}>
      <div className={tree.groupHead}>
        <select
          className={tree.joint}
          aria-label={say('conditionOperator')}
          value={joint}
          disabled={form.readOnly}
          onChange={(event) => form.set(path, event.target.value === 'all' ? { all: parts } : { any: parts })}
        >
          <option value="all">{say('all')}</option>
          <option value="any">{say('any')}</option>
        </select>
        {onRemove && !form.readOnly && (
          <button type="button" className={styles.take} aria-label={say('remove')} title={say('remove')} onClick={onRemove}>
            <IconX size={14} stroke={1.75} />
          </button>
        )}
      </div>
      {parts.map((each, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a part of a condition is known by its place
        <Part key={index} part={each} path={[...path, joint, index]} onRemove={() => put(parts.toSpliced(index, 1))} />
      ))}
      {!form.readOnly && (
        <div className={tree.groupFoot}>
          <More label={say('addCondition')} onClick={() => put([...parts, fresh()])} />
          <More
            label={say('addGroup')}
            onClick={() => put([...parts, joint === 'all' ? { any: [fresh(), fresh()] } : { all: [fresh(), fresh()] }])}
          />
        </div>
      )}
    </div>
  )
}

function More({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className={styles.more} onClick={onClick}>
      <IconPlus size={14} stroke={1.75} />
      {label}
    </button>
  )
}
