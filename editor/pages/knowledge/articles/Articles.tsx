import { NativeSelect } from '@mantine/core'
import { IconBook2 } from '@tabler/icons-react'
import { useLocation, useSearchParams } from 'wouter'
import { type Locale, locales } from '../../../../schemas/text.ts'
import { newId } from '../../../canvas/new-id.ts'
import { count } from '../../../i18n/format.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import pageCss from '../../Page.module.css'
import { TryAgain } from '../../TryAgain.tsx'
import { TryBox } from '../ask/TryBox.tsx'
import { FirstSteps } from '../FirstSteps.tsx'
import css from '../Knowledge.module.css'
import { ListActions } from '../ListActions.tsx'
import { Pager } from '../Pager.tsx'
import { type ArticleFilter, useAlike, useArticles, useCanWrite, useProposals } from '../queries.ts'
import { Reading } from '../Reading.tsx'
import { SearchField } from '../SearchField.tsx'
import { words } from '../words.ts'
import { Alike, AlikeVerdict } from './Alike.tsx'
import { ArticlesVerdict } from './ArticlesVerdict.tsx'
import { ArticleTable } from './ArticleTable.tsx'
import { Proposed } from './Proposed.tsx'

type Shown = ArticleFilter | 'proposed' | 'alike'
const filters: readonly Shown[] = ['all', 'proposed', 'thin', 'expired', 'unhelpful', 'alike']
const filterWords = {
  all: 'filterAll',
  proposed: 'filterProposed',
  thin: 'filterThin',
  expired: 'filterExpired',
  unhelpful: 'filterUnhelpful',
  alike: 'filterAlike',
} as const

/** All articles: how they stand, where to begin, and a box to try what they answer. */
export function Articles() {
  const say = useWords(words)
  const [search, setSearch] = useSearchParams()
  const [, go] = useLocation()
  const canWrite = useCanWrite()
  const shown = filters.find((each) => each === search.get('show')) ?? 'all'
  const locale = locales.find((each) => each === search.get('locale'))
  const tag = search.get('tag') ?? undefined
  const text = search.get('find') ?? ''
  const offset = Number(search.get('from') ?? 0) || 0
  const list = useArticles({ search: text, offset, filter: shown === 'alike' || shown === 'proposed' ? 'all' : shown, locale, tag })
  const whole = useArticles({})

  const change = (next: Record<string, string | undefined>) =>
    setSearch((before) => {
      for (const [name, value] of Object.entries({ from: undefined, ...next })) {
        if (value) before.set(name, value)
        else before.delete(name)
      }
      return before
    })
  const write = () => go(`/knowledge/articles/${newId('article')}`, { state: { fresh: { question: '' } } })

  const actions = canWrite && <ListActions what="articles" create={{ text: say('newArticle'), act: write }} />

  if (list.error && !list.data) return <TryAgain error={list.error} retry={() => void list.refetch()} />
  if (!list.data || !whole.data) return <Reading />
  if (whole.data.total === 0)
    return (
      <FirstSteps
        icon={<IconBook2 size={24} stroke={1.75} />}
        title={say('emptyTitle')}
        lead={say('emptyLead')}
        steps={[say('emptyStep1'), say('emptyStep2'), say('emptyStep3')]}
      >
        {actions}
      </FirstSteps>
    )

  return (
    <div className={css.page}>
      <div className={css.main}>
        {shown === 'alike' ? (
          <AlikeVerdict />
        ) : (
          <ArticlesVerdict total={whole.data.total} shown={shown} show={(show) => change({ show })} />
        )}
        <div className={css.tools}>
          <FilterWords shown={shown} total={whole.data.total} choose={(show) => change({ show: show === 'all' ? undefined : show })} />
          {actions}
        </div>
        {shown === 'alike' ? (
          <Alike canWrite={canWrite} />
        ) : shown === 'proposed' ? (
          <Proposed canWrite={canWrite} />
        ) : (
          <>
            <div className={css.tools}>
              <SearchField label={say('searchArticles')} value={text} search={(find) => change({ find })} />
              <div className={css.toolsEnd}>
                <NativeSelect
                  aria-label={say('filterLocale')}
                  w={140}
                  value={locale ?? ''}
                  data={[
                    { value: '', label: say('everyLocale') },
                    { value: 'zh-CN', label: say('chinese') },
                    { value: 'en', label: say('english') },
                  ]}
                  onChange={(event) => change({ locale: event.target.value as Locale | '' })}
                />
                {whole.data.tags.length > 0 && (
                  <NativeSelect
                    aria-label={say('filterTag')}
                    w={140}
                    value={tag ?? ''}
                    data={[{ value: '', label: say('everyTag') }, ...whole.data.tags]}
                    onChange={(event) => change({ tag: event.target.value })}
                  />
                )}
              </div>
            </div>
            {list.data.articles.length > 0 ? (
              <ArticleTable articles={list.data.articles} />
            ) : (
              <p className={pageCss.none}>{say('nothingFound')}</p>
            )}
            <Pager offset={offset} total={list.data.total} go={(from) => change({ from: from > 0 ? String(from) : undefined })} />
          </>
        )}
      </div>
      <aside className={css.side} aria-label={say('tryTitle')}>
        <TryBox />
      </aside>
    </div>
  )
}

function FilterWords({ shown, total, choose }: { shown: Shown; total: number; choose: (shown: Shown) => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const alike = useAlike()
  const counts: Record<Shown, number | undefined> = {
    all: total,
    thin: useArticles({ filter: 'thin' }).data?.total,
    expired: useArticles({ filter: 'expired' }).data?.total,
    unhelpful: useArticles({ filter: 'unhelpful' }).data?.total,
    alike: alike.data?.pairs.length,
    proposed: useProposals().data?.open.confirmed,
  }
  return (
    <fieldset className={pageCss.filters} aria-label={say('filters')}>
      {filters
        .filter((each) => each === 'all' || each === shown || (counts[each] ?? 0) > 0)
        .map((each) => (
          <button key={each} type="button" aria-pressed={each === shown} onClick={() => choose(each)}>
            {say(filterWords[each])} {counts[each] !== undefined && <span>{count(counts[each], locale)}</span>}
          </button>
        ))}
    </fieldset>
  )
}
