import { z } from 'zod'

/** Languages the product speaks. The first one is written first and is the fallback. */
export const locales = ['zh-CN', 'en'] as const
export const locale = z.enum(locales).meta({ id: 'Locale' })
export type Locale = z.infer<typeof locale>

/** Longest single text in a flow, in UTF-8 bytes; the byte scanner and `plainText` both hold to it. */
export const maxTextBytes = 64 * 1024

/** A text of at most 64 KiB with no lone surrogates and no control characters but tab and line break. */
export const plainText = z
  .string()
  .max(maxTextBytes)
  .refine((text) => text.isWellFormed() && !hasControlCharacter(text), { error: 'text-malformed' })

/** Every text a visitor can see: one string for all languages, or one string for each. */
export const localizedText = z.union([plainText, z.partialRecord(locale, plainText)]).meta({ id: 'LocalizedText', field: 'localized' })
export type LocalizedText = z.infer<typeof localizedText>

/**
 * The words of a localized text in one language.
 * @returns the text of `wanted`, else of the first language that has one, else ''.
 */
export function textIn(text: LocalizedText | undefined, wanted: Locale): string {
  if (text === undefined || typeof text === 'string') return text ?? ''
  const exact = text[wanted]
  if (exact) return exact
  for (const other of locales) {
    const words = text[other]
    if (words) return words
  }
  return ''
}

/** Languages in which the text says nothing although it does in another; empty for a plain string. */
export function missingLocales(text: LocalizedText): Locale[] {
  if (typeof text === 'string') return []
  const written = locales.filter((each) => text[each]?.trim())
  return written.length === 0 ? [] : locales.filter((each) => !text[each]?.trim())
}

/** True when the text says nothing in any language. */
export function isBlank(text: LocalizedText | undefined): boolean {
  return text === undefined || locales.every((each) => !textIn(text, each).trim())
}

function hasControlCharacter(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 32 ? code !== 9 && code !== 10 && code !== 13 : code === 127) return true
  }
  return false
}
