import { useWords } from '../../i18n/index.ts'
import page from '../Page.module.css'
import { words } from './words.ts'

/** Stands where a room will be, while it is being read. */
export function Reading({ text }: { text?: string }) {
  const say = useWords(words)
  return (
    <p className={page.none} role="status">
      {text ?? say('reading')}
    </p>
  )
}
