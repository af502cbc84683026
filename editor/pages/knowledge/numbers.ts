import type { Locale } from '../../../schemas/text.ts'

/** 0.953 → "95 %" in Chinese type, "95%" in English. */
export function share(value: number, locale: Locale): string {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return locale === 'en' ? `${percent}%` : `${percent} %`
}
