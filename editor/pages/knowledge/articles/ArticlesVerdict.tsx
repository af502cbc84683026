import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { type ArticleFilter, useArticles } from '../queries.ts'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'

interface Props {
  total: number
  shown: ArticleFilter
  show: (filter: ArticleFilter) => void
}

/** How the articles stand as a whole: the worst that is true, and what to do about it. */
export function ArticlesVerdict({ total, shown, show }: Props) {
  const say = useWords(words)
  const counts = {
    expired: useArticles({ filter: 'expired' }).data?.total,
    unhelpful: useArticles({ filter: 'unhelpful' }).data?.total,
    thin: useArticles({ filter: 'thin' }).data?.total,
  }
  const { expired, unhelpful, thin } = counts
  if (expired === undefined || unhelpful === undefined || thin === undefined) return null
  const [filter, title, lead] =
    expired > 0
      ? (['expired', say('verdictExpired', { count: expired }), say('verdictExpiredLead')] as const)
      : unhelpful > 0
        ? (['unhelpful', say('verdictUnhelpful', { count: unhelpful }), say('verdictUnhelpfulLead')] as const)
        : thin > 0
          ? ([
              'thin',
              thin === total ? say('verdictThinAll', { count: total }) : say('verdictThin', { total, count: thin }),
              say('verdictThinLead'),
            ] as const)
          : (['all', say('verdictGood', { count: total }), say('verdictGoodLead')] as const)
  return (
    <Verdict tone={filter === 'all' ? 'ok' : 'warn'} title={title} lead={lead}>
      {filter !== 'all' && filter !== shown && !(filter === 'thin' && thin === total) && (
        <Button onClick={() => show(filter)}>{say('showThese')}</Button>
      )}
    </Verdict>
  )
}
