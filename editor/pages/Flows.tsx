import { Button } from '@mantine/core'
import { IconDownload, IconPlus, IconSitemap, IconUpload } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useWords } from '../i18n/index.ts'
import { useFlows, useSession } from '../queries.ts'
import { EmptyState } from './EmptyState.tsx'
import { Frame, ScreenSwitches } from './Frame.tsx'
import { exportFlows } from './flows/bundle-files.ts'
import { FlowTable } from './flows/FlowTable.tsx'
import { type FlowFilter, filters, flowsIn } from './flows/filter.ts'
import css from './Page.module.css'
import { TryAgain } from './TryAgain.tsx'
import { words } from './words.ts'

// dialogs come when they are opened
const NewFlow = lazy(() => import('./flows/NewFlow.tsx').then((file) => ({ default: file.NewFlow })))
const ImportFlows = lazy(() => import('./flows/ImportFlows.tsx').then((file) => ({ default: file.ImportFlows })))

/** The list of flows: what is live, what waits to be published, who is chatting. */
export default function Flows() {
  const say = useWords(words)
  const flows = useFlows()
  const { data: me } = useSession()
  const [search, setSearch] = useSearchParams()
  const [making, setMaking] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const all = flows.data?.flows ?? []
  const canWrite = me?.role === 'owner' || me?.role === 'operator'
  const chosen = filters.find((each) => each === search.get('show')) ?? 'all'
  const shown = flowsIn(all, chosen)

  const actions = (
    <>
      <ScreenSwitches />
      {canWrite && (
        <>
          <Button leftSection={<IconUpload size={16} stroke={1.75} />} onClick={() => chooser.current?.click()}>
            {say('importFile')}
          </Button>
          {all.length > 0 && (
            <Button leftSection={<IconDownload size={16} stroke={1.75} />} onClick={() => void exportFlows()}>
              {say('exportAll')}
            </Button>
          )}
          <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => setMaking(true)}>
            {say('newFlow')}
          </Button>
          <input
            ref={chooser}
            type="file"
            accept="application/json,.json"
            hidden
            aria-label={say('importFile')}
            onChange={(event) => {
              setFile(event.target.files?.[0] ?? null)
              event.target.value = ''
            }}
          />
        </>
      )}
    </>
  )

  return (
    <Frame bar={<h1 className={css.title}>{say('flows')}</h1>} actions={actions}>
      <div className={css.page}>
        {flows.error && all.length === 0 ? (
          <TryAgain error={flows.error} retry={() => void flows.refetch()} />
        ) : !flows.data ? null : all.length === 0 ? (
          <FirstFlow canWrite={canWrite} make={() => setMaking(true)} />
        ) : (
          <>
            <div className={css.head}>
              <p className={css.lead}>{say('flowsLead')}</p>
              <FilterWords
                chosen={chosen}
                choose={(filter) => setSearch(filter === 'all' ? {} : { show: filter })}
                countOf={(filter) => flowsIn(all, filter).length}
              />
            </div>
            {shown.length > 0 ? <FlowTable flows={shown} canWrite={canWrite} /> : <p className={css.none}>{say('filterEmpty')}</p>}
          </>
        )}
      </div>
      <Suspense fallback={null}>
        {making && <NewFlow close={() => setMaking(false)} />}
        {file && <ImportFlows file={file} close={() => setFile(null)} />}
      </Suspense>
    </Frame>
  )
}

const filterWords = {
  all: 'filterAll',
  draft: 'filterDraft',
  live: 'filterLive',
  never: 'filterNever',
  archived: 'filterArchived',
} as const

function FilterWords({
  chosen,
  choose,
  countOf,
}: {
  chosen: FlowFilter
  choose: (filter: FlowFilter) => void
  countOf: (filter: FlowFilter) => number
}) {
  const say = useWords(words)
  return (
    <fieldset className={css.filters} aria-label={say('filters')}>
      {filters.map((filter) => {
        const size = countOf(filter)
        if (size === 0 && filter !== 'all' && filter !== chosen) return null
        return (
          <button key={filter} type="button" aria-pressed={filter === chosen} onClick={() => choose(filter)}>
            {say(filterWords[filter])} <span>{size}</span>
          </button>
        )
      })}
    </fieldset>
  )
}

function FirstFlow({ canWrite, make }: { canWrite: boolean; make: () => void }) {
  const say = useWords(words)
  return (
    <EmptyState icon={<IconSitemap size={24} stroke={1.75} />} title={say('emptyTitle')} lead={say('emptyLead')}>
      <ol className={css.steps}>
        <li>{say('emptyStep1')}</li>
        <li>{say('emptyStep2')}</li>
        <li>{say('emptyStep3')}</li>
      </ol>
      {canWrite && (
        <Button variant="filled" leftSection={<IconPlus size={16} stroke={1.75} />} onClick={make}>
          {say('newFlow')}
        </Button>
      )}
    </EmptyState>
  )
}
