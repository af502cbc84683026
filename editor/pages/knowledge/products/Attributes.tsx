import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Product } from '../../../../schemas/shop.ts'
import { useWords } from '../../../i18n/index.ts'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import own from './Attributes.module.css'

interface Props {
  draft: Product
  edit: (change: (product: Product) => Product) => void
  canWrite: boolean
}

interface Row {
  /** Stays while the row is edited, so that the field keeps its caret. */
  place: number
  key: string
  value: string
}

/** The sheet: what customers ask about on the left, what is true on the right. Rows without both are kept on screen only. */
export function Attributes({ draft, edit, canWrite }: Props) {
  const say = useWords(words)
  const [rows, setRows] = useState<Row[]>(() => toRows(draft.attributes))
  // taken back, or changed by somebody else
  useEffect(() => {
    setRows((before) => (same(sheetOf(before), draft.attributes) ? before : toRows(draft.attributes)))
  }, [draft.attributes])

  const write = (next: Row[]) => {
    setRows(next)
    const attributes = sheetOf(next)
    if (!same(attributes, draft.attributes)) edit((product) => ({ ...product, attributes }))
  }
  const isTwice = (row: Row) => rows.some((each) => each !== row && row.key.trim() !== '' && each.key.trim() === row.key.trim())
  return (
    <section className={css.card} aria-label={say('attributes')}>
      <div className={css.cardHead}>
        <h2>{say('attributes')}</h2>
        <p className={css.hint}>{say('attributesHint')}</p>
      </div>
      <ul className={own.rows}>
        {rows.map((row) => (
          <li key={row.place}>
            <TextInput
              aria-label={say('attribute')}
              placeholder={say('attribute')}
              maxLength={100}
              readOnly={!canWrite}
              error={isTwice(row) ? say('attributeTwice') : null}
              value={row.key}
              onChange={(event) => write(rows.map((each) => (each === row ? { ...row, key: event.target.value } : each)))}
            />
            <TextInput
              aria-label={`${say('value')}: ${row.key}`}
              placeholder={say('value')}
              maxLength={1_000}
              readOnly={!canWrite}
              value={row.value}
              onChange={(event) => write(rows.map((each) => (each === row ? { ...row, value: event.target.value } : each)))}
            />
            {canWrite && (
              <ActionIcon
                variant="subtle"
                color="gray"
                className={css.quiet}
                size={34}
                aria-label={say('attributeRemove', { key: row.key })}
                onClick={() => write(rows.filter((each) => each !== row))}
              >
                <IconX size={16} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <Button
          leftSection={<IconPlus size={16} stroke={1.75} />}
          onClick={() => setRows([...rows, { place: places++, key: '', value: '' }])}
        >
          {say('attributeNew')}
        </Button>
      )}
    </section>
  )
}

let places = 0

function toRows(attributes: Product['attributes']): Row[] {
  return Object.entries(attributes).map(([key, value]) => ({ place: places++, key, value }))
}

/** Rows with both sides; of two with the same name the first one counts. */
function sheetOf(rows: readonly Row[]): Product['attributes'] {
  const sheet: Product['attributes'] = {}
  for (const { key, value } of rows) {
    const name = key.trim()
    if (name !== '' && value.trim() !== '' && !(name in sheet)) sheet[name] = value.trim()
  }
  return sheet
}

const same = (one: Product['attributes'], other: Product['attributes']): boolean => JSON.stringify(one) === JSON.stringify(other)
