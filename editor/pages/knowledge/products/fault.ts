import type { Product } from '../../../../schemas/shop.ts'
import { locales } from '../../../../schemas/text.ts'

/** What keeps a product from being saved; null when nothing does. */
export function faultOf(product: Product): 'id' | 'name' | 'url' | null {
  if (product.id.trim() === '') return 'id'
  if (!locales.some((locale) => product.name[locale]?.trim())) return 'name'
  if (product.url && !product.url.startsWith('https://')) return 'url'
  return null
}

/** "128.50" → 12850; null when it is no price. */
export function minorUnits(text: string): number | null {
  const [, whole = '', part = ''] = /^\s*[¥$]?\s*(\d{1,9})(?:[.。](\d{1,2}))?\s*$/.exec(text) ?? []
  return whole === '' ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
