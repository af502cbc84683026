import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { newId } from '../../../canvas/new-id.ts'
import { count } from '../../../i18n/format.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { ArticlePicker } from '../ask/ArticlePicker.tsx'
import { sureness } from '../ask/sureness.ts'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import type { Cluster } from '../queries.ts'
import { words } from '../words.ts'
import own from './ClusterCard.module.css'

const fewShown = 4
/** Where the answer zones begin to offer an article. */
const leastAlike = 0.25

/** One question in many wordings, and the three things one can do about it. */
export function ClusterCard({ cluster, canWrite, isFirst }: { cluster: Cluster; canWrite: boolean; isFirst: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const changes = useChanges()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [isWhole, setWhole] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  const { text } = cluster
  // what hardly shares a word would be a trap, not an offer
  const article = cluster.article && cluster.article.confidence >= leastAlike ? cluster.article : undefined
  const reviews = cluster.reviews.map((each) => each.id)
  const others = cluster.reviews.filter((each) => each.text !== text)
  const shown = isWhole ? others : others.slice(0, fewShown)

  const decide = async (decision: { kind: 'similar'; article: string } | { kind: 'dismiss' }, done: string) => {
    setBusy(true)
    await changes.decide(reviews, decision, { text: done }).catch(() => {})
    setBusy(false)
  }
  const add = (chosen: { id: string; question: string }) =>
    decide({ kind: 'similar', article: chosen.id }, say('didCluster', { text, question: chosen.question }))
  return (
    <section className={css.card} aria-label={text}>
      <div className={own.head}>
        <h2>{text}</h2>
        <span>{say('unansweredTimes', { count: count(cluster.count, locale) })}</span>
      </div>
      {shown.length > 0 && (
        <ul className={own.others}>
          {shown.map((each) => (
            <li key={each.id}>{each.text}</li>
          ))}
          {others.length > shown.length && (
            <li data-more>
              <button type="button" className={css.text} onClick={() => setWhole(true)}>
                {say('unansweredAs', { count: others.length - shown.length })}
              </button>
            </li>
          )}
        </ul>
      )}
      {article && (
        <p className={own.nearest}>
          {say('nearest')}{' '}
          <Link href={`/knowledge/articles/${encodeURIComponent(article.id)}`} className={css.text}>
            {article.question}
          </Link>
          <span> · {say(sureness(article.confidence))}</span>
        </p>
      )}
      {canWrite && (
        <div className={css.buttons}>
          <Button
            variant={isFirst ? 'filled' : 'default'}
            disabled={busy}
            leftSection={<IconPencil size={16} stroke={1.75} />}
            onClick={() => go(`/knowledge/articles/${newId('article')}`, { state: { fresh: { question: text, reviews } } })}
          >
            {say('writeArticle')}
          </Button>
          {article && (
            <Button disabled={busy} leftSection={<IconPlus size={16} stroke={1.75} />} onClick={() => void add(article)}>
              {say('addHere')}
            </Button>
          )}
          <Button
            variant="subtle"
            color="gray"
            className={css.quiet}
            disabled={busy}
            aria-expanded={isChoosing}
            onClick={() => setChoosing(!isChoosing)}
          >
            {say('addElsewhere')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            className={css.quiet}
            disabled={busy}
            onClick={() => void decide({ kind: 'dismiss' }, say('didDismissCluster', { text }))}
          >
            {say('dismissCluster')}
          </Button>
        </div>
      )}
      {isChoosing && <ArticlePicker choose={(chosen) => void add(chosen)} />}
    </section>
  )
}
