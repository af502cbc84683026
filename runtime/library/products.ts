import type { ProductChange } from '../../schemas/library-change.ts'
import type { Product } from '../../schemas/shop.ts'
import type { LibraryStore } from '../store/library-store.ts'
import { changing } from './intents.ts'
import { changeRows, type RowChange } from './rows.ts'

/** Makes the changes in the store. @returns the library's version afterwards, and the changes that undo them */
export function storeProducts(
  library: LibraryStore,
  changes: readonly ProductChange[],
): Promise<{ version: number; undo: ProductChange[] }> {
  const rows = changes.map((change): RowChange<Product> => (change.do === 'put' ? { put: change.product } : { remove: change.product }))
  const ids = [...new Set(rows.map((row) => ('put' in row ? row.put.id : row.remove)))]
  return changing(async () => {
    const version = await library.version('products')
    const { put, remove, undo } = changeRows(await library.some('products', ids), rows)
    if (undo.length === 0) return { version: await library.version(), undo: [] }
    const next = await library.change({ products: { put, remove } }, version)
    if (next === 'stale') return 'stale'
    return {
      version: next,
      undo: undo.map((each): ProductChange => ('put' in each ? { do: 'put', product: each.put } : { do: 'remove', product: each.remove })),
    }
  })
}
