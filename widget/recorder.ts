/** A voice message that is being spoken. */
export interface Recording {
  /** Seconds so far. */
  seconds(): number
  /** Ends it. @returns the recording; null when nothing was heard */
  finish(): Promise<{ file: Blob; seconds: number } | null>
  cancel(): void
}

export const longestVoice = 120

/** Browsers lend the microphone to safe pages only; each records in a form of its own, and the shop takes them all. */
export const canRecord = (): boolean => isSecureContext && 'mediaDevices' in navigator && typeof MediaRecorder === 'function'

/** Asks for the microphone and begins. @throws when it is refused or missing */
export async function record(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: 32_000 })
  const pieces: Blob[] = []
  const began = Date.now()
  const seconds = () => (Date.now() - began) / 1_000
  recorder.addEventListener('dataavailable', ({ data }) => pieces.push(data))
  recorder.start()
  const end = () =>
    new Promise<void>((resolve) => {
      recorder.addEventListener('stop', () => resolve(), { once: true })
      if (recorder.state === 'inactive') resolve()
      else recorder.stop()
      for (const track of stream.getTracks()) track.stop()
    })
  return {
    seconds,
    async finish() {
      const spoken = Math.min(longestVoice, Math.max(1, Math.round(seconds())))
      await end()
      const file = new Blob(pieces, { type: recorder.mimeType })
      return file.size > 0 ? { file, seconds: spoken } : null
    },
    cancel: () => void end(),
  }
}
