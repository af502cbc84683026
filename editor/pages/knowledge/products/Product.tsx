import { Button, TagsInput, TextInput } from '@mantine/core'
import { IconPackageOff } from '@tabler/icons-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Product as ProductData } from '../../../../schemas/shop.ts'
import { useWords } from '../../../i18n/index.ts'
import { EmptyState } from '../../EmptyState.tsx'
import { TryAgain } from '../../TryAgain.tsx'
import article from '../article/Article.module.css'
import { TryBox } from '../ask/TryBox.tsx'
import { EntryHead } from '../EntryHead.tsx'
import css from '../Knowledge.module.css'
import { useCanWrite } from '../queries.ts'
import { words } from '../words.ts'
import { Attributes } from './Attributes.tsx'
import { faultOf, minorUnits } from './fault.ts'
import { useProductDraft } from './use-product.ts'

/** One product: what it is called, and the sheet that answers questions about it. */
export function Product({ id }: { id: string }) {
  const say = useWords(words)
  const canWrite = useCanWrite()
  const product = useProductDraft(id)
  const { draft, isNew, edit } = product
  if (product.isGone)
    return (
      <EmptyState icon={<IconPackageOff size={24} stroke={1.75} />} title={say('productGone')} lead="">
        <Link href="/knowledge/products" className={css.text}>
          {say('backToProducts')}
        </Link>
      </EmptyState>
    )
  if (product.error) return <TryAgain error={product.error} retry={product.retry} />
  if (!draft) return null
  return (
    <div className={css.page}>
      <div className={css.main}>
        <EntryHead
          back={{ href: '/knowledge/products', text: say('backToProducts') }}
          state={product.failed ? say('unsaved') : isNew ? say('productCounts') : ''}
          hasFailed={product.failed}
          remove={canWrite && !isNew ? { text: say('removeProduct'), act: product.remove } : undefined}
        >
          {canWrite && isNew && (
            <Button variant="filled" disabled={faultOf(draft) !== null || product.isTaken} onClick={() => void product.saveNow()}>
              {say('newProduct')}
            </Button>
          )}
        </EntryHead>
        <section className={css.card}>
          <fieldset disabled={!canWrite} className={article.details}>
            {(['zh-CN', 'en'] as const).map((locale) => (
              <TextInput
                key={locale}
                lang={locale}
                label={`${say('productName')} · ${say(locale === 'en' ? 'english' : 'chinese')}`}
                maxLength={200}
                value={draft.name[locale] ?? ''}
                onChange={(event) => {
                  const name = event.target.value
                  edit((before) => ({ ...before, name: { ...before.name, [locale]: name } }))
                }}
              />
            ))}
            <TextInput
              label={say('productId')}
              description={isNew ? say('productIdHint') : undefined}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
              readOnly={!isNew}
              error={product.isTaken ? say('productIdTaken') : null}
              maxLength={100}
              value={draft.id}
              onChange={(event) => {
                const typed = event.target.value
                edit((before) => ({ ...before, id: typed.trim() }))
              }}
            />
            <TextInput
              label={say('variant')}
              maxLength={200}
              value={draft.variant ?? ''}
              onChange={(event) => {
                const variant = event.target.value
                edit(({ variant: _before, ...rest }) => (variant ? { ...rest, variant } : rest))
              }}
            />
            <Price draft={draft} edit={edit} />
            <TextInput
              label={say('productUrl')}
              placeholder="https://"
              maxLength={2_000}
              error={faultOf(draft) === 'url' ? say('productUrlWrong') : null}
              value={draft.url ?? ''}
              onChange={(event) => {
                const url = event.target.value.trim()
                edit(({ url: _before, ...rest }) => (url ? { ...rest, url } : rest))
              }}
            />
            <TagsInput
              label={say('tags')}
              splitChars={[',', '，', '、']}
              acceptValueOnBlur
              disabled={!canWrite}
              value={draft.tags}
              onChange={(tags) => edit((before) => ({ ...before, tags }))}
            />
          </fieldset>
        </section>
        <Attributes draft={draft} edit={edit} canWrite={canWrite} />
      </div>
      <aside className={css.side} aria-label={say('tryTitle')}>
        <TryBox />
      </aside>
    </div>
  )
}

function Price({ draft, edit }: { draft: ProductData; edit: (change: (product: ProductData) => ProductData) => void }) {
  const say = useWords(words)
  const stored = (draft.price.amount / 100).toFixed(draft.price.amount % 100 === 0 ? 0 : 2)
  const [typed, setTyped] = useState<string | null>(null)
  const amount = typed === null ? draft.price.amount : minorUnits(typed)
  return (
    <TextInput
      label={`${say('price')} · ${draft.price.currency}`}
      inputMode="decimal"
      error={amount === null ? say('priceWrong') : null}
      value={typed ?? stored}
      onChange={(event) => {
        setTyped(event.target.value)
        const next = minorUnits(event.target.value)
        if (next !== null) edit((before) => ({ ...before, price: { ...before.price, amount: next } }))
      }}
      onBlur={() => amount !== null && setTyped(null)}
    />
  )
}
