import { Button } from '@mantine/core'
import { IconArrowMerge, IconArrowRight, IconPencilPlus } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import { useLocale, useWords } from '../../i18n/index.ts'
import { nameOf, useIntentChange } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import {
  bestFix,
  byHarm,
  type ConfusedPair,
  type Confusion,
  confusedPairs,
  type Fix,
  isOpen,
  merging,
  moving,
  pairsOf,
  strays,
  wrongAnswers,
} from './fixes.ts'
import css from './Intents.module.css'
import { words } from './words.ts'

interface Props {
  confusions: readonly Confusion[]
  intents: readonly ListedIntent[]
  canWrite: boolean
  /** So many pairs are shown until one asks for all. */
  most: number
  /** The intent whose page this stands on. */
  about?: string
}

/** Pairs of intents that are taken for each other, each with what would help: one click, taken back by another. */
export function Confusions({ confusions, intents, canWrite, most, about }: Props) {
  const say = useWords(words)
  const [all, setAll] = useState(false)
  const found = usePairs(confusions, intents)
  const pairs = about ? pairsOf(about, found) : found
  const harmful = pairs.filter((pair) => wrongAnswers(pair) > 0)
  // on the whole page doubts come when they are asked for: the bot does not answer on a doubt
  const first = about || harmful.length === 0 ? pairs : harmful
  const shown = all ? pairs : first.slice(0, most)
  if (pairs.length === 0) return null
  return (
    <section aria-label={say('confusions')}>
      <div className={css.blockHead}>
        <h3>
          {say('confusions')} <span>{first.length}</span>
        </h3>
        {pairs.length > shown.length && (
          <button type="button" className={css.plain} onClick={() => setAll(true)}>
            {say('showAll', { count: pairs.length })}
          </button>
        )}
      </div>
      {!about && <p className={css.hint}>{say(harmful.length > 0 ? 'confusionsHint' : 'confusionsDoubt')}</p>}
      <ul className={css.cards}>
        {shown.map((pair) => (
          <li key={`${pair.ways[0].from} ${pair.ways[0].to}`} className={css.card}>
            <Pair pair={pair} intents={intents} canWrite={canWrite} about={about} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Confused pairs as they still are: what was moved since the check is gone from them at once. */
export function usePairs(confusions: readonly Confusion[], intents: readonly ListedIntent[]): ConfusedPair[] {
  return useMemo(() => {
    const held = new Map(intents.map(({ intent }) => [intent.id, new Set(intent.utterances)]))
    const used = new Set(intents.flatMap(({ intent, usedBy }) => (usedBy.length > 0 ? [intent.id] : [])))
    const pairs = confusedPairs(confusions, (id, text) => (text === undefined ? held.has(id) : (held.get(id)?.has(text) ?? false)))
    return byHarm(pairs, (id) => used.has(id))
  }, [confusions, intents])
}

const shownExamples = 4

interface PairProps {
  pair: ConfusedPair
  intents: readonly ListedIntent[]
  canWrite: boolean
  about: string | undefined
}

function Pair({ pair, intents, canWrite, about }: PairProps) {
  const say = useWords(words)
  const locale = useLocale()
  const [first, back] = pair.ways
  const [open, setOpen] = useState(false)
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const from = intents.find(({ intent }) => intent.id === first.from)
  const to = intents.find(({ intent }) => intent.id === first.to)
  if (!from) return null
  const wrong = wrongAnswers(pair)
  const names = { from: nameOf(from.intent, locale), to: to ? nameOf(to.intent, locale) : '' }
  const shown = open ? first.examples : first.examples.slice(0, shownExamples)
  const hidden = first.examples.length - shown.length
  // what most likely stands in the wrong place is chosen; a tap on any other chooses it too
  const likely = new Set(strays(first))
  const isChosen = (text: string) => likely.has(text) !== flipped.has(text)
  const flip = (text: string) =>
    setFlipped((now) => {
      const next = new Set(now)
      if (!next.delete(text)) next.add(text)
      return next
    })
  return (
    <>
      <p className={css.cardTitle}>
        {to ? say('takenFor', { ...names, count: first.count }) : say('takenForNone', { ...names, count: first.count })}
        {back && <span>{say('andBack', { count: back.count })}</span>}
        {wrong > 0 && <span className={css.bad}>{say('answeredWrongly', { count: wrong })}</span>}
      </p>
      <ul className={css.examples}>
        {shown.map(({ text }) => (
          <li key={text}>
            {to && canWrite ? (
              <button type="button" aria-pressed={isChosen(text)} onClick={() => flip(text)}>
                {text}
              </button>
            ) : (
              <span>{text}</span>
            )}
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <button type="button" className={css.plain} onClick={() => setOpen(true)}>
              {say('moreExamples', { count: hidden })}
            </button>
          </li>
        )}
      </ul>
      {canWrite && <Fixes pair={pair} from={from} to={to} texts={first.examples.map(({ text }) => text).filter(isChosen)} about={about} />}
    </>
  )
}

interface FixesProps {
  pair: ConfusedPair
  from: ListedIntent
  to: ListedIntent | undefined
  /** Utterances that would be moved. */
  texts: readonly string[]
  about: string | undefined
}

/** What would help, the likeliest first. */
function Fixes({ pair, from, to, texts, about }: FixesProps) {
  const say = useWords(words)
  const locale = useLocale()
  const change = useIntentChange()
  const [, go] = useLocation()
  const best = bestFix(pair, from, to)
  const merged = to && merging(from, to)

  const move = () => {
    if (!to) return
    const text = say('moved', { count: texts.length, name: nameOf(to.intent, locale) })
    void change(moving(texts, from.intent.id, to.intent.id), text).catch(() => {})
  }
  const merge = () => {
    if (!merged) return
    const text = say('merged', { goes: nameOf(merged.goes.intent, locale), stays: nameOf(merged.stays.intent, locale) })
    void change(merged.changes, text).then(
      () => about === merged.goes.intent.id && go(`/intents/${merged.stays.intent.id}`),
      () => {},
    )
  }
  const add = () => {
    if (about !== from.intent.id) go(`/intents/${from.intent.id}`)
    // the page of the other intent is drawn first
    setTimeout(() => document.getElementById('add-utterances')?.focus(), 50)
  }

  const fixes: Fix[] = !to ? ['add'] : isOpen(pair.ways[0]) ? ['add', 'move'] : ['move', 'add', 'merge']
  const buttons: Record<Fix, React.ReactNode> = {
    move: to && (
      <Button key="move" size="xs" leftSection={<IconArrowRight size={16} stroke={1.75} />} disabled={texts.length === 0} onClick={move}>
        {say(texts.length === 0 ? 'fixMoveNone' : 'fixMove', { count: texts.length, name: nameOf(to.intent, locale) })}
      </Button>
    ),
    merge: (
      <Button
        key="merge"
        size="xs"
        leftSection={<IconArrowMerge size={16} stroke={1.75} />}
        disabled={!merged}
        title={merged ? undefined : say('mergeBlocked')}
        onClick={merge}
      >
        {say('makeOne')}
      </Button>
    ),
    add: (
      <Button key="add" size="xs" leftSection={<IconPencilPlus size={16} stroke={1.75} />} onClick={add}>
        {say('fixAdd', { name: nameOf(from.intent, locale) })}
      </Button>
    ),
  }
  return <div className={css.fixes}>{[best, ...fixes.filter((fix) => fix !== best)].map((fix) => buttons[fix])}</div>
}
