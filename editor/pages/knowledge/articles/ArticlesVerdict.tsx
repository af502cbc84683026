import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { type ArticleFilter, useArticles, useProposals } from '../queries.ts'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'

interface Props {
  total: number
  shown: ArticleFilter | 'proposed'
  show: (filter: ArticleFilter | 'proposed') => void
}

/** How the articles stand as a whole: the worst that is true, and what to do about it. */
export function ArticlesVerdict({ total, shown, show }: Props) {
  const say = useWords(words)
  const expired = useArticles({ filter: 'expired' }).data?.total
  const unhelpful = useArticles({ filter: 'unhelpful' }).data?.total
  const thin = useArticles({ filter: 'thin' }).data?.total
  const proposed = useProposals().data?.open.confirmed
  if (expired === undefined || unhelpful === undefined || thin === undefined || proposed === undefined) return null
  const [filter, title, lead] =
    expired > 0
      ? (['expired', say('verdictExpired', { count: expired }), say('verdictExpiredLead')] as const)
      : proposed > 0
        ? (['proposed', say('verdictProposed', { count: proposed }), say('verdictProposedLead')] as const)
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
    <Verdict tone={filter === 'all' || filter === 'proposed' ? 'ok' : 'warn'} title={title} lead={lead}>
      {filter !== 'all' && filter !== shown && !(filter === 'thin' && thin === total) && (
        <Button onClick={() => show(filter)}>{say('showThese')}</Button>
      )}
    </Verdict>
  )
}
