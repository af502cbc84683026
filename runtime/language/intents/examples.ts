import { createHash } from 'node:crypto'
import type { Intent } from '../../../schemas/intent.ts'
import { normalise } from '../normalise.ts'

/** What a recogniser learns from: an intent's words, without what only people need. */
export type Lesson = Pick<Intent, 'id' | 'name' | 'utterances'> & Partial<Pick<Intent, 'keywords'>>

export interface Examples {
  texts: string[]
  /** Which intent, by its place in the list, each text belongs to. */
  labels: Int32Array
  /** Texts from here on are names of intents, not utterances. */
  utterances: number
}

/** Every utterance once an intent, normalised, and each intent's names as one more way to say it. */
export function examplesOf(lessons: readonly Lesson[]): Examples {
  const texts: string[] = []
  const labels: number[] = []
  const seen = lessons.map(() => new Set<string>())
  const add = (intent: number, said: string) => {
    const text = normalise(said)
    if (!text || seen[intent]?.has(text)) return
    seen[intent]?.add(text)
    texts.push(text)
    labels.push(intent)
  }
  lessons.forEach((lesson, intent) => {
    for (const utterance of lesson.utterances) add(intent, utterance)
  })
  const utterances = texts.length
  lessons.forEach((lesson, intent) => {
    for (const name of typeof lesson.name === 'string' ? [lesson.name] : Object.values(lesson.name)) add(intent, name)
  })
  return { texts, labels: Int32Array.from(labels), utterances }
}

/** The same for the same lessons, in whatever process. */
export function sourceOf(lessons: readonly Lesson[]): string {
  const plain = lessons.map(({ id, name, utterances, keywords }) => [
    id,
    typeof name === 'string' ? name : Object.entries(name).sort(),
    utterances,
    keywords ?? [],
  ])
  return createHash('sha256').update(JSON.stringify(plain)).digest('base64url')
}
