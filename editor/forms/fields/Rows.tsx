import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react'
import { newId } from '../../canvas/new-id.ts'
import { useWords } from '../../i18n/index.ts'
import { type FieldProps, textOf, useForm, useProblems } from '../context.ts'
import styles from '../Form.module.css'
import { Frame } from '../Frame.tsx'
import { blankRow } from '../from-schema.ts'
import { words } from '../words.ts'

type Row = Record<string, unknown>

/** A list of things with fields of their own. A row keeps its id for good: the outlet that hangs on it keeps its edge. */
export function Rows({ field, value, path }: FieldProps) {
  const form = useForm()
  const say = useWords(words)
  const { label, hint } = textOf(form.words, field)
  const rows = Array.isArray(value) ? value.filter((each): each is Row => typeof each === 'object' && each !== null) : []
  const fields = field.fields ?? []
  const surroundings = { firstSlot: form.flow.slots[0]?.name ?? '', newId: () => newId(field.kind === 'choices' ? 'choice' : 'row') }
  return (
    <Frame path={path} label={label} hint={hint} problems={useProblems(path, field.kind)}>
      {rows.map((row, index) => (
        <section
          key={typeof row.id === 'string' ? row.id : index}
          className={styles.row}
          aria-label={`${label} · ${say('rowNumber', { number: index + 1 })}`}
        >
          <RowTools
            number={index + 1}
            count={rows.length}
            onMove={(by) => form.set(path, moved(rows, index, by))}
            onRemove={() => form.set(path, rows.toSpliced(index, 1))}
          />
          <form.Fields fields={fields} holder={row} path={[...path, index]} />
        </section>
      ))}
      {!form.readOnly && rows.length < (field.maxItems ?? Number.POSITIVE_INFINITY) && (
        <button type="button" className={styles.more} onClick={() => form.set(path, [...rows, blankRow(fields, surroundings)])}>
          <IconPlus size={14} stroke={1.75} />
          {say('add')}
        </button>
      )}
    </Frame>
  )
}

function RowTools({
  number,
  count,
  onMove,
  onRemove,
}: {
  number: number
  count: number
  onMove: (by: number) => void
  onRemove: () => void
}) {
  const say = useWords(words)
  const { readOnly } = useForm()
  return (
    <div className={styles.rowTools}>
      <span className={styles.rowNumber}>{number}</span>
      {!readOnly && (
        <>
          <button
            type="button"
            className={styles.take}
            disabled={number === 1}
            aria-label={say('moveUp')}
            title={say('moveUp')}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={14} stroke={1.75} />
          </button>
          <button
            type="button"
            className={styles.take}
            disabled={number === count}
            aria-label={say('moveDown')}
            title={say('moveDown')}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={14} stroke={1.75} />
          </button>
          <button type="button" className={styles.take} aria-label={say('remove')} title={say('remove')} onClick={onRemove}>
            <IconX size={14} stroke={1.75} />
          </button>
        </>
      )}
    </div>
  )
}

function moved(rows: readonly Row[], from: number, by: number): Row[] {
  const copy = [...rows]
  const [row] = copy.splice(from, 1)
  if (row) copy.splice(from + by, 0, row)
  return copy
}
