import { Button, Modal } from '@mantine/core'
import { useEffect, useState } from 'react'
import { problemWords } from '../../../schemas/problem-codes.ts'
import { readJson } from '../../../schemas/read.ts'
import { CallError, call } from '../../call.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import css from '../Page.module.css'
import { Trouble } from '../Trouble.tsx'
import { reasonOf } from '../TryAgain.tsx'
import { words } from '../words.ts'
import { flowNameIn, placeInBundle } from './bundle-words.ts'

type Report = Awaited<ReturnType<typeof call<'importBundle'>>>
const changeWords = { new: 'importNew', changed: 'importChanged', same: 'importSame' } as const

/** Shows what a file would bring before anything is brought in. */
export function ImportFlows({ file, close }: { file: File; close: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const [bundle, setBundle] = useState<unknown>(null)
  const [report, setReport] = useState<Report | null>(null)
  const [trouble, setTrouble] = useState<string | null>(null)
  const bring = useChange(() => call('importBundle', { body: bundle, timeout: 60_000 }), [keys.flows, keys.library])

  useEffect(() => {
    setReport(null)
    setTrouble(null)
    let isCurrent = true
    const look = async () => {
      const read = readJson(await file.text())
      if ('problem' in read) throw new CallError('invalid', 422, 'not JSON', [read.problem])
      const found = await call('importBundle', { query: { dry: 'true' }, body: read.value, timeout: 60_000 })
      if (!isCurrent) return
      setBundle(read.value)
      setReport(found)
    }
    look().catch((error: unknown) => {
      if (!isCurrent) return
      const problems = error instanceof CallError ? error.problems : []
      const why = problems.slice(0, 3).map((problem) => `${problem.path} ${problemWords(problem, locale)}`.trim())
      setTrouble(
        problems.length > 0
          ? [say('importBad'), ...why].join('\n')
          : error instanceof CallError && error.status === 422
            ? say('importBad')
            : reasonOf(error, say),
      )
    })
    return () => {
      isCurrent = false
    }
  }, [file, locale, say])

  const news = report?.flows.filter((each) => each.change !== 'same') ?? []
  const errors = report?.problems.filter((problem) => problem.severity === 'error') ?? []
  // what the flows here already lack is no news
  const unfinished =
    errors[0] && news.length > 0
      ? `${placeInBundle(bundle, errors[0], locale)}${locale === 'zh-CN' ? '：' : ': '}${problemWords(errors[0], locale)}`
      : null
  return (
    <Modal opened onClose={close} title={say('importTitle')} closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={css.form}>
        {report && <p className={css.lead}>{news.length > 0 ? say('importLead', { count: report.flows.length }) : say('importNothing')}</p>}
        {report && news.length > 0 && (
          <ul className={css.plainList}>
            {report.flows.map((each) => (
              <li key={each.id}>
                {flowNameIn(bundle, each.id, locale)}
                <span className={css.chip} data-tone={each.change === 'same' ? undefined : 'accent'}>
                  {say(changeWords[each.change])}
                </span>
              </li>
            ))}
          </ul>
        )}
        <Trouble text={trouble ?? (bring.error ? reasonOf(bring.error, say) : unfinished)} />
        <div className={css.buttons}>
          <Button onClick={close}>{say('cancel')}</Button>
          <Button
            variant="filled"
            disabled={news.length === 0}
            loading={bring.isPending}
            onClick={() => bring.mutate(undefined, { onSuccess: close })}
          >
            {say('importDo')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
