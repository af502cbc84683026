/** Marks that take no room on a screen and hide words from a recogniser. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/**
 * One form for many spellings: full width folded, lower case, invisible marks out,
 * runs of three and more equal characters cut to two, spaces joined. Idempotent.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/(.)\1{2,}/gu, '$1$1')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Which language a message is in, by its letters. */
export function detectLanguage(text: string): 'zh' | 'en' | 'mixed' | 'none' {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length
  const latin = (text.match(/[A-Za-z]{2,}/g) ?? []).length
  if (han === 0) return latin === 0 ? 'none' : 'en'
  // an order number or a size inside Chinese is still Chinese
  return latin > han / 2 ? 'mixed' : 'zh'
}
