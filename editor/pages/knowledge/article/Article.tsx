import { Button } from '@mantine/core'
import { IconBookOff } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useWords } from '../../../i18n/index.ts'
import { EmptyState } from '../../EmptyState.tsx'
import { TryAgain } from '../../TryAgain.tsx'
import { TryBox } from '../ask/TryBox.tsx'
import { EntryHead } from '../EntryHead.tsx'
import css from '../Knowledge.module.css'
import { useCanWrite } from '../queries.ts'
import { words } from '../words.ts'
import { AnswerCard } from './AnswerCard.tsx'
import { Details } from './Details.tsx'
import { Preview } from './Preview.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import { SimilarCard } from './SimilarCard.tsx'
import { Tally } from './Tally.tsx'
import { useArticleDraft } from './use-article.ts'

/** One article: its question and wordings, its answer in both languages, when it counts, and how it looks in the chat. */
export function Article({ id }: { id: string }) {
  const say = useWords(words)
  const canWrite = useCanWrite()
  const article = useArticleDraft(id)
  const { draft, isNew, state } = article
  if (article.isGone)
    return (
      <EmptyState icon={<IconBookOff size={24} stroke={1.75} />} title={say('gone')} lead="">
        <Link href="/knowledge" className={css.text}>
          {say('backToArticles')}
        </Link>
      </EmptyState>
    )
  if (article.error) return <TryAgain error={article.error} retry={article.retry} />
  if (!draft) return null
  return (
    <div className={css.page}>
      <div className={css.main}>
        <EntryHead
          back={{ href: '/knowledge', text: say('backToArticles') }}
          state={state === 'failed' ? say('unsaved') : isNew ? say('countsWhen') : ''}
          hasFailed={state === 'failed'}
          remove={canWrite && !isNew ? { text: say('removeArticle'), act: article.remove } : undefined}
        >
          {state === 'failed' && (
            <Button size="xs" onClick={() => void article.saveNow()}>
              {say('saveAgain')}
            </Button>
          )}
        </EntryHead>
        <QuestionCard draft={draft} edit={article.edit} canWrite={canWrite} isNew={isNew} />
        <AnswerCard draft={draft} edit={article.edit} canWrite={canWrite} />
        <SimilarCard draft={draft} change={article.changeSimilar} canWrite={canWrite} />
        <Details draft={draft} edit={article.edit} canWrite={canWrite} />
      </div>
      <aside className={css.side} aria-label={say('preview')}>
        <Preview draft={draft} />
        {article.tally && <Tally tally={article.tally} />}
        <TryBox />
      </aside>
    </div>
  )
}
