import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { type Locale, locales } from '../../schemas/text.ts'

/** Words of one area of the app, written first in Chinese. English may add `_one` forms. */
export type Words = { 'zh-CN': Record<string, string>; en: Record<string, string> }

/** Checks that both languages say the same things. */
export function defineWords<const Chinese extends Record<string, string>>(words: {
  'zh-CN': Chinese
  en: { [key in keyof Chinese]: string } & { [plural in `${string}_one`]?: string }
}): { 'zh-CN': Chinese; en: { [key in keyof Chinese]: string } } {
  return words
}

type Key<W extends Words> = W extends { 'zh-CN': infer Chinese }
  ? keyof Chinese extends infer K
    ? (K extends `${infer Stem}_other` ? Stem : K) & string
    : never
  : never
type Say<W extends Words> = (key: Key<W>, blanks?: Record<string, string | number>) => string

/** Every `<area>/words.ts` of the app; the folder is the namespace. Words of a page that comes later join when it is drawn. */
const areas = import.meta.glob<Words>('../*/words.ts', { eager: true, import: 'words' })
const nameOf = new Map<Words, string>(Object.entries(areas).map(([path, words]) => [words, path.split('/').at(-2) ?? path]))

const remembered = 'floorwalker-language'

/** Starts with the language chosen before, else the browser's, else Chinese. */
export function startI18n(): void {
  const resources: Record<Locale, Record<string, Record<string, string>>> = { 'zh-CN': {}, en: {} }
  for (const [words, name] of nameOf) for (const locale of locales) resources[locale][name] = words[locale]
  void i18next.use(initReactI18next).init({
    resources,
    lng: firstLocale(),
    fallbackLng: 'zh-CN',
    ns: [...nameOf.values()],
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = currentLocale()
}

/** The words of an area in the chosen language; keys are checked by the compiler. */
export function useWords<W extends Words>(words: W): Say<W> {
  const { t } = useTranslation(nameOf.get(words) ?? join(words))
  return t as unknown as Say<W>
}

/** Words that came with a page of their own: nobody pays for them before. */
function join(words: Words): string {
  const name = `later-${nameOf.size}`
  nameOf.set(words, name)
  for (const locale of locales) i18next.addResourceBundle(locale, name, words[locale])
  return name
}

/** The language of the screen; the component is drawn again when it changes. */
export function useLocale(): Locale {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh-CN'
}

export function currentLocale(): Locale {
  return i18next.language === 'en' ? 'en' : 'zh-CN'
}

export function chooseLocale(locale: Locale): void {
  localStorage.setItem(remembered, locale)
  document.documentElement.lang = locale
  void i18next.changeLanguage(locale)
}

function firstLocale(): Locale {
  const chosen = localStorage.getItem(remembered)
  if (chosen === 'en' || chosen === 'zh-CN') return chosen
  return navigator.language.startsWith('zh') || !navigator.language ? 'zh-CN' : 'en'
}
