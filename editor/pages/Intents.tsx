import { Button, Tooltip } from '@mantine/core'
import { IconBulb, IconPlus, IconRocket, IconUpload } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useWords } from '../i18n/index.ts'
import { keys, queryClient, useFlows, useSession } from '../queries.ts'
import { EmptyState } from './EmptyState.tsx'
import { Frame, ScreenSwitches } from './Frame.tsx'
import { IntentDetail } from './intents/IntentDetail.tsx'
import { IntentList } from './intents/IntentList.tsx'
import css from './intents/Intents.module.css'
import { Overview } from './intents/Overview.tsx'
import { Sections } from './intents/Sections.tsx'
import { TryIt } from './intents/TryIt.tsx'
import { useReport } from './intents/use-report.ts'
import { words } from './intents/words.ts'
import { intentKeys, useIntents, useNearDuplicates } from './library/intent-queries.ts'
import { UndoBar, UndoButtons } from './library/UndoBar.tsx'
import page from './Page.module.css'
import { TryAgain } from './TryAgain.tsx'

// dialogs come when they are opened
const PublishLibrary = lazy(() => import('./intents/PublishLibrary.tsx').then((file) => ({ default: file.PublishLibrary })))
const ImportFile = lazy(() => import('./library/ImportFile.tsx').then((file) => ({ default: file.ImportFile })))
const NewIntent = lazy(() => import('./intents/NewIntent.tsx').then((file) => ({ default: file.NewIntent })))

/** What the bot understands: its intents, how well it tells them apart, and a place to try it. */
export default function Intents({ chosen }: { chosen: string | null }) {
  const say = useWords(words)
  const { data: me } = useSession()
  const canWrite = me?.role === 'owner' || me?.role === 'operator'
  const intents = useIntents()
  const [making, setMaking] = useState(false)
  const [importing, setImporting] = useState(false)
  const [publishing, setPublishing] = useState(false)
  const behind = useFlows().data?.flows.filter((flow) => flow.libraryChanged && !flow.archived) ?? []
  const all = useMemo(() => intents.data?.intents ?? [], [intents.data])
  const report = useReport({ intents: all, canStart: canWrite })
  const { data: near } = useNearDuplicates()
  const [, go] = useLocation()
  const [search] = useSearchParams()
  const listed = all.find(({ intent }) => intent.id === chosen)
  const findings = { report: report.data?.report, duplicates: near?.pairs }
  // a phone shows the list or what was chosen from it
  const isOpen = chosen !== null || search.get('show') === 'overview'

  const actions = (
    <>
      {canWrite && <UndoButtons />}
      <ScreenSwitches />
      {canWrite && (
        <Button className={css.wide} leftSection={<IconUpload size={16} stroke={1.75} />} onClick={() => setImporting(true)}>
          {say('importFile')}
        </Button>
      )}
      {canWrite && (
        <Button leftSection={<IconPlus size={16} stroke={1.75} />} disabled={!intents.data} onClick={() => setMaking(true)}>
          {say('newIntent')}
        </Button>
      )}
      {canWrite && (
        <Tooltip label={behind.length > 0 ? say('publishWaiting', { count: behind.length }) : say('publishUpToDate')}>
          <Button
            variant="filled"
            leftSection={<IconRocket size={16} stroke={1.75} />}
            data-disabled={behind.length === 0 || undefined}
            aria-disabled={behind.length === 0}
            onClick={() => behind.length > 0 && setPublishing(true)}
          >
            {say('publish')}
          </Button>
        </Tooltip>
      )}
    </>
  )

  return (
    <Frame bar={<Sections here="intents" />} actions={actions}>
      {intents.error && !intents.data ? (
        <TryAgain error={intents.error} retry={() => void intents.refetch()} />
      ) : !intents.data ? (
        <p className={page.none} role="status">
          {say('reading')}
        </p>
      ) : all.length === 0 ? (
        <FirstIntent make={canWrite ? () => setMaking(true) : null} />
      ) : (
        <div className={css.rooms} data-open={isOpen || undefined}>
          <IntentList intents={all} chosen={chosen} findings={findings} />
          <section className={css.main} aria-label={listed ? undefined : say('overview')}>
            {chosen === null ? (
              <Overview intents={all} findings={findings} check={report} canWrite={canWrite} />
            ) : listed ? (
              <IntentDetail
                key={chosen}
                listed={listed}
                intents={all}
                findings={findings}
                checking={report.data?.state === 'running' ? report.data.share : null}
                canWrite={canWrite}
              />
            ) : (
              <p className={page.none}>{say('missingIntent')}</p>
            )}
          </section>
          <TryIt canWrite={canWrite} />
        </div>
      )}
      {canWrite && <UndoBar />}
      <Suspense fallback={null}>
        {importing && (
          <ImportFile
            what="intents"
            close={() => setImporting(false)}
            done={() =>
              void Promise.all([intentKeys.all, keys.library, keys.flows].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
            }
          />
        )}
        {publishing && <PublishLibrary flows={behind} close={() => setPublishing(false)} />}
        {making && (
          <NewIntent
            intents={all}
            close={() => setMaking(false)}
            open={(id) => {
              setMaking(false)
              go(`/intents/${id}`)
            }}
          />
        )}
      </Suspense>
    </Frame>
  )
}

function FirstIntent({ make }: { make: (() => void) | null }) {
  const say = useWords(words)
  return (
    <EmptyState icon={<IconBulb size={24} stroke={1.75} />} title={say('emptyTitle')} lead={say('emptyLead')}>
      <ol className={page.steps}>
        <li>{say('emptyStep1')}</li>
        <li>{say('emptyStep2')}</li>
        <li>{say('emptyStep3')}</li>
      </ol>
      {make && (
        <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={make}>
          {say('newIntent')}
        </Button>
      )}
    </EmptyState>
  )
}
