import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'
import type { IntentChange } from '../../../schemas/library-change.ts'
import { type Locale, textIn } from '../../../schemas/text.ts'
import { call } from '../../call.ts'
import { useLocale } from '../../i18n/index.ts'
import { keys } from '../../queries.ts'
import { applied } from './applied.ts'
import { useGuard } from './failure.ts'
import type { ListedIntent } from './listed-intent.ts'
import { reversible, useUndo } from './undo.ts'

/** Names under which replies about intents are kept; all are stale when one intent changes. */
export const intentKeys = {
  all: ['intents'] as const,
  list: ['intents', 'list'] as const,
  report: ['intents', 'report'] as const,
  duplicates: ['intents', 'duplicates'] as const,
}

export const useIntents = () =>
  useQuery({ queryKey: intentKeys.list, queryFn: ({ signal }) => call('listIntents', { signal }), staleTime: 5_000 })

export const useNearDuplicates = () =>
  useQuery({ queryKey: intentKeys.duplicates, queryFn: ({ signal }) => call('listNearDuplicates', { signal, timeout: 60_000 }) })

/** Intents by id, with the name that the screen's language uses. */
export function useIntentNames(): (id: string) => string {
  const { data } = useIntents()
  const locale = useLocale()
  const names = useMemo(() => new Map(data?.intents.map(({ intent }) => [intent.id, nameOf(intent, locale)])), [data, locale])
  return (id) => names.get(id) ?? id
}

export function nameOf(intent: ListedIntent['intent'], locale: Locale): string {
  return textIn(intent.name, locale) || intent.id
}

/** Changes intents at once; the bar offers to take it back. */
export function useIntentChange(): (changes: readonly IntentChange[], text: string) => Promise<void> {
  const client = useQueryClient()
  const guard = useGuard()
  const apply = (changes: readonly IntentChange[]) =>
    guard(async () => {
      const { undo } = await call('changeIntents', { body: { changes: [...changes] } })
      // a list that was asked for before the change would be taken for the new one
      await client.cancelQueries({ queryKey: intentKeys.list })
      client.setQueryData<Reply<Routes['listIntents']>>(
        intentKeys.list,
        (reply) => reply && { ...reply, intents: applied(reply.intents, changes) },
      )
      for (const queryKey of [intentKeys.all, keys.library, keys.flows]) void client.invalidateQueries({ queryKey })
      return undo
    })
  return async (changes, text) => {
    if (changes.length === 0) return
    const undo = await apply(changes)
    useUndo.getState().remember(reversible(text, undo, apply))
  }
}
