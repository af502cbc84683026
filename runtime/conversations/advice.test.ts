import { describe, expect, it } from 'vitest'
import type { Intent } from '../../schemas/intent.ts'
import type { Perception } from '../../schemas/perception.ts'
import type { PerceiveContext } from '../engine/types.ts'
import { type Advisor, advised } from './advice.ts'

const heard = (best = 0.55): Perception => ({
  text: '我的东西呢',
  language: 'zh',
  intents: [
    { id: 'logistics', confidence: best },
    { id: 'urge', confidence: 0.2 },
  ],
  entities: [],
  mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 },
})
const context: PerceiveContext = { locale: 'zh-CN', intents: ['logistics', 'urge'], now: 0, zoneMinutes: 480, recall: {}, tapped: false }
const intents: Intent[] = [
  { id: 'logistics', name: { 'zh-CN': '查物流', en: 'Track' }, utterances: ['快递到哪了'], keywords: [] },
  { id: 'urge', name: { 'zh-CN': '催发货', en: 'Urge' }, utterances: ['怎么还不发'], keywords: [] },
]
const reading = { text: '我的东西呢', context, intents }

/** An advisor that may judge, and notes what it was asked. */
function judgeThatSays(judged: Awaited<ReturnType<Advisor['weigh']>>): Advisor & { asked: unknown[] } {
  const asked: unknown[] = []
  return {
    asked,
    may: (use) => use === 'judge',
    weigh: async (text, candidates) => {
      asked.push([text, candidates])
      return judged
    },
    rephrase: async () => null,
    likeness: () => undefined,
  }
}

describe('a message that the recogniser is not sure of', () => {
  it('wants what the judgement says, and nothing that no flow listens for', async () => {
    const advisor = judgeThatSays([
      { id: 'logistics', confidence: 0.5 },
      { id: 'urge', confidence: 0.85 },
      { id: 'elsewhere', confidence: 0.4 },
    ])
    const perceive = await advised(
      advisor,
      () => heard(),
      reading,
      (call) => call(),
    )
    expect(perceive('我的东西呢', context).intents).toEqual([
      { id: 'urge', confidence: 0.85 },
      { id: 'logistics', confidence: 0.5 },
    ])
    expect(perceive('别的话', context)).toEqual(heard())
    expect(advisor.asked).toEqual([
      [
        '我的东西呢',
        [
          { id: 'logistics', confidence: 0.55, name: '查物流', examples: ['快递到哪了'] },
          { id: 'urge', confidence: 0.2, name: '催发货', examples: ['怎么还不发'] },
        ],
      ],
    ])
  })

  it('is read as before when there is no judgement, no provider, or no doubt', async () => {
    const local = () => heard()
    expect(await advised(judgeThatSays(null), local, reading, (call) => call())).toBe(local)
    expect(await advised(undefined, local, reading, (call) => call())).toBe(local)
    const sure = () => heard(0.95)
    const advisor = judgeThatSays([])
    expect(await advised(advisor, sure, reading, (call) => call())).toBe(sure)
    expect(advisor.asked).toEqual([])
  })
})
