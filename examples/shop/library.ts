import type { Product } from '../../schemas/shop.ts'
import { products } from './products.ts'

/** The shop's goods as a library has them: one sheet with every fact in both languages. */
export function libraryProducts(): Product[] {
  return products.map(({ id, zh, en, price, icon, tags, facts }) => ({
    id,
    name: { 'zh-CN': zh, en },
    price: { amount: price, currency: 'CNY' },
    icon,
    tags,
    attributes: Object.fromEntries([...facts.map(([key, value]) => [key, value]), ...facts.map(([, , key, value]) => [key, value])]),
  }))
}
