import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Conversation, emptyState } from '../../schemas/conversation.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Message } from '../../schemas/message.ts'
import type { Clock } from '../clock.ts'
import type { Ids } from '../ids.ts'
import { openSqlite, type SqliteOptions } from './sqlite.ts'
import type { NewMessage, Store, TurnCommit } from './store.ts'

/** Engines that the contract is held against. `another` opens the same data a second time, where the engine can. */
export interface Engine {
  name: string
  open(): Promise<{ store: Store; another?: () => Store; remove(): void }>
}

export const noon = Date.parse('2026-11-20T04:00:00.000Z')
export const stoppedClock: Clock = { now: () => noon, elapsed: () => 0 }

/** Ids that count up, so that a failing test reads the same every time. */
export function countingIds(): Ids {
  let last = 0
  return { row: () => `row-${String(++last).padStart(6, '0')}`, secret: () => `secret-${++last}`, seed: () => ++last }
}

export const testOptions = (): SqliteOptions => ({ clock: stoppedClock, ids: countingIds() })

export const engines: Engine[] = [
  { name: 'SQLite in memory', open: async () => ({ store: openSqlite(':memory:', testOptions()), remove() {} }) },
  {
    name: 'SQLite in a file',
    async open() {
      const folder = temporaryFolder()
      const path = join(folder.path, 'shop.db')
      const ids = countingIds()
      const another = () => openSqlite(path, { clock: stoppedClock, ids })
      return { store: another(), another, remove: folder.remove }
    },
  },
]

export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'floorwalker-store-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

export function newConversation(id: string, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    visitorId: 'visitor-1',
    channel: 'web',
    entry: 'storefront',
    locale: 'zh-CN',
    flow: 'welcome',
    pins: { welcome: 'v1' },
    owner: 'bot',
    state: emptyState(),
    seq: 0,
    version: 0,
    profile: { verified: false, tier: 'none', orders: 0, spent: 0, tags: [] },
    ...change,
  }
}

export function says(from: Message['from'], text: string, change: Partial<NewMessage> = {}): NewMessage {
  return { id: `message-${text}`, from, at: new Date(noon).toISOString(), content: { type: 'text', text }, ...change }
}

/** What a visitor wrote and the bot answered, ready to commit on the version it read. */
export function newTurn(conversationId: string, readVersion: number, clientId: string, change: Partial<TurnCommit> = {}): TurnCommit {
  return {
    conversationId,
    readVersion,
    inbound: { clientId, bodyHash: `hash-of-${clientId}`, message: says('visitor', clientId) },
    messages: [says('bot', `answer to ${clientId}`)],
    state: emptyState(),
    owner: 'bot',
    jobs: [],
    measures: [],
    trace: { path: [] },
    at: noon,
    ...change,
  }
}

/** A conversation whose opening turn said 「您好」: version 1, seq 1. */
export async function openConversation(store: Store, id: string, change: Partial<Conversation> = {}): Promise<void> {
  const opening = newTurn(id, 0, 'opened', {
    inbound: { clientId: 'opened', bodyHash: 'opened' },
    messages: [says('bot', '您好')],
    owner: change.owner ?? 'bot',
  })
  await store.conversations.create(newConversation(id, change), opening)
}

export function newFlow(id: string): Flow {
  return {
    format: 1,
    id,
    name: { 'zh-CN': '查物流', en: 'Track a parcel' },
    slots: [],
    edges: [],
    layout: { start: { x: 0, y: 0 } },
    nodes: [{ id: 'start', type: 'start', v: 1, data: {} }],
  }
}

export const alice = { id: 'user-1', name: '陈晓' }
