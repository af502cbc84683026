import { count } from '../../../i18n/format.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import css from '../Knowledge.module.css'
import type { ListedArticle } from '../queries.ts'
import { words } from '../words.ts'
import own from './Article.module.css'

/** How often the article answered, and what visitors said of it. */
export function Tally({ tally }: { tally: ListedArticle['tally'] }) {
  const say = useWords(words)
  const locale = useLocale()
  if (tally.answered === 0) return null
  const figures = [
    ['doesAnswered', tally.answered],
    ['doesHelpful', tally.helpful],
    ['doesUnhelpful', tally.unhelpful],
  ] as const
  return (
    <section className={css.card} aria-label={say('doing')}>
      <dl className={own.tally}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{count(value, locale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
