import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'
import { call } from '../../call.ts'
import { intentKeys } from '../library/intent-queries.ts'
import type { ListedIntent } from '../library/listed-intent.ts'

type ReportReply = Reply<Routes['readIntentReport']>

export interface Check {
  data: ReportReply | undefined
  error: unknown
  /** Null where there is nothing to tell apart, or for who may not. */
  start: (() => void) | null
}

/** A check by itself waits so long after the last change, so that a series of changes makes one. */
const quietFor = 4_000
/** Larger libraries are checked when one asks for it. */
const mostByItself = 40_000
const fewest = 2

/** The last check of the library: goes on by itself after changes, and is watched while it runs. */
export function useReport({ intents, canStart }: { intents: readonly ListedIntent[]; canStart: boolean }): Check {
  const client = useQueryClient()
  const { data, error } = useQuery({
    queryKey: intentKeys.report,
    queryFn: ({ signal }) => call('readIntentReport', { signal }),
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 400 : 15_000),
  })
  const taught = intents.filter(({ intent }) => intent.utterances.length > 1)
  const utterances = intents.reduce((sum, { intent }) => sum + intent.utterances.length, 0)
  const able = canStart && taught.length >= fewest
  const isDue = data !== undefined && (data.state === 'none' || (data.state === 'done' && data.isStale))
  const byItself = able && isDue && utterances <= mostByItself
  const start = () => {
    void call('startIntentReport')
      .catch(() => {})
      .then(() => client.invalidateQueries({ queryKey: intentKeys.report }))
  }

  // every change of the list begins the quiet anew
  // biome-ignore lint/correctness/useExhaustiveDependencies: `intents` is not read, but each change of it must begin the wait anew; `start` is made anew with every drawing and does the same
  useEffect(() => {
    if (!byItself) return
    const timer = setTimeout(start, data?.state === 'none' ? 0 : quietFor)
    return () => clearTimeout(timer)
  }, [byItself, data?.state, intents])

  return { data, error, start: able ? start : null }
}
