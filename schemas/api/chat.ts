import { z } from 'zod'
import { choice, inboundContent } from '../content.ts'
import { owner } from '../conversation.ts'
import { message } from '../message.ts'
import { id } from '../name.ts'
import { locale } from '../text.ts'
import { uploadBytes, uploadKind, uploadTypes } from '../upload.ts'
import { route } from './route.ts'

/** Id a client gives its message: any unguessable text of its own; repeats with it have no effect. */
const clientId = z.string().regex(/^[A-Za-z0-9._:-]{8,64}$/, { error: 'client-id-malformed' })

export const startConversation = route({
  method: 'POST',
  path: '/v1/conversations',
  access: 'public',
  owner: 'none',
  summary: 'Begin a conversation; the reply holds the greeting and the visitor’s token.',
  limit: 'conversation',
  status: 201,
  body: z
    .object({
      entry: id.default('storefront'),
      locale: locale.optional(),
      channel: id.default('web'),
      visitor: z
        .object({
          /** Visitor id and token of an earlier conversation of the same browser. */
          id: z.string().max(64).optional(),
          name: z.string().max(100).optional(),
          token: z.string().max(2_000).optional(),
          /** A short JWT that the shop signed for its signed-in customer. */
          customerToken: z.string().max(4_000).optional(),
        })
        .strict()
        .optional(),
      page: z
        .object({ url: z.string().max(2_000), title: z.string().max(300).optional() })
        .strict()
        .optional(),
    })
    .strict(),
  reply: z.object({
    conversationId: z.string(),
    visitorId: z.string(),
    token: z.string(),
    owner,
    messages: z.array(message),
    suggestions: z.array(choice),
  }),
})

export const postMessage = route({
  method: 'POST',
  path: '/v1/conversations/{id}/messages',
  access: 'visitor',
  owner: 'conversation',
  summary: 'Say something; the reply holds what was answered. Repeats of the same id have no effect.',
  limit: 'message',
  body: z.object({ id: clientId, content: inboundContent }).strict(),
  reply: z.object({
    /** Seq of the visitor's own message. */
    seq: z.int(),
    owner,
    messages: z.array(message),
    duplicate: z.boolean(),
  }),
})

export const listMessages = route({
  method: 'GET',
  path: '/v1/conversations/{id}/messages',
  access: 'visitor',
  owner: 'conversation',
  summary: 'Messages after a seq, oldest first, at most 200.',
  limit: 'read',
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }).strict(),
  reply: z.object({ messages: z.array(message), owner }),
})

export const conversationEvents = route({
  method: 'GET',
  path: '/v1/conversations/{id}/events',
  access: 'visitor',
  owner: 'conversation',
  summary: 'Messages as they come, as server-sent events; `Last-Event-ID` is the last seq seen.',
  limit: 'read',
  query: z.object({ after: z.coerce.number().int().min(0).optional() }).strict(),
  reply: 'stream',
})

export const readEntry = route({
  method: 'GET',
  path: '/v1/entries/{entry}',
  access: 'public',
  owner: 'none',
  summary: 'Name, colour and letter of the shop, for the widget, and whether it takes photos and voice messages.',
  limit: 'read',
  reply: z.object({ id, shop: z.string(), colour: z.string(), letter: z.string(), uploads: z.boolean() }),
})

export const postUpload = route({
  method: 'POST',
  path: '/v1/uploads',
  access: 'visitor',
  owner: 'token',
  summary: 'Hand over a photo or voice message for a message to come; what no message names within an hour is deleted.',
  limit: 'upload',
  takes: ['application/octet-stream', ...uploadTypes.image, ...uploadTypes.audio],
  maxBody: uploadBytes.image,
  status: 201,
  reply: z.object({ id: z.string(), kind: uploadKind, type: z.string(), size: z.int() }),
})

export const readOwnUpload = route({
  method: 'GET',
  path: '/v1/conversations/{id}/uploads/{upload}',
  access: 'visitor',
  owner: 'conversation',
  summary: 'A photo or voice message of this conversation.',
  limit: 'read',
  reply: 'file',
})

export const rateAnswer = route({
  method: 'POST',
  path: '/v1/conversations/{id}/answers/{seq}/rating',
  access: 'visitor',
  owner: 'conversation',
  summary: 'Say whether an answer from the articles helped. The last word counts.',
  limit: 'message',
  body: z.object({ helpful: z.boolean() }).strict(),
  status: 204,
  reply: 'nothing',
})
