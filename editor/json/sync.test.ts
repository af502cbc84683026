import { describe, expect, it } from 'vitest'
import type { Flow } from '../../schemas/flow.ts'
import { applyOperations } from '../../schemas/operation.ts'
import { readChange, stretch, textOf } from './sync.ts'

const flow: Flow = {
  format: 1,
  id: 'track',
  name: { 'zh-CN': '查物流', en: 'Track' },
  slots: [],
  nodes: [
    { id: 'start', type: 'start', v: 1, data: {} },
    { id: 'say', type: 'message', v: 1, data: { text: { 'zh-CN': '您好', en: 'Hello' } } },
  ],
  edges: [{ id: 'e1', source: 'start', sourceHandle: 'next', target: 'say' }],
  layout: { start: { x: 0, y: 0 }, say: { x: 300, y: 0 } },
}
const write = (change: (flow: Flow) => void): string => {
  const copy = structuredClone(flow)
  change(copy)
  return textOf(copy)
}

describe('what is written in the JSON view', () => {
  it('becomes operations as small as the change', () => {
    const reading = readChange(
      write((copy) => void (copy.nodes[1] = { id: 'say', type: 'message', v: 1, data: { text: { 'zh-CN': '欢迎', en: 'Hello' } } })),
      flow,
    )
    expect(reading).toMatchObject({
      kind: 'changed',
      operations: [{ op: 'set-field', node: 'say', path: ['data', 'text', 'zh-CN'], value: '欢迎' }],
    })
  })

  it('keeps what others changed meanwhile', () => {
    const reading = readChange(
      write((copy) => void (copy.name = '查快递')),
      flow,
    )
    const others = applyOperations(flow, [{ op: 'set-field', node: 'say', path: ['data', 'text', 'en'], value: 'Welcome' }])
    if (reading.kind !== 'changed') throw new Error(reading.kind)
    expect(applyOperations(others, reading.operations)).toMatchObject({
      name: '查快递',
      nodes: [{}, { data: { text: { en: 'Welcome' } } }],
    })
  })

  it('changes nothing by spacing and order alone', () => {
    expect(readChange(JSON.stringify(flow), flow).kind).toBe('same')
    expect(
      readChange(
        write((copy) => void copy.nodes.reverse()),
        flow,
      ).kind,
    ).toBe('same')
  })

  it('waits while it is broken, of the wrong form, or leads to nowhere', () => {
    expect(readChange('{ "format": 1, ', flow).kind).toBe('broken')
    expect(
      readChange(
        write((copy) => void (copy.edges[0] = { id: 'e 1', source: 'start', sourceHandle: 'next', target: 'say' })),
        flow,
      ),
    ).toMatchObject({ kind: 'refused', problems: [{ path: '/edges/0/id' }] })
    expect(
      readChange(
        write((copy) => void (copy.edges[0] = { id: 'e1', source: 'start', sourceHandle: 'next', target: 'gone' })),
        flow,
      ).kind,
    ).toBe('loose')
    expect(
      readChange(
        write((copy) => void (copy.id = 'another')),
        flow,
      ).kind,
    ).toBe('loose')
  })

  it('refuses a key that stands twice, which a parser would swallow', () => {
    expect(readChange(textOf(flow).replace('"slots"', '"name": "x", "slots"'), flow)).toMatchObject({
      kind: 'refused',
      problems: [{ code: 'key-twice' }],
    })
  })
})

describe('bringing others’ edits into the text', () => {
  it('touches only the stretch that differs, so the cursor stays elsewhere', () => {
    expect(stretch('abc123xyz', 'abc45xyz')).toEqual({ start: 3, end: 6, text: '45' })
    expect(stretch('same', 'same')).toBeNull()
    for (const [before, after] of [
      ['aa', 'aaa'],
      ['aaa', 'aa'],
      ['', 'x'],
      ['x', ''],
      ['abab', 'ab'],
    ] as const) {
      const change = stretch(before, after)
      if (!change) throw new Error('differs')
      expect(before.slice(0, change.start) + change.text + before.slice(change.end)).toBe(after)
    }
  })
})
