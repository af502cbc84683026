import { z } from 'zod'
import { coupon } from './promotion.ts'
import { order, parcel, product } from './shop.ts'
import { plainText } from './text.ts'
import { longestVoice, photosAtOnce, uploadId } from './upload.ts'
import { safeUrl } from './url.ts'

/** One run of rich text. There is no HTML anywhere: bold and links are data. */
export const richSpan = z.object({ text: plainText, bold: z.boolean().optional(), href: safeUrl.optional() }).strict()
export const richBlock = z
  .object({ kind: z.enum(['paragraph', 'item']), spans: z.array(richSpan) })
  .strict()
  .meta({ id: 'RichBlock' })
export type RichBlock = z.infer<typeof richBlock>

export const choice = z
  .object({ value: z.string().max(200), label: plainText })
  .strict()
  .meta({ id: 'Choice' })
export type Choice = z.infer<typeof choice>

/** What a message from the service side can be. The widget draws each; its words stand for it where nothing can be drawn. */
export const outboundContent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: plainText, rich: z.array(richBlock).optional() }),
    z.object({ type: z.literal('choices'), text: plainText, rich: z.array(richBlock).optional(), choices: z.array(choice).min(1).max(12) }),
    z.object({ type: z.literal('cards'), products: z.array(product).min(1).max(6) }),
    z.object({ type: z.literal('order'), order }),
    z.object({ type: z.literal('parcel'), parcel, order: order.optional() }),
    z.object({ type: z.literal('coupon'), coupon }),
    z.object({ type: z.literal('steps'), title: plainText.optional(), steps: z.array(plainText).min(1).max(20) }),
    z.object({ type: z.literal('notice'), text: plainText, choices: z.array(choice).max(4).optional() }),
  ])
  .meta({ id: 'OutboundContent' })
export type OutboundContent = z.infer<typeof outboundContent>

/** What a visitor can send: words, the value of a choice that was offered, photos, or a voice message. */
export const inboundContent = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('text'), text: z.string().max(4_000) }).strict(),
    z.object({ type: z.literal('choice'), value: z.string().min(1).max(200), label: z.string().max(200).optional() }).strict(),
    z
      .object({
        type: z.literal('image'),
        upload: uploadId,
        /** Further photos of the same message. */
        more: z
          .array(uploadId)
          .min(1)
          .max(photosAtOnce - 1)
          .optional(),
        /** What can be seen, in the visitor's words. */
        alt: z.string().max(200).optional(),
      })
      .strict(),
    z.object({ type: z.literal('audio'), upload: uploadId, seconds: z.int().min(1).max(longestVoice).optional() }).strict(),
  ])
  .meta({ id: 'InboundContent' })
export type InboundContent = z.infer<typeof inboundContent>
export type MediaContent = Extract<InboundContent, { type: 'image' | 'audio' }>

export const content = z.union([outboundContent, inboundContent])
export type Content = z.infer<typeof content>

/** Choice values that every conversation understands, whatever its flow says. */
export const systemChoices = { human: '@human', bot: '@bot' } as const
