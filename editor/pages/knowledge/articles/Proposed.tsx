import { Link } from 'wouter'
import { useWords } from '../../../i18n/index.ts'
import pageCss from '../../Page.module.css'
import { Proposals } from '../article/Proposals.tsx'
import css from '../Knowledge.module.css'
import { useArticle, useProposals } from '../queries.ts'
import { words } from '../words.ts'

/** What visitors confirmed, article by article: approved in bulk, or not. */
export function Proposed({ canWrite }: { canWrite: boolean }) {
  const say = useWords(words)
  const proposals = useProposals()
  if (!proposals.data) return null
  const articles = new Set(proposals.data.reviews.flatMap((each) => each.article ?? []))
  if (articles.size === 0) return <p className={pageCss.none}>{say('proposedNone')}</p>
  return [...articles].map((id) => <OfArticle key={id} id={id} canWrite={canWrite} />)
}

function OfArticle({ id, canWrite }: { id: string; canWrite: boolean }) {
  const article = useArticle(id, true)
  const question = article.data?.article.question
  if (!question) return null
  return (
    <section className={css.card} aria-label={question}>
      <h2>
        <Link href={`/knowledge/articles/${encodeURIComponent(id)}`} className={css.plain}>
          {question}
        </Link>
      </h2>
      <Proposals article={id} canWrite={canWrite} />
    </section>
  )
}
