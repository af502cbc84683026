import { describe, expect, it } from 'vitest'
import { intentExplanation } from '../../../schemas/intent-report.ts'
import { explain } from './explain.ts'
import { train } from './train.ts'

const model = train([
  { id: 'refund', name: '退款', utterances: ['我要退款', '退款多久到账', '怎么退款'], keywords: ['退钱'] },
  { id: 'invoice', name: '发票', utterances: ['我要发票', '发票怎么开', '开发票'] },
  { id: 'ship', name: '发货', utterances: ['多久发货', '怎么还不发货'] },
])

describe('the explanation of a reading', () => {
  it('says which words spoke for the winner and for the runner-up', () => {
    const { candidates, evidence } = explain(model, '我的退款呢')
    expect(candidates[0]?.intent).toBe('refund')
    expect(candidates.map((each) => each.confidence)).toEqual(candidates.map((each) => each.confidence).sort((a, b) => b - a))
    expect(evidence.map((each) => each.intent)).toEqual(candidates.slice(0, 2).map((each) => each.intent))
    expect(evidence[0]?.words[0]?.text).toContain('退款')
  })

  it('names words only whose loss lowers the score', () => {
    const [winner] = explain(model, '退款 发货').evidence
    const whole = explain(model, '退款 发货').candidates[0]?.score ?? 0
    for (const { text } of winner?.words ?? []) {
      const without = explain(model, '退款 发货'.replace(text, '')).candidates.find((each) => each.intent === winner?.intent)
      expect(without?.score ?? 0).toBeLessThan(whole)
    }
    expect(winner?.words.length).toBeGreaterThan(0)
  })

  it('tells whether an utterance, a keyword or the trained model decided', () => {
    expect(explain(model, '我要退款！').decidedBy).toBe('utterance')
    expect(explain(model, '请给我退钱吧').decidedBy).toBe('keyword')
    expect(explain(model, '退款要多久').decidedBy).toBe('model')
  })

  it('leaves out intents that are not in play, and has nothing to say of nothing', () => {
    expect(explain(model, '我的退款呢', ['invoice', 'ship']).candidates.map((each) => each.intent)).not.toContain('refund')
    expect(explain(model, '')).toMatchObject({ candidates: [], evidence: [] })
  })

  it('explains a long message as fast as a short one, near enough', () => {
    const long = `${'今天在路上走着走着忽然想起这件事来'.repeat(26)}我想问问什么时候可以给我退款`
    const began = performance.now()
    expect(intentExplanation.parse(explain(model, long)).evidence[0]?.words.length).toBeGreaterThan(0)
    expect(performance.now() - began).toBeLessThan(200)
  })
})
