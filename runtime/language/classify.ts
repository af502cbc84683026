import type { IntentModel } from './intents/model.ts'
import { bare, intentsOfPhrase } from './intents/phrases.ts'
import { createScorer, type Verdict } from './intents/score.ts'

/** Tells what a message wants. */
export interface Classifier {
  /** Intents of `inPlay` by confidence 0–1, best first, at most five. `text` must be normalised. */
  classify(text: string, inPlay: readonly string[]): Guess[]
  /** The same, with how likely the message wants any known intent at all, and whether that is likely enough. */
  judge(text: string, inPlay: readonly string[]): Judgement
}

export interface Guess {
  id: string
  confidence: number
}

export interface Judgement {
  intents: Guess[]
  inScope: number
  accepted: boolean
  /** What made the best one sure: an utterance word for word, a keyword, or nothing but the trained model. */
  decidedBy: 'utterance' | 'keyword' | 'model'
}

/** The intent that holds what is nobody's business here. It takes messages away from the others, and is none itself. */
export const outOfScope = 'out_of_scope'

/** Confidence of a keyword: it decides by itself. */
const keywordConfidence = 0.98
/** Confidence of an utterance word for word that several intents teach. */
const sharedConfidence = 0.9
const most = 5
const least = 0.02

/**
 * Runs a trained model under the layer that operators write: an utterance word for word, then a keyword, then the model.
 * Intents that are not in play are left out of the answer but not of the judgement, so that a message which fits one of
 * them is not pressed into another.
 */
export function createClassifier(model: IntentModel): Classifier {
  const score = createScorer(model)
  const { intents: ids } = model.head
  const numbers = new Map(ids.map((id, number) => [id, number]))
  const stranger = numbers.get(outOfScope)
  /** How likely each intent is beside the best one, as far as scores tell. */
  const odds = new Float64Array(ids.length)
  const playingOf = new WeakMap<readonly string[], ReadonlySet<number>>()
  const keywords = model.head.keywords.map(({ intent, text }) => ({ intent, speaks: finder(text) }))

  return { classify: (text, inPlay) => judge(text, inPlay).intents, judge }

  function judge(text: string, inPlay: readonly string[]): Judgement {
    const playing = numbersOf(inPlay)
    if (!text || playing.size === 0) return { intents: [], inScope: 0, accepted: false, decidedBy: 'model' }
    const { sure, by: decidedBy } = spokenFor(text, playing)
    const verdict = score(text)
    compare(verdict)
    const found = guesses(verdict, playing, sure.size > 0 ? 0.5 : 1)
    // of several that are equally sure, the model's favourite comes first
    const favourite = (intent: number) => found.find((each) => each.intent === intent)?.confidence ?? 0
    const all = [...sure].map(([intent, confidence]) => ({
      intent,
      confidence: sure.size < 2 ? confidence : confidence - 0.01 * (1 - favourite(intent)),
    }))
    for (const guess of found) if (!sure.has(guess.intent)) all.push(guess)
    const intents = all
      .sort((a, b) => b.confidence - a.confidence)
      .slice(0, most)
      .map(({ intent, confidence }) => ({ id: ids[intent] as string, confidence: Math.round(confidence * 1_000) / 1_000 }))
    const inScope = sure.size > 0 ? 1 : Math.max(0, verdict.inScope - strangeness(verdict))
    const refused = sure.size === 0 && verdict.best === stranger
    return { intents, inScope, accepted: !refused && inScope >= model.head.calibration.threshold, decidedBy }
  }

  function compare({ scores, best }: Verdict): void {
    if (best === -1) return
    const top = scores[best] as number
    for (let each = 0; each < odds.length; each++) odds[each] = Math.exp(sharpness * ((scores[each] as number) - top))
  }

  /** How likely it is one of the messages that were taught as nobody's business. */
  function strangeness(verdict: Verdict): number {
    return stranger === undefined ? 0 : (guesses(verdict, new Set([stranger]), 1)[0]?.confidence ?? 0)
  }

  function numbersOf(inPlay: readonly string[]): ReadonlySet<number> {
    const known = playingOf.get(inPlay)
    if (known) return known
    const playing = new Set<number>()
    for (const id of inPlay) {
      const number = numbers.get(id)
      if (number !== undefined) playing.add(number)
    }
    playingOf.set(inPlay, playing)
    return playing
  }

  /** Intents that what operators wrote decides for, with their confidence. */
  function spokenFor(text: string, playing: ReadonlySet<number>): { sure: Map<number, number>; by: Judgement['decidedBy'] } {
    const sure = new Map<number, number>()
    const taught = intentsOfPhrase(model.phrases, model.phraseIntents, bare(text))
    for (const intent of taught) if (playing.has(intent)) sure.set(intent, taught.length === 1 ? 1 : sharedConfidence)
    if (sure.size > 0) return { sure, by: 'utterance' }
    for (const { intent, speaks } of keywords) if (playing.has(intent) && speaks(text)) sure.set(intent, keywordConfidence)
    return { sure, by: sure.size > 0 ? 'keyword' : 'model' }
  }

  /** The model's intents in play. The best one has its own confidence; the others share what it leaves, by their scores. */
  function guesses(
    { best, right, inScope, trust }: Verdict,
    playing: ReadonlySet<number>,
    weight: number,
  ): { intent: number; confidence: number }[] {
    if (best === -1) return []
    let rest = 0
    for (let each = 0; each < odds.length; each++) if (each !== best) rest += odds[each] as number
    // what was never taught is all the more nobody's business
    const trusted = best === stranger ? 1 : trust
    const left = Math.max(0, inScope - right)
    const found: { intent: number; confidence: number }[] = []
    for (const intent of playing) {
      const likely = intent === best ? right : Math.min(right, left / rest) * (odds[intent] as number)
      const share = likely * (intent === stranger ? 1 : trusted)
      if (intent === best || share * weight >= least) found.push({ intent, confidence: share * weight })
    }
    return found
  }
}

/** How fast confidence falls with the score. */
const sharpness = 4

/** Latin keywords count as whole words, Chinese ones anywhere. */
function finder(keyword: string): (text: string) => boolean {
  const edge = /[a-z0-9]/
  return (text) => {
    for (let at = text.indexOf(keyword); at !== -1; at = text.indexOf(keyword, at + 1)) {
      const before = text[at - 1] ?? ''
      const after = text[at + keyword.length] ?? ''
      const whole = !(edge.test(before) && edge.test(keyword[0] ?? '')) && !(edge.test(after) && edge.test(keyword.at(-1) ?? ''))
      if (whole) return true
    }
    return false
  }
}
