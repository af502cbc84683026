import type { Conversation } from '../../schemas/conversation.ts'
import { textIn } from '../../schemas/text.ts'
import type { TurnInput, TurnResult } from '../engine/types.ts'
import { words } from '../engine/words.ts'
import { ensureError } from '../errors.ts'
import { reviewsOf } from '../library/heard.ts'
import type { CommitResult, ConversationStore, NewMessage, TurnCommit } from '../store/store.ts'
import { readingOf } from './advice.ts'
import type { Context } from './context.ts'
import type { Event } from './inbound.ts'
import { createServices, type TurnOutside } from './services.ts'

export type AttemptResult =
  | Exclude<CommitResult, { kind: 'stale' }>
  /** The conversation moved on; `seq` is the inbound's own once it is known to be accepted. */
  | { kind: 'stale'; seq?: number }

/** The acceptance said that this run must not go on. */
class Abandoned extends Error {
  readonly result: AttemptResult
  constructor(result: AttemptResult) {
    super(`turn abandoned: ${result.kind}`)
    this.result = result
  }
}

/**
 * Runs one turn on the conversation as it was loaded, and commits it if the conversation is still the same.
 * A turn that asks nothing outside is one transaction; one that does has its inbound accepted before the first question.
 * @param acceptedSeq seq of the inbound when an earlier run had it accepted
 */
export async function attempt(context: Context, conversation: Conversation, event: Event, acceptedSeq?: number): Promise<AttemptResult> {
  const { store } = context
  const seq = acceptedSeq ?? conversation.seq + (event.inbound.message ? 1 : 0)
  let version = conversation.version
  let accepting: Promise<void> | undefined

  async function accept(): Promise<void> {
    const answer = await store.conversations.accept(conversation.id, event.inbound, conversation.version, context.clock.now())
    if (answer.kind === 'accepted') {
      version = answer.version
    } else if (answer.kind !== 'pending') {
      throw new Abandoned(answer)
    } else if (answer.inboundSeq !== seq || answer.version !== conversation.version) {
      // accepted by a run that died: begin again with what that one had
      throw new Abandoned({ kind: 'stale', seq: answer.inboundSeq })
    }
  }

  const turn = await runTurn(context, conversation, event, seq, {
    accept: () => {
      accepting ??= accept()
      return accepting
    },
    journal: store.conversations.journal,
  })
  if ('abandoned' in turn) return turn.abandoned
  if (turn.commit.owner !== conversation.owner) await context.probe('owner.switch')
  const result = await store.conversations.commit({ ...turn.commit, readVersion: version })
  if (result.kind === 'committed') wakeFor(context, turn.commit)
  return result
}

/**
 * Runs the engine and makes of its answer what is to be stored. A bug in the engine becomes an apology and a hand-over.
 * @throws what the store threw while the turn was accepted or journalled.
 */
export async function runTurn(
  context: Context,
  conversation: Conversation,
  event: Event,
  seq: number,
  ties: { accept(): Promise<void>; journal: ConversationStore['journal'] },
): Promise<{ commit: TurnCommit } | { abandoned: AttemptResult }> {
  const pinned = await context.programs.forPins(conversation.flow, conversation.pins)
  const { perceive } = await context.outside.language(pinned.intents)
  const outside = createServices(
    { ...context, slowAfter: 400, slow: (id, isSlow, words) => context.deliver.typing(id, isSlow, words) },
    { conversation, perceive, seq, clientId: event.inbound.clientId, ...ties },
  )
  const now = context.clock.now()
  const input: TurnInput = {
    programs: pinned.programs,
    conversation: {
      id: conversation.id,
      flow: conversation.flow,
      channel: conversation.channel,
      locale: conversation.locale,
      profile: conversation.profile,
      owner: conversation.owner,
    },
    state: conversation.state,
    event: event.event,
    seq,
    now,
    zoneMinutes: context.zone(now),
    seed: context.ids.seed(),
  }
  let result: TurnResult
  try {
    // only a bot's answer to words is worth a question to the provider
    const { event: heard } = input
    if (context.outside.advisor && heard.kind === 'said' && heard.content.type === 'text' && conversation.owner === 'bot')
      await outside.advise(readingOf(heard.content.text, input, pinned.intents))
    result = await context.runTurn(input, outside.services)
  } catch (thrown) {
    if (outside.failure() === undefined) context.report(ensureError(thrown))
    result = apology(conversation)
  }
  const failure = outside.failure()
  if (failure instanceof Abandoned) return { abandoned: failure.result }
  if (failure !== undefined) throw failure
  return { commit: commitOf(context, input, event, outside, result) }
}

/** Tells the worker when the first of the committed jobs is due. */
export function wakeFor(context: Context, { jobs }: TurnCommit): void {
  if (jobs.length > 0) context.wake(Math.min(...jobs.map((job) => job.due)))
}

function commitOf(context: Context, input: TurnInput, event: Event, outside: TurnOutside, result: TurnResult): TurnCommit {
  const at = new Date(input.now).toISOString()
  const { conversation, seq, now, seed, zoneMinutes } = input
  const last = result.messages.at(-1)
  const messages = result.messages.map((message): NewMessage => {
    const { content, node, article } = message
    return {
      id: context.ids.row(),
      from: node === undefined && content.type === 'notice' ? 'system' : 'bot',
      at,
      content,
      meta: {
        ...(node === undefined ? {} : { node }),
        ai: true,
        ...(article === undefined ? {} : { article }),
        ...(result.wants && message === last ? { wants: result.wants } : {}),
      },
    }
  })
  return {
    conversationId: conversation.id,
    inbound: event.inbound,
    readVersion: 0,
    messages,
    state: result.state,
    owner: result.owner,
    jobs: result.jobs,
    measures: result.measures,
    reviews:
      event.event.kind === 'said'
        ? reviewsOf({
            ...input,
            ...result,
            locale: result.state.locale ?? input.conversation.locale,
            content: event.event.content,
            state: input.state,
          })
        : [],
    trace: {
      v: 1,
      event: event.event,
      seq,
      now,
      zoneMinutes,
      seed,
      owner: conversation.owner,
      recording: outside.recording,
      steps: result.trace,
    },
    at: now,
  }
}

/** Never silence: what a visitor gets when the product itself failed. */
function apology(conversation: Conversation): TurnResult {
  return {
    state: conversation.state,
    owner: conversation.owner === 'bot' ? 'queue' : conversation.owner,
    messages:
      conversation.owner === 'bot'
        ? [{ content: { type: 'text', text: textIn(words.fallback, conversation.state.locale ?? conversation.locale) } }]
        : [],
    jobs: [],
    measures: [{ name: 'turn-failed' }],
    trace: [],
    perception: null,
  }
}
