import { Button } from '@mantine/core'
import { IconArrowMerge } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { parseRich } from '../../../../schemas/rich.ts'
import { textIn } from '../../../../schemas/text.ts'
import { call } from '../../../call.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import pageCss from '../../Page.module.css'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import { share } from '../numbers.ts'
import { useAlike, useArticle } from '../queries.ts'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'
import own from './Alike.module.css'
import { mergeChanges } from './merge.ts'

type Pair = Awaited<ReturnType<typeof call<'listArticleDuplicates'>>>['pairs'][number]

/** Articles that compete for the same questions, and the one click that makes them one. */
export function Alike({ canWrite }: { canWrite: boolean }) {
  const say = useWords(words)
  const alike = useAlike()
  const pairs = alike.data?.pairs ?? []
  if (!alike.data) return null
  if (pairs.length === 0) return <p className={pageCss.none}>{say('alikeNone')}</p>
  return (
    <>
      {pairs.map((pair) => (
        <PairCard key={`${pair.first.id} ${pair.second.id}`} pair={pair} canWrite={canWrite} />
      ))}
    </>
  )
}

/** How many there are, and why one would make them one. */
export function AlikeVerdict() {
  const say = useWords(words)
  const pairs = useAlike().data?.pairs.length ?? 0
  if (pairs === 0) return null
  const icon = <IconArrowMerge size={22} stroke={1.75} />
  return <Verdict tone="warn" icon={icon} title={say('alikeVerdict', { count: pairs })} lead={say('alikeLead')} />
}

function PairCard({ pair, canWrite }: { pair: Pair; canWrite: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const changes = useChanges()
  const [busy, setBusy] = useState(false)
  const merge = async (keep: Pair['first'], drop: Pair['first']) => {
    setBusy(true)
    try {
      const [kept, dropped] = await Promise.all([keep, drop].map(({ id }) => call('readArticle', { params: { id } })))
      if (kept && dropped)
        await changes.articles(mergeChanges(kept.article, dropped.article), {
          text: say('merged', { from: drop.question, into: keep.question }),
        })
    } catch {
      // said in the bar
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className={css.card}>
      <p className={css.hint}>{say('alikeShare', { share: share(pair.similarity, locale) })}</p>
      <div className={own.pair}>
        {[
          { keep: pair.first, drop: pair.second },
          { keep: pair.second, drop: pair.first },
        ].map(({ keep, drop }) => (
          <div key={keep.id} className={own.side}>
            <Side id={keep.id} question={keep.question} />
            {canWrite && (
              <Button size="xs" disabled={busy} onClick={() => void merge(keep, drop)} aria-label={`${say('keepThis')}: ${keep.question}`}>
                {say('keepThis')}
              </Button>
            )}
          </div>
        ))}
      </div>
    </section>
  )
}

/** The question and how its answer begins: enough to see which one to keep. */
function Side({ id, question }: { id: string; question: string }) {
  const say = useWords(words)
  const locale = useLocale()
  const article = useArticle(id, true).data?.article
  return (
    <div>
      <Link href={`/knowledge/articles/${encodeURIComponent(id)}`}>{question}</Link>
      {article && (
        <>
          <p className={own.answer}>{plainText(textIn(article.answer, article.locale ?? locale))}</p>
          <p className={css.hint}>{say('similarMany', { count: article.similar.length })}</p>
        </>
      )}
    </div>
  )
}

/** The words without their marks. */
function plainText(text: string): string {
  const blocks = parseRich(text)
  return blocks ? blocks.map((block) => block.spans.map((span) => span.text).join('')).join(' ') : text
}
