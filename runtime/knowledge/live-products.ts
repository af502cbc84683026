import type { Product } from '../../schemas/shop.ts'
import { createProducts, type Products, productsInSteps } from './products.ts'
import { finishedGently } from './steps.ts'

/** Products that answer, and the list of them, as they are now. */
export interface LiveProducts extends Products {
  all(): readonly Product[]
  /** Takes over these products; the old ones answer until they are ready. */
  update(products: readonly Product[]): Promise<void>
}

export function createLiveProducts(): LiveProducts {
  let listed: readonly Product[] = []
  let products = createProducts(listed)
  return {
    ask: (question, options) => products.ask(question, options),
    get: (id) => products.get(id),
    all: () => listed,
    async update(next) {
      products = await finishedGently(productsInSteps(next))
      listed = next
    },
  }
}
