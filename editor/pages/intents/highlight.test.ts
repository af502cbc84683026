import { describe, expect, it } from 'vitest'
import { highlighted } from './highlight.ts'

const join = (pieces: ReturnType<typeof highlighted>) => pieces.map(({ text, weight }) => (weight > 0 ? `[${text}]` : text)).join('')

describe('telling words of a message', () => {
  it('are marked where they stand, the rest stays as it is', () => {
    const pieces = highlighted('我的快递到哪了', [
      { text: '到哪', weight: 2 },
      { text: '快递', weight: 1 },
    ])
    expect(join(pieces)).toBe('我的[快递][到哪]了')
    expect(pieces.map(({ weight }) => weight)).toEqual([0, 0.5, 1, 0])
  })

  it('are marked once each, at the next free place', () => {
    expect(
      join(
        highlighted('退 退货 退', [
          { text: '退货', weight: 2 },
          { text: '退', weight: 1 },
          { text: '退', weight: 0.5 },
        ]),
      ),
    ).toBe('[退] [退货] [退]')
  })

  it('that are not in the text are left out', () => {
    expect(join(highlighted('你好', [{ text: '退', weight: 1 }]))).toBe('你好')
  })
})
