import type { IntentChange } from '../../../schemas/library-change.ts'
import type { ListedIntent } from './listed-intent.ts'

/** The list as it will be after the changes: what was just done is seen at once. How well each is taught, the server says. */
export function applied(list: readonly ListedIntent[], changes: readonly IntentChange[]): ListedIntent[] {
  return changes.reduce<ListedIntent[]>((now, change) => after(now, change), [...list])
}

function after(list: ListedIntent[], change: IntentChange): ListedIntent[] {
  const id = typeof change.intent === 'string' ? change.intent : change.intent.id
  if (change.do === 'remove') return list.filter((each) => each.intent.id !== id)
  if ((change.do === 'put' || change.do === 'restore') && !list.some((each) => each.intent.id === id))
    return [...list, fresh(change.intent)]
  return list.map((each) => (each.intent.id === id ? changed(each, change) : each))
}

function changed(listed: ListedIntent, change: Exclude<IntentChange, { do: 'remove' }>): ListedIntent {
  const { intent, health } = listed
  if (change.do === 'put') return { ...listed, intent: { ...change.intent, utterances: intent.utterances } }
  const named = change.do === 'restore' ? change.intent.utterances : change.utterances
  const utterances = change.do === 'take' ? without(intent.utterances, new Set(named)) : [...new Set([...intent.utterances, ...named])]
  return { ...listed, intent: { ...intent, utterances }, health: { ...health, utterances: utterances.length } }
}

const without = (list: readonly string[], gone: ReadonlySet<string>) => list.filter((each) => !gone.has(each))

function fresh(intent: Omit<ListedIntent['intent'], 'utterances'> & { utterances?: string[] }): ListedIntent {
  const utterances = intent.utterances ?? []
  return {
    intent: { ...intent, utterances },
    health: {
      intent: intent.id,
      share: 0,
      state: 'empty',
      utterances: utterances.length,
      wordings: 0,
      languages: { zh: 0, en: 0, mixed: 0 },
      missing: 0,
    },
    usedBy: [],
  }
}
