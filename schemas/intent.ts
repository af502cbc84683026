import { z } from 'zod'
import { id } from './name.ts'
import { localizedText, plainText } from './text.ts'

/** A thing visitors want, shared by all flows; its utterances teach the recogniser. */
export const intent = z
  .object({
    id,
    name: localizedText,
    utterances: z.array(plainText.min(1).max(500)).max(5_000),
    /** Words or phrases that decide by themselves, above the trained model. */
    keywords: z.array(plainText.min(1).max(100)).max(500).default([]),
  })
  .strict()
  .meta({ id: 'Intent' })
export type Intent = z.infer<typeof intent>
