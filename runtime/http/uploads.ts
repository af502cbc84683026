import type { Uploads } from '../uploads/uploads.ts'
import type { Handlers } from './handler.ts'

export interface UploadParts {
  uploads: Uploads
}

/** Photos and voice messages: handed over by visitors, shown to them and to those who help them. */
export function uploadHandlers({ uploads }: UploadParts): Pick<Handlers, 'postUpload' | 'readOwnUpload' | 'readUpload'> {
  const open = ({ id, upload }: { id: string; upload: string }) => uploads.open(id, upload)
  return {
    postUpload: ({ principal, body }) => uploads.take(principal.conversationId, body),
    readOwnUpload: ({ parameters }) => open(parameters),
    readUpload: ({ parameters }) => open(parameters),
  }
}
