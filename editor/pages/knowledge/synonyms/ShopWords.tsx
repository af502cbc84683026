import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { ShopWord } from '../../../../schemas/vocabulary.ts'
import { newId } from '../../../canvas/new-id.ts'
import { useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import css from '../Knowledge.module.css'
import { words } from '../words.ts'
import { wordsIn } from './lines.ts'
import own from './Synonyms.module.css'

const kinds = [
  { kind: 'brand', name: 'kindBrand', example: 'wordsPlaceholderBrand' },
  { kind: 'product', name: 'kindProduct', example: 'wordsPlaceholderProduct' },
  { kind: 'slang', name: 'kindSlang', example: 'wordsPlaceholderSlang' },
] as const

/** Words that only this shop uses, by kind; many can be added at once. */
export function ShopWords({ known, canWrite }: { known: readonly ShopWord[]; canWrite: boolean }) {
  const say = useWords(words)
  return (
    <section className={css.card} aria-label={say('shopWords')}>
      <div className={own.head}>
        <h2>{say('shopWords')}</h2>
        <p className={css.lead}>{say('shopWordsLead')}</p>
      </div>
      <div className={own.kinds}>
        {kinds.map((each) => (
          <Kind key={each.kind} {...each} known={known} canWrite={canWrite} />
        ))}
      </div>
    </section>
  )
}

function Kind({ kind, name, example, known, canWrite }: (typeof kinds)[number] & { known: readonly ShopWord[]; canWrite: boolean }) {
  const say = useWords(words)
  const changes = useChanges()
  const [line, setLine] = useState('')
  const taken = new Set(known.map((each) => each.word.toLowerCase()))
  const parts = wordsIn(line).filter((word) => !taken.has(word.toLowerCase()))
  const isShort = parts.some((word) => word.length < 2)
  const add = async () => {
    const puts = parts.map((word) => ({ do: 'put-word' as const, word: { id: newId('word'), word, kind } }))
    await changes
      .vocabulary(puts, { text: say('didWords', { count: parts.length }) })
      .then(() => setLine(''))
      .catch(() => {})
  }
  return (
    <div>
      <h3>{say(name)}</h3>
      <ul className={own.chips}>
        {known
          .filter((each) => each.kind === kind)
          .map((each) => (
            <li key={each.id}>
              {each.word}
              {canWrite && (
                <ActionIcon
                  variant="transparent"
                  color="gray"
                  className={css.quiet}
                  size={24}
                  aria-label={`${say('remove')}: ${each.word}`}
                  onClick={() =>
                    void changes
                      .vocabulary([{ do: 'remove-word', word: each.id }], { text: say('didWordRemove', { word: each.word }) })
                      .catch(() => {})
                  }
                >
                  <IconX size={14} stroke={1.75} />
                </ActionIcon>
              )}
            </li>
          ))}
      </ul>
      {canWrite && (
        <form
          className={own.ask}
          onSubmit={(event) => {
            event.preventDefault()
            if (parts.length > 0 && !isShort) void add()
          }}
        >
          <TextInput
            aria-label={`${say('shopWords')} · ${say(name)}`}
            placeholder={say(example)}
            error={isShort ? say('wordShort') : null}
            value={line}
            onChange={(event) => setLine(event.target.value)}
          />
          <Button type="submit" disabled={parts.length === 0 || isShort}>
            {say('add')}
          </Button>
        </form>
      )}
    </div>
  )
}
