import type { Programs } from '../../runtime/flows/programs.ts'
import type { JobHandler } from '../../runtime/jobs/worker.ts'
import type { CommitResult, NewMessage, Store, TurnCommit } from '../../runtime/store/store.ts'
import type { Message } from '../../schemas/message.ts'

/** What a planted bug may use. */
export interface Tools {
  gate(): Promise<void>
  /** Kept for as long as the process lives. */
  memory: Map<string, unknown>
  changed(conversationId: string): void
}

/**
 * A bug that somebody could really write, planted around a correct part: the product's own code holds no switch for it.
 * The harness proves its worth by finding every one of them.
 */
export interface Mutant {
  name: string
  store?(store: Store, tools: Tools): Store
  programs?(programs: Programs): Programs
  handler?(handler: JobHandler, store: Store): JobHandler
}

const conversations = (store: Store, changed: Partial<Store['conversations']>): Store => ({
  ...store,
  conversations: { ...store.conversations, ...changed },
})

let counter = 0

export const mutants: Mutant[] = [
  {
    name: 'no unique key: each try counts as a new message',
    store: (store) => {
      const fresh = (turn: TurnCommit): TurnCommit => ({
        ...turn,
        inbound: { ...turn.inbound, clientId: `${turn.inbound.clientId}~${++counter}` },
      })
      return conversations(store, { commit: (turn) => store.conversations.commit(turn.inbound.message ? fresh(turn) : turn) })
    },
  },
  {
    name: 'acknowledge before commit: the reply leaves while the transaction is under way',
    store: (store, { gate }) =>
      conversations(store, {
        async commit(turn) {
          const conversation = await store.conversations.load(turn.conversationId)
          if (!conversation || conversation.version !== turn.readVersion) return store.conversations.commit(turn)
          void gate()
            .then(() => store.conversations.commit(turn))
            .catch(() => {})
          return guessed(turn, conversation.seq, conversation.version)
        },
      }),
  },
  {
    name: 'a failed commit is taken for a done one',
    store: (store) =>
      conversations(store, {
        async commit(turn) {
          const conversation = await store.conversations.load(turn.conversationId)
          try {
            return await store.conversations.commit(turn)
          } catch {
            return guessed(turn, conversation?.seq ?? 0, conversation?.version ?? 0)
          }
        },
      }),
  },
  {
    name: 'unconditional commit: a stale turn is written over the newer state',
    store: (store) =>
      conversations(store, {
        async commit(turn) {
          for (let tries = 0; ; tries++) {
            const result = await store.conversations.commit(turn)
            const conversation = await store.conversations.load(turn.conversationId)
            if (result.kind !== 'stale' || !conversation || tries > 5) return result
            turn = { ...turn, readVersion: conversation.version }
          }
        },
      }),
  },
  {
    name: 'answers are used without a journal',
    store: (store) => conversations(store, { journal: { ...store.conversations.journal, put: async () => {} } }),
  },
  {
    name: 'the journal is not read before asking again',
    store: (store) => conversations(store, { journal: { ...store.conversations.journal, get: async () => undefined } }),
  },
  {
    name: 'asks outside before the message is accepted',
    store: (store) =>
      conversations(store, {
        async accept(id, _inbound, readVersion) {
          const conversation = await store.conversations.load(id)
          return { kind: 'accepted', inboundSeq: (conversation?.seq ?? 0) + 1, version: conversation?.version ?? readVersion }
        },
      }),
  },
  {
    name: 'what a crash left open is never looked for',
    store: (store) => conversations(store, { pending: async () => [] }),
  },
  {
    name: 'the same id with other words is taken for a repeat',
    store: (store) => {
      const blind = <T extends { bodyHash: string }>(inbound: T): T => ({ ...inbound, bodyHash: 'same' })
      return conversations(store, {
        accept: (id, inbound, version, at) => store.conversations.accept(id, blind(inbound), version, at),
        commit: (turn) => store.conversations.commit({ ...turn, inbound: blind(turn.inbound) }),
      })
    },
  },
  {
    name: 'a repeat hears nothing instead of the stored reply',
    store: (store) =>
      conversations(store, {
        async commit(turn) {
          const result = await store.conversations.commit(turn)
          return result.kind === 'duplicate' ? { ...result, messages: [] } : result
        },
      }),
  },
  {
    name: 'jobs are added after the commit, in a transaction of their own',
    store: (store) =>
      conversations(store, {
        async commit(turn) {
          const result = await store.conversations.commit({ ...turn, jobs: [] })
          if (result.kind === 'committed')
            for (const job of turn.jobs) await store.jobs.add({ ...job, conversationId: turn.conversationId })
          return result
        },
      }),
  },
  {
    name: 'marked before sent: a job counts as done before it is',
    handler: (handler, store) => async (job) => {
      await store.jobs.done(job.id)
      await handler(job)
    },
  },
  {
    name: 'a new key on each retry',
    handler: (handler) => (job) => handler({ ...job, key: `${job.key}/${job.attempts}` }),
  },
  {
    name: 'timer fired unconditionally: whatever wait is open now',
    handler: (handler, store) => async (job) => {
      const conversation = job.conversationId === undefined ? null : await store.conversations.load(job.conversationId)
      const token = conversation?.state.frames.at(-1)?.waiting?.token
      await handler(token === undefined || job.kind !== 'silence' ? job : { ...job, payload: { ...job.payload, token } })
    },
  },
  {
    name: 'a publish reaches open conversations',
    programs: (programs) => ({ ...programs, forPins: async (flow) => programs.forPins(flow, await programs.pinsFor(flow)) }),
  },
  {
    name: 'live events come from memory, not from the table',
    store: (store, { memory, changed }) =>
      conversations(store, {
        async commit(turn) {
          const conversation = await store.conversations.load(turn.conversationId)
          const seq = conversation?.seq ?? 0
          const told = [...(turn.inbound.message ? [turn.inbound.message] : []), ...turn.messages].map((message, index) => ({
            ...message,
            seq: seq + index + 1,
          }))
          memory.set(turn.conversationId, told)
          changed(turn.conversationId)
          return store.conversations.commit(turn)
        },
        async messagesAfter(id, seq, limit) {
          const fromMemory = ((memory.get(id) as Message[] | undefined) ?? []).filter((message) => message.seq > seq)
          return fromMemory.length > 0 ? fromMemory : store.conversations.messagesAfter(id, seq, limit)
        },
      }),
  },
  {
    name: 'a stream resumes one too late',
    store: (store) =>
      conversations(store, { messagesAfter: (id, seq, limit) => store.conversations.messagesAfter(id, seq === 0 ? 0 : seq + 1, limit) }),
  },
  {
    name: 'a budget is read, then written',
    store: (store, { gate }) => ({
      ...store,
      library: {
        ...store.library,
        async claim(offer, visitorId, key, code, at) {
          const left = given.get(offer.id) ?? offer.budget.total
          if (left <= 0) return { why: 'used-up' }
          await gate()
          const result = await store.library.claim(
            { ...offer, budget: { ...offer.budget, total: Number.MAX_SAFE_INTEGER } },
            visitorId,
            key,
            code,
            at,
          )
          given.set(offer.id, left - 1)
          return result
        },
      },
    }),
  },
]

const given = new Map<string, number>()

/** What a commit would answer if it went through. */
function guessed(turn: TurnCommit, seq: number, version: number): CommitResult {
  const first = seq + (turn.inbound.message ? 1 : 0)
  const numbered = (message: NewMessage, index: number): Message => ({ ...message, seq: first + index + 1 })
  return {
    kind: 'committed',
    messages: turn.messages.map(numbered),
    inboundSeq: first,
    seq: first + turn.messages.length,
    version: version + 1,
    owner: turn.owner,
  }
}
