import { lazy, Suspense, useEffect, useState } from 'react'
import { useSearchParams } from 'wouter'
import { useStore } from 'zustand'
import type { Problem } from '../../schemas/problem.ts'
import { call } from '../call.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import { createDraft } from '../draft/create-draft.ts'
import type { Draft } from '../draft/store.ts'
import { currentLocale, useLocale, useWords } from '../i18n/index.ts'
import { createRehearsal, pathOf } from '../preview/rehearsal.ts'
import { TestChat } from '../preview/TestChat.tsx'
import { fieldOf } from '../problems/describe.ts'
import { ForemostProblem } from '../problems/Foremost.tsx'
import { ProblemList } from '../problems/List.tsx'
import { useProblems } from '../problems/use-problems.ts'
import { useFlows, useSession } from '../queries.ts'
import { VersionList } from '../versions/Versions.tsx'
import { VersionView } from '../versions/VersionView.tsx'
import { Frame } from './Frame.tsx'
import css from './flow/Flow.module.css'
import { FlowActions } from './flow/FlowActions.tsx'
import { FlowName } from './flow/FlowName.tsx'
import { FlowSettings } from './flow/FlowSettings.tsx'
import { useChangedBy, usePresent } from './flow/presence.ts'
import { SidePanel, type Tab } from './flow/SidePanel.tsx'
import { StateChips } from './flow/StateChips.tsx'
import { settled } from './flow/settled.ts'
import { VersionPanel } from './flow/VersionPanel.tsx'
import { Missing } from './Missing.tsx'
import { words } from './words.ts'

// what stands behind a click comes after the canvas is there
const loadForm = () => import('../forms/Form.tsx')
const NodeForm = lazy(() => loadForm().then((file) => ({ default: file.NodeForm })))
const PublishDialog = lazy(() => import('../versions/Publish.tsx').then((file) => ({ default: file.PublishDialog })))
const Json = lazy(() => import('../json/Json.tsx'))
const nothing: readonly Problem[] = []

/** One flow: canvas or JSON in the middle, settings, test and problems at the right. */
export default function Flow({ flowId }: { flowId: string }) {
  const [draft] = useState(() => createDraft(flowId, call))
  useEffect(() => draft.start(), [draft])
  const trouble = useStore(draft, (state) => state.trouble)
  return trouble === 'gone' || (trouble === 'refused' && !draft.getState().flow) ? <Missing /> : <Room draft={draft} />
}

function Room({ draft }: { draft: Draft }) {
  const say = useWords(words)
  const locale = useLocale()
  const { data: me } = useSession()
  const flow = useStore(draft, (state) => state.flow)
  const ownHead = useStore(draft, (state) => state.head)
  const head = useFlows().data?.flows.find((each) => each.id === draft.flowId) ?? ownHead
  const readOnly = me?.role !== 'owner' && me?.role !== 'operator'
  const isLoaded = flow !== null
  const problems = useProblems(flow)
  const people = usePresent(draft, me?.id ?? '')

  const [rehearsal] = useState(() => createRehearsal(draft.flowId, call, () => settled(draft), currentLocale()))
  const rehearsed = useStore(rehearsal)
  const [search, setSearch] = useSearchParams()
  const json = search.get('view') === 'json'
  const [tab, setTab] = useState<Tab | null>(readOnly ? 'settings' : 'test')
  const [history, setHistory] = useState(false)
  const [viewing, setViewing] = useState<number | null>(null)
  const [selected, setSelected] = useState<string | null>(null)
  const [focusPath, setFocusPath] = useState<string | null>(null)
  const [publishing, setPublishing] = useState(false)
  const changedBy = useChangedBy(draft, me?.id ?? '', selected)

  useEffect(() => {
    if (isLoaded) void loadForm()
  }, [isLoaded])

  const select = (node: string | null) => {
    setSelected(node)
    setFocusPath(null)
    if (node) setTab('settings')
  }
  const jump = (problem: Problem) => {
    setHistory(false)
    setViewing(null)
    if (json) setSearch({})
    setTab('settings')
    setSelected(problem.nodeId ?? null)
    setFocusPath(fieldOf(problem))
  }
  const leaveHistory = () => {
    setHistory(false)
    setViewing(null)
  }

  const bar = (
    <>
      <FlowName draft={draft} readOnly={readOnly} />
      <StateChips draft={draft} head={head} readOnly={readOnly} />
    </>
  )
  const actions = (
    <FlowActions
      draft={draft}
      readOnly={readOnly}
      people={people}
      json={json}
      toggleJson={() => setSearch(json ? {} : { view: 'json' })}
      history={history}
      toggleHistory={() => (history ? leaveHistory() : setHistory(true))}
      openPanel={tab === null && !history ? () => setTab('settings') : null}
      publish={() => setPublishing(true)}
    />
  )
  const hasErrors = (problems ?? nothing).some((problem) => problem.severity === 'error')

  return (
    <Frame bar={bar} actions={actions}>
      <div className={css.body} data-panel={tab !== null || history || undefined}>
        <div className={css.stage}>
          {viewing !== null ? (
            <VersionView draft={draft} number={viewing} canRestore={!readOnly} back={leaveHistory} />
          ) : json ? (
            <Suspense fallback={null}>
              <Json draft={draft} problems={problems ?? nothing} readOnly={readOnly} />
            </Suspense>
          ) : (
            <Canvas
              draft={draft}
              locale={locale}
              selectedNode={selected}
              onSelect={select}
              problems={problems ?? nothing}
              path={pathOf(rehearsed)}
              readOnly={readOnly}
              person={me?.id ?? 'me'}
            >
              {flow && (
                <ForemostProblem
                  problems={problems}
                  flow={flow}
                  jump={jump}
                  showAll={() => setTab('problems')}
                  edit={(operations) => draft.edit(operations)}
                />
              )}
            </Canvas>
          )}
          {changedBy && (
            <p className={css.note} role="status">
              {say('bothKept', { name: changedBy })}
            </p>
          )}
        </div>
        {history ? (
          <VersionPanel close={leaveHistory}>
            <VersionList flowId={draft.flowId} viewing={viewing} view={setViewing} />
          </VersionPanel>
        ) : (
          tab && (
            <SidePanel
              tab={tab}
              choose={setTab}
              close={() => setTab(null)}
              canTest={!readOnly}
              problemCount={problems?.length ?? 0}
              hasErrors={hasErrors}
            >
              {tab === 'settings' &&
                (selected && flow?.nodes.some((node) => node.id === selected) ? (
                  <Suspense fallback={null}>
                    <NodeForm
                      key={selected}
                      draft={draft}
                      nodeId={selected}
                      locale={locale}
                      problems={problems ?? nothing}
                      focusPath={focusPath}
                      readOnly={readOnly}
                    />
                  </Suspense>
                ) : (
                  <FlowSettings draft={draft} readOnly={readOnly} />
                ))}
              {tab === 'test' && flow && <TestChat rehearsal={rehearsal} flow={flow} open={select} />}
              {tab === 'problems' && flow && (
                <ProblemList
                  problems={problems}
                  flow={flow}
                  jump={jump}
                  edit={readOnly ? undefined : (operations) => draft.edit(operations)}
                />
              )}
            </SidePanel>
          )
        )}
      </div>
      <Suspense fallback={null}>
        {publishing && head && (
          <PublishDialog draft={draft} head={head} problems={problems ?? nothing} jump={jump} close={() => setPublishing(false)} />
        )}
      </Suspense>
    </Frame>
  )
}
