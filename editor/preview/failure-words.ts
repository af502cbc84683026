import type { CallError } from '../call.ts'

/** Why a test turn did not run: the key of its words. */
export function failureWords(failure: CallError): 'failedDraft' | 'failedOffline' | 'failedLimit' | 'failedOther' {
  if (failure.status === 422 || failure.status === 409) return 'failedDraft'
  if (failure.status === 429) return 'failedLimit'
  return failure.status === 0 ? 'failedOffline' : 'failedOther'
}
