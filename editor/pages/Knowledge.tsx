import { Link, Redirect, Route, Switch, useLocation } from 'wouter'
import { useWords } from '../i18n/index.ts'
import { Frame, ScreenSwitches } from './Frame.tsx'
import { Article } from './knowledge/article/Article.tsx'
import { Articles } from './knowledge/articles/Articles.tsx'
import css from './knowledge/Knowledge.module.css'
import { Product } from './knowledge/products/Product.tsx'
import { Products } from './knowledge/products/Products.tsx'
import { useProposals } from './knowledge/queries.ts'
import { Synonyms } from './knowledge/synonyms/Synonyms.tsx'
import { Unanswered } from './knowledge/unanswered/Unanswered.tsx'
import { words } from './knowledge/words.ts'
import { UndoBar, UndoButtons } from './library/UndoBar.tsx'
import page from './Page.module.css'

const tabs = [
  { href: '/knowledge', name: 'articles' },
  { href: '/knowledge/unanswered', name: 'unanswered' },
  { href: '/knowledge/synonyms', name: 'synonyms' },
  { href: '/knowledge/products', name: 'products' },
] as const

/** What the shop can answer: articles, what is missing in them, words that mean the same, product sheets. */
export default function Knowledge() {
  const say = useWords(words)
  return (
    <Frame
      bar={
        <>
          <h1 className={page.title}>{say('knowledge')}</h1>
          <Tabs />
        </>
      }
      actions={
        <>
          <UndoButtons />
          <ScreenSwitches />
        </>
      }
    >
      <Switch>
        <Route path="/knowledge" component={Articles} />
        <Route path="/knowledge/articles/:article">{({ article }) => <Article key={article} id={article} />}</Route>
        <Route path="/knowledge/unanswered" component={Unanswered} />
        <Route path="/knowledge/synonyms" component={Synonyms} />
        <Route path="/knowledge/products" component={Products} />
        <Route path="/knowledge/products/:product">{({ product }) => <Product key={product} id={product} />}</Route>
        <Route>
          <Redirect to="/knowledge" replace />
        </Route>
      </Switch>
      <UndoBar />
    </Frame>
  )
}

function Tabs() {
  const say = useWords(words)
  const [location] = useLocation()
  const proposals = useProposals()
  const waiting = proposals.data?.open.unanswered ?? 0
  const here = (href: string) =>
    href === '/knowledge' ? location === href || location.startsWith('/knowledge/articles/') : location.startsWith(href)
  return (
    <nav className={css.tabs} aria-label={say('tabs')}>
      {tabs.map(({ href, name }) => (
        <Link key={href} href={href} aria-current={here(href) ? 'page' : undefined}>
          {say(name)}
          {name === 'unanswered' && waiting > 0 && <span className={css.badge}>{waiting}</span>}
        </Link>
      ))}
    </nav>
  )
}
