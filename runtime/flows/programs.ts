import type { Pins } from '../../schemas/conversation.ts'
import type { Flow } from '../../schemas/flow.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Clock } from '../clock.ts'
import { compile, type Program } from '../engine/compile.ts'
import { errors } from '../errors.ts'
import type { Store } from '../store/store.ts'

/** All that a conversation runs on: one object for all conversations with the same pins. */
export interface Pinned {
  readonly programs: ReadonlyMap<string, Program>
  /** Intents as they were when these versions were published; of two with one id, the one of the entry's flow counts. */
  readonly intents: readonly Intent[]
}

export interface Programs {
  /** What a conversation with these pins runs on. Published versions never change, so it is cached. */
  forPins(flow: string, pins: Pins): Promise<Pinned>
  /** Live versions of a flow and of all flows it calls. @throws AppError `not-found` when it is not published. */
  pinsFor(flow: string): Promise<Pins>
  /**
   * The intents that conversations will run on when these versions go live: of their own flows, and of each flow that calls one.
   * Their own lists come first.
   */
  intentsWith(coming: readonly { flow: Flow; intents: Intent[] }[]): Promise<Intent[][]>
  /** A published version by its id. @throws AppError `not-found` */
  version(versionId: string): Promise<Part>
  /** To be called after a publish: new conversations get the new version at once. */
  published(): void
}

/** What one version brings along. */
interface Part {
  program: Program
  /** As they were when it was published. */
  intents: Intent[]
}

/** How long another process's publish may stay unnoticed here. */
const liveFor = 1_000
const mostPinned = 200
const mostVersions = 500

export function createPrograms(options: { store: Pick<Store, 'flows'>; clock: Clock }): Programs {
  const { flows } = options.store
  const versions = createCache<Promise<Part>>(mostVersions)
  const pinned = createCache<Promise<Pinned>>(mostPinned)
  let live = new Map<string, { pins: Promise<Pins>; at: number }>()

  async function read(versionId: string): Promise<Part> {
    const version = await flows.version(versionId)
    if (!version) throw errors.notFound('version', versionId)
    // the bytes were checked before they were published and cannot have changed since
    return { program: compile(JSON.parse(version.bytes) as Flow, versionId), intents: version.intents }
  }

  async function gather(flow: string, pins: Pins): Promise<Pinned> {
    const read = await Promise.all(Object.entries(pins).map(async ([id, versionId]) => [id, await versionOf(versionId)] as const))
    return Object.freeze({ programs: new Map(read.map(([id, part]) => [id, part.program])), intents: union(flow, read) })
  }

  const versionOf = (versionId: string) => versions.get(versionId, () => read(versionId))

  async function closure(flow: string): Promise<Pins> {
    const pins = await follow(flow, await flows.live(), versionOf)
    if (!Object.hasOwn(pins, flow)) throw errors.notFound('published flow', flow)
    return pins
  }

  async function intentsWith(coming: readonly { flow: Flow; intents: Intent[] }[]): Promise<Intent[][]> {
    const parts = new Map(
      coming.map(({ flow, intents }) => {
        const versionId = `coming ${flow.id}`
        return [versionId, Promise.resolve({ program: compile(flow, versionId), intents })] as const
      }),
    )
    const own = Object.fromEntries(coming.map(({ flow }) => [flow.id, `coming ${flow.id}`]))
    const all = { ...(await flows.live()), ...own }
    const partOf = (versionId: string) => parts.get(versionId) ?? versionOf(versionId)
    const lists: Intent[][] = []
    for (const id of new Set([...Object.keys(own), ...Object.keys(all)])) {
      const pins = await follow(id, all, partOf)
      if (!Object.values(pins).some((versionId) => parts.has(versionId))) continue
      const read = await Promise.all(Object.entries(pins).map(async ([each, versionId]) => [each, await partOf(versionId)] as const))
      lists.push(union(id, read))
    }
    return lists
  }

  /** The versions that a conversation of this flow is pinned to. */
  async function follow(flow: string, all: Pins, partOf: (versionId: string) => Promise<Part>): Promise<Pins> {
    const pins: Pins = {}
    const open = [flow]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const versionId = Object.hasOwn(all, id) ? all[id] : undefined
      if (versionId === undefined || Object.hasOwn(pins, id)) continue
      pins[id] = versionId
      open.push(...(await partOf(versionId)).program.calls)
    }
    return pins
  }

  return {
    forPins: (flow, pins) => pinned.get(`${flow} ${JSON.stringify(pins)}`, () => gather(flow, pins)),
    pinsFor(flow) {
      const known = live.get(flow)
      if (known && options.clock.elapsed() - known.at < liveFor) return known.pins
      const mine = live
      const pins = closure(flow)
      mine.set(flow, { pins, at: options.clock.elapsed() })
      pins.catch(() => mine.delete(flow))
      return pins
    },
    intentsWith,
    version: versionOf,
    published() {
      live = new Map()
    },
  }
}

/** Every intent once; of two with one id, the one of the entry's flow counts. */
function union(flow: string, parts: readonly (readonly [string, Part])[]): Intent[] {
  const lists = new Set(parts.map(([, part]) => part.intents).filter((list) => list.length > 0))
  // mostly all were taught the same: a recogniser is found by the list itself
  const [only] = lists
  if (only && lists.size === 1) return only
  const intents = new Map<string, Intent>()
  for (const [, part] of [...parts.filter(([id]) => id === flow), ...parts]) {
    for (const intent of part.intents) if (!intents.has(intent.id)) intents.set(intent.id, intent)
  }
  return [...intents.values()]
}

/** Keeps the latest used; a failed one is forgotten. */
function createCache<Value extends Promise<unknown>>(most: number) {
  const kept = new Map<string, Value>()
  return {
    get(key: string, make: () => Value): Value {
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      const made = make()
      kept.set(key, made)
      made.catch(() => kept.delete(key))
      if (kept.size > most) kept.delete(kept.keys().next().value ?? key)
      return made
    },
  }
}
