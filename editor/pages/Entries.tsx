import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../i18n/index.ts'
import { useEntries, useFlows, useSession } from '../queries.ts'
import { EmptyState } from './EmptyState.tsx'
import { EntrySection } from './entries/EntrySection.tsx'
import { NewEntry } from './entries/NewEntry.tsx'
import { Frame, ScreenSwitches } from './Frame.tsx'
import css from './Page.module.css'
import { TryAgain } from './TryAgain.tsx'
import { words } from './words.ts'

/** Where customers find the shop, and which flow answers there. */
export default function Entries() {
  const say = useWords(words)
  const entries = useEntries()
  const flows = useFlows()
  const { data: me } = useSession()
  const [making, setMaking] = useState(false)
  const isOwner = me?.role === 'owner'
  const list = entries.data?.entries ?? []
  const available = (flows.data?.flows ?? []).filter((flow) => !flow.archived)

  const actions = (
    <>
      <ScreenSwitches />
      {isOwner && available.length > 0 && (
        <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setMaking(true)}>
          {say('newEntry')}
        </Button>
      )}
    </>
  )
  const ready = entries.data && flows.data
  return (
    <Frame bar={<h1 className={css.title}>{say('entries')}</h1>} actions={actions}>
      <div className={`${css.page} ${css.narrow}`}>
        {entries.error && !entries.data ? (
          <TryAgain error={entries.error} retry={() => void entries.refetch()} />
        ) : !ready ? null : list.length === 0 ? (
          <EmptyState
            icon={<IconBuildingStore size={24} stroke={1.75} />}
            title={say('emptyEntriesTitle')}
            lead={say('emptyEntriesLead')}
          />
        ) : (
          <>
            <div className={css.head}>
              <p className={css.lead}>{isOwner ? say('entriesLead') : `${say('entriesLead')} ${say('entryOnlyOwner')}`}</p>
            </div>
            {list.map((entry) => (
              <EntrySection key={entry.id} entry={entry} flows={available} canChange={isOwner} />
            ))}
          </>
        )}
      </div>
      {making && <NewEntry flows={available} taken={list.map((each) => each.id)} close={() => setMaking(false)} />}
    </Frame>
  )
}
