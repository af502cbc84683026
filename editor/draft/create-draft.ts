import { v4 as newId } from 'uuid'
import { routes } from '../../schemas/api/index.ts'
import { loggedEdit } from '../../schemas/operation.ts'
import { addressOf, type Call } from '../call.ts'
import type { DraftServer } from './server.ts'
import { type Draft, draftOver, type Surroundings } from './store.ts'
import { unsentBox } from './unsent.ts'

/** The draft of a flow in this browser tab. Call `start()` on it, and what that returns when the flow is left. */
export function createDraft(flowId: string, call: Call): Draft {
  return draftOver(flowId, draftServer(flowId, call), browserSurroundings(flowId))
}

function draftServer(flowId: string, call: Call): DraftServer {
  const params = { flow: flowId }
  return {
    read: () => call('readDraft', { params }),
    append: (edit) => call('editDraft', { params, body: edit }),
    editsAfter: async (after) => (await call('listEdits', { params, query: { after } })).edits,
    listen: (after, heard) => listen(() => addressOf(routes.draftEvents, { params, query: { after: after() } }), heard),
  }
}

const reconnectAfter = 2_000

/** Keeps one event stream open. The browser resumes it by itself; after a refusal it is opened anew. */
function listen(address: () => string, heard: Parameters<DraftServer['listen']>[1]): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  const hear = (event: MessageEvent<string>) => heard(readEdit(event.data))
  const open = () => {
    source = new EventSource(address())
    for (const kind of ['edit', 'published']) source.addEventListener(kind, hear)
    source.addEventListener('error', () => {
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, reconnectAfter)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}

function readEdit(data: string) {
  try {
    const parsed = loggedEdit.safeParse(JSON.parse(data))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}

function browserSurroundings(flowId: string): Surroundings {
  const box = unsentBox(localStorage, flowId, newId(), Date.now)
  return {
    box,
    newId,
    now: Date.now,
    wait: (milliseconds) => new Promise((done) => setTimeout(done, milliseconds)),
    onReturn(callback) {
      const look = () => document.visibilityState === 'visible' && callback()
      document.addEventListener('visibilitychange', look)
      window.addEventListener('online', callback)
      window.addEventListener('focus', callback)
      window.addEventListener('pagehide', box.leave)
      return () => {
        document.removeEventListener('visibilitychange', look)
        window.removeEventListener('online', callback)
        window.removeEventListener('focus', callback)
        window.removeEventListener('pagehide', box.leave)
      }
    },
  }
}
