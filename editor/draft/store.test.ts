import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { Flow } from '../../schemas/flow.ts'
import { applyOperations, type Operation } from '../../schemas/operation.ts'
import { draftOver } from './store.ts'
import { memoryServer, memoryStorage, page, type Weather } from './testing.ts'

const empty: Flow = { format: 1, id: 'flow', name: 'Flow', slots: [], nodes: [], edges: [], layout: {} }

const card = (id: string): Operation => ({
  op: 'add-node',
  node: { id, type: 'message', v: 1, data: { wordings: [''] } },
  at: { x: 0, y: 0 },
})
const write = (node: string, text: string): Operation => ({ op: 'set-field', node, path: ['data', 'wordings', 0], value: text })
const move = (id: string, x: number): Operation => ({ op: 'move-node', id, to: { x, y: 0 } })
const textOf = (flow: Flow | null, id: string) => flow?.nodes.find((node) => node.id === id)?.data.wordings

const quiet = (draft: { getState(): { unsent: number; flow: Flow | null } }) =>
  vi.waitFor(
    () => {
      expect(draft.getState().flow).not.toBeNull()
      expect(draft.getState().unsent).toBe(0)
    },
    { interval: 2 },
  )

async function open(
  server: ReturnType<typeof memoryServer>,
  name = 'ann',
  weather: Weather = [],
  storage = memoryStorage(),
  clock = { now: 100_000 },
) {
  const draft = draftOver('flow', server.clientOf(name, weather), page(storage, name, clock))
  const stop = draft.start()
  await vi.waitFor(() => expect(draft.getState().flow).not.toBeNull(), { interval: 2 })
  return { draft, stop, storage, clock }
}

