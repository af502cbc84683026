import { ActionIcon, Menu, TagsInput } from '@mantine/core'
import { IconArrowLeft, IconArrowMerge, IconDots, IconTrash } from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { isBlank, type LocalizedText, textIn } from '../../../schemas/text.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { HealthBar } from '../library/HealthBar.tsx'
import { IntentPicker } from '../library/IntentPicker.tsx'
import { nameOf, useIntentChange } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'
import { TwoLanguages } from '../TwoLanguages.tsx'
import { Confusions } from './Confusions.tsx'
import type { Findings } from './filter.ts'
import { merging } from './fixes.ts'
import { healthWords } from './health-words.ts'
import css from './Intents.module.css'
import { Utterances } from './Utterances.tsx'
import { words } from './words.ts'

interface Props {
  listed: ListedIntent
  intents: readonly ListedIntent[]
  findings: Findings
  /** Share done of the check that is under way. */
  checking: number | null
  canWrite: boolean
}

/** One intent: how it stands, what it is called, what decides by itself, and all that customers say. */
export function IntentDetail({ listed, intents, findings, checking, canWrite }: Props) {
  const say = useWords(words)
  const locale = useLocale()
  const change = useIntentChange()
  const { intent, health, usedBy } = listed
  const name = nameOf(intent, locale)
  const { utterances: _utterances, ...head } = intent
  const outcome = findings.report?.intents.find((each) => each.intent === intent.id)
  const confusions = useMemo(
    () => (findings.report?.confusions ?? []).filter(({ from, to }) => from === intent.id || to === intent.id),
    [findings.report, intent.id],
  )

  return (
    <div className={css.detail}>
      <header className={css.detailHead}>
        <Link href="/intents" className={css.back}>
          <IconArrowLeft size={16} stroke={1.75} aria-hidden="true" />
          {say('back')}
        </Link>
        <div className={css.headLine}>
          <h2>{name}</h2>
          {canWrite && <IntentMenu listed={listed} intents={intents} />}
        </div>
        <div className={css.facts}>
          <HealthBar share={health.share} state={health.state} text={healthWords(health, say)} />
          <span>{say('byLanguage', { ...health.languages })}</span>
          {checking !== null ? (
            <span role="status">{say('checkingAt', { share: Math.round(checking * 100) })}</span>
          ) : (
            outcome && outcome.total > 0 && <span>{say('ownResult', { right: outcome.right, total: outcome.total })}</span>
          )}
          <span>
            {usedBy.length === 0
              ? say('usedByNone')
              : usedBy.map((flow, index) => (
                  <span key={flow.flow}>
                    {index > 0 && locale === 'en'
                      ? ', '
                      : index > 0
                        ? '、'
                        : `${say('usedBy', { count: usedBy.length })}${locale === 'en' ? ': ' : '：'}`}
                    <Link href={`/flows/${flow.flow}`}>{textIn(flow.name, locale)}</Link>
                  </span>
                ))}
          </span>
        </div>
      </header>

      {confusions.length > 0 && (
        <div className={css.block}>
          <Confusions confusions={confusions} intents={intents} canWrite={canWrite} most={2} about={intent.id} />
        </div>
      )}

      <div className={css.fields}>
        <div>
          <p className={css.label}>{say('names')}</p>
          <Names
            key={JSON.stringify(intent.name)}
            name={intent.name}
            readOnly={!canWrite}
            save={(wanted) =>
              change([{ do: 'put', intent: { ...head, name: wanted } }], say('renamed', { name: textIn(wanted, locale) })).catch(() => {})
            }
          />
        </div>
        <div>
          <TagsInput
            label={say('keywords')}
            placeholder={head.keywords.length === 0 ? say('keywordsHint') : ''}
            readOnly={!canWrite}
            value={head.keywords}
            maxTags={500}
            splitChars={[',', '，', '、', '\n']}
            onChange={(keywords) =>
              void change([{ do: 'put', intent: { ...head, keywords } }], say('keywordsChanged', { name })).catch(() => {})
            }
          />
          <p className={css.help}>{say('keywordsHelp')}</p>
        </div>
      </div>

      <Utterances listed={listed} intents={intents} duplicates={findings.duplicates} canWrite={canWrite} />
    </div>
  )
}

/** The name in both languages; kept when one leaves it. */
function Names({ name, readOnly, save }: { name: LocalizedText; readOnly: boolean; save: (name: LocalizedText) => Promise<void> }) {
  const say = useWords(words)
  const [written, setWritten] = useState(name)
  const frame = useRef<HTMLDivElement>(null)
  const keep = () => {
    if (readOnly || isBlank(written) || JSON.stringify(written) === JSON.stringify(name)) return
    void save(written)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: no control of its own: it only hears the two fields in it being left, or Enter in them
    <div
      ref={frame}
      onBlur={(event) => !frame.current?.contains(event.relatedTarget) && keep()}
      onKeyDown={(event) => event.key === 'Enter' && keep()}
    >
      <TwoLanguages label={say('name')} value={written} change={setWritten} readOnly={readOnly} />
    </div>
  )
}

function IntentMenu({ listed, intents }: { listed: ListedIntent; intents: readonly ListedIntent[] }) {
  const say = useWords(words)
  const locale = useLocale()
  const change = useIntentChange()
  const [, go] = useLocation()
  const [choosing, setChoosing] = useState(false)
  const { intent, usedBy } = listed
  const name = nameOf(intent, locale)

  if (choosing) {
    const mergeWith = (id: string) => {
      const other = intents.find((each) => each.intent.id === id)
      const merged = other && merging(listed, other)
      if (!merged) return
      setChoosing(false)
      const text = say('merged', { goes: nameOf(merged.goes.intent, locale), stays: nameOf(merged.stays.intent, locale) })
      void change(merged.changes, text).then(
        () => go(`/intents/${merged.stays.intent.id}`),
        () => {},
      )
    }
    const blocked = intents.filter((other) => other !== listed && !merging(listed, other)).map((other) => other.intent.id)
    return (
      <div className={css.choosing}>
        <IntentPicker
          label={say('mergeInto')}
          without={[intent.id, ...blocked]}
          pick={mergeWith}
          leave={() => setChoosing(false)}
          autoFocus
        />
      </div>
    )
  }
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={34} aria-label={`${say('more')}: ${name}`} className={css.quietButton}>
          <IconDots size={18} stroke={1.75} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowMerge size={16} stroke={1.75} />} onClick={() => setChoosing(true)}>
          {say('mergeInto')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconTrash size={16} stroke={1.75} />}
          disabled={usedBy.length > 0}
          title={usedBy.length > 0 ? say('removeUsed') : undefined}
          onClick={() =>
            void change([{ do: 'remove', intent: intent.id }], say('removed', { name })).then(
              () => go('/intents'),
              () => {},
            )
          }
        >
          {say('remove')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
