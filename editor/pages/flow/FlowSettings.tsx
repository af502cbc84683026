import { useStore } from 'zustand'
import { entityTypeWords } from '../../../nodes/words.ts'
import { isBlank, textIn } from '../../../schemas/text.ts'
import type { Draft } from '../../draft/store.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { TwoLanguages } from '../TwoLanguages.tsx'
import { words } from '../words.ts'
import css from './Flow.module.css'

/** What belongs to the flow as a whole, shown while no card is selected. */
export function FlowSettings({ draft, readOnly }: { draft: Draft; readOnly: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const flow = useStore(draft, (state) => state.flow)
  if (!flow) return null
  return (
    <div className={css.settings}>
      <p className={css.lead}>{say('noCardLead')}</p>
      <section>
        <h2>{say('flowName')}</h2>
        <TwoLanguages
          label={say('flowName')}
          value={flow.name}
          readOnly={readOnly}
          change={(name) => !isBlank(name) && draft.edit([{ op: 'rename-flow', name }], true)}
        />
      </section>
      <section>
        <h2>{say('fallback')}</h2>
        <TwoLanguages
          label={say('fallback')}
          value={flow.fallback}
          readOnly={readOnly}
          multiline
          change={(fallback) => draft.edit([isBlank(fallback) ? { op: 'set-fallback' } : { op: 'set-fallback', fallback }], true)}
        />
        <p className={css.help}>{flow.fallback === undefined ? `${say('fallbackHint')} ${say('fallbackEmpty')}` : say('fallbackHint')}</p>
      </section>
      <section>
        <h2>{say('slots')}</h2>
        {flow.slots.length > 0 ? (
          <ul className={css.slots}>
            {flow.slots.map((slot) => (
              <li key={slot.name}>
                <code>{slot.name}</code>
                <span>{textIn(slot.label, locale)}</span>
                <span className={css.slotType}>{entityTypeWords[locale][slot.type]}</span>
              </li>
            ))}
          </ul>
        ) : (
          <p className={css.help}>{say('slotsNone')}</p>
        )}
        {flow.slots.length > 0 && (
          <p className={css.help}>{say('slotsHint', { open: '{{ ', name: flow.slots[0]?.name ?? '', close: ' }}' })}</p>
        )}
      </section>
    </div>
  )
}
