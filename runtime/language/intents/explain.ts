import type { IntentExplanation } from '../../../schemas/intent-report.ts'
import { type Classifier, createClassifier } from '../classify.ts'
import { normalise } from '../normalise.ts'
import type { IntentModel } from './model.ts'
import { createScorer } from './score.ts'

const mostWords = 5
/** What weighs less than this share of the weightiest is left unsaid. */
const least = 0.1
/** Pieces that a text is looked at in: a long one must not take as many readings as it has words. */
const mostPieces = 60

type Words = IntentExplanation['evidence'][number]['words']

/**
 * Says why a message is understood as it is: who comes into question, what decided, and for the winner and the runner-up
 * the words without which their score would fall most. Takes as long as classifying as many times as there are words, at most 60.
 * @param inPlay the intents that may answer; all that the model knows when left out
 */
export function explain(model: IntentModel, said: string, inPlay: readonly string[] = model.head.intents): IntentExplanation {
  const text = normalise(said)
  const { score, judge } = toolsOf(model)
  const { intents, inScope, accepted, decidedBy } = judge(text, inPlay)
  const whole = score(text).scores.slice()
  const numbers = new Map(model.head.intents.map((id, number) => [id, number]))
  const scoreOf = (scores: Float32Array, id: string) => scores[numbers.get(id) ?? -1] ?? 0
  const pieces = intents.length === 0 ? [] : piecesOf(text)
  const without = pieces.map(({ start, end }) => score(`${text.slice(0, start)} ${text.slice(end)}`).scores.slice())
  return {
    text,
    decidedBy,
    accepted,
    inScope: rounded(inScope),
    candidates: intents.map(({ id, confidence }) => ({ intent: id, confidence, score: rounded(scoreOf(whole, id)) })),
    evidence: intents.slice(0, 2).map(({ id }) => ({
      intent: id,
      words: joined(
        text,
        pieces.map((piece, index) => ({ ...piece, weight: scoreOf(whole, id) - scoreOf(without[index] as Float32Array, id) })),
      ),
    })),
  }
}

const tools = new WeakMap<IntentModel, { score: ReturnType<typeof createScorer>; judge: Classifier['judge'] }>()

/** Made once for each model: making them takes longer than an explanation. */
function toolsOf(model: IntentModel) {
  const known = tools.get(model) ?? { score: createScorer(model), judge: createClassifier(model).judge }
  tools.set(model, known)
  return known
}

interface Piece {
  start: number
  end: number
}

/** Latin words and single Han characters; neighbours together where there are too many. */
function piecesOf(text: string): Piece[] {
  const words = [...text.matchAll(/\p{Script=Han}|[\p{L}\p{N}']+?(?=\p{Script=Han}|[^\p{L}\p{N}']|$)/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  const together = Math.ceil(words.length / mostPieces)
  return words
    .filter((_, at) => at % together === 0)
    .map(({ start }, at) => ({ start, end: words[Math.min(words.length, (at + 1) * together) - 1]?.end ?? start }))
}

/** Neighbouring Han characters that speak for the same make one word. */
function joined(text: string, pieces: (Piece & { weight: number })[]): Words {
  const words: (Piece & { weight: number })[] = []
  const worthSaying = least * pieces.reduce((most, { weight }) => Math.max(most, weight), 0)
  for (const piece of pieces) {
    if (piece.weight <= 0 || piece.weight < worthSaying) continue
    const last = words.at(-1)
    if (last?.end === piece.start && /^\p{Script=Han}/u.test(text.slice(piece.start))) {
      last.end = piece.end
      last.weight += piece.weight
    } else words.push({ ...piece })
  }
  return words
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostWords)
    .map(({ start, end, weight }) => ({ text: text.slice(start, end), weight: Number(weight.toPrecision(3)) }))
}

function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000
}
