import { useWords } from '../../i18n/index.ts'
import page from '../Page.module.css'
import css from './TryIt.module.css'
import { words } from './words.ts'

interface Props {
  polarity: 'positive' | 'neutral' | 'negative'
  anger: number
  anxiety: number
  urgency: number
  complaint?: number
}

/** A feeling is said from here on. */
const told = 0.3
const strong = 0.6

/** A mood in words: what it is, and each feeling that is there with its strength. */
export function MoodLine({ polarity, anger, anxiety, urgency, complaint = 0 }: Props) {
  const say = useWords(words)
  const feelings = [
    ['moodAnger', anger],
    ['moodAnxiety', anxiety],
    ['moodUrgency', urgency],
    ['moodComplaint', complaint],
  ] as const
  return (
    <span className={css.mood}>
      <span className={page.chip} data-tone={polarity === 'positive' ? 'accent' : polarity === 'negative' ? 'warn' : undefined}>
        {say(`mood_${polarity}`)}
      </span>
      {feelings.map(
        ([key, value]) =>
          value >= told && (
            <span key={key} className={page.chip} data-tone={value >= strong ? 'bad' : 'warn'}>
              {say(key, { value: value.toFixed(2) })}
            </span>
          ),
      )}
    </span>
  )
}
