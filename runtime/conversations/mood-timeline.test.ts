import { describe, expect, it } from 'vitest'
import { moodTimeline } from './mood-timeline.ts'
import { openHouse } from './testing.ts'

describe('the mood of a conversation', () => {
  it('can be read message by message from its traces [R27] [R28]', async () => {
    const house = await openHouse()
    const she = await house.shopper()
    for (const text of ['你好，在吗', '骗子!!再不退款我就投诉你们', '好的谢谢']) await she.says(text)
    const points = moodTimeline(await house.store.conversations.turns(she.id))
    expect(points.map((each) => each.polarity)).toEqual(['neutral', 'negative', 'positive'])
    expect(points[1]?.anger).toBeGreaterThan(0.8)
    // anger fades, it does not vanish
    expect(points[2]?.lasting?.anger).toBeGreaterThan(0.05)
    expect(points[2]?.lasting?.anger).toBeLessThan(points[1]?.lasting?.anger ?? 0)
    expect(points.map((each) => each.seq)).toEqual([...points.map((each) => each.seq)].sort((a, b) => a - b))
    await house.store.close()
  })

  it('skips turns that have no words or cannot be read', () => {
    expect(
      moodTimeline([
        { inboundSeq: 0, at: 0, trace: { recording: { perceptions: [] } } },
        { inboundSeq: 1, at: 0, trace: null },
      ]),
    ).toEqual([])
  })
})
