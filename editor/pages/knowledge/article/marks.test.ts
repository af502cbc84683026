import { describe, expect, it } from 'vitest'
import { parseRich } from '../../../../schemas/rich.ts'
import { mark } from './marks.ts'

describe('marks in an answer', () => {
  it('make what is selected bold, as the chat reads it', () => {
    const marked = mark('bold', '签收后 7 天内可退', 4, 8, '要点')
    expect(marked.text).toBe('签收后 **7 天内**可退')
    expect(marked.text.slice(marked.start, marked.end)).toBe('7 天内')
    expect(parseRich(marked.text)?.[0]?.spans[1]).toEqual({ text: '7 天内', bold: true })
  })

  it('leave the address of a link to be typed', () => {
    const marked = mark('link', '看尺码表', 1, 4, '文字')
    expect(marked.text).toBe('看[尺码表](https://)')
    expect(marked.text.slice(marked.start, marked.end)).toBe('https://')
  })

  it('make items of the lines touched, and plain lines of items', () => {
    const marked = mark('list', '要准备\n发票\n包装', 5, 8, '')
    expect(marked.text).toBe('要准备\n- 发票\n- 包装')
    expect(mark('list', marked.text, 5, 12, '').text).toBe('要准备\n发票\n包装')
  })

  it('write a sample where nothing is selected', () => {
    const marked = mark('bold', '', 0, 0, '要点')
    expect(marked).toEqual({ text: '**要点**', start: 2, end: 4 })
  })
})
