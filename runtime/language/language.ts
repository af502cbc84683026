import type { Recall } from '../../schemas/conversation.ts'
import type { Intent } from '../../schemas/intent.ts'
import type { Perception } from '../../schemas/perception.ts'
import { createClassifier } from './classify.ts'
import { isCancelling, isCorrection } from './correction.ts'
import { detectLanguage } from './detect.ts'
import { findEntities } from './entities.ts'
import type { IntentModel } from './intents/model.ts'
import { train } from './intents/train.ts'
import { calm, feel } from './mood/state.ts'
import { createMood, type MoodReader } from './mood.ts'
import { normalise } from './normalise.ts'
import { refer } from './reference.ts'
import { askedPart, findRepeat, questionKey } from './repeat.ts'

/** What a message is read against. */
export interface LanguageContext {
  /** Intents in play; all others are left out of the answer. */
  intents: readonly string[]
  /** Milliseconds since the epoch; without it 昨天 has no date. */
  now?: number
  zoneMinutes?: number
  /** What the conversation remembers; without it the message is read by itself. */
  recall?: Recall
  /** The words of a button: nobody asked them. */
  tapped?: boolean
}

/** Reads visitors' messages. In memory, without waiting, the same answer for the same words and the same memory. */
export interface Language {
  perceive(text: string, context: LanguageContext): Perception
}

/** Teaches a recogniser by the operator's own intents, here and now: a server trains in its worker instead. */
export function createLanguage(intents: readonly Intent[]): Language {
  return languageOf(train(intents))
}

/** Reads moods by what ships; made with the first message, shared by all recognisers. */
let shipped: MoodReader | undefined

/** A recogniser that was taught before. `moods` is asked for each message: operators may change it meanwhile. */
export function languageOf(model: IntentModel, moods: () => MoodReader = shippedMoods): Language {
  const classifier = createClassifier(model)
  return {
    perceive(text, context) {
      const { recall } = context
      const normal = normalise(text)
      const entities = findEntities(text, { now: context.now, zoneMinutes: context.zoneMinutes, shown: recall?.shown })
      const reference = recall && !context.tapped ? refer(text, entities, recall, context) : {}
      if (reference.product) entities.push(reference.product)
      const { mood, hiddenComplaint } = moods().explainMood(text)
      const perception: Perception = {
        text: normal,
        language: detectLanguage(text),
        intents: classifier.classify(reference.meant === undefined ? normal : normalise(reference.meant), context.intents),
        entities,
        mood,
      }
      if (reference.meant !== undefined) perception.meant = reference.meant
      if (recall) rememberable(perception, context, recall, hiddenComplaint)
      return perception
    },
  }
}

function shippedMoods(): MoodReader {
  shipped ??= createMood()
  return shipped
}

const asking = /[吗呢?]|有没有|能不能|怎么|什么|多少|哪/

/** What the conversation will remember of this message. */
function rememberable(perception: Perception, context: LanguageContext, recall: Recall, complaint: number): void {
  const { entities, mood } = perception
  perception.feeling = feel(recall.mood ?? calm, mood)
  if (context.tapped) return
  if (complaint > 0) perception.complaint = complaint
  if (isCorrection(perception.text)) perception.corrects = true
  if (isCancelling(perception.text)) perception.cancels = true
  // a bare order number given twice is no question
  if (!asking.test(perception.text) && coverage(perception.text, entities) > 0.6) return
  const question = questionKey(perception.meant === undefined ? perception.text : normalise(perception.meant), entities)
  if (question === undefined) return
  perception.question = question
  const repeats = findRepeat(
    question,
    (recall.asked ?? []).map((each) => each.text),
  )
  if (!repeats) return
  perception.repeats = repeats
  // asked once more among complaints: the question is the same
  const asked = askedPart(perception.text)
  if (asked !== perception.text) perception.meant ??= asked
}

/** The share of a message that is values rather than words, 0–1. */
function coverage(text: string, entities: Perception['entities']): number {
  let covered = 0
  let end = 0
  for (const each of entities) {
    if (each.type === 'symptom' || each.type === 'reason' || each.type === 'product') continue
    if (each.end > end) covered += each.end - Math.max(each.start, end)
    end = Math.max(end, each.end)
  }
  return text.length === 0 ? 1 : covered / text.length
}
