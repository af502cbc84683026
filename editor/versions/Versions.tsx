import { ago, moment } from '../i18n/format.ts'
import { useLocale, useWords } from '../i18n/index.ts'
import { useVersions } from '../queries.ts'
import css from './Versions.module.css'
import { words } from './words.ts'

/** Published versions, newest first, with the draft on top; a click shows one on the canvas. */
export function VersionList({ flowId, viewing, view }: { flowId: string; viewing: number | null; view: (number: number | null) => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const versions = useVersions(flowId).data?.versions
  return (
    <div className={css.list}>
      <button type="button" className={css.version} aria-current={viewing === null || undefined} onClick={() => view(null)}>
        <strong>{say('draftNow')}</strong>
      </button>
      {versions?.length === 0 && <p className={css.none}>{say('versionsNone')}</p>}
      {versions?.map((version) => (
        <button
          key={version.id}
          type="button"
          className={css.version}
          aria-current={viewing === version.number || undefined}
          onClick={() => view(version.number)}
        >
          <span className={css.line}>
            <strong>v{version.number}</strong>
            {version.live && <span className={css.live}>{say('live')}</span>}
            <time dateTime={version.at} title={moment(version.at, locale)}>
              {ago(version.at, locale)}
            </time>
          </span>
          {version.note && <span className={css.note}>{version.note}</span>}
          <span className={css.who}>{version.publishedBy}</span>
        </button>
      ))}
    </div>
  )
}
