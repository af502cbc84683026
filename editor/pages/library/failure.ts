import { CallError } from '../../call.ts'
import { useWords } from '../../i18n/index.ts'
import { useUndo } from './undo.ts'
import { words } from './words.ts'

/** Runs a change; when it fails, the bar says so in the operator's words and the error goes on to whoever waits. */
export function useGuard(): <Result>(change: () => Promise<Result>) => Promise<Result> {
  const say = useWords(words)
  return async (change) => {
    try {
      return await change()
    } catch (error) {
      useUndo.getState().fail(say(failureOf(error)))
      throw error
    }
  }
}

function failureOf(error: unknown): 'changeOffline' | 'changeTooLarge' | 'changeRefused' | 'changeFailed' {
  const status = error instanceof CallError ? error.status : -1
  if (status === 0) return 'changeOffline'
  if (status === 413) return 'changeTooLarge'
  return status === 422 || status === 400 ? 'changeRefused' : 'changeFailed'
}
