import { IconArrowLeft } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useLocale, useWords } from '../../i18n/index.ts'
import { HealthBar } from '../library/HealthBar.tsx'
import { nameOf } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import { Confusions } from './Confusions.tsx'
import { Doubles } from './Doubles.tsx'
import type { Findings } from './filter.ts'
import { healthWords } from './health-words.ts'
import css from './Intents.module.css'
import type { Check } from './use-report.ts'
import { Verdict } from './Verdict.tsx'
import { words } from './words.ts'

interface Props {
  intents: readonly ListedIntent[]
  findings: Findings
  check: Check
  canWrite: boolean
}

const shownPairs = 5
const shownWeak = 6

/** How good the library is, and what to do: the sentence first, then what it stands on. */
export function Overview({ intents, findings, check, canWrite }: Props) {
  const say = useWords(words)
  const weak = intents
    .filter(({ health }) => health.state === 'empty' || health.state === 'weak')
    .sort((a, b) => b.usedBy.length - a.usedBy.length || a.health.wordings - b.health.wordings)
  return (
    <div className={css.overview}>
      <Link href="/intents" className={css.back}>
        <IconArrowLeft size={16} stroke={1.75} aria-hidden="true" />
        {say('back')}
      </Link>
      <Verdict intents={intents} weakest={weak[0]} check={check} />
      <Confusions confusions={findings.report?.confusions ?? []} intents={intents} canWrite={canWrite} most={shownPairs} />
      {weak.length > 0 && <Weak intents={weak} canWrite={canWrite} />}
      <Doubles pairs={findings.duplicates ?? []} canWrite={canWrite} />
    </div>
  )
}

function Weak({ intents, canWrite }: { intents: readonly ListedIntent[]; canWrite: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  return (
    <section aria-label={say('weak')}>
      <div className={css.blockHead}>
        <h3>
          {say('weak')} <span>{intents.length}</span>
        </h3>
        {intents.length > shownWeak && (
          <Link href="/intents?show=overview&only=weak" className={css.plain}>
            {say('showAll', { count: intents.length })}
          </Link>
        )}
      </div>
      <ul className={css.rows}>
        {intents.slice(0, shownWeak).map(({ intent, health }) => (
          <li key={intent.id}>
            <strong>{nameOf(intent, locale)}</strong>
            <HealthBar share={health.share} state={health.state} text={healthWords(health, say)} />
            <Link href={`/intents/${intent.id}`} className={css.plain}>
              {canWrite ? say('weakAdd') : say('openIt')}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
