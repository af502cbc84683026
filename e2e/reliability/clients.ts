import type { Arrival } from '../../runtime/conversations/inbound.ts'
import type { Reply } from '../../runtime/conversations/receive.ts'
import { AppError } from '../../runtime/errors.ts'
import { systemChoices } from '../../schemas/content.ts'
import type { Process, Surroundings } from './process.ts'
import type { Sent } from './records.ts'

export interface ChatContext extends Surroundings {
  /** Makes ids differ from schedule to schedule. */
  number: string
  process(): Process
  isOver(): boolean
}

/** One visitor: opens a conversation and says some things, stubbornly, as the widget does. */
export function chat(context: ChatContext, index: number): { opened: Promise<string | null>; over: Promise<void> } {
  const opened = open(context, index)
  return { opened, over: opened.then((id) => (id === null ? undefined : talk(context, id, index))) }
}

async function open(context: ChatContext, index: number): Promise<string | null> {
  for (;;) {
    const process = context.process()
    await context.scheduler.gate('clients')
    const wanted = { entry: 'shop', flow: 'simulated', locale: 'zh-CN', channel: 'web', visitorId: `v${context.number}-${index}` } as const
    const answer = await orGone(
      process,
      process.conversations.open({ ...wanted, profile: { verified: false, tier: 'none', orders: 0, spent: 0, tags: [] } }),
    )
    if (!('conversation' in answer)) continue
    context.records.opened.push(answer.conversation.id)
    return answer.conversation.id
  }
}

async function talk(context: ChatContext, conversationId: string, index: number): Promise<void> {
  const { random, scheduler } = context
  const kinds = Array.from({ length: 2 + random.int(3) }, () =>
    random.pick(['talk', 'talk', 'shop', 'two', 'claim', 'note', 'wait'] as const),
  )
  const human = random.chance(0.25) ? random.int(kinds.length) : -1
  let last: string | undefined
  for (const [number, kind] of kinds.entries()) {
    const sent = newMessage(context, conversationId, `${kind}-${context.number}-${index}-${number}`, last)
    last = sent.clientId
    if (random.chance(0.2)) {
      // a burst: the next one is on its way before this one is answered
      const process = context.process()
      const answered = say(context, sent, process)
      const next = newMessage(context, conversationId, `${sent.clientId}b`, undefined)
      last = next.clientId
      const wentStraight = await Promise.all([answered, say(context, next, process)])
      if (wentStraight.every(Boolean)) next.after = sent.clientId
    } else {
      await say(context, sent)
    }
    if (number === human) await people(context, conversationId, index)
    if (random.chance(0.15)) await repeat(context, sent)
    if (random.chance(0.1)) await swap(context, sent)
    await scheduler.gate('clients')
  }
}

/** Asks for a person; says something nobody answers; is given back, or takes the conversation back. */
async function people(context: ChatContext, conversationId: string, index: number): Promise<void> {
  const { random } = context
  const choose = (value: string, name: string) => {
    const sent = newMessage(context, conversationId, `${name}-${context.number}-${index}`, undefined)
    sent.text = value
    return say(context, sent)
  }
  await choose(systemChoices.human, 'human')
  if (random.chance(0.5)) await say(context, newMessage(context, conversationId, `talk-${context.number}-${index}-q`, undefined))
  if (random.chance(0.5)) {
    await choose(systemChoices.bot, 'bot')
    return
  }
  for (;;) {
    const process = context.process()
    await context.scheduler.gate('clients')
    const answer = await orGone(
      process,
      process.conversations.receive(conversationId, { kind: 'handed-back', id: `b${context.number}-${index}` }),
    )
    if ('seq' in answer) return
  }
}

function newMessage({ records }: ChatContext, conversationId: string, clientId: string, after: string | undefined): Sent {
  const sent: Sent = { conversationId, clientId, text: clientId, repeats: [], ...(after === undefined ? {} : { after }) }
  records.sent.push(sent)
  return sent
}

