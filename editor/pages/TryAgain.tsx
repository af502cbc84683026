import { Button } from '@mantine/core'
import { IconPlugConnectedX } from '@tabler/icons-react'
import { CallError } from '../call.ts'
import { useWords } from '../i18n/index.ts'
import { EmptyState } from './EmptyState.tsx'
import { words } from './words.ts'

/** Content did not arrive: says why as far as it is known, and offers to ask again. */
export function TryAgain({ error, retry }: { error: unknown; retry: () => void }) {
  const say = useWords(words)
  return (
    <EmptyState icon={<IconPlugConnectedX size={24} stroke={1.75} />} title={say('loadFailed')} lead={reasonOf(error, say)}>
      <Button onClick={retry}>{say('again')}</Button>
    </EmptyState>
  )
}

/** A failed call in the operator's words. */
export function reasonOf(error: unknown, say: ReturnType<typeof useWords<typeof words>>): string {
  if (!(error instanceof CallError)) return say('wentWrong')
  if (error.status === 0) return say('offline')
  if (error.status === 429) return say('tooMany')
  if (error.status === 403) return say('noRight')
  if (error.status === 404) return say('missingLead')
  return say('wentWrong')
}
