import { describe, expect, it } from 'vitest'
import { check } from '../../nodes/check.ts'
import starter from '../../runtime/flows/starter.json' with { type: 'json' }
import type { Flow } from '../../schemas/flow.ts'
import { applyOperations } from '../../schemas/operation.ts'
import { worstFirst } from './describe.ts'
import { fixOf } from './fixes.ts'

const whole = starter as unknown as Flow
const codes = (flow: Flow) => check(flow).map((problem) => problem.code)

describe('a fix that is one click away', () => {
  it('leads an open way out to the card that hands over to people', () => {
    const open = applyOperations(whole, [{ op: 'remove-edge', id: 'e3' }])
    const [problem] = check(open).filter((each) => each.code === 'outlet-open')
    const fix = problem && fixOf(problem, open, 'zh-CN')
    expect(fix).toMatchObject({ kind: 'connect', target: '转人工' })
    expect(codes(applyOperations(open, fix?.operations ?? []))).not.toContain('outlet-open')
  })

  it('adds such a card when there is none, where nothing stands', () => {
    const alone = applyOperations(whole, [{ op: 'remove-node', id: 'hand-over' }])
    const [problem] = check(alone).filter((each) => each.code === 'outlet-open')
    const fix = problem && fixOf(problem, alone, 'en')
    expect(fix).toMatchObject({ kind: 'connect-new' })
    const mended = applyOperations(alone, fix?.operations ?? [])
    expect(mended.nodes).toHaveLength(3)
    const places = Object.values(mended.layout).map(({ x, y }) => `${x},${y}`)
    expect(new Set(places).size).toBe(3)
  })

  it('takes away a line that leads to a card which is gone', () => {
    const dangling: Flow = { ...whole, edges: [...whole.edges, { id: 'e9', source: 'ask-request', sourceHandle: 'error', target: 'gone' }] }
    const [problem] = check(dangling).filter((each) => each.code === 'edge-target-missing')
    expect(problem && fixOf(problem, dangling, 'zh-CN')).toEqual({
      kind: 'remove-line',
      target: '',
      operations: [{ op: 'remove-edge', id: 'e9' }],
    })
  })

  it('offers none where a person must find the words', () => {
    const silent = applyOperations(whole, [
      { op: 'set-field', node: 'ask-request', path: ['data', 'question'], value: { 'zh-CN': '', en: '' } },
    ])
    const [problem] = check(silent).filter((each) => each.nodeId === 'ask-request')
    expect(problem && fixOf(problem, silent, 'zh-CN')).toBeNull()
  })
})

it('shows what keeps a flow from being published before what can wait', () => {
  const problem = (severity: 'error' | 'warning', path: string) => ({ code: 'x', severity, path, message: '' })
  expect(
    worstFirst([problem('warning', '1'), problem('error', '2'), problem('warning', '3'), problem('error', '4')]).map((each) => each.path),
  ).toEqual(['2', '4', '1', '3'])
})