describe('a draft', () => {
  it('shows an edit at once and has it on the server soon after', async () => {
    const server = memoryServer(empty)
    const { draft, stop } = await open(server)
    draft.edit([card('hello')])
    expect(draft.getState().flow?.nodes.map((node) => node.id)).toEqual(['hello'])
    await quiet(draft)
    expect(server.documentNow()).toEqual(draft.getState().flow)
    stop()
  })

  it('makes one edit and one undo step of words typed within a second', async () => {
    const server = memoryServer(empty)
    const { draft, stop } = await open(server)
    draft.edit([card('hello')])
    await quiet(draft)
    for (const text of ['您', '您好', '您好！']) draft.edit([write('hello', text)], true)
    await quiet(draft)
    expect(server.log).toHaveLength(2)
    expect(textOf(server.documentNow(), 'hello')).toEqual(['您好！'])
    draft.undo()
    expect(textOf(draft.getState().flow, 'hello')).toEqual([''])
    draft.redo()
    expect(textOf(draft.getState().flow, 'hello')).toEqual(['您好！'])
    stop()
  })

  it('takes back only what its own person did', async () => {
    const server = memoryServer(empty)
    const ann = await open(server, 'ann')
    const lin = await open(server, 'lin')
    ann.draft.edit([card('a')])
    await quiet(ann.draft)
    lin.draft.edit([card('b')])
    await quiet(lin.draft)
    ann.draft.undo()
    await quiet(ann.draft)
    await lin.draft.refresh()
    expect(server.documentNow().nodes.map((node) => node.id)).toEqual(['b'])
    expect(lin.draft.getState().flow).toEqual(server.documentNow())
    expect(ann.draft.getState().canUndo).toBe(false)
    ann.stop()
    lin.stop()
  })

  it('brings a removed card back with its connections', async () => {
    const server = memoryServer(empty)
    const { draft, stop } = await open(server)
    draft.edit([card('a'), card('b'), { op: 'add-edge', edge: { id: 'e', source: 'a', sourceHandle: 'next', target: 'b' } }])
    draft.edit([{ op: 'remove-node', id: 'b' }])
    expect(draft.getState().flow?.edges).toEqual([])
    draft.undo()
    expect(draft.getState().flow?.edges).toHaveLength(1)
    await quiet(draft)
    expect(server.documentNow()).toEqual(draft.getState().flow)
    stop()
  })

  it('sends after a reload what it could not send before', async () => {
    const server = memoryServer(empty)
    const { draft, stop, storage } = await open(server)
    server.stop()
    draft.edit([card('late')])
    stop()
    server.restart()
    const again = await open(server, 'ann', [], storage)
    expect(again.draft.getState().flow?.nodes.map((node) => node.id)).toEqual(['late'])
    await quiet(again.draft)
    expect(server.documentNow().nodes).toHaveLength(1)
    again.stop()
  })

  it('adopts what a closed window left behind, and leaves a living one alone', async () => {
    const server = memoryServer(empty)
    const storage = memoryStorage()
    const clock = { now: 100_000 }
    server.stop()
    const box = page(storage, 'crashed', clock).box
    box.save([{ id: '7d8b3a52-6f0e-4f0a-9c0e-0f6c2a6d1e11', base: 0, operations: [card('rescued')] }])
    expect(page(storage, 'other', clock).box.load()).toEqual([])
    clock.now += 60_000
    server.restart()
    const { draft, stop } = await open(server, 'other', [], storage, clock)
    await quiet(draft)
    expect(server.documentNow().nodes.map((node) => node.id)).toEqual(['rescued'])
    stop()
  })

  it('gives up an edit the server refuses, says so, and goes on with the next', async () => {
    const server = memoryServer(empty)
    const client = server.clientOf('ann')
    let refusals = 1
    const append: typeof client.append = (edit) =>
      refusals-- > 0 ? Promise.reject(Object.assign(new Error('no'), { status: 422 })) : client.append(edit)
    const draft = draftOver('flow', { ...client, append }, page(memoryStorage(), 'ann', { now: 0 }))
    const stop = draft.start()
    await vi.waitFor(() => expect(draft.getState().flow).not.toBeNull())
    const seen: unknown[] = []
    draft.subscribe((state) => seen.push(state.trouble))
    draft.edit([card('wrong')])
    draft.edit([card('right')])
    await quiet(draft)
    expect(seen).toContain('refused')
    expect(draft.getState().flow?.nodes.map((node) => node.id)).toEqual(['right'])
    stop()
  })

  it('loses no edit of two people, whatever the network and the server do, and both end with the same flow', async () => {
    const gesture = fc.oneof(
      fc.record({ kind: fc.constant('add' as const), id: fc.integer({ min: 0, max: 9 }) }),
      fc.record({ kind: fc.constant('write' as const), id: fc.integer({ min: 0, max: 9 }), text: fc.string({ maxLength: 5 }) }),
      fc.record({ kind: fc.constant('move' as const), id: fc.integer({ min: 0, max: 9 }), x: fc.integer({ min: 0, max: 999 }) }),
      fc.record({
        kind: fc.constantFrom('remove' as const, 'undo' as const, 'redo' as const, 'stop' as const, 'restart' as const, 'pause' as const),
        id: fc.integer({ min: 0, max: 9 }),
      }),
    )
    const story = fc.array(fc.tuple(fc.boolean(), gesture), { minLength: 5, maxLength: 40 })
    const weather = fc.array(fc.constantFrom('fine' as const, 'request-lost' as const, 'reply-lost' as const), { maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(story, weather, weather, async (steps, annsWeather, linsWeather) => {
        const server = memoryServer(applyOperations(empty, [card('shared')]))
        const ann = await open(server, 'ann', annsWeather)
        // lin's window is hidden: its stream brings nothing until it is looked at again
        const hidden = { ...server.clientOf('lin', linsWeather), listen: () => () => {} }
        const lin = { draft: draftOver('flow', hidden, page(memoryStorage(), 'lin', { now: 0 })), stop: () => {} }
        lin.stop = lin.draft.start()
        await vi.waitFor(() => expect(lin.draft.getState().flow).not.toBeNull(), { interval: 2 })
        const made = new Set<string>()
        for (const [isAnn, step] of steps) {
          const { draft } = isAnn ? ann : lin
          const id = `${isAnn ? 'ann' : 'lin'}-${step.id}`
          if (step.kind === 'add') {
            if (!made.has(id)) draft.edit([card(id)])
            made.add(id)
          } else if (step.kind === 'write') draft.edit([write(id, step.text)], true)
          else if (step.kind === 'move') draft.edit([move(id, step.x)])
          else if (step.kind === 'remove') draft.edit([{ op: 'remove-node', id }])
          else if (step.kind === 'undo') draft.undo()
          else if (step.kind === 'redo') draft.redo()
          else if (step.kind === 'stop') server.stop()
          else if (step.kind === 'restart') server.restart()
          else await new Promise((done) => setTimeout(done, 0))
        }
        const expected = { ann: nodesOf(ann.draft, 'ann-'), lin: nodesOf(lin.draft, 'lin-') }
        server.restart()
        await Promise.all([quiet(ann.draft), quiet(lin.draft)])
        await Promise.all([ann.draft.refresh(), lin.draft.refresh()])
        const document = server.documentNow()
        expect(ann.draft.getState().flow).toEqual(document)
        expect(lin.draft.getState().flow).toEqual(document)
        // each one's cards are exactly as their person saw them: the union of both, nothing lost
        expect(document.nodes.filter((node) => node.id.startsWith('ann-'))).toEqual(expected.ann)
        expect(document.nodes.filter((node) => node.id.startsWith('lin-'))).toEqual(expected.lin)
        expect(new Set(server.log.map((edit) => edit.id)).size).toBe(server.log.length)
        ann.stop()
        lin.stop()
      }),
      { numRuns: 60 },
    )
  }, 60_000)
})

function nodesOf(draft: { getState(): { flow: Flow | null } }, prefix: string) {
  return draft.getState().flow?.nodes.filter((node) => node.id.startsWith(prefix))
}
