import { IconArrowRight } from '@tabler/icons-react'
import { Fragment } from 'react'
import type { SlotValue } from '../../schemas/conversation.ts'
import type { Flow } from '../../schemas/flow.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { titleOf } from '../canvas/card-words.ts'
import { moment } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import { useCalledFlows } from '../problems/called-flows.ts'
import { shortNumber } from './reading.ts'
import type { TestTurn, Trace } from './rehearsal.ts'
import css from './TestChat.module.css'
import { words } from './words.ts'

/** The cards one turn passed, how long it took and which variables it changed. */
export function TraceBox({ turn, flow, locale, open }: { turn: TestTurn; flow: Flow; locale: Locale; open: (node: string) => void }) {
  const say = useWords(words)
  const called = useCalledFlows(flow)
  if (!turn.reply) return null
  const cards = cardsOf(turn.reply.trace)
  return (
    <section className={css.trace} aria-label={say('thisTurn')}>
      <header>
        <strong>{say('thisTurn')}</strong>
        <span>
          {say('steps', { count: cards.length })} · {say('ms', { count: shortNumber(turn.reply.took) })}
        </span>
      </header>
      <p className={css.way}>
        {cards.length === 0 && say('noSteps')}
        {cards.map((card, index) => (
          <Fragment key={card.key}>
            {index > 0 && <IconArrowRight size={14} stroke={1.75} aria-hidden="true" />}
            <CardName card={card} flow={flow} called={called ?? []} locale={locale} open={open} />
          </Fragment>
        ))}
      </p>
      {turn.slots.length > 0 && (
        <dl className={css.slots}>
          {turn.slots.map((slot) => (
            <div key={slot.name}>
              <dt>{slot.name}</dt>
              <dd>{slot.value === null ? say('forgotten') : `= ${readable(slot.value, locale)}`}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}

/** A card of this flow can be opened; one of a flow that it called is named. */
function CardName({
  card,
  flow,
  called,
  locale,
  open,
}: {
  card: PassedCard
  flow: Flow
  called: readonly Flow[]
  locale: Locale
  open: (node: string) => void
}) {
  const home = card.flow === flow.id ? flow : called.find((each) => each.id === card.flow)
  const node = home?.nodes.find((each) => each.id === card.node)
  if (!node) return <span title={card.note}>{card.node}</span>
  if (home !== flow) return <span title={card.note ?? textIn(home?.name, locale)}>{titleOf(node, locale)}</span>
  return (
    <button type="button" title={card.note} onClick={() => open(node.id)}>
      {titleOf(node, locale)}
    </button>
  )
}

/** A value as a person reads it: a moment in their own way, a list with commas. */
function readable(value: SlotValue, locale: Locale): string {
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value) ? moment(value, locale) : String(value)
}

interface PassedCard {
  key: number
  flow: string
  node: string
  note?: string
}

/** The trace as the cards a person would point at: a card that waits and goes on is one stop. */
function cardsOf(trace: Trace): PassedCard[] {
  const cards: PassedCard[] = []
  for (const [index, step] of trace.entries()) {
    const last = cards.at(-1)
    if (step.did === 'inspected' || (last?.node === step.node && last.flow === step.flow)) continue
    cards.push({ key: index, flow: step.flow, node: step.node, ...(step.note ? { note: step.note } : {}) })
  }
  return cards
}
