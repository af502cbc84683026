import { IconHelpCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { textIn } from '../../schemas/text.ts'
import { TypeIcon } from '../canvas/Icon.tsx'
import { nodeTypeOf } from '../canvas/node-types.ts'
import { useWords } from '../i18n/index.ts'
import { useForm, useProblems } from './context.ts'
import styles from './Form.module.css'
import { Problems } from './Frame.tsx'
import { words } from './words.ts'

/** Icon, the card's name to write over, and an example of what such a card does. */
export function Head() {
  const { node, locale, words: nodeWords, readOnly, set, problems } = useForm()
  const say = useWords(words)
  const [isOpen, setOpen] = useState(false)
  const definition = nodeTypeOf(node.type)?.definition
  // an outlet's problem stands at the outlet
  const ofTheCard = problems
    .filter(({ at, problem }) => ['', '/id', '/type', '/v', '/data'].includes(at) && problem.detail?.outlet === undefined)
    .map(({ problem }) => problem)
  const rename = (text: string) => {
    const before = typeof node.name === 'object' ? node.name : {}
    const name = { ...before, [locale]: text }
    const isEmpty = Object.values(name).every((each) => !each?.trim())
    if (isEmpty) set(['name'], undefined, true)
    else if (typeof node.name === 'object') set(['name', locale], text, true)
    else set(['name'], name, true)
  }
  return (
    <header className={styles.headBlock} data-path="/name">
      <div className={styles.head}>
        <TypeIcon icon={definition?.icon ?? ''} group={definition?.group ?? 'logic'} size={28} />
        <input
          className={styles.title}
          aria-label={say('title')}
          value={textIn(node.name, locale)}
          placeholder={nodeWords.name}
          disabled={readOnly}
          spellCheck={false}
          onChange={(event) => rename(event.target.value)}
        />
        <button type="button" className={styles.example} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <IconHelpCircle size={16} stroke={1.75} />
          {isOpen ? say('exampleClose') : say('example')}
        </button>
      </div>
      {isOpen && (
        <div className={styles.exampleText}>
          <p>{nodeWords.help}</p>
          <p>{nodeWords.example}</p>
        </div>
      )}
      <Problems problems={[...useProblems(['name'], 'localized'), ...ofTheCard]} />
    </header>
  )
}
