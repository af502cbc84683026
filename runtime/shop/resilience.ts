import type { Answer } from '../../nodes/turn.ts'

/** Milliseconds for a read with its retry; a little less than the deadline of a turn's outside call, so that the socket ends first. */
export const readDeadline = 1_800

/**
 * A read that ends in time whatever the other side does: tried once more when it failed quickly, given up at the
 * deadline or when `signal` fires. Being left alone after many failures is the business of `conversations/outside.ts`.
 */
export async function readInTime<T>(
  read: (signal: AbortSignal) => Promise<Answer<T>>,
  signal?: AbortSignal,
  deadline = readDeadline,
): Promise<Answer<T>> {
  const limit = AbortSignal.timeout(deadline)
  const end = signal ? AbortSignal.any([signal, limit]) : limit
  const first = await untilAborted(read, end)
  return isFailure(first) && !end.aborted ? untilAborted(read, end) : first
}

const unavailable = { ok: false, why: 'unavailable' } as const

/** Not found and refused are answers of a healthy shop. */
const isFailure = (answer: Answer<unknown>) => !answer.ok && answer.why === 'unavailable'

/** The read, or `unavailable` at the signal even when the reader does not heed it. */
function untilAborted<T>(read: (signal: AbortSignal) => Promise<Answer<T>>, signal: AbortSignal): Promise<Answer<T>> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve(unavailable)
    const stop = () => resolve(unavailable)
    signal.addEventListener('abort', stop, { once: true })
    read(signal)
      .then(resolve, () => resolve(unavailable))
      .finally(() => signal.removeEventListener('abort', stop))
  })
}
