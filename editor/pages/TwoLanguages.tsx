import { useState } from 'react'
import { type Locale, type LocalizedText, locales } from '../../schemas/text.ts'
import { useWords } from '../i18n/index.ts'
import css from './TwoLanguages.module.css'
import { words } from './words.ts'

const languageWords = { 'zh-CN': 'chinese', en: 'english' } as const
const signs = { 'zh-CN': '中', en: 'EN' } as const

interface Props {
  label: string
  value: LocalizedText | undefined
  change: (value: LocalizedText) => void
  readOnly?: boolean
  multiline?: boolean
  /** Whether a language that says nothing is tinted, once the other says something. */
  needed?: boolean
}

/** One text in both languages, in one frame. */
export function TwoLanguages({ label, value, change, readOnly = false, multiline = false, needed = true }: Props) {
  const say = useWords(words)
  const texts: Partial<Record<Locale, string>> = typeof value === 'string' ? { 'zh-CN': value } : (value ?? {})
  const [focused, setFocused] = useState<Locale | null>(null)
  const isWritten = locales.some((locale) => texts[locale]?.trim())
  return (
    <div className={css.frame} data-read-only={readOnly || undefined}>
      {locales.map((locale) => {
        const language = say(languageWords[locale])
        const isMissing = needed && isWritten && !texts[locale]?.trim()
        const shared = {
          lang: locale,
          value: texts[locale] ?? '',
          readOnly,
          'aria-label': `${label} · ${language}`,
          placeholder: isMissing && focused !== locale ? say('missingHere', { language }) : '',
          maxLength: 2_000,
          onFocus: () => setFocused(locale),
          onBlur: () => setFocused(null),
          onChange: (event: { target: { value: string } }) => change({ ...texts, [locale]: event.target.value }),
        }
        return (
          <div key={locale} className={css.line} data-missing={isMissing || undefined}>
            <span aria-hidden="true">{signs[locale]}</span>
            {multiline ? <textarea rows={2} {...shared} /> : <input {...shared} />}
          </div>
        )
      })}
    </div>
  )
}
