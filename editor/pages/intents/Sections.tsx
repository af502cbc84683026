import { Link } from 'wouter'
import { useWords } from '../../i18n/index.ts'
import page from '../Page.module.css'
import css from './Intents.module.css'
import { words } from './words.ts'

/** The two halves of understanding: what customers want, and in what mood. The one that is open is the page's title. */
export function Sections({ here }: { here: 'intents' | 'moods' }) {
  const say = useWords(words)
  return (
    <nav className={css.sections} aria-label={say('sections')}>
      {here === 'intents' ? <h1 className={page.title}>{say('title')}</h1> : <Link href="/intents">{say('title')}</Link>}
      {here === 'moods' ? <h1 className={page.title}>{say('moods')}</h1> : <Link href="/moods">{say('moods')}</Link>}
    </nav>
  )
}
