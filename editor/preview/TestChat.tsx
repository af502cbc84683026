import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { saidWords } from '../../nodes/said.ts'
import type { Flow } from '../../schemas/flow.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { Said } from './Bubbles.tsx'
import { ChatInput } from './ChatInput.tsx'
import { ChatSettings } from './ChatSettings.tsx'
import { failureWords } from './failure-words.ts'
import { Media } from './Media.tsx'
import { Reading } from './Reading.tsx'
import { ownerOf, type Rehearsal, type TestTurn } from './rehearsal.ts'
import css from './TestChat.module.css'
import { TraceBox } from './Trace.tsx'
import { words } from './words.ts'

/** Talk to the draft as a customer would; what it passes lights up on the canvas. */
export function TestChat({ rehearsal, flow, open }: { rehearsal: Rehearsal; flow: Flow; open: (node: string) => void }) {
  const say = useWords(words)
  const state = useStore(rehearsal)
  const end = useRef<HTMLDivElement>(null)
  const { turns, busy } = state

  useEffect(() => {
    if (rehearsal.getState().turns.length === 0) void rehearsal.startOver()
  }, [rehearsal])

  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls down whenever something new was said
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'nearest' })
  }, [turns, busy])

  const owner = ownerOf(state)
  return (
    <div className={css.chat}>
      <ChatSettings rehearsal={rehearsal} />
      <div className={css.log} role="log" aria-label={say('chat')}>
        {turns.map((turn, index) => (
          <Turn key={turn.id} turn={turn} isLast={index === turns.length - 1} rehearsal={rehearsal} flow={flow} open={open} />
        ))}
        {busy && (
          <p className={css.typing} aria-hidden="true">
            <i />
            <i />
            <i />
          </p>
        )}
        {!busy && owner === 'closed' && <p className={css.notice}>{say('ended')}</p>}
        {!busy && (owner === 'queue' || owner.startsWith('agent:')) && (
          <p className={css.notice}>
            {say('queued')}{' '}
            <button type="button" className={css.link} onClick={() => void rehearsal.handBack()}>
              {say('handBack')}
            </button>
          </p>
        )}
        <div ref={end} />
      </div>
      <ChatInput rehearsal={rehearsal} />
    </div>
  )
}

function Turn({
  turn,
  isLast,
  rehearsal,
  flow,
  open,
}: {
  turn: TestTurn
  isLast: boolean
  rehearsal: Rehearsal
  flow: Flow
  open: (node: string) => void
}) {
  const say = useWords(words)
  const screenLocale = useLocale()
  const chosen = useStore(rehearsal, (state) => state.chosen)
  const chatLocale = useStore(rehearsal, (state) => state.locale)
  const busy = useStore(rehearsal, (state) => state.busy)
  const isOpen = chosen === turn.id || (chosen === null && isLast)
  const canChoose = isLast && !busy
  const messages = turn.reply?.messages ?? []
  return (
    <>
      {turn.cause.kind === 'said' &&
        (turn.cause.content.type === 'image' || turn.cause.content.type === 'audio' ? (
          <div className={css.sent}>
            <Media content={turn.cause.content} addressOf={rehearsal.addressOf} />
          </div>
        ) : (
          <p className={css.visitor}>{saidWords(turn.cause.content)}</p>
        ))}
      {turn.cause.kind === 'silent' && <p className={css.notice}>{say('wasSilent')}</p>}
      {turn.reply && turn.cause.kind !== 'opened' && (
        <Reading
          reply={turn.reply}
          isTap={turn.cause.kind === 'said' && turn.cause.content.type !== 'text'}
          isOpen={isOpen}
          show={() => rehearsal.choose(isLast || chosen === turn.id ? null : turn.id)}
        />
      )}
      {messages.map((message, index) => (
        <Said
          // biome-ignore lint/suspicious/noArrayIndexKey: a turn's messages never change
          key={index}
          content={message.content}
          locale={chatLocale}
          choose={canChoose ? (value, label) => void rehearsal.say({ type: 'choice', value, label }) : null}
        />
      ))}
      {turn.failure && (
        <div className={css.failure} role="alert">
          <p>{say('failed', { why: say(failureWords(turn.failure)) })}</p>
          {isLast && (
            <button type="button" className={css.link} onClick={() => void rehearsal.retry()}>
              {say('again')}
            </button>
          )}
        </div>
      )}
      {isOpen && turn.reply && <TraceBox turn={turn} flow={flow} locale={screenLocale} open={open} />}
    </>
  )
}
