import { Link } from 'wouter'
import { count } from '../../../i18n/format.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { HealthBar } from '../../library/HealthBar.tsx'
import page from '../../Page.module.css'
import { healthOf } from '../health.ts'
import { share } from '../numbers.ts'
import type { ListedArticle } from '../queries.ts'
import { words } from '../words.ts'
import css from './ArticleTable.module.css'

/** One row an article: its question, how well it is taught, whether it counts, and how it does. */
export function ArticleTable({ articles }: { articles: readonly ListedArticle[] }) {
  const say = useWords(words)
  return (
    <div className={css.panel}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say('colQuestion')}</th>
            <th scope="col">{say('colSimilar')}</th>
            <th scope="col">{say('colValidity')}</th>
            <th scope="col">{say('colDoes')}</th>
          </tr>
        </thead>
        <tbody>
          {articles.map((article) => (
            <ArticleRow key={article.id} article={article} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

const validityWords = { valid: 'valid', later: 'validLater', over: 'validOver' } as const

function ArticleRow({ article }: { article: ListedArticle }) {
  const say = useWords(words)
  const { similar, validity, tags, locale } = article
  return (
    <tr>
      <th scope="row">
        <Link href={`/knowledge/articles/${encodeURIComponent(article.id)}`} className={css.link} lang={locale}>
          {article.question}
        </Link>
        {(tags.length > 0 || locale) && (
          <span className={css.under}>
            {locale && <span>{say(locale === 'en' ? 'english' : 'chinese')}</span>}
            {tags.length > 0 && <span>{tags.join(' / ')}</span>}
          </span>
        )}
      </th>
      <td>
        <HealthBar
          {...healthOf(similar)}
          text={similar > 5 ? say('similarMany', { count: similar }) : say('similarOf', { count: similar })}
        />
      </td>
      <td className={css.validity} data-plain={validity === 'valid' || undefined}>
        {validity === 'valid' ? (
          <span className={css.faint}>{say('valid')}</span>
        ) : (
          <span className={page.chip} data-tone={validity === 'over' ? 'warn' : undefined}>
            {say(validityWords[validity])}
          </span>
        )}
      </td>
      <td>
        <Does tally={article.tally} />
      </td>
    </tr>
  )
}

/** "answered 120 · helpful 95 %", in two short lines. */
function Does({ tally }: { tally: ListedArticle['tally'] }) {
  const say = useWords(words)
  const locale = useLocale()
  if (tally.answered === 0) return <span className={css.does}>{say('neverAsked')}</span>
  const rated = tally.helpful + tally.unhelpful
  return (
    <span className={css.does}>
      <span>{say('answeredTimes', { count: count(tally.answered, locale) })}</span>
      {rated > 0 && (
        <strong data-tone={tally.unhelpful > tally.helpful ? 'warn' : undefined}>
          {say('helpfulShare', { share: share(tally.helpful / rated, locale) })}
        </strong>
      )}
    </span>
  )
}
