import type { Perception } from '../../schemas/perception.ts'
import { runTurn } from './turn.ts'
import type { TurnInput, TurnResult, TurnServices } from './types.ts'

/** What the outside answered in one turn, in order. With the input it reproduces the turn. JSON. */
export interface Recording {
  perceptions: Perception[]
  answers: unknown[]
  /** There was a provider that may word answers anew. */
  hasWriter?: true
}

/** Services that note down every answer they pass on. */
export function recordServices(services: TurnServices): { services: TurnServices; recording: Recording } {
  const recording: Recording = { perceptions: [], answers: [] }
  const noted = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer
    recording.answers.push(value)
    return value
  }
  const told = <T>(answer: T): T => {
    recording.answers.push(answer)
    return answer
  }
  const { shop, promotions, queue, knowledge, writer } = services
  if (writer) recording.hasWriter = true
  return {
    recording,
    services: {
      perceive(text, context) {
        const perception = services.perceive(text, context)
        recording.perceptions.push(perception)
        return perception
      },
      knowledge: {
        ask: (question, options) => told(knowledge.ask(question, options)),
        sheet: (question, options) => told(knowledge.sheet(question, options)),
        products: (ids) => told(knowledge.products(ids)),
      },
      shop: {
        order: (orderId) => noted(shop.order(orderId)),
        recentOrders: (limit) => noted(shop.recentOrders(limit)),
        parcel: (orderId) => noted(shop.parcel(orderId)),
        products: (query, limit) => noted(shop.products(query, limit)),
      },
      promotions: { claimFirst: (offers, key) => noted(promotions.claimFirst(offers, key)) },
      queue: { look: (group) => noted(queue.look(group)) },
      ...(writer ? { writer: { rephrase: (asked) => noted(writer.rephrase(asked)) } } : {}),
      ...(services.interim ? { interim: services.interim } : {}),
      ...(services.speaking ? { speaking: services.speaking } : {}),
    },
  }
}

/** Services that answer from a recording and never touch the outside. */
export function replayServices(recording: Recording): TurnServices {
  let perceptions = 0
  let answers = 0
  const next = <T>(): T => {
    if (answers >= recording.answers.length) throw new Error('the turn asked for more than was recorded')
    return recording.answers[answers++] as T
  }
  return {
    perceive() {
      const perception = recording.perceptions[perceptions++]
      if (!perception) throw new Error('the turn perceived more than was recorded')
      return perception
    },
    knowledge: { ask: () => next(), sheet: () => next(), products: () => next() },
    shop: {
      order: async () => next(),
      recentOrders: async () => next(),
      parcel: async () => next(),
      products: async () => next(),
    },
    promotions: { claimFirst: async () => next() },
    queue: { look: async () => next() },
    ...(recording.hasWriter ? { writer: { rephrase: async () => next() } } : {}),
  }
}

/** Runs a recorded turn again on its versions. */
export function replayTurn(input: TurnInput, recording: Recording): Promise<TurnResult> {
  return runTurn(input, replayServices(recording))
}
