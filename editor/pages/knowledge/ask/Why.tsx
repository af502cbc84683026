import { Link } from 'wouter'
import { textIn } from '../../../../schemas/text.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { useLibrary } from '../../../queries.ts'
import css from '../Knowledge.module.css'
import { share } from '../numbers.ts'
import type { Asked } from '../queries.ts'
import { words } from '../words.ts'
import { highlight } from './highlight.ts'
import own from './TryBox.module.css'

/** Why this article and why not the next: the words that both sides share, in the question and in what is stored. */
export function Why({ asked, question }: { asked: Asked; question: string }) {
  const say = useWords(words)
  const [best, next] = asked.articles
  if (!best) return <p className={css.lead}>{say('nothingYet')}</p>
  const isBestSaid = asked.answer.kind === 'answer'
  return (
    <div className={own.why}>
      <Reason title={say(isBestSaid ? 'whyThis' : 'whyNearest', { question: best.question })} found={best} question={question} />
      {next && <Reason title={say(isBestSaid ? 'whyNot' : 'nextNearest', { question: next.question })} found={next} question={question} />}
    </div>
  )
}

function Reason({ title, found, question }: { title: string; found: Asked['articles'][number]; question: string }) {
  const say = useWords(words)
  const locale = useLocale()
  // what hardly counts would only colour the sentence
  const least = Math.max(0, ...found.words.map((word) => word.weight)) * 0.15
  const spoken = found.words.filter((word) => word.weight >= least).map((word) => word.text)
  return (
    <section>
      <h3>
        <Link href={`/knowledge/articles/${encodeURIComponent(found.article)}`}>{title}</Link>
      </h3>
      <dl>
        <div>
          <dt>{say('youAsked')}</dt>
          <dd>
            <Marked text={question} spoken={spoken} />
          </dd>
        </div>
        <div>
          <dt>{say('closest')}</dt>
          <dd>
            <Marked text={found.closest} spoken={spoken} />{' '}
            <span>{found.closest === question ? say('identical') : say('closeness', { share: share(found.closeness, locale) })}</span>
          </dd>
        </div>
      </dl>
      {found.wanted && <BothWant intent={found.wanted} />}
      {spoken.length === 0 && !found.wanted && <p className={css.hint}>{say('matchedNone')}</p>}
    </section>
  )
}

function BothWant({ intent }: { intent: string }) {
  const say = useWords(words)
  const locale = useLocale()
  const found = useLibrary().data?.intents.find(({ id }) => id === intent)
  return found ? <p className={css.hint}>{say('bothWant', { intent: textIn(found.name, locale) })}</p> : null
}

function Marked({ text, spoken }: { text: string; spoken: readonly string[] }) {
  let at = 0
  return highlight(text, spoken).map((piece) => {
    const key = at
    at += piece.text.length
    return piece.marked ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>
  })
}
