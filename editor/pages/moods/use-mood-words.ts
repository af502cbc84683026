import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'
import { call } from '../../call.ts'
import { useGuard } from '../library/failure.ts'
import { type Undoable, useUndo } from '../library/undo.ts'

type MoodLists = Reply<Routes['listMoodWords']>
export type MoodWord = MoodLists['own'][number]
/** Makes this the list of the shop's own words, said as `text`. */
export type ChangeMoodWords = (own: readonly MoodWord[], text: string) => Promise<void>

const key = ['mood-words'] as const

export const useMoodWords = () => useQuery({ queryKey: key, queryFn: ({ signal }) => call('listMoodWords', { signal }) })

/** Replaces the shop's own words; taking it back puts the list that was there. */
export function useMoodChange(): ChangeMoodWords {
  const client = useQueryClient()
  const guard = useGuard()
  const put = (wanted: readonly MoodWord[]) =>
    guard(async () => {
      const before = client.getQueryData<MoodLists>(key)?.own ?? []
      const { own } = await call('putMoodWords', { body: { own: [...wanted] } })
      client.setQueryData<MoodLists>(key, (lists) => lists && { ...lists, own })
      return before
    })
  const undoable = (text: string, before: readonly MoodWord[]): Undoable => ({
    text,
    take: async () => undoable(text, await put(before)),
  })
  return async (wanted, text) => {
    const before = await put(wanted)
    useUndo.getState().remember(undoable(text, before))
  }
}
