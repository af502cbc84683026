import { ActionIcon, Menu, VisuallyHidden } from '@mantine/core'
import { IconArchive, IconArchiveOff, IconCopy, IconDots, IconDownload, IconPencil } from '@tabler/icons-react'
import { Link, useLocation } from 'wouter'
import { locales, textIn } from '../../../schemas/text.ts'
import { call } from '../../call.ts'
import { ago, count, moment } from '../../i18n/format.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import css from '../Page.module.css'
import { words } from '../words.ts'
import { exportFlows } from './bundle-files.ts'
import type { FlowHead } from './filter.ts'

/** One row a flow; the name is the link, the row only makes it larger. */
export function FlowTable({ flows, canWrite }: { flows: readonly FlowHead[]; canWrite: boolean }) {
  const say = useWords(words)
  return (
    <div className={css.panel}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{say('colName')}</th>
            <th scope="col">{say('colDraft')}</th>
            <th scope="col">{say('colLive')}</th>
            <th scope="col" className={css.number}>
              {say('colOpen')}
            </th>
            <th scope="col">{say('colUpdated')}</th>
            <th scope="col">
              <VisuallyHidden>{say('more')}</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {flows.map((flow) => (
            <FlowRow key={flow.id} flow={flow} canWrite={canWrite} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function FlowRow({ flow, canWrite }: { flow: FlowHead; canWrite: boolean }) {
  const say = useWords(words)
  const locale = useLocale()
  const name = textIn(flow.name, locale)
  const other = locales.find((each) => each !== locale) ?? 'en'
  const otherName = typeof flow.name === 'string' ? '' : (flow.name[other] ?? '')
  return (
    <tr className={css.row}>
      <th scope="row">
        <Link href={`/flows/${flow.id}`} className={css.rowLink}>
          {name}
        </Link>
        {otherName && otherName !== name && (
          <span className={css.otherName} lang={other}>
            {otherName}
          </span>
        )}
      </th>
      <td>
        <DraftChip flow={flow} />
      </td>
      <td>
        {flow.live ? (
          <span className={css.chip} title={moment(flow.live.publishedAt, locale)}>
            v{flow.live.number}
          </span>
        ) : (
          <span className={css.faint}>{say('liveNone')}</span>
        )}
      </td>
      <td className={css.number}>{flow.open > 0 ? count(flow.open, locale) : <span className={css.faint}>{say('openNone')}</span>}</td>
      <td>
        <time dateTime={flow.updatedAt} title={moment(flow.updatedAt, locale)} className={css.when}>
          {ago(flow.updatedAt, locale)}
        </time>
      </td>
      <td className={css.rowMenu}>{canWrite && <RowMenu flow={flow} />}</td>
    </tr>
  )
}

/** What the draft is against what is live, in words. */
function DraftChip({ flow }: { flow: FlowHead }) {
  const say = useWords(words)
  if (!flow.live) return <span className={css.faint}>{say('draftNever')}</span>
  if (flow.unpublished === 0) return <span className={css.faint}>{say('draftSame')}</span>
  return (
    <span className={css.chip} data-tone="warn">
      <IconPencil size={14} stroke={1.75} aria-hidden="true" />
      {say('draftChanged', { count: flow.unpublished })}
    </span>
  )
}

function RowMenu({ flow }: { flow: FlowHead }) {
  const say = useWords(words)
  const locale = useLocale()
  const [, go] = useLocation()
  const name = textIn(flow.name, locale)
  const copyName = typeof flow.name === 'string' ? say('copyOf', { name: flow.name }) : { ...flow.name, [locale]: say('copyOf', { name }) }
  const copy = useChange(() => call('createFlow', { body: { name: copyName, copyOf: flow.id } }), [keys.flows])
  const archive = useChange((archived: boolean) => call('archiveFlow', { params: { flow: flow.id }, body: { archived } }), [keys.flows])
  return (
    <Menu position="bottom-end" width={180}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={30} aria-label={`${say('more')}: ${name}`} className={css.quiet}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconCopy size={16} stroke={1.75} />}
          onClick={() => copy.mutate(undefined, { onSuccess: (made) => go(`/flows/${made.id}`) })}
        >
          {say('copy')}
        </Menu.Item>
        <Menu.Item leftSection={<IconDownload size={16} stroke={1.75} />} onClick={() => void exportFlows(flow.id)}>
          {say('exportOne')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          leftSection={flow.archived ? <IconArchiveOff size={16} stroke={1.75} /> : <IconArchive size={16} stroke={1.75} />}
          onClick={() => archive.mutate(!flow.archived)}
        >
          {say(flow.archived ? 'unarchive' : 'archive')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
