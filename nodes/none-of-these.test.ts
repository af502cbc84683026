import { describe, expect, it } from 'vitest'
import { isNoneOfThese } from './none-of-these.ts'

describe('none of these', () => {
  it.each(['都不是', '以上都不是。', '这些都不对', '一个都不是', '没一个对的', 'none of these', 'None', 'neither of them!', 'not these'])(
    'is said by %s',
    (text) => expect(isNoneOfThese({ type: 'text', text })).toBe(true),
  )

  it.each(['不是', '都不是我买的', '这些都不错', 'none of these arrived', 'no', '第一个都不是坏的'])('is not said by %s', (text) =>
    expect(isNoneOfThese({ type: 'text', text })).toBe(false),
  )

  it('is tapped by its value, whatever the button says', () => {
    expect(isNoneOfThese({ type: 'choice', value: '@none', label: 'Nope' })).toBe(true)
    expect(isNoneOfThese({ type: 'choice', value: 'a', label: '都不是' })).toBe(false)
  })
})
