import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import { useProposals } from '../queries.ts'
import { words } from '../words.ts'
import own from './Article.module.css'

/** What visitors asked, were answered and found helpful: proposed, and nothing more until the operator agrees. */
export function Proposals({ article, canWrite }: { article: string; canWrite: boolean }) {
  const say = useWords(words)
  const changes = useChanges()
  const proposals = (useProposals().data?.reviews ?? []).filter((each) => each.article === article)
  // everything is chosen until one says otherwise
  const [unpicked, setUnpicked] = useState<readonly string[]>([])
  const [busy, setBusy] = useState(false)
  const picked = proposals.filter((each) => !unpicked.includes(each.id)).map((each) => each.id)
  if (proposals.length === 0) return null

  const decide = async (decision: { kind: 'similar'; article: string } | { kind: 'dismiss' }) => {
    setBusy(true)
    const text = say(decision.kind === 'similar' ? 'didApprove' : 'didDismiss', { count: picked.length })
    await changes.decide(picked, decision, { text }).catch(() => {})
    setBusy(false)
  }
  return (
    <section className={own.proposals} aria-label={say('proposals', { count: proposals.length })}>
      <div>
        <h3>{say('proposals', { count: proposals.length })}</h3>
        <p className={css.hint}>{say('proposalsLead')}</p>
      </div>
      <ul>
        {proposals.map((each) => (
          <li key={each.id}>
            <label lang={each.locale}>
              <input
                type="checkbox"
                disabled={!canWrite}
                checked={!unpicked.includes(each.id)}
                onChange={(event) => setUnpicked(event.target.checked ? unpicked.filter((id) => id !== each.id) : [...unpicked, each.id])}
              />
              {each.text}
            </label>
            <span className={css.hint}>{say('proposalTimes', { count: each.count })}</span>
          </li>
        ))}
      </ul>
      {canWrite && (
        <div className={css.buttons}>
          <Button disabled={busy || picked.length === 0} onClick={() => void decide({ kind: 'similar', article })}>
            {picked.length > 0 ? say('approve', { count: picked.length }) : say('approve')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            className={css.quiet}
            disabled={busy || picked.length === 0}
            onClick={() => void decide({ kind: 'dismiss' })}
          >
            {picked.length > 0 ? say('dismiss', { count: picked.length }) : say('dismiss')}
          </Button>
        </div>
      )}
    </section>
  )
}
