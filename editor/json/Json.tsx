import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Flow } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import { problemWords } from '../../schemas/problem-codes.ts'
import type { Draft } from '../draft/store.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { useScheme } from '../scheme.ts'
import css from './Json.module.css'
import { locate } from './locate.ts'
import { type CodeEditor, loadMonaco, type Monaco, themeName } from './monaco.ts'
import { readChange, stretch, textOf } from './sync.ts'
import { words } from './words.ts'

const pause = 350

type Status =
  | { kind: 'same' | 'waiting' | 'broken' | 'loose' }
  | { kind: 'refused'; problems: Problem[] }
  | { kind: 'merged'; name: string }

interface Opened {
  monaco: Monaco
  editor: CodeEditor
}

/** The draft as JSON, both ways: what is written here becomes edits as soon as it is valid, and edits of others come in. */
export default function Json({ draft, problems, readOnly }: { draft: Draft; problems: readonly Problem[]; readOnly: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const { dark } = useScheme()
  const holder = useRef<HTMLDivElement>(null)
  const [opened, setOpened] = useState<Opened | 'failed' | null>(null)
  const [status, setStatus] = useState<Status>({ kind: 'same' })
  const flow = useStore(draft, (state) => state.flow)
  const isLoaded = flow !== null

  // opens the editor over the flow as it is then, and keeps both in step
  useEffect(() => {
    if (!isLoaded) return
    let close = () => {}
    let isHere = true
    loadMonaco().then(
      (monaco) => {
        const first = draft.getState().flow
        if (!isHere || !holder.current || !first) return
        const editor = openEditor(monaco, holder.current, draft.flowId, textOf(first), readOnly)
        const stop = keepInStep(editor, monaco, draft, first, setStatus)
        setOpened({ monaco, editor })
        close = () => {
          stop()
          editor.getModel()?.dispose()
          editor.dispose()
        }
      },
      () => isHere && setOpened('failed'),
    )
    return () => {
      isHere = false
      close()
    }
  }, [draft, isLoaded, readOnly])

  useEffect(() => {
    if (opened && opened !== 'failed') opened.monaco.editor.setTheme(themeName(dark))
  }, [opened, dark])

  useEffect(() => {
    if (!opened || opened === 'failed' || !flow) return
    const shown = (status.kind === 'refused' ? status.problems : problems).map((problem) => ({
      problem,
      text: problemWords(problem, locale),
    }))
    // while the text is no flow, positions of older problems would be wrong
    markProblems(opened, status.kind === 'broken' || status.kind === 'loose' || status.kind === 'waiting' ? [] : shown)
  }, [opened, problems, status, flow, locale])

  return (
    <div className={css.room}>
      <div className={css.editor} ref={holder}>
        {opened === null && <p className={css.loading}>{say('loading')}</p>}
        {opened === 'failed' && <p className={css.loading}>{say('failed')}</p>}
      </div>
      <p className={css.status} role="status" data-kind={status.kind}>
        {readOnly ? say('readOnly') : <StatusWords status={status} />}
      </p>
    </div>
  )
}

function StatusWords({ status }: { status: Status }) {
  const say = useWords(words)
  const locale = useLocale()
  if (status.kind === 'merged') return say('merged', { name: status.name })
  if (status.kind !== 'refused') return say(status.kind)
  const [first] = status.problems
  return say('refused', { count: status.problems.length, first: first ? `${first.path} ${problemWords(first, locale)}` : '' })
}

function openEditor(monaco: Monaco, holder: HTMLElement, flowId: string, text: string, readOnly: boolean): CodeEditor {
  const model = monaco.editor.createModel(text, 'json', monaco.Uri.parse(`inmemory://drafts/${encodeURIComponent(flowId)}.flow.json`))
  return monaco.editor.create(holder, {
    model,
    readOnly,
    automaticLayout: true,
    fontSize: 13,
    lineHeight: 20,
    fontFamily: 'var(--font-code)',
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    padding: { top: 12, bottom: 12 },
    tabSize: 2,
    wordWrap: 'on',
    ariaLabel: 'JSON',
    // the page's own styles stay the page's own
    useShadowDOM: false,
    fixedOverflowWidgets: true,
  })
}

/**
 * @param first the flow whose text the editor shows
 * @returns stops it
 */
function keepInStep(editor: CodeEditor, monaco: Monaco, draft: Draft, first: Flow, tell: (status: Status) => void): () => void {
  /** The flow that the text was last equal to: what is written is a change against it. */
  let base = first
  let isWriting = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let isOurs = false

  const show = (flow: Flow) => {
    const model = editor.getModel()
    const change = model && stretch(model.getValue(), textOf(flow))
    base = flow
    if (!model || !change) return
    isOurs = true
    const range = monaco.Range.fromPositions(model.getPositionAt(change.start), model.getPositionAt(change.end))
    model.pushEditOperations(editor.getSelections() ?? [], [{ range, text: change.text }], () => null)
    isOurs = false
  }

  const read = () => {
    const reading = readChange(editor.getValue(), base)
    if (reading.kind === 'refused') return tell({ kind: 'refused', problems: reading.problems })
    if (reading.kind === 'broken' || reading.kind === 'loose') return tell({ kind: reading.kind })
    isWriting = false
    if (reading.kind === 'changed') {
      base = reading.flow
      draft.edit(reading.operations)
    }
    catchUp()
    tell({ kind: 'same' })
  }

  /** The text follows the draft wherever they differ in what they say; own spacing and order stay. */
  const catchUp = () => {
    const now = draft.getState().flow
    if (now && readChange(editor.getValue(), now).kind !== 'same') show(now)
    else if (now) base = now
  }

  const typed = editor.onDidChangeModelContent(() => {
    if (isOurs) return
    isWriting = true
    clearTimeout(timer)
    timer = setTimeout(read, pause)
  })
  const changed = draft.subscribe((state, before) => {
    if (isWriting || state.flow === before.flow || !state.flow) return
    catchUp()
    if (state.fromOthers && state.fromOthers !== before.fromOthers) tell({ kind: 'merged', name: state.fromOthers.authorName })
  })
  return () => {
    clearTimeout(timer)
    if (isWriting) read()
    typed.dispose()
    changed()
  }
}

function markProblems({ monaco, editor }: Opened, found: readonly { problem: Problem; text: string }[]): void {
  const model = editor.getModel()
  if (!model) return
  const text = model.getValue()
  monaco.editor.setModelMarkers(
    model,
    'flow',
    found.map(({ problem, text: message }) => {
      const span = locate(text, problem.path)
      const start = model.getPositionAt(span.start)
      const end = model.getPositionAt(span.end)
      return {
        severity: problem.severity === 'error' ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
        message,
        startLineNumber: start.lineNumber,
        startColumn: start.column,
        endLineNumber: end.lineNumber,
        endColumn: end.column,
      }
    }),
  )
}
