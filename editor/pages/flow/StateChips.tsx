import { IconAlertCircle, IconCloudOff, IconEye, IconPencil } from '@tabler/icons-react'
import { useStore } from 'zustand'
import type { Draft } from '../../draft/store.ts'
import { useWords } from '../../i18n/index.ts'
import type { FlowHead } from '../flows/filter.ts'
import page from '../Page.module.css'
import { words } from '../words.ts'

/** What the draft is against what is live, and whether something keeps changes from being saved. Saving itself is silent. */
export function StateChips({ draft, head, readOnly }: { draft: Draft; head: FlowHead | null; readOnly: boolean }) {
  const say = useWords(words)
  const { revision, unsent, trouble } = useStore(draft)
  if (!head) return null
  const changes = head.live ? Math.max(0, revision - head.live.revision) + unsent : 0
  const state = !head.live ? say('draftNever') : changes > 0 ? say('draftChanged', { count: changes }) : say('draftSame')
  return (
    <>
      <span className={page.chip} data-tone={head.live && changes > 0 ? 'warn' : undefined}>
        <IconPencil size={14} stroke={1.75} aria-hidden="true" />
        {say('draftIs', { state })}
      </span>
      {head.live && <span className={page.chip}>{say('liveIs', { number: head.live.number })}</span>}
      {readOnly && (
        <span className={page.chip}>
          <IconEye size={14} stroke={1.75} aria-hidden="true" />
          {say('readOnly')}
        </span>
      )}
      <span role="status">
        {trouble === 'offline' && (
          <span className={page.chip} data-tone="bad">
            <IconCloudOff size={14} stroke={1.75} aria-hidden="true" />
            {unsent > 0 ? say('offlineUnsaved', { count: unsent }) : say('offlineNow')}
          </span>
        )}
        {trouble === 'refused' && (
          <span className={page.chip} data-tone="bad">
            <IconAlertCircle size={14} stroke={1.75} aria-hidden="true" />
            {say('refusedEdit')}
          </span>
        )}
      </span>
    </>
  )
}
