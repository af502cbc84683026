import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { id } from '../../../schemas/name.ts'
import { textIn } from '../../../schemas/text.ts'
import { call } from '../../call.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import type { FlowHead } from '../flows/filter.ts'
import css from '../Page.module.css'
import { Trouble } from '../Trouble.tsx'
import { reasonOf } from '../TryAgain.tsx'
import { words } from '../words.ts'

/** Adds an entry with a plain look, to be refined in its section. */
export function NewEntry({ flows, taken, close }: { flows: readonly FlowHead[]; taken: readonly string[]; close: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const [entryId, setEntryId] = useState('')
  const [shop, setShop] = useState('')
  const [flowId, setFlowId] = useState(flows[0]?.id ?? '')
  const isWrong = entryId !== '' && (!id.safeParse(entryId).success || taken.includes(entryId))
  const look = { shop: shop.trim(), colour: '#183C34', letter: [...shop.trim()][0] ?? '' }
  const create = useChange(
    () => call('putEntry', { params: { id: entryId }, body: { id: entryId, flowId, name: shop.trim(), look, origins: [] } }),
    [keys.entries],
  )

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!isWrong) create.mutate(undefined, { onSuccess: close })
  }

  return (
    <Modal opened onClose={close} title={say('newEntry')} closeButtonProps={{ 'aria-label': say('close') }}>
      <form className={css.form} onSubmit={submit}>
        <TextInput
          label={say('entryShop')}
          data-autofocus
          required
          withAsterisk={false}
          maxLength={60}
          value={shop}
          onChange={(event) => setShop(event.target.value)}
        />
        <TextInput
          label={say('entryId')}
          description={say('entryIdHint')}
          error={isWrong ? say('entryIdWrong') : null}
          required
          withAsterisk={false}
          maxLength={64}
          value={entryId}
          onChange={(event) => setEntryId(event.target.value)}
        />
        <NativeSelect
          label={say('entryFlow')}
          data={flows.map((flow) => ({ value: flow.id, label: textIn(flow.name, locale) }))}
          value={flowId}
          onChange={(event) => setFlowId(event.target.value)}
        />
        <Trouble text={create.error ? reasonOf(create.error, say) : null} />
        <div className={css.buttons}>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button type="submit" variant="filled" loading={create.isPending} disabled={isWrong || !entryId || !shop.trim()}>
            {say('create')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
