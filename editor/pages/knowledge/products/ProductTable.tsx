import { Link } from 'wouter'
import type { Product } from '../../../../schemas/shop.ts'
import { type Locale, textIn } from '../../../../schemas/text.ts'
import { money } from '../../../i18n/format.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import table from '../articles/ArticleTable.module.css'
import { words } from '../words.ts'

/** One row a product: its name, price, and what its sheet can answer. */
export function ProductTable({ products }: { products: readonly Product[] }) {
  const say = useWords(words)
  const locale = useLocale()
  return (
    <div className={table.panel}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{say('colProduct')}</th>
            <th scope="col">{say('colPrice')}</th>
            <th scope="col">{say('colAttributes')}</th>
          </tr>
        </thead>
        <tbody>
          {products.map((product) => {
            const keys = ownKeys(Object.keys(product.attributes), locale)
            return (
              <tr key={product.id}>
                <th scope="row">
                  <Link href={`/knowledge/products/${encodeURIComponent(product.id)}`} className={table.link}>
                    {textIn(product.name, locale) || product.id}
                  </Link>
                  <span className={table.under}>
                    {product.variant && <span>{product.variant}</span>}
                    <span>{product.id}</span>
                  </span>
                </th>
                <td>{money(product.price.amount, product.price.currency, locale)}</td>
                <td className={table.keys}>{keys.length > 0 ? keys.join(locale === 'en' ? ', ' : '、') : say('attributesNone')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const han = /\p{Script=Han}/u

/** A sheet names most things in both languages: those of the screen's language say enough. */
function ownKeys(keys: string[], locale: Locale): string[] {
  const own = keys.filter((key) => han.test(key) === (locale === 'zh-CN'))
  return own.length > 0 ? own : keys
}
