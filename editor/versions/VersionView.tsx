import { Button, Tooltip } from '@mantine/core'
import { useMemo } from 'react'
import { call } from '../call.ts'
import { Canvas } from '../canvas/Canvas.tsx'
import type { Draft } from '../draft/store.ts'
import { moment } from '../i18n/format.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { keys, useChange, useVersion } from '../queries.ts'
import { stillDraft } from './still-draft.ts'
import css from './Versions.module.css'
import { words } from './words.ts'

const nothing: readonly never[] = []

interface Props {
  draft: Draft
  number: number
  canRestore: boolean
  back: () => void
}

/** A published version as it was, on a canvas that only shows. */
export function VersionView({ draft, number, canRestore, back }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const found = useVersion(draft.flowId, number).data
  const shown = useMemo(() => (found ? stillDraft(found.flow) : null), [found])
  const restore = useChange(() => call('restoreVersion', { params: { flow: draft.flowId, number: String(number) } }), [keys.flows])
  if (!found || !shown) return null
  return (
    <>
      <div className={css.banner}>
        <p>{say('viewing', { number, when: moment(found.version.at, locale), who: found.version.publishedBy })}</p>
        {canRestore && (
          <Tooltip label={say('restoreHelp')} multiline w={280}>
            <Button
              loading={restore.isPending}
              onClick={() => restore.mutate(undefined, { onSuccess: () => void draft.refresh().then(back) })}
            >
              {say('restore')}
            </Button>
          </Tooltip>
        )}
        <Button onClick={back}>{say('backToDraft')}</Button>
      </div>
      <Canvas
        key={number}
        draft={shown}
        locale={locale}
        selectedNode={null}
        onSelect={() => {}}
        problems={nothing}
        path={nothing}
        readOnly
      />
    </>
  )
}
