import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { InboundContent, OutboundContent } from '../schemas/content.ts'
import type { SlotValue } from '../schemas/conversation.ts'
import type { Perception } from '../schemas/perception.ts'
import type { NodeBehaviour, NodeDefinition, Outcome, ResumeEvent } from './define.ts'
import { outletsOf } from './outlets.ts'
import { perceived, type TestTurn, testTurn, type World } from './test-turn.ts'

/** What happens to a waiting node: words, words that perception sees something in, a tap, silence, people handing back. */
export type Gesture =
  | string
  | { says: string; sees?: Partial<Perception> }
  | { taps: string; label?: string; sees?: Partial<Perception> }
  | { event: 'silent' | 'returned' | 'handed-back' }

/** One situation. Given: data, world, what the visitor does. Then: what is said, how it goes on, what the slots hold. */
export interface NodeCase<Data extends z.ZodObject> extends World {
  data: z.input<Data>
  /** The message that led here, still unanswered. */
  arrives?: Gesture
  /** What follows while the node waits, in order. */
  hears?: Gesture[]
  /** Texts said, cards by `[type]`, in order. */
  says?: string[]
  /** Labels of the choices of the last message that had any. */
  offers?: string[]
  leaves?: string
  waits?: true
  /** Minutes of silence it waits for. */
  silence?: number
  hands?: { group: string; priority?: string; reason?: string }
  calls?: string
  ends?: 'return' | 'abandon'
  /** An outlet by which the engine leaves this node when it cannot do what it answered. */
  engineLeaves?: string
  becomes?: Record<string, SlotValue | undefined>
  measures?: string[]
}

/**
 * Plays each situation against a node's behaviour, then proves that none was forgotten:
 * every outlet was left by some situation and every field of `data` had at least two values.
 */
export function testNode<Data extends z.ZodObject, Outlet extends string>(
  node: { definition: NodeDefinition<string, Data, Outlet>; behaviour: NodeBehaviour<Data, Outlet> },
  cases: Record<string, NodeCase<Data>>,
): void {
  const { definition, behaviour } = node
  const left = new Set<string>()
  describe(`the ${definition.type} node`, () => {
    for (const [title, situation] of Object.entries(cases)) {
      it(title, async () => {
        const data = definition.data.parse(situation.data)
        const turn = testTurn(situation)
        const outcome = await playOr(situation.fails, () => play(behaviour, data, turn, situation))
        if ('leave' in outcome) left.add(outcome.leave)
        if ('made' in outcome) left.add('made')
        if (situation.engineLeaves) left.add(situation.engineLeaves)
        if ('leave' in outcome || 'made' in outcome) {
          const outlet = 'leave' in outcome ? outcome.leave : outcome.made
          expect(
            outletsOf(definition as NodeDefinition, data as Record<string, unknown>).map((each) => each.id),
            'an outlet this card has',
          ).toContain(outlet)
        }
        compare(outcome, turn, situation)
      })
    }

    it('was left by every outlet and tried with every field', () => {
      const outlets = [...Object.keys(definition.outlets), ...(definition.made ? ['made'] : [])]
      expect([...left].sort()).toEqual(outlets.sort())
      const all = Object.values(cases).map((each) => definition.data.parse(each.data) as Record<string, unknown>)
      const unvaried = Object.keys(definition.data.shape).filter(
        (field) => new Set(all.map((data) => JSON.stringify(data[field]))).size < 2,
      )
      expect(unvaried).toEqual([])
    })
  })
}

/** The engine turns whatever is thrown into the error outlet. */
async function playOr<T>(fails: boolean | undefined, run: () => Promise<T>): Promise<T | { leave: 'error' }> {
  if (!fails) return run()
  await expect(run()).rejects.toThrow()
  return { leave: 'error' }
}

async function play<Data extends z.ZodObject, Outlet extends string>(
  behaviour: NodeBehaviour<Data, Outlet>,
  data: z.infer<Data>,
  turn: TestTurn,
  situation: NodeCase<Data>,
): Promise<Outcome<Outlet>> {
  if (situation.arrives !== undefined) hear(turn, situation.arrives, situation.memory ?? {})
  let outcome = await behaviour.enter(data, turn)
  for (const gesture of situation.hears ?? []) {
    const memory = 'wait' in outcome ? (outcome.memory ?? {}) : {}
    const event = hear(turn, gesture, memory)
    if (event.kind === 'said' && behaviour.fits) expect(behaviour.fits(data, turn, event)).toBeGreaterThanOrEqual(0)
    const next = await behaviour.resume?.(data, turn, event)
    if (!next) throw new Error('this node cannot be resumed')
    outcome = next
  }
  return outcome
}

function hear(turn: TestTurn, gesture: Gesture, memory: TestTurn['memory']): ResumeEvent {
  if (typeof gesture === 'object' && 'event' in gesture) {
    turn.hear(null, null, { ...memory })
    return { kind: gesture.event }
  }
  const said = typeof gesture === 'string' ? { says: gesture } : gesture
  const content: InboundContent =
    'taps' in said ? { type: 'choice', value: said.taps, ...(said.label ? { label: said.label } : {}) } : { type: 'text', text: said.says }
  const words = 'taps' in said ? (said.label ?? said.taps) : said.says
  const perception = perceived(words, 'sees' in said ? said.sees : {})
  turn.hear(content, perception, { ...memory })
  return { kind: 'said', content, perception }
}

function compare<Data extends z.ZodObject>(outcome: Outcome, turn: TestTurn, wanted: NodeCase<Data>): void {
  if (wanted.says) expect(turn.outbox.map(wordsOf)).toEqual(wanted.says)
  if (wanted.offers)
    expect(turn.outbox.flatMap((each) => ('choices' in each && each.choices ? [each.choices.map((one) => one.label)] : [])).at(-1)).toEqual(
      wanted.offers,
    )
  if (wanted.leaves !== undefined)
    expect('made' in outcome ? outcome.made : 'leave' in outcome ? outcome.leave : outcome).toBe(wanted.leaves)
  if (wanted.waits) expect(outcome).toHaveProperty('wait', 'visitor')
  if (wanted.silence !== undefined) expect(outcome).toHaveProperty('silenceAfter', wanted.silence)
  if (wanted.hands) expect(outcome).toMatchObject({ handoff: wanted.hands })
  if (wanted.calls) expect(outcome).toEqual({ call: wanted.calls })
  if (wanted.ends) expect(outcome).toEqual({ end: wanted.ends })
  for (const [slot, value] of Object.entries(wanted.becomes ?? {})) expect(turn.slots[slot], slot).toEqual(value)
  if (wanted.measures) expect(turn.measures).toEqual(wanted.measures)
}

function wordsOf(content: OutboundContent): string {
  return content.type === 'text' || content.type === 'choices' || content.type === 'notice' ? content.text : `[${content.type}]`
}
