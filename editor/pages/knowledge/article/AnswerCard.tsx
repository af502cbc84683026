import { ActionIcon, Tooltip } from '@mantine/core'
import { IconBold, IconLink, IconList } from '@tabler/icons-react'
import { useId, useRef } from 'react'
import { isBlank, type Locale, type LocalizedText, locales } from '../../../../schemas/text.ts'
import template from '../../../forms/fields/Template.module.css'
import { useWords } from '../../../i18n/index.ts'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import own from './Article.module.css'
import type { EditProps } from './edit.ts'
import { type Mark, mark } from './marks.ts'

const tags = { 'zh-CN': '中', en: 'EN' } as const
const languageNames = { 'zh-CN': 'chinese', en: 'english' } as const
const icons = { bold: IconBold, link: IconLink, list: IconList } as const

/** The answer in both languages, with bold, links and lists as marks in the text. */
export function AnswerCard({ draft, edit, canWrite }: EditProps) {
  const say = useWords(words)
  const titleId = useId()
  const areas = useRef<Partial<Record<Locale, HTMLTextAreaElement | null>>>({})
  const lastIn = useRef<Locale>('zh-CN')
  const write = (locale: Locale, text: string) =>
    edit('answer', (article) => ({ ...article, answer: { ...both(article.answer), [locale]: text } }))
  const apply = (kind: Mark) => {
    const locale = lastIn.current
    const area = areas.current[locale]
    if (!area) return
    const sample = say(kind === 'link' ? 'linkSample' : 'boldSample')
    const marked = mark(kind, area.value, area.selectionStart, area.selectionEnd, sample)
    write(locale, marked.text)
    area.focus()
    requestAnimationFrame(() => area.setSelectionRange(marked.start, marked.end))
  }
  return (
    <section className={css.card}>
      <div className={css.cardHead}>
        <h2 id={titleId}>{say('answer')}</h2>
        {canWrite && (
          <div className={own.tools}>
            {(['bold', 'link', 'list'] as const).map((kind) => {
              const Sign = icons[kind]
              return (
                <Tooltip key={kind} label={say(kind)}>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    className={css.quiet}
                    size={28}
                    aria-label={say(kind)}
                    // the selection stays in the text
                    onMouseDown={(event) => event.preventDefault()}
                    onClick={() => apply(kind)}
                  >
                    <Sign size={16} stroke={1.75} />
                  </ActionIcon>
                </Tooltip>
              )
            })}
          </div>
        )}
      </div>
      <div className={template.localized} role="group" aria-labelledby={titleId}>
        {locales.map((locale) => {
          const text = both(draft.answer)[locale] ?? ''
          const isMissing = text.trim() === '' && !isBlank(draft.answer)
          return (
            <div key={locale} className={template.language} data-missing={isMissing} lang={locale}>
              <span className={template.tag} aria-hidden>
                {tags[locale]}
              </span>
              <div className={`${template.grown} ${own.area}`}>
                <div className={template.mirror} aria-hidden>
                  {text}{' '}
                </div>
                <textarea
                  ref={(area) => {
                    areas.current[locale] = area
                  }}
                  className={template.area}
                  rows={3}
                  value={text}
                  readOnly={!canWrite}
                  aria-label={`${say('answer')} · ${say(languageNames[locale])}`}
                  placeholder={isMissing ? say('missingLocale') : ''}
                  onFocus={() => {
                    lastIn.current = locale
                  }}
                  onChange={(event) => write(locale, event.target.value)}
                />
              </div>
            </div>
          )
        })}
      </div>
      <p className={`${css.hint} ${own.under}`}>{say('answerHint')}</p>
    </section>
  )
}

function both(text: LocalizedText): { [locale in Locale]?: string } {
  return typeof text === 'object' ? text : { 'zh-CN': text, en: text }
}
