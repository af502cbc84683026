import { ActionIcon, Button, Textarea } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Article } from '../../../../schemas/article.ts'
import { useWords } from '../../../i18n/index.ts'
import { HealthBar } from '../../library/HealthBar.tsx'
import { healthOf, wanted } from '../health.ts'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import own from './Article.module.css'
import { Proposals } from './Proposals.tsx'

const firstShown = 30

interface Props {
  draft: Article
  change: (add: readonly string[], take: readonly string[]) => Promise<void>
  canWrite: boolean
}

/** The other ways to ask: what there is, what visitors proposed, and a field that takes many at once. */
export function SimilarCard({ draft, change, canWrite }: Props) {
  const say = useWords(words)
  const [pasted, setPasted] = useState('')
  const [isWhole, setWhole] = useState(false)
  const { similar } = draft
  const news = newLines(pasted, [draft.question, ...similar])
  const missing = wanted - similar.length
  const shown = isWhole ? similar : similar.slice(0, firstShown)

  const add = async () => {
    await change(news, [])
      .then(() => setPasted(''))
      .catch(() => {})
  }
  return (
    <section className={css.card} aria-label={say('colSimilar')}>
      <div className={css.cardHead}>
        <h2>{say('colSimilar')}</h2>
        <HealthBar
          {...healthOf(similar.length)}
          text={`${say(similar.length > wanted ? 'similarMany' : 'similarOf', { count: similar.length })} · ${
            missing > 0 ? say('similarFew', { count: missing }) : say('similarEnough')
          }`}
        />
      </div>
      {similar.length === 0 && <p className={css.lead}>{say('similarNone')}</p>}
      <ul className={own.lines}>
        {shown.map((text) => (
          <li key={text}>
            <span lang={draft.locale}>{text}</span>
            {canWrite && (
              <ActionIcon
                variant="subtle"
                color="gray"
                className={css.quiet}
                size={24}
                aria-label={say('removeLine', { text })}
                onClick={() => void change([], [text]).catch(() => {})}
              >
                <IconX size={14} stroke={1.75} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {similar.length > shown.length && (
        <button type="button" className={css.text} onClick={() => setWhole(true)}>
          {say('similarRest', { count: similar.length - shown.length })}
        </button>
      )}
      {canWrite && (
        <form
          className={own.paste}
          onSubmit={(event) => {
            event.preventDefault()
            if (news.length > 0) void add()
          }}
        >
          <Textarea
            aria-label={say('similarHint')}
            placeholder={say('similarPlaceholder')}
            autosize
            minRows={2}
            maxRows={12}
            value={pasted}
            onChange={(event) => setPasted(event.target.value)}
          />
          <div className={css.tools}>
            <p className={css.hint}>{say('similarHint')}</p>
            <Button type="submit" disabled={news.length === 0}>
              {news.length > 0 ? say('similarAdd', { count: news.length }) : say('add')}
            </Button>
          </div>
        </form>
      )}
      <Proposals article={draft.id} canWrite={canWrite} />
    </section>
  )
}

/** The lines of a paste that are new, without their bullets and numbers. */
function newLines(pasted: string, there: readonly string[]): string[] {
  const lines = pasted.split(/\r?\n/).map((line) =>
    line
      .replace(/^\s*(?:[-*•·]|\d+[.、)）])\s*/, '')
      .trim()
      .slice(0, 500),
  )
  return [...new Set(lines)].filter((line) => line !== '' && !there.includes(line))
}
