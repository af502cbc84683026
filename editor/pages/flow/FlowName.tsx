import { Popover, UnstyledButton } from '@mantine/core'
import { useStore } from 'zustand'
import { isBlank, locales, textIn } from '../../../schemas/text.ts'
import type { Draft } from '../../draft/store.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { TwoLanguages } from '../TwoLanguages.tsx'
import { words } from '../words.ts'
import css from './Flow.module.css'

/** The flow's name in both languages; a click changes it. */
export function FlowName({ draft, readOnly }: { draft: Draft; readOnly: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const name = useStore(draft, (state) => state.flow?.name)
  if (name === undefined) return null
  const other = locales.find((each) => each !== locale) ?? 'en'
  const main = textIn(name, locale) || say('untitled')
  const second = typeof name === 'string' ? '' : (name[other] ?? '')
  const shown = (
    <>
      <h1 className={css.name}>{main}</h1>
      {second && second !== main && (
        <span className={css.second} lang={other}>
          {second}
        </span>
      )}
    </>
  )
  if (readOnly) return <div className={css.nameBox}>{shown}</div>
  return (
    <Popover position="bottom-start" width={320} shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={css.nameBox} aria-label={say('rename', { name: main })}>
          {shown}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <TwoLanguages
          label={say('flowName')}
          value={name}
          change={(changed) => !isBlank(changed) && draft.edit([{ op: 'rename-flow', name: changed }], true)}
        />
      </Popover.Dropdown>
    </Popover>
  )
}
