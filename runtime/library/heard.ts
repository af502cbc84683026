import type { Measure } from '../../nodes/turn.ts'
import type { Content } from '../../schemas/content.ts'
import type { ConversationState } from '../../schemas/conversation.ts'
import type { Perception } from '../../schemas/perception.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Program } from '../engine/compile.ts'
import type { TraceStep } from '../engine/types.ts'
import { sha256 } from '../flows/canonical.ts'
import { directFrom } from '../language/evaluate.ts'
import { bare } from '../language/intents/phrases.ts'
import { normalise } from '../language/normalise.ts'
import type { NewReview } from '../store/library-store.ts'

/** A turn in which a visitor said something, as far as operators may want to look at it. */
export interface HeardTurn {
  locale: Locale
  /** Masked. */
  content: Content
  programs: ReadonlyMap<string, Program>
  /** State before the turn. */
  state: ConversationState
  perception: Perception | null
  trace: readonly TraceStep[]
  measures: readonly Measure[]
}

const mostIntents = 5
/** Measures of cards that answered a question. */
const answers = new Set(['article-answered', 'product-answered'])

/** What a turn leaves in the inbox: a message of unclear intent, one that no article answered, an article that was picked from a list. */
export function reviewsOf(turn: HeardTurn): NewReview[] {
  return [...unanswered(turn), ...confirmed(turn), ...unsure(turn)]
}

/** A message by its wording: the same for all spellings that count as one. Empty when it says nothing. */
export function wordingOf(text: string): string {
  const plain = bare(normalise(text))
  return plain === '' ? '' : sha256(plain).slice(0, 32)
}

function unsure(turn: HeardTurn): NewReview[] {
  const { content, perception, programs, measures } = turn
  if (content.type !== 'text' || !perception || !isTelling(perception.text) || isRefusal(turn)) return []
  if ((perception.intents[0]?.confidence ?? 0) >= directFrom) return []
  // without intents nothing was to be recognised; what was answered is clear
  if ([...programs.values()].every((program) => program.intents.length === 0)) return []
  if (measures.some((measure) => answers.has(measure.name)) || turn.trace.some((step) => isUnderstood(turn, step))) return []
  return review(turn, 'unsure', content.text, undefined)
}

function unanswered(turn: HeardTurn): NewReview[] {
  const left = turn.trace.some((step) => step.outlet === 'nothing' && hearsOf(turn, step) === 'question')
  const text = left ? askedWords(turn) : undefined
  return text !== undefined && isTelling(normalise(text)) ? review(turn, 'unanswered', text, undefined) : []
}

/** The visitor picked an article from a list: what was asked before means that article. */
function confirmed(turn: HeardTurn): NewReview[] {
  const { content, measures } = turn
  const article = measures.find((measure) => measure.name === 'article-answered')?.detail?.article
  const asked = offeredAt(turn)
  if (content.type !== 'choice' || content.value !== article || asked === undefined) return []
  return review(turn, 'confirmed', asked, article)
}

/** The question itself; of "none of these", tapped or said, the one that the list was offered for. */
function askedWords(turn: HeardTurn): string | undefined {
  return turn.content.type === 'text' && !isRefusal(turn) ? turn.content.text : offeredAt(turn)
}

function isRefusal({ measures }: HeardTurn): boolean {
  return measures.some((measure) => measure.name === 'candidates-refused')
}

/** What the visitor had asked when the open list of articles was offered. */
function offeredAt({ state, programs }: HeardTurn): string | undefined {
  const frame = state.frames.at(-1)
  const step = frame && programs.get(frame.flow)?.steps.get(frame.node)
  const asked = step?.definition.hears === 'question' ? frame?.waiting?.memory.asked : undefined
  return typeof asked === 'string' && asked !== '' ? asked : undefined
}

/** A card took the message for an answer to its question, or was as sure of an intent as its operator wants. */
function isUnderstood(turn: HeardTurn, step: TraceStep): boolean {
  const hears = hearsOf(turn, step)
  if (step.did === 'fired') return true
  const gone = step.outlet !== undefined && !['error', 'silent', 'gave-up', 'not-understood'].includes(step.outlet)
  return gone && (hears === 'wish' || (hears === 'answer' && step.did === 'resumed'))
}

function hearsOf({ programs }: HeardTurn, { flow, node }: TraceStep) {
  return programs.get(flow)?.steps.get(node)?.definition.hears
}

function review({ locale, perception }: HeardTurn, kind: NewReview['kind'], text: string, article: string | undefined): NewReview[] {
  const wording = wordingOf(text)
  if (wording === '') return []
  const intents = kind === 'confirmed' ? [] : (perception?.intents ?? []).slice(0, mostIntents)
  return [{ kind, locale, text, wording, intents, ...(article === undefined ? {} : { article }) }]
}

/** Two Han characters or two words: less than that tells nothing that could be taught. */
function isTelling(text: string): boolean {
  if ((text.match(/\p{Script=Han}/gu)?.length ?? 0) >= 2) return true
  return (text.match(/\p{L}[\p{L}\p{M}'’-]*/gu)?.length ?? 0) >= 2
}
