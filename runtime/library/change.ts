import type { Intent } from '../../schemas/intent.ts'
import type { IntentChange } from '../../schemas/library-change.ts'
import { newProblem } from '../../schemas/problem-codes.ts'
import { errors } from '../errors.ts'
import { canonicalJson } from '../flows/canonical.ts'

/** What changes make of the intents, as single rows, and the changes that undo them, to be made in their order. */
export interface ChangedIntents {
  put: Intent[]
  remove: string[]
  /** Where intents stand that are new in the list or left their place in it. */
  places: Record<string, number>
  undo: IntentChange[]
}

const mostIntents = 2_000
const mostUtterances = 5_000

/**
 * Makes the changes one after the other, all or nothing. Nothing that was given is changed.
 * @throws AppError `invalid` naming the change that cannot be made: no such intent, or over a limit
 */
export function changeIntents(intents: readonly Intent[], changes: readonly IntentChange[]): ChangedIntents {
  const before = new Map(intents.map((intent) => [intent.id, intent]))
  const now = new Map(before)
  let order = intents.map((intent) => intent.id)
  const moved = new Set<string>()
  const undo: IntentChange[][] = []

  const refuse = (code: string, index: number, field: string, id: string) =>
    errors.invalid('The library was not changed.', [newProblem(code, ['changes', index, field], { id })])

  function insert(intent: Intent, index: number, place = order.length): void {
    if (now.size >= mostIntents) throw refuse('value-too-big', index, 'intent', intent.id)
    now.set(intent.id, intent)
    moved.add(intent.id)
    order = order.toSpliced(place, 0, intent.id)
  }

  function put({ id, name, keywords }: Omit<Intent, 'utterances'>, index: number): IntentChange[] {
    const known = now.get(id)
    if (!known) {
      insert({ id, name, utterances: [], keywords }, index)
      return [{ do: 'remove', intent: id }]
    }
    const changed = { ...known, name, keywords }
    if (canonicalJson(changed) === canonicalJson(known)) return []
    now.set(id, changed)
    const { utterances: _stay, ...was } = known
    return [{ do: 'put', intent: was }]
  }

  function add(id: string, utterances: readonly string[], places: readonly number[], index: number): IntentChange[] {
    const known = now.get(id)
    if (!known) throw refuse('intent-unknown', index, 'intent', id)
    const lines = [...known.utterances]
    const there = new Set(lines)
    const added: string[] = []
    for (const [at, given] of utterances.entries()) {
      const line = tidy(given)
      if (line === '' || there.has(line)) continue
      there.add(line)
      added.push(line)
      lines.splice(places[at] ?? lines.length, 0, line)
    }
    if (added.length === 0) return []
    if (lines.length > mostUtterances) throw refuse('value-too-big', index, 'utterances', id)
    now.set(id, { ...known, utterances: lines })
    return [{ do: 'take', intent: id, utterances: added }]
  }

  function take(id: string, utterances: readonly string[]): IntentChange[] {
    const known = now.get(id)
    // somebody else may have removed the intent, and with it what was to be taken
    if (!known) return []
    const gone = new Set(utterances)
    const taken = known.utterances.flatMap((line, place) => (gone.has(line) ? [{ line, place }] : []))
    if (taken.length === 0) return []
    now.set(id, { ...known, utterances: known.utterances.filter((line) => !gone.has(line)) })
    return [{ do: 'add', intent: id, utterances: taken.map(({ line }) => line), places: taken.map(({ place }) => place) }]
  }

  function remove(id: string): IntentChange[] {
    const known = now.get(id)
    if (!known) return []
    const place = order.indexOf(id)
    now.delete(id)
    order = order.toSpliced(place, 1)
    return [{ do: 'restore', intent: known, place }]
  }

  function restore(intent: Intent, place: number | undefined, index: number): IntentChange[] {
    if (now.has(intent.id)) return intent.utterances.length === 0 ? [] : add(intent.id, intent.utterances, [], index)
    insert(intent, index, place)
    return [{ do: 'remove', intent: intent.id }]
  }

  function make(change: IntentChange, index: number): IntentChange[] {
    if (change.do === 'put') return put(change.intent, index)
    if (change.do === 'add') return add(change.intent, change.utterances, change.places ?? [], index)
    if (change.do === 'take') return take(change.intent, change.utterances)
    if (change.do === 'remove') return remove(change.intent)
    return restore(change.intent, change.place, index)
  }

  for (const [index, change] of changes.entries()) undo.push(make(change, index))
  return {
    put: [...now.values()].filter((intent) => before.get(intent.id) !== intent),
    remove: [...before.keys()].filter((id) => !now.has(id)),
    places: Object.fromEntries(order.flatMap((id, place) => (moved.has(id) ? [[id, place] as const] : []))),
    undo: undo.toReversed().flat(),
  }
}

/** An utterance is one line without blanks around it. */
function tidy(line: string): string {
  return line.replace(/\s+/g, ' ').trim()
}
