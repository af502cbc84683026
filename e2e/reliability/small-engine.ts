import { createHash } from 'node:crypto'
import type { Turn } from '../../nodes/turn.ts'
import type { TurnInput, TurnResult, TurnServices } from '../../runtime/engine/types.ts'
import { systemChoices } from '../../schemas/content.ts'

/** Minutes of silence after which a `wait` message is answered by itself. */
export const silenceMinutes = 10

/**
 * The smallest engine that can prove what became of a turn. Each reply reads `label|n|chain|version|extra`: n counts the
 * replies, the chain hashes all labels so far, so that a lost, doubled or reordered turn shows in every later reply.
 * What a message does stands in its first word: shop, two, claim, note, wait, talk.
 */
export async function smallEngine(input: TurnInput, services: TurnServices): Promise<TurnResult> {
  const { event, state } = input
  const content = event.kind === 'said' ? event.content : undefined
  const said = content?.type === 'text' ? content.text : content?.type === 'choice' ? content.value : content?.upload
  let { owner } = input.conversation
  if (event.kind === 'silent') {
    if (owner !== 'bot' || state.frames[0]?.waiting?.token !== event.token) return silent(input)
  } else if (event.kind === 'handed-back') {
    if (owner !== 'queue') return silent(input)
    owner = 'bot'
  } else if (said === systemChoices.bot && owner === 'queue') {
    owner = 'bot'
  } else if (event.kind === 'said' && owner !== 'bot') {
    return silent(input)
  }
  if (said === systemChoices.human) owner = 'queue'

  const label = said ?? (event.kind === 'silent' ? `silent:${event.token}` : event.kind)
  const extra = event.kind === 'silent' ? String(state.slots.since) : await doings(label, input, services)
  const turns = state.counters.turns + 1
  const chain = createHash('sha256')
    .update(`${state.slots.chain ?? ''}/${label}`)
    .digest('hex')
    .slice(0, 12)
  const token = `${input.seq}.${turns}`
  const version = [...input.programs.values()].map((program) => program.versionId).join(',')
  const result: TurnResult = {
    state: {
      v: 1,
      frames: [{ kind: 'flow', flow: input.conversation.flow, node: 'wait', waiting: { token, memory: {} } }],
      slots: { chain, since: input.now },
      counters: { turns, visits: {}, notUnderstood: 0 },
    },
    owner,
    messages: [{ content: { type: 'text', text: [label, turns, chain, version, extra].join('|') }, node: 'small/wait' }],
    jobs: [],
    measures: [{ name: 'turn-answered', detail: { label } }],
    trace: [],
    perception: null,
  }
  const conversationId = input.conversation.id
  if (label.startsWith('wait')) {
    const payload = { conversationId, token }
    result.jobs.push({ kind: 'silence', key: `silence/${conversationId}/${token}`, due: input.now + silenceMinutes * 60_000, payload })
  }
  if (label.startsWith('note'))
    result.jobs.push({ kind: 'notify', key: `${conversationId}/${input.seq}/notify`, due: input.now, payload: { label } })
  return result
}

async function doings(label: string, input: TurnInput, { shop, promotions }: TurnServices): Promise<string> {
  if (label.startsWith('shop')) return heard(await shop.order(`${label}#0`))
  if (label.startsWith('two')) return `${heard(await shop.order(`${label}#0`))}+${heard(await shop.order(`${label}#1`))}`
  if (!label.startsWith('claim')) return ''
  const claimed = await promotions.claimFirst(['offer'], `${input.conversation.id}/${input.seq}/small/1`)
  return 'coupon' in claimed ? claimed.coupon.code : claimed.why
}

function heard(answer: Awaited<ReturnType<Turn['shop']['order']>>): string {
  return answer.ok ? answer.value.id : answer.why
}

function silent(input: TurnInput): TurnResult {
  const { state } = input
  return { state, owner: input.conversation.owner, messages: [], jobs: [], measures: [], trace: [], perception: null }
}
