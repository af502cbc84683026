import { useState } from 'react'
import type { Article } from '../../../../schemas/article.ts'
import { parseRich } from '../../../../schemas/rich.ts'
import { isBlank, type Locale, locales, textIn } from '../../../../schemas/text.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { Said } from '../../../preview/Bubbles.tsx'
import tryCss from '../ask/TryBox.module.css'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import own from './Article.module.css'

/** The article as it will stand in the chat, while it is being written. */
export function Preview({ draft }: { draft: Article }) {
  const say = useWords(words)
  const screen = useLocale()
  const [chosen, choose] = useState<Locale | null>(null)
  const locale = chosen ?? draft.locale ?? screen
  const text = textIn(draft.answer, locale)
  const rich = parseRich(text)
  return (
    <section className={css.card} aria-label={say('preview')}>
      <div className={css.cardHead}>
        <h2>{say('preview')}</h2>
        <div className={own.languages}>
          {locales.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={each === locale}
              aria-label={each === 'en' ? `EN ${say('english')}` : `中 ${say('chinese')}`}
              onClick={() => choose(each)}
            >
              {each === 'en' ? 'EN' : '中'}
            </button>
          ))}
        </div>
      </div>
      <div className={tryCss.chat} lang={locale}>
        {draft.question.trim() && <p className={tryCss.visitor}>{draft.question}</p>}
        {isBlank(draft.answer) ? (
          <p className={css.hint}>{say('previewEmpty')}</p>
        ) : (
          <Said content={rich ? { type: 'text', text, rich } : { type: 'text', text }} locale={locale} choose={null} />
        )}
      </div>
    </section>
  )
}
