import type { ComponentType } from 'react'
import type { FieldProps } from '../context.ts'
import type { FieldKind } from '../from-schema.ts'
import { ConditionField } from './Condition.tsx'
import { LocalizedField } from './Localized.tsx'
import { NumberField } from './Number.tsx'
import { FlowPicker, IntentsPicker, OffersPicker, TagsPicker } from './Pickers.tsx'
import { Rows } from './Rows.tsx'
import { EntityTypeField, SelectField } from './Select.tsx'
import { SlotField } from './Slot.tsx'
import { SwitchField } from './Switch.tsx'
import { LineField, PatternField, TextField } from './Text.tsx'
import { Variant } from './Variant.tsx'
import { Wordings } from './Wordings.tsx'
import { WordsField } from './Words.tsx'

/** One component for each kind of field; a kind without one does not compile. */
const components: { [kind in FieldKind]: ComponentType<FieldProps> | null } = {
  localized: LocalizedField,
  line: LineField,
  text: TextField,
  pattern: PatternField,
  wordings: Wordings,
  words: WordsField,
  slot: SlotField,
  'entity-type': EntityTypeField,
  condition: ConditionField,
  intents: IntentsPicker,
  offers: OffersPicker,
  tags: TagsPicker,
  flow: FlowPicker,
  minutes: NumberField,
  number: NumberField,
  percent: NumberField,
  switch: SwitchField,
  select: SelectField,
  choices: Rows,
  rows: Rows,
  variant: Variant,
  id: null,
}

export function FieldOf(props: FieldProps) {
  const Component = components[props.field.kind]
  return Component && <Component {...props} />
}
