import { Button, Modal } from '@mantine/core'
import { IconDownload, IconFileUpload } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { CallError, call } from '../../call.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { Trouble } from '../Trouble.tsx'
import { DropPlace } from './DropPlace.tsx'
import { useGuard } from './failure.ts'
import css from './ImportFile.module.css'
import { ImportReport } from './ImportReport.tsx'
import { type ImportKind, templateOf } from './import-templates.ts'
import { importStep } from './import-undo.ts'
import { words } from './import-words.ts'
import { useUndo } from './undo.ts'

/** What the server takes, less a third for how bytes travel in JSON. */
const largest = 6 * 1024 * 1024 - 64 * 1024
const patience = 120_000

type Report = Awaited<ReturnType<typeof call<'importTable'>>>

interface Props {
  what: ImportKind
  close: () => void
  /** Called when something was imported: lists are stale. */
  done: () => void
}

/** Brings a file in: choose it, see what would change and what is wrong with it, then import; the bar takes it back. */
export function ImportFile({ what, close, done }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const guard = useGuard()
  const [file, setFile] = useState<{ name: string; data: string } | null>(null)
  const [report, setReport] = useState<Report | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** Of two files chosen one after the other the later one counts. */
  const round = useRef(0)
  useEffect(
    () => () => {
      round.current++
    },
    [],
  )

  const reasonOf = (error: unknown): string => {
    if (!(error instanceof CallError)) return say('unreadable')
    if (error.status === 0) return say('offline')
    if (error.status === 413) return say('tooBig')
    return say(error.status === 400 || error.status === 415 || error.status === 422 ? 'unreadable' : 'failed')
  }
  const send = (chosen: { name: string; data: string }, dry: boolean) =>
    call('importTable', { body: { what, ...chosen, dry, locale }, timeout: patience })

  const look = async (chosen: File) => {
    const mine = ++round.current
    setReport(null)
    setTrouble(chosen.size > largest ? say('tooBig') : null)
    setFile(null)
    if (chosen.size > largest) return
    try {
      const read = { name: chosen.name.slice(-200), data: await base64(chosen) }
      if (mine !== round.current) return
      setFile(read)
      const found = await send(read, true)
      if (mine === round.current) setReport(found)
    } catch (error) {
      if (mine !== round.current) return
      setFile(null)
      setTrouble(reasonOf(error))
    }
  }
  const bring = async () => {
    if (!file) return
    setBusy(true)
    setTrouble(null)
    try {
      const brought = await send(file, false)
      if (brought.problems.length === 0) {
        const text = say('brought', { name: file.name, added: brought.added, changed: brought.changed })
        const step = importStep(text, brought.undo ?? {}, guard, done)
        if (step) useUndo.getState().remember(step)
        done()
        close()
      } else setReport(brought)
    } catch (error) {
      setTrouble(reasonOf(error))
    } finally {
      setBusy(false)
    }
  }
  const again = () => {
    round.current++
    setFile(null)
    setReport(null)
    setTrouble(null)
  }

  const news = report ? report.added + report.changed : 0
  return (
    <Modal opened onClose={close} title={say(`title_${what}`)} size={640} closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={css.body}>
        {!file && (
          <>
            <p className={css.lead}>{say('lead')}</p>
            <DropPlace take={(chosen) => void look(chosen)} />
            <div className={css.shape}>
              <p>{say(`shape_${what}`)}</p>
              <Button size="xs" leftSection={<IconDownload size={14} stroke={1.75} />} onClick={() => download(templateOf(what, locale))}>
                {say('template')}
              </Button>
            </div>
          </>
        )}
        {file && !report && !trouble && (
          <p className={css.reading} role="status">
            <IconFileUpload size={20} stroke={1.75} aria-hidden="true" />
            {say('reading', { name: file.name })}
          </p>
        )}
        {file && report && <ImportReport name={file.name} report={report} />}
        <Trouble text={trouble} />
        <div className={css.buttons}>
          {file && (
            <Button onClick={again} disabled={busy}>
              {say('another')}
            </Button>
          )}
          <span />
          <Button onClick={close}>{say('cancel')}</Button>
          {file && report && (
            <Button variant="filled" disabled={news === 0 || report.problems.length > 0} loading={busy} onClick={() => void bring()}>
              {news > 0 ? say('import', { count: news }) : say('import')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
}

function download({ name, text }: { name: string; text: string }): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 1_000)
}
