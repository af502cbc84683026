import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CallError, call } from './call.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (failures, error) => error instanceof CallError && error.passing && failures < 3,
    },
    mutations: { retry: false },
  },
})

/** Names under which replies are kept; what a change makes stale is named in its mutation. */
export const keys = {
  session: ['session'] as const,
  flows: ['flows'] as const,
  versions: (flow: string) => ['versions', flow] as const,
  version: (flow: string, number: number) => ['versions', flow, number] as const,
  library: ['library'] as const,
  entries: ['entries'] as const,
  users: ['users'] as const,
}

export const useSession = () =>
  useQuery({ queryKey: keys.session, queryFn: ({ signal }) => call('readSession', { signal }), staleTime: 60_000 })

export const useFlows = () =>
  useQuery({ queryKey: keys.flows, queryFn: ({ signal }) => call('listFlows', { signal }), refetchInterval: 15_000 })

export const useLibrary = () =>
  useQuery({ queryKey: keys.library, queryFn: ({ signal }) => call('readLibrary', { signal }), staleTime: 60_000 })

export const useEntries = () => useQuery({ queryKey: keys.entries, queryFn: ({ signal }) => call('listEntries', { signal }) })

export const useUsers = () => useQuery({ queryKey: keys.users, queryFn: ({ signal }) => call('listUsers', { signal }) })

export const useVersions = (flow: string) =>
  useQuery({ queryKey: keys.versions(flow), queryFn: ({ signal }) => call('listVersions', { params: { flow }, signal }) })

export const useVersion = (flow: string, number: number | null) =>
  useQuery({
    queryKey: keys.version(flow, number ?? 0),
    queryFn: ({ signal }) => call('readVersion', { params: { flow, number: String(number) }, signal }),
    enabled: number !== null,
    staleTime: Number.POSITIVE_INFINITY,
  })

/** A change on the server; when it has happened, the replies under `stale` are asked for again. */
export function useChange<Input, Output>(change: (input: Input) => Promise<Output>, stale: readonly (readonly unknown[])[]) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => Promise.all(stale.map((queryKey) => client.invalidateQueries({ queryKey }))),
  })
}
