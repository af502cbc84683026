import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconGauge, IconRefresh } from '@tabler/icons-react'
import { count } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { nameOf, useIntentNames } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import { Progress } from '../library/Progress.tsx'
import { usePairs } from './Confusions.tsx'
import css from './Intents.module.css'
import type { Check } from './use-report.ts'
import { words } from './words.ts'

/** Share of messages understood from which a library is good. */
const goodFrom = 0.85

/** One sentence: how good the library is; one more: what to do. */
export function Verdict({
  intents,
  weakest,
  check,
}: {
  intents: readonly ListedIntent[]
  weakest: ListedIntent | undefined
  check: Check
}) {
  const say = useWords(words)
  const locale = useLocale()
  const nameOfId = useIntentNames()
  const { data } = check
  const report = data?.report
  const pairs = usePairs(report?.confusions ?? [], intents)
  const isRunning = data?.state === 'running'
  if (!data) return <div className={css.verdict} aria-busy="true" />

  const accuracy = report?.accuracy ?? null
  const worst = pairs.find((pair) => pair.ways[0].to !== null)?.ways[0]
  const share = accuracy === null ? 0 : Math.round(accuracy * 100)
  const title =
    accuracy === null
      ? say(isRunning ? 'verdictRunning' : check.start ? 'verdictNone' : 'verdictFew')
      : worst?.to
        ? say('verdictPair', { share, one: nameOfId(worst.from), other: nameOfId(worst.to) })
        : say('verdict', { share })
  const next =
    accuracy === null
      ? null
      : weakest
        ? say(weakest.health.wordings === 0 ? 'verdictNext_empty' : 'verdictNext_weak', {
            name: nameOf(weakest.intent, locale),
            count: weakest.health.wordings,
          })
        : say(worst ? 'verdictNext_move' : 'verdictNext_good')
  const tone = accuracy === null ? 'none' : accuracy >= goodFrom ? 'good' : 'fair'
  return (
    <div className={css.verdict} data-tone={tone}>
      <span className={css.verdictIcon}>
        {tone === 'none' ? (
          <IconGauge size={24} stroke={1.75} />
        ) : tone === 'good' ? (
          <IconCircleCheck size={24} stroke={1.75} />
        ) : (
          <IconAlertTriangle size={24} stroke={1.75} />
        )}
      </span>
      <div className={css.verdictWords}>
        <h2>{title}</h2>
        {next && <p>{next}</p>}
        {report && accuracy !== null && (
          <p className={css.basis}>
            {say('verdictBasis', { messages: count(report.messages, locale) })}
            {report.directShare !== null && report.directPrecision !== null && (
              <>
                {locale === 'en' && ' '}
                {say('verdictDirect', { share: Math.round(report.directShare * 100), right: Math.round(report.directPrecision * 100) })}
              </>
            )}
          </p>
        )}
        {data.state === 'failed' && <p className={css.bad}>{say('verdictFailed')}</p>}
        {isRunning && <Progress share={data.share} label={say('progress')} text={(share) => say('progressAt', { share })} />}
      </div>
      {!isRunning && check.start && (
        <div className={css.verdictEnd}>
          <Button leftSection={<IconRefresh size={16} stroke={1.75} />} onClick={check.start}>
            {say(accuracy === null ? 'check' : 'checkAgain')}
          </Button>
          {data.isStale && accuracy !== null && <span className={css.stale}>{say('stale')}</span>}
        </div>
      )}
    </div>
  )
}
