import { describe, expect, it } from 'vitest'
import type { Perception } from '../../schemas/perception.ts'
import { perceived, testTurn, type World } from '../test-turn.ts'
import { testNode } from '../testing.ts'
import watchMood from './run.ts'

testNode(watchMood, {
  'leads away when it has fired': { data: {}, says: [], leaves: 'matched', measures: ['mood-noticed'] },
  'also with every sign set otherwise': {
    data: { anger: 0.6, negative: 3, repeated: 0, upset: false, complaint: 0.5, once: false, returns: false },
    leaves: 'matched',
  },
})

describe('an any-time mood', () => {
  const notice = (mood: World['mood'], data = {}, polarity: Perception['mood']['polarity'] = 'negative', visit = 0) => {
    const turn = testTurn({ visit, ...(mood ? { mood } : {}) })
    turn.hear({ type: 'text', text: '…' }, perceived('…', { mood: { polarity, anger: 0, anxiety: 0, urgency: 0 } }), {})
    return watchMood.behaviour.notice?.(watchMood.definition.data.parse(data), turn)
  }

  it('comes before everything when somebody is furious [R28] [H3]', () => {
    expect(notice({ anger: 0.85 })).toEqual({ score: 1, threshold: 0, returns: true })
    expect(notice({ anger: 0.7 }, {}, 'neutral')).toBeNull()
  })

  it('notices two unhappy messages of three, but not at a friendly one [H3]', () => {
    expect(notice({ negative: 2 })).toMatchObject({ score: 0.9 })
    expect(notice({ negative: 1 })).toBeNull()
    expect(notice({ negative: 2 }, {}, 'positive')).toBeNull()
  })

  it('notices the same question for the third time, or only when it comes in a bad mood [R34] [H5]', () => {
    expect(notice({ repeated: 3 }, {}, 'neutral')).toMatchObject({ score: 0.9 })
    expect(notice({ repeated: 3 }, { repeated: 0 }, 'neutral')).toBeNull()
    expect(notice({ repeated: 3 }, { repeated: 0 })).toMatchObject({ score: 0.9 })
    expect(notice({ repeated: 3 }, { repeated: 0, upset: false })).toBeNull()
  })

  it('lets the second time be answered in other words first, however it sounds [R34]', () => {
    expect(notice({ repeated: 2, negative: 1 })).toBeNull()
    expect(notice({ repeated: 2, negative: 2 })).toMatchObject({ score: 0.9 })
    expect(notice({ repeated: 2, anger: 0.85 })).toMatchObject({ score: 1 })
  })

  it('notices a complaint that is not said outright, if told to', () => {
    expect(notice({ complaint: 0.6 }, {}, 'neutral')).toBeNull()
    expect(notice({ complaint: 0.6 }, { complaint: 0.5 }, 'neutral')).toMatchObject({ score: 0.9 })
  })

  it('fires once in a conversation unless told otherwise', () => {
    expect(notice({ anger: 1 }, {}, 'negative', 1)).toBeNull()
    expect(notice({ anger: 1 }, { once: false }, 'negative', 1)).toMatchObject({ score: 1 })
  })

  it('hears nothing in silence', () => {
    expect(watchMood.behaviour.notice?.(watchMood.definition.data.parse({}), testTurn({ visit: 0, mood: { anger: 1 } }))).toBeNull()
  })
})
