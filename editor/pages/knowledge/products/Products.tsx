import { IconPackage } from '@tabler/icons-react'
import { useLocation, useSearchParams } from 'wouter'
import { useWords } from '../../../i18n/index.ts'
import pageCss from '../../Page.module.css'
import { TryAgain } from '../../TryAgain.tsx'
import { TryBox } from '../ask/TryBox.tsx'
import { FirstSteps } from '../FirstSteps.tsx'
import css from '../Knowledge.module.css'
import { ListActions } from '../ListActions.tsx'
import { Pager } from '../Pager.tsx'
import { useCanWrite, useProducts } from '../queries.ts'
import { Reading } from '../Reading.tsx'
import { SearchField } from '../SearchField.tsx'
import { Verdict } from '../Verdict.tsx'
import { words } from '../words.ts'
import { ProductTable } from './ProductTable.tsx'

/** Products and the facts on their sheets that answer questions. */
export function Products() {
  const say = useWords(words)
  const [search, setSearch] = useSearchParams()
  const [, go] = useLocation()
  const canWrite = useCanWrite()
  const text = search.get('find') ?? ''
  const offset = Number(search.get('from') ?? 0) || 0
  const list = useProducts(text, offset)
  const whole = useProducts('')

  const find = (wanted: string) => setSearch(wanted ? { find: wanted } : {})
  const turn = (from: number) => setSearch({ ...(text ? { find: text } : {}), ...(from > 0 ? { from: String(from) } : {}) })
  const create = () => go('/knowledge/products/new', { state: { fresh: true } })
  const actions = canWrite && <ListActions what="products" create={{ text: say('newProduct'), act: create }} />
  if (list.error && !list.data) return <TryAgain error={list.error} retry={() => void list.refetch()} />
  if (!list.data || !whole.data) return <Reading />
  if (whole.data.total === 0)
    return (
      <FirstSteps
        icon={<IconPackage size={24} stroke={1.75} />}
        title={say('productsEmpty')}
        lead={say('productsEmptyLead')}
        steps={[say('productsEmptyStep1'), say('productsEmptyStep2'), say('productsEmptyStep3')]}
      >
        {actions}
      </FirstSteps>
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
    </div>
  )
}
