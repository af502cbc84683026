import { Button } from '@mantine/core'
import { IconPackage, IconPlus, IconUpload } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { useWords } from '../../../i18n/index.ts'
import { EmptyState } from '../../EmptyState.tsx'
import pageCss from '../../Page.module.css'
import { TryAgain } from '../../TryAgain.tsx'
import { TryBox } from '../ask/TryBox.tsx'
import css from '../Knowledge.module.css'
import { Pager } from '../Pager.tsx'
import { useCanWrite, useProducts, useRefresh } from '../queries.ts'
import { SearchField } from '../SearchField.tsx'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'
import { ProductTable } from './ProductTable.tsx'

const ImportFile = lazy(() => import('../../library/ImportFile.tsx').then((file) => ({ default: file.ImportFile })))

/** Products and the facts on their sheets that answer questions. */
export function Products() {
  const say = useWords(words)
  const [search, setSearch] = useSearchParams()
  const [, go] = useLocation()
  const canWrite = useCanWrite()
  const refresh = useRefresh()
  const [importing, setImporting] = useState(false)
  const text = search.get('find') ?? ''
  const offset = Number(search.get('from') ?? 0) || 0
  const list = useProducts(text, offset)
  const whole = useProducts('')

  const find = (wanted: string) => setSearch(wanted ? { find: wanted } : {})
  const turn = (from: number) => setSearch({ ...(text ? { find: text } : {}), ...(from > 0 ? { from: String(from) } : {}) })
  const actions = canWrite && (
    <div className={css.toolsEnd}>
      <Button leftSection={<IconUpload size={16} stroke={1.75} />} onClick={() => setImporting(true)}>
        {say('import')}
      </Button>
      <Button
        variant="filled"
        leftSection={<IconPlus size={16} stroke={1.75} />}
        onClick={() => go('/knowledge/products/new', { state: { fresh: true } })}
      >
        {say('newProduct')}
      </Button>
    </div>
  )
  const dialog = (
    <Suspense fallback={null}>
      {importing && <ImportFile what="products" close={() => setImporting(false)} done={() => void refresh()} />}
    </Suspense>
  )
  if (list.error && !list.data) return <TryAgain error={list.error} retry={() => void list.refetch()} />
  if (!list.data || !whole.data) return null
  if (whole.data.total === 0)
    return (
      <>
        <EmptyState icon={<IconPackage size={24} stroke={1.75} />} title={say('productsEmpty')} lead={say('productsEmptyLead')}>
          <ol className={pageCss.steps}>
            <li>{say('productsEmptyStep1')}</li>
            <li>{say('productsEmptyStep2')}</li>
            <li>{say('productsEmptyStep3')}</li>
          </ol>
          {actions}
        </EmptyState>
        {dialog}
      </>
    )
  return (
    <div className={css.page}>
      <div className={css.main}>
        <Verdict
          tone="ok"
          icon={<IconPackage size={22} stroke={1.75} />}
          title={say('productsVerdict', { count: whole.data.total })}
          lead={say('productsLead')}
        />
        <div className={css.tools}>
          <SearchField label={say('searchProducts')} value={text} search={find} />
          {actions}
        </div>
        {list.data.products.length > 0 ? (
          <ProductTable products={list.data.products} />
        ) : (
          <p className={pageCss.none}>{say('productsFound')}</p>
        )}
        <Pager offset={offset} total={list.data.total} go={turn} />
      </div>
      <aside className={css.side} aria-label={say('tryTitle')}>
        <TryBox />
      </aside>
      {dialog}
    </div>
  )
}
