import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconGauge, IconRefresh } from '@tabler/icons-react'
import { count } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { Definition } from '../library/Definition.tsx'
import { nameOf, useIntentNames } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import { Progress } from '../library/Progress.tsx'
import { usePairs } from './Confusions.tsx'
import { wrongAnswers } from './fixes.ts'
import css from './Intents.module.css'
import { OutcomeBar } from './OutcomeBar.tsx'
import { outcomesOf } from './outcomes.ts'
import type { Check } from './use-report.ts'
import { words } from './words.ts'

/** Of 100 wordings that it never saw, a good library has no more answered wrongly. */
const goodTo = 4

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

  const outcomes = report ? outcomesOf(report) : null
  const worst = pairs.find((pair) => wrongAnswers(pair) > 0)?.ways[0]
  const title = outcomes
    ? say(outcomes.wrong === 0 ? 'verdictNever' : 'verdict', { wrong: outcomes.wrong })
    : say(isRunning ? 'verdictRunning' : check.start ? 'verdictNone' : 'verdictFew')
  const next = !outcomes
    ? null
    : weakest
      ? say(weakest.health.wordings === 0 ? 'verdictNext_empty' : 'verdictNext_weak', {
          name: nameOf(weakest.intent, locale),
          count: weakest.health.wordings,
        })
      : worst?.to
        ? say('verdictNext_pair', { one: nameOfId(worst.from), other: nameOfId(worst.to) })
        : say('verdictNext_good')
  const tone = !outcomes ? 'none' : outcomes.wrong <= goodTo ? 'good' : 'fair'
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
        {outcomes && report && (
          <>
            <OutcomeBar outcomes={outcomes} />
            <p className={css.basis}>
              <Definition about={[say('accuracyWhat'), say('accuracyHard'), say('accuracyUse')]}>
                {say('accuracy', { share: outcomes.right + outcomes.hesitantRight })}
              </Definition>
              <span>{say('verdictBasis', { messages: count(report.messages, locale) })}</span>
            </p>
          </>
        )}
        {data.state === 'failed' && <p className={css.bad}>{say('verdictFailed')}</p>}
        {isRunning && <Progress share={data.share} label={say('progress')} text={(share) => say('progressAt', { share })} />}
      </div>
      {!isRunning && check.start && (
        <div className={css.verdictEnd}>
          <Button leftSection={<IconRefresh size={16} stroke={1.75} />} onClick={check.start}>
            {say(outcomes ? 'checkAgain' : 'check')}
          </Button>
          {data.isStale && outcomes && <span className={css.stale}>{say('stale')}</span>}
        </div>
      )}
    </div>
  )
}
