import { isBlank, type Locale, type LocalizedText, locales } from '../../../schemas/text.ts'
import { useWords } from '../../i18n/index.ts'
import { useForm } from '../context.ts'
import type { FieldPath } from '../set-field.ts'
import { words } from '../words.ts'
import template from './Template.module.css'
import { TemplateInput } from './TemplateInput.tsx'

const names = { 'zh-CN': 'zhCN', en: 'en' } as const

interface Props {
  value: LocalizedText | undefined
  path: FieldPath
  label: string
  /** Taken away altogether when it says nothing any more. */
  optional: boolean
}

/** One text in both languages, in one frame. A language that is missing is tinted where it is missing. */
export function LocalizedTextInput({ value, path, label, optional }: Props) {
  const say = useWords(words)
  const { flow, locale: screen, readOnly, set, blanksAt } = useForm()
  const variables = [
    ...flow.slots.map((slot) => ({ name: slot.name, label: localText(slot.label, screen) })),
    ...blanksAt(path).map((name) => ({ name, label: '' })),
  ]
  const write = (locale: Locale, text: string) => {
    const whole = { ...both(value), [locale]: text }
    if (optional && isBlank(whole)) set(path, undefined)
    else if (typeof value === 'object') set([...path, locale], text, true)
    else set(path, whole, true)
  }
  return (
    <div className={template.localized}>
      {locales.map((locale) => {
        const text = localText(value, locale)
        const isMissing = text.trim() === '' && !isBlank(value)
        return (
          <div key={locale} className={template.language} data-missing={isMissing} lang={locale}>
            <span className={template.tag} aria-hidden>
              {say(`tag_${names[locale]}`)}
            </span>
            <TemplateInput
              value={text}
              label={`${label} · ${say(names[locale])}`}
              placeholder={isMissing ? say(`missing_${names[locale]}`) : ''}
              variables={variables}
              disabled={readOnly}
              onChange={(next) => write(locale, next)}
            />
          </div>
        )
      })}
    </div>
  )
}

function both(text: LocalizedText | undefined): { [locale in Locale]?: string } {
  return typeof text === 'object' ? text : { 'zh-CN': text ?? '', en: text ?? '' }
}

/** The text of exactly this language; one text for all languages stands in each. */
function localText(text: LocalizedText | undefined, locale: Locale): string {
  return typeof text === 'object' ? (text[locale] ?? '') : (text ?? '')
}
