import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { polarities } from '../../../schemas/mood.ts'
import type { Review } from '../../../schemas/review.ts'
import { useWords } from '../../i18n/index.ts'
import css from './Reviews.module.css'
import { shortened } from './shortened.ts'
import { useDecide } from './use-reviews.ts'
import { words } from './words.ts'

/** Says how a message was meant, when its mood was misread. */
export function MoodFix({ review, polarity }: { review: Review; polarity: (typeof polarities)[number] }) {
  const say = useWords(words)
  const decide = useDecide()
  const [open, setOpen] = useState(false)
  const [meant, setMeant] = useState(polarity)
  const [anger, setAnger] = useState(false)
  const [urgency, setUrgency] = useState(false)
  if (!open)
    return (
      <button type="button" className={css.wrong} onClick={() => setOpen(true)}>
        {say('moodWrong')}
      </button>
    )
  const save = () =>
    void decide(review, { kind: 'mood', polarity: meant, anger, urgency }, say('moodSet', { text: shortened(review.text) })).catch(() => {})
  return (
    <div className={css.fix}>
      <fieldset className={css.polarities} aria-label={say('moodWrong')}>
        {polarities.map((each) => (
          <button key={each} type="button" aria-pressed={each === meant} onClick={() => setMeant(each)}>
            {say(`mood_${each}`)}
          </button>
        ))}
      </fieldset>
      <Checkbox size="xs" label={say('moodAnger')} checked={anger} onChange={(event) => setAnger(event.target.checked)} />
      <Checkbox size="xs" label={say('moodUrgency')} checked={urgency} onChange={(event) => setUrgency(event.target.checked)} />
      <Button size="xs" onClick={save}>
        {say('moodSave')}
      </Button>
    </div>
  )
}
