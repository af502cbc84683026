import { Button } from '@mantine/core'
import { IconArrowLeft, IconBookOff, IconTrash } from '@tabler/icons-react'
import { Link } from 'wouter'
import { useWords } from '../../../i18n/index.ts'
import { EmptyState } from '../../EmptyState.tsx'
import { TryAgain } from '../../TryAgain.tsx'
import { TryBox } from '../ask/TryBox.tsx'
import css from '../Knowledge.module.css'
import { useCanWrite } from '../queries.ts'
import { words } from '../words.ts'
import { AnswerCard } from './AnswerCard.tsx'
import own from './Article.module.css'
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
        <div className={css.tools}>
          <Link href="/knowledge" className={own.back}>
            <IconArrowLeft size={16} stroke={1.75} aria-hidden="true" />
            {say('backToArticles')}
          </Link>
          <div className={css.buttons}>
            <p className={own.state} data-state={state} role="status">
              {state === 'failed' ? say('unsaved') : isNew ? say('countsWhen') : ''}
            </p>
            {state === 'failed' && (
              <Button size="xs" onClick={() => void article.saveNow()}>
                {say('saveAgain')}
              </Button>
            )}
            {canWrite && !isNew && (
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                className={css.quiet}
                leftSection={<IconTrash size={14} stroke={1.75} />}
                onClick={() => void article.remove().catch(() => {})}
              >
                {say('removeArticle')}
              </Button>
            )}
          </div>
        </div>
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
