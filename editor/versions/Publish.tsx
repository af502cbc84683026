import { Button, Modal, TextInput } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Problem } from '../../schemas/problem.ts'
import { CallError, call } from '../call.ts'
import type { Draft, DraftState } from '../draft/store.ts'
import { ago } from '../i18n/format.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { Avatar } from '../pages/Avatar.tsx'
import type { FlowHead } from '../pages/flows/filter.ts'
import { ProblemList } from '../problems/List.tsx'
import { keys, useChange } from '../queries.ts'
import { useUnpublished } from './unpublished.ts'
import css from './Versions.module.css'
import { words } from './words.ts'

interface Props {
  draft: Draft
  head: FlowHead
  problems: readonly Problem[]
  jump: (problem: Problem) => void
  close: () => void
}

/** Says what publishing will do and whose edits go live; errors keep it from happening. */
export function PublishDialog({ draft, head, problems, jump, close }: Props) {
  const say = useWords(words)
  const state = useStore(draft)
  const [note, setNote] = useState('')
  const publish = useChange(
    () =>
      call('publishFlow', {
        params: { flow: draft.flowId },
        body: { revision: state.revision, ...(note.trim() ? { note: note.trim() } : {}) },
      }),
    [keys.flows, keys.versions(draft.flowId)],
  )
  const errors = problems.filter((problem) => problem.severity === 'error')
  const warnings = problems.filter((problem) => problem.severity === 'warning')
  const isSame = head.live !== null && head.live.revision === state.revision && state.unsent === 0
  const number = (head.live?.number ?? 0) + 1
  const lookAt = (problem: Problem) => {
    close()
    jump(problem)
  }

  return (
    <Modal
      opened
      onClose={close}
      size={520}
      title={isSame ? say('publish') : say('publishTitle', { number })}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={css.form}>
        <p className={css.sentence}>
          <WhatHappens head={head} isSame={isSame} number={number} />
        </p>
        {!isSame && <WhoseEdits draft={draft} since={head.live?.revision ?? 0} revision={state.revision} />}
        {state.flow && errors.length > 0 && (
          <Found title={say('blocked', { count: errors.length })} problems={errors} state={state} jump={lookAt} />
        )}
        {state.flow && errors.length === 0 && warnings.length > 0 && (
          <Found title={say('reminders', { count: warnings.length })} problems={warnings} state={state} jump={lookAt} />
        )}
        {!isSame && errors.length === 0 && (
          <TextInput
            label={say('note')}
            placeholder={say('noteHint')}
            data-autofocus
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
        <div role="alert">{publish.error && <p className={css.bad}>{say(failureOf(publish.error))}</p>}</div>
        <div className={css.buttons}>
          <Button onClick={close}>{say(isSame ? 'close' : 'cancel')}</Button>
          {!isSame && (
            <Button
              variant="filled"
              leftSection={<IconRocket size={16} stroke={1.75} />}
              disabled={errors.length > 0 || state.unsent > 0}
              title={state.unsent > 0 ? say('waiting') : undefined}
              loading={publish.isPending}
              onClick={() => publish.mutate(undefined, { onSuccess: close, onError: () => void draft.refresh() })}
            >
              {say('publish')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}

function WhatHappens({ head, isSame, number }: { head: FlowHead; isSame: boolean; number: number }) {
  const say = useWords(words)
  if (!head.live) return say('publishFirst')
  const { number: live } = head.live
  if (isSame) return say('nothingNew', { live })
  if (head.open === 0) return say('publishNobody', { number, live })
  return say('publishSome', { number, live, count: head.open })
}

function WhoseEdits({ draft, since, revision }: { draft: Draft; since: number; revision: number }) {
  const say = useWords(words)
  const locale = useLocale()
  const authors = useUnpublished(draft.flowId, since, revision)
  if (!authors || authors.length === 0) return null
  const total = authors.reduce((sum, author) => sum + author.count, 0)
  return (
    <section className={css.section}>
      <h3>{say('goesLive', { count: total })}</h3>
      <ul className={css.people}>
        {authors.map((author) => (
          <li key={author.id}>
            <Avatar id={author.id} name={author.name} small />
            {say('editsBy', { who: author.name, count: author.count, when: ago(author.last, locale) })}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Found({
  title,
  problems,
  state,
  jump,
}: {
  title: string
  problems: readonly Problem[]
  state: DraftState
  jump: (problem: Problem) => void
}) {
  if (!state.flow) return null
  return (
    <section className={css.section}>
      <h3>{title}</h3>
      <div className={css.scroll}>
        <ProblemList problems={problems} flow={state.flow} jump={jump} bare />
      </div>
    </section>
  )
}

function failureOf(error: unknown): 'changedMeanwhile' | 'notReady' | 'failed' {
  const status = error instanceof CallError ? error.status : 0
  if (status === 409) return 'changedMeanwhile'
  return status === 422 ? 'notReady' : 'failed'
}
