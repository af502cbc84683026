import { useWords } from '../i18n/index.ts'
import { useSession } from '../queries.ts'
import { Frame, ScreenSwitches } from './Frame.tsx'
import { Sections } from './intents/Sections.tsx'
import { UndoBar, UndoButtons } from './library/UndoBar.tsx'
import { OwnWords } from './moods/OwnWords.tsx'
import { ShippedWords } from './moods/ShippedWords.tsx'
import { useMoodChange, useMoodWords } from './moods/use-mood-words.ts'
import { words } from './moods/words.ts'
import css from './Page.module.css'
import { TryAgain } from './TryAgain.tsx'

/** The readable lexicon of moods: words of this shop, and those that come along. */
export default function Moods() {
  const say = useWords(words)
  const { data: me } = useSession()
  const canWrite = me?.role === 'owner' || me?.role === 'operator'
  const { data, error, refetch } = useMoodWords()
  const change = useMoodChange()
  const actions = (
    <>
      {canWrite && <UndoButtons />}
      <ScreenSwitches />
    </>
  )
  return (
    <Frame bar={<Sections here="moods" />} actions={actions}>
      <div className={`${css.page} ${css.narrow}`}>
        {error && !data ? (
          <TryAgain error={error} retry={() => void refetch()} />
        ) : (
          data && (
            <>
              <div className={css.head}>
                <p className={css.lead}>{say('lead')}</p>
              </div>
              <OwnWords own={data.own} shipped={data.shipped} change={canWrite ? change : null} />
              <ShippedWords own={data.own} shipped={data.shipped} change={canWrite ? change : null} />
            </>
          )
        )}
      </div>
      {canWrite && <UndoBar />}
    </Frame>
  )
}
