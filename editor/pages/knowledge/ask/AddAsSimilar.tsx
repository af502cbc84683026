import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { newId } from '../../../canvas/new-id.ts'
import { useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import { type Asked, useCanWrite } from '../queries.ts'
import { words } from '../words.ts'
import { ArticlePicker } from './ArticlePicker.tsx'
import own from './TryBox.module.css'

/** Teaches from what was just asked: it becomes a similar question of an article, or an article of its own. */
export function AddAsSimilar({ asked, question }: { asked: Asked; question: string }) {
  const say = useWords(words)
  const canWrite = useCanWrite()
  const changes = useChanges()
  const [, go] = useLocation()
  const [busy, setBusy] = useState(false)
  const [isChoosing, setChoosing] = useState(false)
  if (!canWrite) return null
  if (asked.articles[0]?.closest === question) return <p className={css.hint}>{say('alreadyThere')}</p>

  const add = async (article: string) => {
    setBusy(true)
    await changes.articles([{ do: 'add', article, similar: [question] }], { text: say('didAdd', { count: 1 }) }).catch(() => {})
    setBusy(false)
    setChoosing(false)
  }
  return (
    <div className={own.add}>
      <p className={own.addTitle}>{say('addAs')}</p>
      {asked.articles.map((each) => (
        <Button
          key={each.article}
          size="xs"
          disabled={busy}
          leftSection={<IconPlus size={14} stroke={1.75} />}
          onClick={() => void add(each.article)}
          title={each.question}
        >
          {say('addTo', { question: each.question })}
        </Button>
      ))}
      <div className={css.buttons}>
        <button type="button" className={css.text} onClick={() => setChoosing(!isChoosing)} aria-expanded={isChoosing}>
          {say('addOther')}
        </button>
        <button
          type="button"
          className={css.text}
          onClick={() => go(`/knowledge/articles/${newId('article')}`, { state: { fresh: { question } } })}
        >
          {say('writeIt')}
        </button>
      </div>
      {isChoosing && <ArticlePicker choose={({ id }) => void add(id)} />}
    </div>
  )
}
