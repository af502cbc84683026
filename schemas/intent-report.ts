import { z } from 'zod'
import { id } from './name.ts'
import { plainText } from './text.ts'

const share = z.number().min(0).max(1)
const count = z.int().min(0)
/** An utterance as the operator wrote it, and the intent that holds it. */
const utteranceOf = z.object({ intent: id, text: plainText }).strict()

/** What becomes of every utterance when a recogniser that never saw it reads it. Shares are null where nothing was to be measured. */
export const crossValidation = z
  .object({
    folds: z.int().min(2),
    /** Utterances that were tried. */
    messages: count,
    accuracy: share.nullable(),
    intents: z.array(z.object({ intent: id, right: count, total: count }).strict()),
    /** Which intents are taken for which others, most often first. */
    confusions: z.array(
      z
        .object({
          from: id,
          /** Null where no intent was recognised. */
          to: id.nullable(),
          count,
          examples: z.array(z.object({ text: plainText, confidence: share }).strict()),
        })
        .strict(),
    ),
    /** Utterances that would be answered without asking back, and how many of these answers would be right. */
    directShare: share.nullable(),
    directPrecision: share.nullable(),
    /** Mean distance between confidence and truth. */
    calibrationError: share.nullable(),
  })
  .strict()
  .meta({ id: 'CrossValidation' })
export type CrossValidation = z.infer<typeof crossValidation>

/** Two utterances that say nearly the same; 1 = word for word. */
export const nearDuplicate = z.object({ a: utteranceOf, b: utteranceOf, similarity: share }).strict().meta({ id: 'NearDuplicate' })
export type NearDuplicate = z.infer<typeof nearDuplicate>

/** How well an intent is taught. `share` fills a health bar; `state` names its colour. */
export const intentHealth = z
  .object({
    intent: id,
    share,
    state: z.enum(['empty', 'weak', 'fair', 'good']),
    utterances: count,
    /** Utterances that do not nearly repeat another one. */
    wordings: count,
    /** Wordings by the language they are written in. */
    languages: z.object({ zh: count, en: count, mixed: count }).strict(),
    /** Wordings that the next better state takes; 0 when there is none. */
    missing: count,
  })
  .strict()
  .meta({ id: 'IntentHealth' })
export type IntentHealth = z.infer<typeof intentHealth>

/** What can be said of a library without trying it. */
export const intentInspection = z
  .object({ duplicates: z.array(nearDuplicate), health: z.array(intentHealth) })
  .strict()
  .meta({ id: 'IntentInspection' })
export type IntentInspection = z.infer<typeof intentInspection>

/** Why a text is understood as it is. */
export const intentExplanation = z
  .object({
    /** The text as the recogniser reads it. */
    text: z.string(),
    /** What decided: an utterance word for word, a keyword, or the trained model. */
    decidedBy: z.enum(['utterance', 'keyword', 'model']),
    /** Likely enough to want any of the intents at all. */
    accepted: z.boolean(),
    inScope: share,
    /** Best first; `score` is what the trained model gives, without bounds. */
    candidates: z.array(z.object({ intent: id, confidence: share, score: z.number() }).strict()),
    /** For the winner and the runner-up: the words without which their score would fall most. */
    evidence: z.array(
      z.object({ intent: id, words: z.array(z.object({ text: z.string(), weight: z.number().min(0) }).strict()) }).strict(),
    ),
  })
  .strict()
  .meta({ id: 'IntentExplanation' })
export type IntentExplanation = z.infer<typeof intentExplanation>
