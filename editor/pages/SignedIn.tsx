import { type ReactNode, useEffect } from 'react'
import { useLocation } from 'wouter'
import { CallError, whenSignedOut } from '../call.ts'
import { keys, queryClient, useSession } from '../queries.ts'
import { TryAgain } from './TryAgain.tsx'

/** Shows its children to people who are signed in; others go to the sign-in page, which knows the way back. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useSession()
  const [location, go] = useLocation()
  const isOut = session.error instanceof CallError && session.error.status === 401
  const signIn = `/sign-in?to=${encodeURIComponent(location)}`

  useEffect(() => {
    whenSignedOut(() => {
      queryClient.removeQueries({ queryKey: keys.session })
      go(signIn)
    })
    return () => whenSignedOut(() => {})
  }, [go, signIn])

  useEffect(() => {
    if (isOut) go(signIn, { replace: true })
  }, [isOut, go, signIn])

  if (session.data) return children
  if (session.error && !isOut) return <TryAgain error={session.error} retry={() => void session.refetch()} />
  return null
}
