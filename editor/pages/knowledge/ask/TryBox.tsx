import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import type { Locale } from '../../../../schemas/text.ts'
import { call } from '../../../call.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { Trouble } from '../../Trouble.tsx'
import { reasonOf } from '../../TryAgain.tsx'
import { words as pageWords } from '../../words.ts'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import { AddAsSimilar } from './AddAsSimilar.tsx'
import { useAsked } from './asked.ts'
import { Outcome } from './Outcome.tsx'
import own from './TryBox.module.css'
import { Why } from './Why.tsx'

/** Ask as a customer would: what is answered now, why this article, why not the next, and the way to teach it. */
export function TryBox() {
  const say = useWords(words)
  const sayPage = useWords(pageWords)
  const screen = useLocale()
  const { text, question, type, ask } = useAsked()
  const locale = localeOf(question, screen)
  const asked = useQuery({
    // beside the articles: a change of them asks again
    queryKey: ['articles', 'asked', question, locale],
    queryFn: ({ signal }) => call('askKnowledge', { body: { question, locale }, signal }),
    enabled: question !== '',
    staleTime: 0,
  })

  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = text.trim()
    if (wanted === question && wanted) void asked.refetch()
    ask(wanted)
  }

  return (
    <section className={css.card} aria-label={say('tryTitle')}>
      <div className={own.head}>
        <h2>{say('tryTitle')}</h2>
        <p className={css.hint}>{say('tryLead')}</p>
      </div>
      <form className={own.ask} onSubmit={submit}>
        <TextInput
          aria-label={say('tryField')}
          placeholder={say('tryPlaceholder')}
          maxLength={1_000}
          value={text}
          onChange={(event) => type(event.target.value)}
        />
        <Button type="submit" disabled={text.trim() === ''}>
          {say('ask')}
        </Button>
      </form>
      <Trouble text={asked.error ? reasonOf(asked.error, sayPage) : null} />
      <div className={own.result} aria-live="polite" aria-busy={asked.isFetching}>
        {question && asked.data && (
          <>
            <Outcome asked={asked.data} question={question} locale={locale} />
            <Why asked={asked.data} question={question} />
            <AddAsSimilar asked={asked.data} question={question} />
          </>
        )}
      </div>
    </section>
  )
}

/** The language a question is asked in: Chinese letters tell; else English, unless only digits and marks stand there. */
function localeOf(question: string, screen: Locale): Locale {
  if (/\p{Script=Han}/u.test(question)) return 'zh-CN'
  return /[a-z]/i.test(question) ? 'en' : screen
}
