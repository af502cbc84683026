import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { Product } from '../../../../schemas/shop.ts'
import { textIn } from '../../../../schemas/text.ts'
import { useLocale, useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import { useProduct } from '../queries.ts'
import { words } from '../words.ts'
import { faultOf } from './fault.ts'

const saveAfter = 600
const blank: Product = { id: '', name: { 'zh-CN': '', en: '' }, price: { amount: 0, currency: 'CNY' }, tags: [], attributes: {} }

/** The product on the screen; what is typed is saved after a pause. A new one comes to be with an id and a name. */
export function useProductDraft(id: string) {
  const say = useWords(words)
  const locale = useLocale()
  const changes = useChanges()
  const [, go] = useLocation()
  const state: unknown = useHistoryState()
  const [isNew, setNew] = useState(id === 'new' && typeof state === 'object' && state !== null && 'fresh' in state)
  const found = useProduct(id, !isNew)
  const [draft, setDraft] = useState<Product | null>(isNew ? blank : null)
  // a new product must not take the place of another
  const other = useProduct(draft?.id ?? '', isNew && draft !== null && draft.id !== '').data
  const isTaken = isNew && other !== null && other !== undefined
  const [failed, setFailed] = useState(false)
  const unsaved = useRef<Product | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())
  const stored = found.data
  useEffect(() => {
    if (stored && !unsaved.current) setDraft(stored)
  }, [stored])

  const save = async () => {
    clearTimeout(timer.current)
    const product = unsaved.current
    if (!product || faultOf(product) || isTaken) return
    unsaved.current = null
    const name = textIn(product.name, locale)
    try {
      await changes.products(
        [{ do: 'put', product }],
        isNew ? { text: say('didProductAdd', { name }) } : { text: say('didProduct', { name }), quietly: `product ${product.id}` },
      )
      setFailed(false)
      if (!isNew) return
      setNew(false)
      go(`/knowledge/products/${encodeURIComponent(product.id)}`, { replace: true, state: null })
    } catch {
      unsaved.current ??= product
      setFailed(true)
    }
  }
  const saveNow = () => {
    running.current = running.current.then(save)
    return running.current
  }
  const latest = useRef(saveNow)
  latest.current = saveNow
  useEffect(() => () => void latest.current(), [])

  return {
    draft,
    isNew,
    isTaken,
    failed,
    isGone: !isNew && stored === null && !unsaved.current,
    error: draft ? null : found.error,
    retry: () => void found.refetch(),
    saveNow,
    /** A new product is made by its button, not under half an id. */
    edit(change: (product: Product) => Product) {
      if (!draft) return
      const product = change(draft)
      setDraft(product)
      unsaved.current = product
      clearTimeout(timer.current)
      if (!isNew) timer.current = setTimeout(() => void latest.current(), saveAfter)
    },
    async remove() {
      if (!draft) return
      clearTimeout(timer.current)
      unsaved.current = null
      if (!isNew)
        await changes.products([{ do: 'remove', product: id }], { text: say('didProductRemove', { name: textIn(draft.name, locale) }) })
      go('/knowledge/products')
    },
  }
}
