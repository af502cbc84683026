import { describe, expect, it } from 'vitest'
import { findEntities } from './entities.ts'
import { normalise } from './normalise.ts'
import { findRepeat, questionKey } from './repeat.ts'

const keyOf = (text: string) => questionKey(normalise(text), findEntities(text)) ?? ''
const repeat = (text: string, ...earlier: string[]) => findRepeat(keyOf(text), earlier.map(keyOf))

describe('findRepeat', () => {
  it.each([
    ['请问什么时候发货啊', ['你好呀在不在', '什么时候发货', '有红色吗'], 1],
    ['where is my parcel?', ['do you have it in red', 'hello, Where is my parcel'], 1],
    ['到底什么时候发货', ['什么时候发货'], 0],
    ['你没回答我，运费多少', ['运费多少'], 0],
    ['都说了半天了，什么时候发货，真烦', ['什么时候发货'], 0],
    ['come on, when will you ship, this is annoying', ['when will you ship'], 0],
    ['I asked you how much is shipping! not helpful', ['how much is shipping'], 0],
    ['what time will you ship it', ['when do you open', 'what time will you ship'], 1],
  ])('finds in %s the question asked before [R34] [H5]', (text, earlier, index) => {
    expect(repeat(text, ...earlier)).toMatchObject({ index })
  })

  it.each([
    ['怎么退货', '什么时候发货'],
    ['真烦，运费谁出', '真烦，什么时候发货'],
    ['这款有白色吗', '这款有黑色吗'],
    ['do you have this one in L', 'do you have this one in M'],
    ['订单 D20261118-0042 到哪了', '订单 D20261118-0043 到哪了'],
    ['talk-1-0-4', 'talk-1-0-3'],
    ['满299能减多少钱呢', '满199能减多少钱呢'],
  ])('takes %s after %s for another question', (text, earlier) => {
    expect(repeat(text, earlier)).toBeUndefined()
  })

  it('takes a short reply for no question', () => {
    expect(questionKey('好的', [])).toBeUndefined()
    expect(questionKey('嗯嗯', [])).toBeUndefined()
  })

  it('takes the most similar one', () => {
    expect(repeat('退货运费谁出', '退货运费多少', '退货运费谁出呢', '怎么退货')).toMatchObject({ index: 1, similarity: 1 })
  })
})
