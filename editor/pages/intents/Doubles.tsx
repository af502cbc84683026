import { Button } from '@mantine/core'
import { IconCopyMinus } from '@tabler/icons-react'
import { useState } from 'react'
import type { NearDuplicate } from '../../../schemas/intent-report.ts'
import type { IntentChange } from '../../../schemas/library-change.ts'
import { useWords } from '../../i18n/index.ts'
import { useIntentChange, useIntentNames } from '../library/intent-queries.ts'
import css from './Intents.module.css'
import { words } from './words.ts'

const shownPairs = 6

/** What is said twice: in two intents it does harm, in one it only fills the list. */
export function Doubles({ pairs, canWrite }: { pairs: readonly NearDuplicate[]; canWrite: boolean }) {
  const say = useWords(words)
  const change = useIntentChange()
  const [all, setAll] = useState(false)
  const [isOpen, setOpen] = useState(false)
  if (pairs.length === 0) return null
  const across = pairs.filter(({ a, b }) => a.intent !== b.intent)
  const within = pairs.filter(({ a, b }) => a.intent === b.intent)
  const shown = all ? across : across.slice(0, shownPairs)
  const surplus = surplusOf(within)
  return (
    <section aria-label={say('doubles')}>
      <div className={css.blockHead}>
        <h3>
          {say('doubles')} <span>{across.length > 0 ? across.length : within.length}</span>
        </h3>
        {across.length > shown.length && (
          <button type="button" className={css.plain} onClick={() => setAll(true)}>
            {say('showAll', { count: across.length })}
          </button>
        )}
      </div>
      {across.length > 0 && <p className={css.hint}>{say('doublesHint')}</p>}
      <ul className={css.rows}>
        {shown.map((pair) => (
          <Pair key={keyOf(pair)} pair={pair} canWrite={canWrite} />
        ))}
      </ul>
      {within.length > 0 && (
        <>
          <div className={css.within}>
            <p>{say('doublesWithin', { count: within.length })}</p>
            <button type="button" className={css.plain} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
              {say(isOpen ? 'doublesFold' : 'doublesLook')}
            </button>
            {canWrite && (
              <Button
                size="xs"
                leftSection={<IconCopyMinus size={16} stroke={1.75} />}
                onClick={() => void change(surplus.changes, say('deduplicated', { count: surplus.count })).catch(() => {})}
              >
                {say('keepOne', { count: within.length })}
              </Button>
            )}
          </div>
          {isOpen && (
            <ul className={css.rows}>
              {within.map((pair) => (
                <Pair key={keyOf(pair)} pair={pair} canWrite={canWrite} />
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  )
}

const keyOf = ({ a, b }: NearDuplicate) => `${a.intent} ${a.text} ${b.intent} ${b.text}`

function Pair({ pair: { a, b }, canWrite }: { pair: NearDuplicate; canWrite: boolean }) {
  const say = useWords(words)
  const nameOf = useIntentNames()
  const change = useIntentChange()
  const drop = ({ intent, text }: NearDuplicate['a']) =>
    void change([{ do: 'take', intent, utterances: [text] }], say('taken', { count: 1, name: nameOf(intent) })).catch(() => {})
  const isAcross = a.intent !== b.intent
  return (
    <li className={css.double}>
      {[
        { own: a, other: b },
        { own: b, other: a },
      ].map(({ own, other }) => (
        <div key={`${own.intent} ${own.text}`}>
          <span className={css.doubleText}>
            {own.text}
            <span className={css.quiet}>{nameOf(own.intent)}</span>
          </span>
          {canWrite && (
            <button type="button" className={css.plain} onClick={() => drop(isAcross ? other : own)}>
              {isAcross ? say('keepHere', { name: nameOf(own.intent) }) : say('dropOne')}
            </button>
          )}
        </div>
      ))}
    </li>
  )
}

/** Of each pair within an intent the later one goes; one that stands for others already gone stays. */
function surplusOf(pairs: readonly NearDuplicate[]): { changes: IntentChange[]; count: number } {
  const goes = new Map<string, Set<string>>()
  let count = 0
  for (const { a, b } of pairs) {
    const gone = goes.get(b.intent) ?? new Set()
    if (gone.has(a.text) || gone.has(b.text)) continue
    goes.set(b.intent, gone.add(b.text))
    count++
  }
  return { count, changes: [...goes].map(([intent, texts]) => ({ do: 'take' as const, intent, utterances: [...texts] })) }
}
