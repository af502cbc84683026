import { Button, ColorInput, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { textIn } from '../../../schemas/text.ts'
import { call } from '../../call.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import { CopyLine } from '../CopyLine.tsx'
import type { FlowHead } from '../flows/filter.ts'
import css from '../Page.module.css'
import { Trouble } from '../Trouble.tsx'
import { reasonOf } from '../TryAgain.tsx'
import { words } from '../words.ts'
import { type Entry, readOrigins, snippetOf } from './entry.ts'

/** One entry: who answers, how the chat looks, where it may stand, and the line to paste. */
export function EntrySection({ entry, flows, canChange }: { entry: Entry; flows: readonly FlowHead[]; canChange: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const [flowId, setFlowId] = useState(entry.flowId)
  const [look, setLook] = useState(entry.look)
  const [origins, setOrigins] = useState(entry.origins.join('\n'))
  const save = useChange((changed: Entry) => call('putEntry', { params: { id: entry.id }, body: changed }), [keys.entries])

  const read = readOrigins(origins)
  const wrongColour = !/^#[0-9a-fA-F]{6}$/.test(look.colour)
  const changed = 'origins' in read ? { ...entry, flowId, look, origins: read.origins } : null
  const isSame = JSON.stringify(changed) === JSON.stringify(entry)
  const notLive = flows.find((flow) => flow.id === flowId)?.live === null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed && !wrongColour) save.mutate(changed)
  }

  return (
    <form className={css.section} onSubmit={submit} aria-label={entry.name}>
      <div className={css.sectionHead}>
        <h2>
          {entry.name}
          {entry.name !== entry.id && <span className={css.chip}>{entry.id}</span>}
        </h2>
        {canChange && (
          <Button type="submit" disabled={isSame || !changed || wrongColour} loading={save.isPending}>
            {say('save')}
          </Button>
        )}
      </div>
      <fieldset disabled={!canChange} className={`${css.form} ${css.bare}`}>
        <NativeSelect
          label={say('entryFlow')}
          description={notLive ? say('entryNotLive') : say('entryFlowHint')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          data={flows.map((flow) => ({
            value: flow.id,
            label: `${textIn(flow.name, locale)}${flow.live ? ` · v${flow.live.number}` : ` · ${say('liveNone')}`}`,
          }))}
          value={flowId}
          onChange={(event) => setFlowId(event.target.value)}
        />
        <div className={css.columns}>
          <TextInput
            label={say('entryShop')}
            maxLength={60}
            value={look.shop}
            onChange={(event) => setLook({ ...look, shop: event.target.value })}
          />
          <TextInput
            label={say('entryLetter')}
            maxLength={2}
            value={look.letter}
            onChange={(event) => setLook({ ...look, letter: event.target.value })}
          />
          <ColorInput
            label={say('entryColour')}
            description={say('entryColourHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={wrongColour ? say('entryColourWrong') : null}
            value={look.colour}
            onChange={(colour) => setLook({ ...look, colour })}
            withEyeDropper={false}
          />
          <Textarea
            label={say('entryOrigins')}
            description={say('entryOriginsHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            error={'wrong' in read ? say('entryOriginWrong', { origin: read.wrong }) : null}
            autosize
            minRows={2}
            value={origins}
            onChange={(event) => setOrigins(event.target.value)}
          />
        </div>
        <Trouble text={save.error ? reasonOf(save.error, say) : null} />
      </fieldset>
      <div className={css.embed}>
        <p className={css.fieldLabel}>{say('entrySnippet')}</p>
        <p className={css.help}>{say('entrySnippetHint')}</p>
        <CopyLine text={snippetOf(entry.id, location.origin)} />
      </div>
    </form>
  )
}
