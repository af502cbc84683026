import { useWords } from '../../../i18n/index.ts'
import { useArticles } from '../queries.ts'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'

/** How the articles stand as a whole: the worst that is true, and what to do about it. */
export function ArticlesVerdict({ total }: { total: number }) {
  const say = useWords(words)
  const expired = useArticles({ filter: 'expired' }).data?.total
  const unhelpful = useArticles({ filter: 'unhelpful' }).data?.total
  const thin = useArticles({ filter: 'thin' }).data?.total
  if (expired === undefined || unhelpful === undefined || thin === undefined) return null
  if (expired > 0) return <Verdict tone="warn" title={say('verdictExpired', { count: expired })} lead={say('verdictExpiredLead')} />
  if (unhelpful > 0) return <Verdict tone="warn" title={say('verdictUnhelpful', { count: unhelpful })} lead={say('verdictUnhelpfulLead')} />
  if (thin > 0) return <Verdict tone="warn" title={say('verdictThin', { total, count: thin })} lead={say('verdictThinLead')} />
  return <Verdict tone="ok" title={say('verdictGood', { count: total })} lead={say('verdictGoodLead')} />
}
