import { describe, expect, it } from 'vitest'
import { readPaste } from './paste.ts'

describe('a batch of utterances that is pasted', () => {
  it('is one utterance a line, trimmed, without empty lines', () => {
    expect(readPaste('  我的快递到哪了 \r\n\r\n包裹  在哪\n', []).fresh).toEqual(['我的快递到哪了', '包裹 在哪'])
  })

  it('drops what the intent has already, and what stands twice in the batch', () => {
    const read = readPaste('到哪了？\n到哪了\nWhere is it\nwhere is IT!', ['包裹在哪', '到哪了'])
    expect(read.fresh).toEqual(['Where is it'])
    expect(read.doubled).toBe(3)
  })

  it('takes cells of a spreadsheet as lines', () => {
    expect(readPaste('催发货\t怎么还不发\n快点发', []).fresh).toEqual(['催发货', '怎么还不发', '快点发'])
  })

  it('loses the bullets of a copied list, but no number that belongs to an utterance', () => {
    expect(readPaste('1. 到哪了\n2、还没到\n（3）怎么还不来', []).fresh).toEqual(['到哪了', '还没到', '怎么还不来'])
    expect(readPaste('2.5寸的有吗\n12.5寸呢', []).fresh).toEqual(['2.5寸的有吗', '12.5寸呢'])
    expect(readPaste('1. 到哪了\n还没到', []).fresh).toEqual(['1. 到哪了', '还没到'])
  })

  it('says which other intent has a new line too', () => {
    const others = new Map([['快发货', 'urge-shipping']])
    expect(readPaste('快发货！\n到哪了', [], others).elsewhere).toEqual([{ intent: 'urge-shipping', count: 1 }])
  })

  it('counts lines that are too long for an utterance', () => {
    expect(readPaste(`${'长'.repeat(501)}\n短`, [])).toMatchObject({ fresh: ['短'], tooLong: 1 })
  })
})
