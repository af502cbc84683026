import { z } from 'zod'
import type { Locale } from './text.ts'
import { locale, plainText } from './text.ts'

/**
 * What a word tells about a mood. `expectation`, `waiting` and `repetition` are complaints that are not said outright;
 * `patience` takes haste back; inside a `harmless` word nothing is read.
 */
export const moodKinds = [
  'positive',
  'negative',
  'anger',
  'urgency',
  'anxiety',
  'expectation',
  'waiting',
  'repetition',
  'request',
  'patience',
  'harmless',
] as const
export const moodKind = z.enum(moodKinds).meta({ id: 'MoodKind' })
export type MoodKind = z.infer<typeof moodKind>

/** What the kinds are called where operators see them. */
export const moodKindNames: Record<MoodKind, Record<Locale, string>> = {
  positive: { 'zh-CN': '满意、感谢', en: 'Thanks and praise' },
  negative: { 'zh-CN': '不满', en: 'Dissatisfaction' },
  anger: { 'zh-CN': '生气', en: 'Anger' },
  urgency: { 'zh-CN': '着急', en: 'Haste' },
  anxiety: { 'zh-CN': '担心', en: 'Worry' },
  expectation: { 'zh-CN': '说好的没做到', en: 'Broken promise' },
  waiting: { 'zh-CN': '等了很久', en: 'Long wait' },
  repetition: { 'zh-CN': '一再发生', en: 'Happened again' },
  request: { 'zh-CN': '提问、请求', en: 'Question or request' },
  patience: { 'zh-CN': '不着急', en: 'No hurry' },
  harmless: { 'zh-CN': '不算数的词', en: 'Not counted' },
}

/** One word or phrase of the mood lexicon; word and kind together are its key. `…` stands for up to twelve characters between two halves. */
export const moodWord = z
  .object({
    word: plainText
      .min(1)
      .max(60)
      .regex(/^[^…]*[^…\s][^…]*(?:…[^…]*[^…\s][^…]*)?$/),
    kind: moodKind,
    /** How surely it tells it; 0 switches a shipped word off. */
    strength: z.number().min(0).max(1),
    /** Whose word it is; it counts in every message that holds it. */
    locale: locale.optional(),
  })
  .strict()
  .meta({ id: 'MoodWord' })
export type MoodWord = z.infer<typeof moodWord>

export const polarities = ['positive', 'neutral', 'negative'] as const
export const polarity = z.enum(polarities).meta({ id: 'Polarity' })
export type Polarity = z.infer<typeof polarity>

/** A message with the mood an operator says it has; flags are left out where nobody judged them. */
export const moodCorrection = z
  .object({ text: plainText.min(1).max(4_000), polarity, anger: z.boolean().optional(), urgency: z.boolean().optional() })
  .strict()
  .meta({ id: 'MoodCorrection' })
export type MoodCorrection = z.infer<typeof moodCorrection>

const share = z.number().min(0).max(1)

/** Why a mood was read so. Positions count UTF-16 units of `text`. */
export const moodExplanation = z
  .object({
    /** The message as it was read: full width folded, lower case. */
    text: z.string(),
    mood: z.object({ polarity, anger: share, anxiety: share, urgency: share }),
    hiddenComplaint: share,
    /** Words that spoke, in their order. */
    words: z.array(
      z.object({
        word: z.string(),
        start: z.int(),
        end: z.int(),
        /** What it told here; after a negation this is another kind than the word has in the lexicon. */
        kind: moodKind,
        /** How strongly it counted here, above 1 after "very". */
        strength: z.number(),
        /** An operator added or changed it. */
        own: z.boolean(),
      }),
    ),
    /** What the trained model says by itself. */
    likelihood: z.object({ positive: share, neutral: share, negative: share, anger: share, urgency: share }),
  })
  .meta({ id: 'MoodExplanation' })
export type MoodExplanation = z.infer<typeof moodExplanation>
