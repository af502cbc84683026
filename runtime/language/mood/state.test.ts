import { describe, expect, it } from 'vitest'
import { calm, feel } from './state.ts'

const angry = { polarity: 'negative', anger: 1, anxiety: 0.5, urgency: 0.2 } as const
const quiet = { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 } as const

describe('feel', () => {
  it('halves what was felt after three calm messages', () => {
    const upset = feel(calm, angry)
    const later = [quiet, quiet, quiet].reduce(feel, upset)
    expect(later.anger).toBeCloseTo(upset.anger / 2, 3)
    expect(later.urgency).toBeCloseTo(upset.urgency / 2, 3)
  })

  it('remembers which of the last three messages were unhappy [R28]', () => {
    expect([quiet, angry, quiet, angry].reduce(feel, calm).recent).toEqual([true, false, true])
  })

  it('stays between 0 and 1 however long somebody is angry', () => {
    const state = Array.from({ length: 60 }, () => angry).reduce(feel, calm)
    for (const figure of [state.anger, state.anxiety, state.urgency, state.negative]) {
      expect(figure).toBeGreaterThan(0)
      expect(figure).toBeLessThanOrEqual(1)
    }
  })
})
