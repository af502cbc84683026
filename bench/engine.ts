import { readFileSync } from 'node:fs'
import { check } from '../nodes/check.ts'
import { compile } from '../runtime/engine/compile.ts'
import { runTurn } from '../runtime/engine/turn.ts'
import type { TurnInput, TurnServices } from '../runtime/engine/types.ts'
import { createLanguage } from '../runtime/language/language.ts'
import { mask } from '../runtime/language/mask.ts'
import { emptyState } from '../schemas/conversation.ts'
import type { Flow } from '../schemas/flow.ts'
import { intent } from '../schemas/intent.ts'
import { fullFlow, largeFlow, plainFlow } from './flows.ts'

const intents = intent.array().parse(JSON.parse(readFileSync(new URL('../examples/library/intents.json', import.meta.url), 'utf8')))
const silent: TurnServices['perceive'] = (text) => ({
  text,
  language: 'none',
  intents: [],
  entities: [],
  mood: { polarity: 'neutral', anger: 0, anxiety: 0, urgency: 0 },
})
const never = () => Promise.reject(new Error('not asked here'))

export interface EngineFigures {
  /** Turns a second of a flow that answers one sentence, without recognising anything. */
  plainTurns: number
  fullTurns: number
  /** Median microseconds to mask and understand a 20-character message. */
  perception: number
  /** Milliseconds for 300 nodes. */
  check: number
  compile: number
}

/** The engine alone: no HTTP, no store. */
export async function measureEngine(): Promise<EngineFigures> {
  const language = createLanguage(intents)
  const large = largeFlow(300)
  return {
    plainTurns: await turnsPerSecond(plainFlow, silent, 'hello'),
    fullTurns: await turnsPerSecond(fullFlow, language.perceive, '我的快递到哪了'),
    perception:
      median(3_000, () => language.perceive(mask('请问我昨天买的那个杯子快递到哪里了呀'), { intents: intents.map((each) => each.id) })) *
      1_000,
    check: median(15, () => check(large)),
    compile: median(15, () => compile(large, 'large@1')),
  }
}

async function turnsPerSecond(flow: Flow, perceive: TurnServices['perceive'], text: string): Promise<number> {
  const programs = new Map([[flow.id, compile(flow, `${flow.id}@1`)]])
  const services: TurnServices = {
    perceive,
    knowledge: { ask: () => ({ kind: 'nothing' }), sheet: () => ({ kind: 'nothing' }), products: () => [] },
    shop: { order: never, recentOrders: never, parcel: never, products: never },
    promotions: { claimFirst: never },
    queue: { look: never },
  }
  const profile = { verified: false, tier: 'none', orders: 0, spent: 0, tags: [] }
  const conversation: TurnInput['conversation'] = { id: 'bench', flow: flow.id, channel: 'web', locale: 'zh-CN', profile, owner: 'bot' }
  let { state } = await runTurn(
    { programs, conversation, state: emptyState(), event: { kind: 'opened' }, seq: 0, now: 0, seed: 1 },
    services,
  )
  const turn = async (seq: number) => {
    const result = await runTurn(
      { programs, conversation, state, event: { kind: 'said', content: { type: 'text', text } }, seq, now: seq, seed: 1 },
      services,
    )
    state = result.state
  }
  for (let seq = 0; seq < 20_000; seq++) await turn(seq)
  const began = performance.now()
  const turns = 100_000
  for (let seq = 0; seq < turns; seq++) await turn(seq)
  return (turns * 1_000) / (performance.now() - began)
}

/** Median milliseconds of a call. */
function median(times: number, call: () => unknown): number {
  for (let index = 0; index < Math.min(times, 200); index++) call()
  const taken = Array.from({ length: times }, () => {
    const began = performance.now()
    call()
    return performance.now() - began
  })
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] as number
}
