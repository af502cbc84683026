import { IconArrowsExchange } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import pageCss from '../../Page.module.css'
import { TryAgain } from '../../TryAgain.tsx'
import { TryBox } from '../ask/TryBox.tsx'
import css from '../Knowledge.module.css'
import { ListActions } from '../ListActions.tsx'
import { useCanWrite, useSuggestions, useVocabulary } from '../queries.ts'
import { Reading } from '../Reading.tsx'
import { SearchField } from '../SearchField.tsx'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'
import { GroupLine, NewGroup } from './GroupLine.tsx'
import { ShopWords } from './ShopWords.tsx'
import { Suggestions } from './Suggestions.tsx'
import own from './Synonyms.module.css'

const searchedFrom = 12
const mostShown = 200

/** Words that mean the same, one group a line; what chats suggest; and words that only this shop uses. */
export function Synonyms() {
  const say = useWords(words)
  const canWrite = useCanWrite()
  const vocabulary = useVocabulary()
  const waiting = useSuggestions().data?.suggestions.length ?? 0
  const [search, setSearch] = useState('')
  if (vocabulary.error && !vocabulary.data) return <TryAgain error={vocabulary.error} retry={() => void vocabulary.refetch()} />
  if (!vocabulary.data) return <Reading />
  const { groups } = vocabulary.data
  const sought = search.toLowerCase()
  const shown = groups.filter((group) => group.words.some((word) => word.toLowerCase().includes(sought)))
  return (
    <div className={css.page}>
      <div className={css.main}>
        <Verdict
          tone="ok"
          icon={<IconArrowsExchange size={22} stroke={1.75} />}
          title={waiting > 0 ? say('synonymsWaiting', { count: waiting }) : say('synonymsTitle')}
          lead={say('synonymsLead')}
        />
        <Suggestions groups={groups} canWrite={canWrite} />
        <section className={css.card} aria-label={say('groups')}>
          <div className={css.cardHead}>
            <h2>
              {say('groups')} {groups.length > 0 && <span className={own.count}>{groups.length}</span>}
            </h2>
            <div className={css.toolsEnd}>
              {groups.length >= searchedFrom && <SearchField label={say('searchGroups')} value={search} search={setSearch} />}
              {canWrite && <ListActions what="synonyms" />}
            </div>
          </div>
          {canWrite && <NewGroup groups={groups} />}
          {groups.length === 0 ? (
            <p className={own.empty}>{say('groupsEmpty')}</p>
          ) : shown.length === 0 ? (
            <p className={pageCss.none}>{say('groupsFound')}</p>
          ) : (
            <ul className={own.lines}>
              {shown.slice(0, mostShown).map((group) => (
                <GroupLine key={group.id} group={group} groups={groups} canWrite={canWrite} />
              ))}
            </ul>
          )}
        </section>
        <ShopWords known={vocabulary.data.words} canWrite={canWrite} />
      </div>
      <aside className={css.side} aria-label={say('tryTitle')}>
        <TryBox />
      </aside>
    </div>
  )
}
