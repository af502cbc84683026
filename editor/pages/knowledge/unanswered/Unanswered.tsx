import { IconMessageCheck, IconMessageQuestion } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { TryAgain } from '../../TryAgain.tsx'
import { TryBox } from '../ask/TryBox.tsx'
import { FirstSteps } from '../FirstSteps.tsx'
import css from '../Knowledge.module.css'
import { useCanWrite, useClusters } from '../queries.ts'
import { Reading } from '../Reading.tsx'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'
import { ClusterCard } from './ClusterCard.tsx'

/** What visitors asked and nothing answered, alike wordings together, the most frequent first. */
export function Unanswered() {
  const say = useWords(words)
  const canWrite = useCanWrite()
  const clusters = useClusters()
  if (clusters.error && !clusters.data) return <TryAgain error={clusters.error} retry={() => void clusters.refetch()} />
  if (!clusters.data) return <Reading text={say('unansweredReading')} />
  const list = clusters.data.clusters
  const [first] = list
  if (!first)
    return (
      <FirstSteps
        icon={<IconMessageCheck size={24} stroke={1.75} />}
        title={say('unansweredNone')}
        lead={say('unansweredNoneLead')}
        steps={[say('unansweredNoneStep1'), say('unansweredNoneStep2'), say('unansweredNoneStep3')]}
      />
    )
  return (
    <div className={css.page}>
      <div className={css.main}>
        <Verdict
          tone="warn"
          icon={<IconMessageQuestion size={22} stroke={1.75} />}
          title={say('unansweredVerdict', { text: first.text, count: first.count })}
          lead={say('unansweredLead', { count: list.length })}
        />
        {list.map((cluster, place) => (
          <ClusterCard key={cluster.reviews[0]?.id ?? cluster.text} cluster={cluster} canWrite={canWrite} isFirst={place === 0} />
        ))}
      </div>
      <aside className={css.side} aria-label={say('tryTitle')}>
        <TryBox />
      </aside>
    </div>
  )
}
