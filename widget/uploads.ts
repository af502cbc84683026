import type { InboundContent } from '../schemas/content.ts'
import { type Attachments, createAttachments } from './attachments.ts'
import type { Access, Client } from './client.ts'
import { createFiles, type Files } from './files.ts'
import type { Pace } from './pace.ts'

export interface UploadOptions {
  client: Client
  pace: Pace
  newId(): string
  shrink(file: Blob): Promise<Blob>
  access(): Access | null
  /** Begins the conversation when there is none; false when that cannot be done now. */
  ensure(): Promise<boolean>
  /** The conversation is no more. */
  lost(): void
  say(content: InboundContent): void
  changed(): void
}

/** What this visitor hands over, and what of it is shown. */
export interface Uploads {
  attachments: Attachments
  files: Files
  /** Says the photos that are there, as one message. */
  sayPhotos(): void
}

export function createUploads({ client, access, ensure, lost, say, ...options }: UploadOptions): Uploads {
  const files = createFiles(async (upload) => {
    const own = access()
    return own ? client.file(own, upload) : undefined
  })
  const attachments = createAttachments({
    ...options,
    async send(file, progress, signal) {
      const begun = await ensure()
      const own = access()
      if (!begun || !own) return { kind: 'again' }
      const outcome = await client.upload(own, file, progress, signal)
      if (outcome.kind !== 'gone') return outcome
      lost()
      return { kind: 'again' }
    },
    spoken(content, file) {
      if (content.type === 'audio') files.keep(content.upload, file)
      say(content)
    },
  })
  return {
    attachments,
    files,
    sayPhotos() {
      const taken = attachments.take()
      if (!taken) return
      for (const [upload, file] of taken.files) files.keep(upload, file)
      say(taken.content)
    },
  }
}
