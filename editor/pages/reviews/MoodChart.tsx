import { useWords } from '../../i18n/index.ts'
import css from './Reviews.module.css'
import { words } from './words.ts'

interface Props {
  moods: readonly { seq: number; anger: number; anxiety: number; urgency: number }[]
  /** The message that it is about. */
  at: number
}

const width = 316
const height = 72
const margin = 6
/** Above this a conversation is handed to a person. */
const threshold = 0.8
const shownLast = 8

/** How displeased the visitor was, message by message: the strongest of anger, worry and haste. */
export function MoodChart({ moods, at }: Props) {
  const say = useWords(words)
  const shown = moods.slice(-shownLast).map((mood) => ({ seq: mood.seq, value: Math.max(mood.anger, mood.anxiety, mood.urgency) }))
  const x = (index: number) => margin + (index * (width - 2 * margin)) / Math.max(1, shown.length - 1)
  const y = (value: number) => height - margin - value * (height - 2 * margin)
  return (
    <figure className={css.chart}>
      <figcaption>
        <strong>{say('moodTitle')}</strong> {say('moodLast', { count: shown.length })}
        <span>{say('moodThreshold')}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={say('moodLine', { values: shown.map(({ value }) => value.toFixed(2)).join(', ') })}
      >
        <line x1={0} x2={width} y1={y(threshold)} y2={y(threshold)} className={css.threshold} />
        <polyline points={shown.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')} />
        {shown.map(({ seq, value }, index) => (
          <circle key={seq} cx={x(index)} cy={y(value)} r={seq === at ? 5 : 3} data-chosen={seq === at || undefined} />
        ))}
      </svg>
    </figure>
  )
}
