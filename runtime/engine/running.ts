import type { JobRequest, Measure, Turn } from '../../nodes/turn.ts'
import type { OutboundContent } from '../../schemas/content.ts'
import type { ConversationState, Mention, Owner } from '../../schemas/conversation.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Program, Step } from './compile.ts'
import type { TraceStep, TurnInput, TurnResult, TurnServices } from './types.ts'

/** The working state of one turn. It is thrown away with the turn; only `result` leaves it. */
export interface Run {
  readonly input: TurnInput
  readonly services: TurnServices
  readonly state: ConversationState
  owner: Owner
  /** The language that the visitor is answered in. */
  readonly locale: Locale
  readonly messages: TurnResult['messages']
  readonly jobs: JobRequest[]
  readonly measures: Measure[]
  readonly trace: TraceStep[]
  message: Turn['message']
  unanswered: boolean
  /** Values of the message, and of earlier ones, that a node has taken. */
  readonly taken: Set<Mention>
  /** Hashes of texts before they got another beginning, so that a third time is known too. */
  raw: Map<OutboundContent, number> | undefined
  /** Questions answered in earlier turns keep their answers: the flow runs to the open one again. */
  keeping: Set<string> | undefined
  /** Whether any of the flows asks for a value: only then is what is said in passing kept. */
  readonly asks: boolean
  /** Nodes that had the message of this turn; none gets it twice, so giving it back cannot loop. */
  readonly had: Set<string>
  handoff: TurnResult['handoff']
  /** Behaviours called so far: the step limit counts these. */
  steps: number
  /** The program of the entry's flow: the bottom frame runs it. */
  readonly entry: Program
  readonly turn: Turn
  /** The node at work; `turn` speaks for it. */
  current: { step: Step; visit: number; memory: Turn['memory'] }
}
