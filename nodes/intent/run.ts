import type { z } from 'zod'
import type { InboundContent } from '../../schemas/content.ts'
import type { Perception } from '../../schemas/perception.ts'
import { behave, type Outcome } from '../define.ts'
import { matchChoice } from '../match-choice.ts'
import { isNoneOfThese, noneOfThese, noneSoHow } from '../none-of-these.ts'
import { saidWords } from '../said.ts'
import type { Turn } from '../turn.ts'
import { intent } from './node.ts'

type Data = z.infer<typeof intent.data>
type Out = Outcome<'not-understood' | 'silent'>

const mostOffered = 5
/** From this confidence on a wish may leave another card's open question. */
const plain = 0.8

export default behave(intent, {
  enter(data, turn) {
    const taken = turn.takeMessage()
    if (taken) return route(data, turn, taken.content, taken.perception)
    if (data.question) turn.say(data.question)
    return waiting(data, [])
  },

  resume(data, turn, event) {
    if (event.kind === 'silent') return { leave: 'silent' }
    if (event.kind !== 'said') return waiting(data, [])
    turn.takeMessage()
    if (refuses(turn, event.content)) {
      turn.measure('candidates-refused')
      // a second list that did not help is one too many
      if (turn.memory.refused) return { leave: 'not-understood' }
      turn.say(noneSoHow)
      return waiting(data, [], true)
    }
    const branch = offeredBranch(data, turn, event.content)
    return branch ? { made: branch } : route(data, turn, event.content, event.perception)
  },

  fits(data, turn, event) {
    if (refuses(turn, event.content) || offeredBranch(data, turn, event.content)) return 1
    return best(data, event.perception)[0]?.confidence ?? 0
  },

  takes(data, _turn, { perception }) {
    const [first] = best(data, perception)
    return first && first.confidence >= Math.max(plain, data.sure) ? { score: first.confidence, made: first.branch } : null
  },

  remind(data, turn) {
    const offered = memorised(turn)
    if (offered.length > 0) offer(data, turn, offered)
    else if (data.question) turn.say(data.question)
  },
})

function route(data: Data, turn: Turn, content: InboundContent, perception: Perception | null): Out {
  const named = data.branches[matchChoice(saidWords(content), labels(data, turn))]
  const candidates = best(data, perception)
  const [first] = candidates
  if (first && first.confidence >= data.sure) return { made: first.branch }
  if (named && content.type === 'choice') return { made: named.id }
  const near = candidates.filter((each) => each.confidence >= data.unsure).slice(0, mostOffered)
  // offering twice in a row would be the loop that shoppers complain about
  if (near.length === 0 || memorised(turn).length > 0) {
    turn.giveBack()
    return { leave: 'not-understood' }
  }
  const offered = near.map((each) => each.branch)
  offer(data, turn, offered)
  turn.measure('candidates-offered', { count: offered.length })
  return waiting(data, offered, turn.memory.refused === true)
}

/** Branches by the confidence of their best intent, best first. */
function best(data: Data, perception: Perception | null): { branch: string; confidence: number }[] {
  if (!perception) return []
  const found = data.branches.map((each) => ({
    branch: each.id,
    confidence: Math.max(0, ...perception.intents.filter((seen) => each.intents.includes(seen.id)).map((seen) => seen.confidence)),
  }))
  return found.filter((each) => each.confidence > 0).sort((a, b) => b.confidence - a.confidence)
}

function offer(data: Data, turn: Turn, offered: readonly string[]): void {
  const choices = labels(data, turn).filter((each) => offered.includes(each.value))
  choices.sort((a, b) => offered.indexOf(a.value) - offered.indexOf(b.value))
  turn.say(data.offerText, [...choices, { value: noneOfThese.value, label: noneOfThese.label[turn.locale] }])
}

function offeredBranch(data: Data, turn: Turn, content: InboundContent): string | undefined {
  const offered = memorised(turn)
  if (content.type === 'choice' && data.branches.some((each) => each.id === content.value)) return content.value
  const all = labels(data, turn)
  const choices = offered.flatMap((branch) => all.filter((each) => each.value === branch))
  return choices[matchChoice(saidWords(content), choices)]?.value
}

function refuses(turn: Turn, content: InboundContent): boolean {
  return memorised(turn).length > 0 && isNoneOfThese(content)
}

function labels(data: Data, turn: Turn): { value: string; label: string }[] {
  return data.branches.map((each) => ({ value: each.id, label: turn.text(each.name) }))
}

function memorised(turn: Turn): string[] {
  const { offered } = turn.memory
  return Array.isArray(offered) ? offered : []
}

function waiting(data: Data, offered: string[], refused = false): Out {
  return {
    wait: 'visitor',
    memory: { offered, ...(refused ? { refused } : {}) },
    ...(data.silence > 0 ? { silenceAfter: data.silence } : {}),
  }
}
