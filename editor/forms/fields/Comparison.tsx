import { NumberInput, Select, TagsInput, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { type Comparison, conditionValue, type Operator, operators } from '../../../schemas/condition.ts'
import { textIn } from '../../../schemas/text.ts'
import { useWords } from '../../i18n/index.ts'
import { useLibrary } from '../../queries.ts'
import { useForm } from '../context.ts'
import styles from '../Form.module.css'
import type { FieldPath } from '../set-field.ts'
import { words } from '../words.ts'
import tree from './Condition.module.css'
import { compareBy, lookAt, operatorName, operatorsFor, valueKey, valueOptions } from './comparing.ts'
import { NotButton } from './NotButton.tsx'

interface Props {
  comparison: Comparison
  path: FieldPath
  onNegate: () => void
  onRemove: (() => void) | undefined
}

/** One comparison: what is looked at, how, and with what. */
export function ComparisonRow({ comparison, path, onNegate, onRemove }: Props) {
  const form = useForm()
  const say = useWords(words)
  const { value, operator } = comparison
  const groups = valueOptions(form.flow, form.locale, value)
  return (
    <div className={tree.comparison}>
      <div className={tree.comparisonHead}>
        <Select
          aria-label={say('conditionValue')}
          data={groups.map(({ from, options }) => ({ group: say(`from_${from}`), items: options }))}
          value={valueKey(value)}
          searchable
          allowDeselect={false}
          disabled={form.readOnly}
          onChange={(next) => {
            const chosen = readKey(next ?? '')
            if (chosen) form.set(path, lookAt(comparison, chosen, form.flow))
          }}
        />
        {path.at(-1) !== 'not' && <NotButton on={false} onClick={onNegate} />}
        {onRemove && !form.readOnly && (
          <button type="button" className={styles.take} aria-label={say('remove')} title={say('remove')} onClick={onRemove}>
            <IconX size={14} stroke={1.75} />
          </button>
        )}
      </div>
      <div className={tree.comparisonBody} data-wide={operators[operator] === 'texts'}>
        <Select
          aria-label={say('conditionOperator')}
          data={operatorsFor(value, form.flow, operator).map((each) => ({ value: each, label: operatorName(each, form.locale) }))}
          value={operator}
          allowDeselect={false}
          disabled={form.readOnly}
          onChange={(next) => isOperator(next) && form.set(path, compareBy(comparison, next))}
        />
        <Operand comparison={comparison} path={[...path, 'operand']} />
      </div>
    </div>
  )
}

function Operand({ comparison: { value, operator, operand }, path }: { comparison: Comparison; path: FieldPath }) {
  const form = useForm()
  const say = useWords(words)
  const known = useKnown(valueKey(value))
  const shared = { 'aria-label': say('conditionOperand'), disabled: form.readOnly }
  const kind = operators[operator]
  if (kind === 'none') return null
  if (kind === 'texts')
    return (
      <TagsInput
        {...shared}
        data={known.map((each) => each.value)}
        value={Array.isArray(operand) ? operand : []}
        placeholder={say('addWord')}
        acceptValueOnBlur
        onChange={(next) => form.set(path, next)}
      />
    )
  if (kind === 'number' || kind === 'span')
    return (
      <NumberInput
        {...shared}
        value={typeof operand === 'number' ? operand : ''}
        suffix={kind === 'span' ? say('suffixHours') : ''}
        onChange={(next) => typeof next === 'number' && next !== operand && form.set(path, next, true)}
      />
    )
  if (kind === 'date')
    return (
      <TextInput
        {...shared}
        type="datetime-local"
        value={localTime(operand)}
        onChange={({ currentTarget }) => currentTarget.value && form.set(path, new Date(currentTarget.value).toISOString(), true)}
      />
    )
  if (known.length > 0)
    return (
      <Select
        {...shared}
        data={known}
        value={typeof operand === 'string' ? operand : null}
        placeholder={say('pick')}
        searchable
        allowDeselect={false}
        onChange={(next) => next !== null && form.set(path, next)}
      />
    )
  return (
    <TextInput
      {...shared}
      value={operand === undefined ? '' : String(operand)}
      classNames={kind === 'pattern' ? { input: styles.code ?? '' } : {}}
      onChange={({ currentTarget }) => form.set(path, currentTarget.value, true)}
    />
  )
}

/** The values something can have at all, where they are known. */
function useKnown(key: string): { value: string; label: string }[] {
  const { flow, locale } = useForm()
  const say = useWords(words)
  const { data } = useLibrary()
  const flags = [
    { value: 'true', label: say('yes') },
    { value: 'false', label: say('no') },
  ]
  const isFlag = key === 'profile:verified' || flow.slots.some((slot) => `slot:${slot.name}` === key && slot.type === 'yes_no')
  if (isFlag) return flags
  if (key === 'message:intent') return data?.intents.map((each) => ({ value: each.id, label: textIn(each.name, locale) || each.id })) ?? []
  if (key === 'conversation:locale')
    return [
      { value: 'zh-CN', label: say('chinese') },
      { value: 'en', label: say('english') },
    ]
  if (key === 'message:language')
    return [
      { value: 'zh', label: say('chinese') },
      { value: 'en', label: say('english') },
      { value: 'mixed', label: say('mixed') },
    ]
  return []
}

function readKey(key: string) {
  const cut = key.indexOf(':')
  const from = key.slice(0, cut)
  const name = key.slice(cut + 1)
  return conditionValue.safeParse(from === 'slot' ? { from, name } : { from, field: name }).data
}

function isOperator(text: string | null): text is Operator {
  return text !== null && Object.hasOwn(operators, text)
}

/** ISO 8601 in the words of a date field, which speaks local time. */
function localTime(operand: Comparison['operand']): string {
  const date = new Date(typeof operand === 'string' ? operand : Number.NaN)
  if (Number.isNaN(date.getTime())) return ''
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
