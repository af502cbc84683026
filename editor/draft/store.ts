import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Flow } from '../../schemas/flow.ts'
import type { LoggedEdit, Operation } from '../../schemas/operation.ts'
import { emptyHistory, remember, stepBack, stepForward } from './history.ts'
import { replaces } from './merge.ts'
import { amendLast, openReplica, propose, type Replica, receive, withdraw } from './replica.ts'
import { type DraftServer, type Failure, type FlowHead, failureOf } from './server.ts'
import type { UnsentBox } from './unsent.ts'

export interface DraftState {
  /** Null until the first answer of the server. */
  flow: Flow | null
  revision: number
  head: FlowHead | null
  /** Edits the server does not have yet. */
  unsent: number
  /** Why they are not there; null while all goes well, which needs no words. */
  trouble: Failure | null
  canUndo: boolean
  canRedo: boolean
  /** The newest edit that came from someone else (or from another tab). */
  fromOthers: LoggedEdit | null
}

export interface Draft extends StoreApi<DraftState> {
  readonly flowId: string
  /**
   * Does one gesture: applies it at once and sends it in its turn.
   * @param merge true while a person types: within a second, changes of the same field become one edit and one undo step.
   */
  edit(operations: readonly Operation[], merge?: boolean): void
  undo(): void
  redo(): void
  /** Looks for edits of others and sends what waits; also called when the window comes back to the front. */
  refresh(): Promise<void>
  /** Loads the draft and stays connected. @returns stops it. */
  start(): () => void
}

/** What a draft takes from its surroundings; tests give their own. */
export interface Surroundings {
  box: UnsentBox
  newId(): string
  now(): number
  wait(milliseconds: number): Promise<void>
  /** Calls back when the window is looked at again or the network returns. */
  onReturn(callback: () => void): () => void
}

const mergeFor = 1_000
const longestMerge = 4_000
const shortestPause = 250
const longestPause = 15_000

/** The draft of one flow as this client holds it: edits apply at once, travel in order, and never get lost. */
export function draftOver(flowId: string, server: DraftServer, surroundings: Surroundings): Draft {
  const { box, newId, now, wait } = surroundings
  let replica: Replica | null = null
  let history = emptyHistory
  /** Since when the newest pending edit may still be replaced; it is not sent until then. */
  let open: { began: number; until: number } | null = null
  let pumping: Promise<void> | null = null
  /** There may be edits of others that were not heard of. */
  let behind = false
  /** Ends a pause early. */
  let rouse = () => {}
  let stopped = true
  const store = createStore<DraftState>(() => ({
    flow: null,
    revision: 0,
    head: null,
    unsent: 0,
    trouble: null,
    canUndo: false,
    canRedo: false,
    fromOthers: null,
  }))

  const publish = (next: Replica, more: Partial<DraftState> = {}) => {
    replica = next
    box.save(next.pending)
    store.setState({
      flow: next.shown,
      revision: next.revision,
      unsent: next.pending.length,
      canUndo: history.done.length > 0,
      canRedo: history.undone.length > 0,
      ...more,
    })
  }

  const take = (edits: readonly LoggedEdit[]): boolean => {
    if (!replica) return false
    const own = new Set(replica.pending.map((each) => each.id))
    const { revision } = replica
    const foreign = edits.findLast((each) => each.revision > revision && !own.has(each.id))
    const received = receive(replica, edits)
    if (received.replica.pending.length === 0) open = null
    publish(received.replica, foreign ? { fromOthers: foreign } : {})
    return received.gap
  }

  const catchUp = async () => {
    while (replica) {
      const before = replica.revision
      const edits = await server.editsAfter(before)
      take(edits)
      if (edits.length === 0 || replica.revision === before) return
    }
  }

  const load = async () => {
    const { flow, revision, head } = await server.read()
    const waiting = replica ? replica.pending : box.load()
    publish(openReplica(flow, revision, waiting), { head, trouble: null })
  }

  const sendNext = async () => {
    const edit = replica?.pending[0]
    if (!replica || !edit) return
    const isOpen = open && replica.pending.length === 1
    if (isOpen && open && open.until > now()) return wait(open.until - now())
    if (isOpen) open = null
    const reply = await server.append({ ...edit, base: replica.revision })
    if (take(reply.edits) || replica.revision < reply.revision) await catchUp()
    if (replica.pending.some((each) => each.id === edit.id)) publish(withdraw(replica, edit.id))
    if (store.getState().trouble) store.setState({ trouble: null })
  }

  const isBusy = () => !stopped && (!replica || behind || replica.pending.length > 0)

  const step = async () => {
    if (!replica) return load()
    if (!behind) return sendNext()
    await catchUp()
    behind = false
    store.setState({ trouble: null })
  }

  /** Fetches and sends until nothing is left to do, one thing at a time; after a failure the same again, later and later. */
  const pump = async () => {
    let pause = shortestPause
    while (isBusy()) {
      try {
        await step()
        pause = shortestPause
      } catch (error) {
        const trouble = failureOf(error)
        store.setState({ trouble })
        const refused = behind ? undefined : replica?.pending[0]
        if (trouble === 'refused' && replica && refused) {
          publish(withdraw(replica, refused.id))
          continue
        }
        if (trouble === 'gone' || trouble === 'refused') return
        await Promise.race([wait(pause), new Promise<void>((done) => (rouse = done))])
        pause = Math.min(pause * 2, longestPause)
      }
    }
  }

  const isLost = () => ['gone', 'refused'].includes(store.getState().trouble ?? '')

  const wake = (): Promise<void> => {
    pumping ??= pump().finally(() => {
      pumping = null
      if (isBusy() && !isLost()) void wake()
    })
    return pumping
  }

  const append = (operations: readonly Operation[]) => {
    if (!replica) return
    publish(propose(replica, { id: newId(), base: replica.revision, operations: [...operations] }))
    void wake()
  }

  const draft: Draft = {
    ...store,
    flowId,
    edit(operations, merge = false) {
      if (!replica || operations.length === 0) return
      const last = replica.pending.at(-1)
      if (merge && last && open && open.until > now() && replaces(last.operations, operations)) {
        open = { began: open.began, until: Math.min(now() + mergeFor, open.began + longestMerge) }
        publish(amendLast(replica, { ...last, id: newId(), operations: [...operations] }))
        return
      }
      history = remember(history, replica.shown, operations)
      open = merge ? { began: now(), until: now() + mergeFor } : null
      append(operations)
    },
    undo() {
      const step = replica && stepBack(history, replica.shown)
      if (!step) return
      history = step.history
      open = null
      append(step.operations)
    },
    redo() {
      const step = replica && stepForward(history, replica.shown)
      if (!step) return
      history = step.history
      open = null
      append(step.operations)
    },
    async refresh() {
      behind = replica !== null
      rouse()
      await wake()
    },
    start() {
      stopped = false
      void wake()
      const unlisten = server.listen(
        () => replica?.revision ?? 0,
        (edit) => {
          if (!edit || !replica || take([edit])) void draft.refresh()
        },
      )
      const forget = surroundings.onReturn(() => void draft.refresh())
      return () => {
        stopped = true
        unlisten()
        forget()
      }
    },
  }
  return draft
}
