import { createContext, useContext, useMemo } from 'react'
import { type Locale, type LocalizedText, textIn } from '../../schemas/text.ts'
import { useFlows, useLibrary } from '../queries.ts'

/** What people call the things that cards refer to by their ids: intents, offers, flows. */
export type Names = ReadonlyMap<string, LocalizedText>

export const NamesContext = createContext<Names>(new Map())

export function useLibraryNames(): Names {
  const { data: library } = useLibrary()
  const { data: flows } = useFlows()
  return useMemo(() => {
    const named = [...(flows?.flows ?? []), ...(library?.offers ?? []), ...(library?.intents ?? [])]
    return new Map(named.map((each) => [each.id, each.name]))
  }, [library, flows])
}

/** The name of a thing in one language; what is no id of anything stays as it is. */
export function useNameOf(locale: Locale): (text: string) => string {
  const names = useContext(NamesContext)
  return (text) => textIn(names.get(text), locale) || text
}