/**
 * Sends until it is answered, or until the visitor closes the page.
 * @returns whether it went through in one try and only once
 */
async function say(context: ChatContext, sent: Sent, first?: Process): Promise<boolean> {
  const { random, scheduler } = context
  for (let tries = 0; ; tries++) {
    const process = tries === 0 && first?.isAlive() ? first : context.process()
    if (!first || tries > 0) await scheduler.gate('clients')
    const answer = post(process, sent)
    // an impatient network sends it twice
    const twice = random.chance(0.1) ? post(context.process(), sent) : undefined
    const told = await answer
    if (twice) note(sent, await twice)
    note(sent, told)
    if ('seq' in told) return tries === 0 && !twice
    if (!context.isOver() && random.chance(0.05)) return false
  }
}

async function repeat(context: ChatContext, sent: Sent): Promise<void> {
  if (sent.acknowledged) note(sent, await post(context.process(), sent))
}

/** A broken or hostile client sends other words under an id that was used. */
async function swap(context: ChatContext, sent: Sent): Promise<void> {
  if (!sent.acknowledged) return
  const answer = await post(context.process(), { ...sent, text: `${sent.text} other` })
  if ('seq' in answer) sent.swapped = true
}

function note(sent: Sent, answer: Reply | { failed: string }): void {
  if (!('seq' in answer)) return
  const heard = {
    seq: answer.seq,
    replies: answer.messages.map((message) => ({ seq: message.seq, text: 'text' in message.content ? message.content.text : '' })),
  }
  if (sent.acknowledged) sent.repeats.push(heard)
  else sent.acknowledged = heard
}

function post(process: Process, sent: Sent): Promise<Reply | { failed: string }> {
  const content = sent.text.startsWith('@') ? { type: 'choice' as const, value: sent.text } : { type: 'text' as const, text: sent.text }
  const arrival: Arrival = { kind: 'said', clientId: sent.clientId, content }
  return orGone(process, process.conversations.receive(sent.conversationId, arrival))
}

/** The answer, or what became of the connection. */
async function orGone<T extends object>(process: Process, answer: Promise<T>): Promise<T | { failed: string }> {
  try {
    const first = await Promise.race([answer, process.died])
    return first === 'died' ? { failed: 'died' } : first
  } catch (thrown) {
    return { failed: thrown instanceof AppError ? thrown.code : String(thrown) }
  }
}

/** A reader of the live stream, cut and resumed by its last id as networks do. */
export function listen(context: ChatContext, conversationId: string) {
  const { random } = context
  const stream = { conversationId, from: 0, shown: [] as { seq: number; text: string }[] }
  let abort = new AbortController()
  let isFinishing = false
  let isDone = false

  async function read(): Promise<void> {
    while (!isDone) {
      const process = context.process()
      abort = new AbortController()
      const { signal } = abort
      void process.died.then(() => abort.abort())
      const last = stream.shown.at(-1)?.seq ?? 0
      const events = process.conversations.deliver.stream(conversationId, last, signal)
      for (;;) {
        const next = await Promise.race([events.next().catch(() => ({ done: true as const, value: undefined })), process.died])
        if (next === 'died' || next.done || !next.value) break
        if (next.value.kind === 'message') {
          const { content, seq } = next.value.message
          stream.shown.push({ seq, text: 'text' in content ? content.text : 'value' in content ? content.value : '' })
          if (!isFinishing && random.chance(0.2)) break
        } else if (isFinishing && next.value.kind === 'owner') {
          // the last event of the first read: all that is stored has been shown
          isDone = true
          break
        }
      }
      abort.abort()
      await context.scheduler.gate('clients')
    }
  }
  void read()
  return {
    stream,
    /** Resumes a last time and reads to the end. */
    finish() {
      isFinishing = true
      abort.abort()
    },
    isDone: () => isDone,
  }
}
