import { Button, Modal } from '@mantine/core'
import { IconRocket } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { textIn } from '../../../schemas/text.ts'
import { call } from '../../call.ts'
import { useLocale, useWords } from '../../i18n/index.ts'
import { keys, useChange } from '../../queries.ts'
import type { FlowHead } from '../flows/filter.ts'
import { useUndo } from '../library/undo.ts'
import page from '../Page.module.css'
import { Trouble } from '../Trouble.tsx'
import css from './Intents.module.css'
import { words } from './words.ts'

/** Training of large libraries happens before anything goes live. */
const patience = 180_000

/** Says which flows get the intents of now and what that means for visitors; trains and publishes. */
export function PublishLibrary({ flows, close }: { flows: readonly FlowHead[]; close: () => void }) {
  const say = useWords(words)
  const locale = useLocale()
  const publish = useChange(() => call('publishIntents', { timeout: patience }), [keys.flows])
  const training = useQuery({
    queryKey: ['training'],
    queryFn: ({ signal }) => call('readTraining', { signal }),
    enabled: publish.isPending,
    refetchInterval: 300,
  })
  const shares = training.data?.trainings.filter((each) => each.for === 'version').map((each) => each.share) ?? []
  const held = publish.data?.held ?? []
  const live = () => {
    useUndo.getState().tell(say('published'))
    close()
  }

  return (
    <Modal opened onClose={close} size={520} title={say('publishTitle')} closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={page.form}>
        <p className={page.lead}>{say('publishSays')}</p>
        {held.length === 0 && (
          <ul className={page.plainList}>
            {flows.map((flow) => (
              <li key={flow.id}>
                <strong>{textIn(flow.name, locale)}</strong>
                {flow.live && (
                  <span className={page.faint}>{say('publishFlow', { from: flow.live.number, to: flow.live.number + 1 })}</span>
                )}
              </li>
            ))}
          </ul>
        )}
        {held.map((flow) => (
          <p key={flow.flow} className={css.held}>
            {say('publishHeld', { name: textIn(flow.name, locale) })} <Link href={`/flows/${flow.flow}`}>{say('openFlow')}</Link>
          </p>
        ))}
        {publish.isPending && (
          <div className={css.progress}>
            <span>{say('publishTraining')}</span>
            <progress max={1} value={shares.length > 0 ? Math.min(...shares) : 0} aria-label={say('training')} />
          </div>
        )}
        <Trouble text={publish.error ? say('publishFailed') : null} />
        <div className={page.buttons}>
          <Button onClick={close}>{say(held.length > 0 ? 'close' : 'cancel')}</Button>
          {held.length === 0 && (
            <Button
              variant="filled"
              data-autofocus
              leftSection={<IconRocket size={16} stroke={1.75} />}
              loading={publish.isPending}
              onClick={() => publish.mutate(undefined, { onSuccess: (done) => done.held.length === 0 && live() })}
            >
              {say('publish')}
            </Button>
          )}
        </div>
      </div>
    </Modal>
  )
}
