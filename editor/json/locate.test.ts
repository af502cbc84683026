import { describe, expect, it } from 'vitest'
import { locate } from './locate.ts'

const text = `{
  "name": { "zh-CN": "查\\"物流", "a/b": 1 },
  "nodes": [
    { "id": "start", "data": {} },
    { "id": "ask", "data": { "question": "哪一单？" } }
  ]
}`
const at = (pointer: string) => {
  const { start, end } = locate(text, pointer)
  return text.slice(start, end)
}

describe('finding the place of a problem in JSON text', () => {
  it('finds values in objects and lists', () => {
    expect(at('/nodes/1/data/question')).toBe('"哪一单？"')
    expect(at('/nodes/0/id')).toBe('"start"')
  })

  it('reads escapes in strings, keys and pointers', () => {
    expect(at('/name/zh-CN')).toBe('"查\\"物流"')
    expect(at('/name/a~1b')).toBe('1')
  })

  it('takes the first line of what is around a place that is not there', () => {
    expect(at('/nodes/1/data/silence')).toBe('{ "question": "哪一单？" }')
    expect(at('/nodes/7/id')).toBe('[')
    expect(at('/edges')).toBe('{')
  })

  it('is not put off by text that stops in the middle', () => {
    expect(() => locate('{ "nodes": [ { "id": "sta', '/nodes/0/id')).not.toThrow()
    expect(() => locate('', '/nodes')).not.toThrow()
    expect(() => locate('[[[', '/0/0/0/0')).not.toThrow()
  })
})
