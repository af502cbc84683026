import { createKnowledge } from '../../runtime/knowledge/knowledge.ts'
import { createLanguage } from '../../runtime/language/language.ts'
import { mask } from '../../runtime/language/mask.ts'
import type { Article } from '../../schemas/article.ts'
import type { Intent } from '../../schemas/intent.ts'

/** Microseconds: the middle one, and what 99 of 100 stay below. */
export interface Times {
  p50: number
  p99: number
}

/** Everything that is read in a message of about twenty characters: masked first, then wishes, values and mood. */
export function timePerception(intents: readonly Intent[], messages: readonly string[], now: number): Times {
  const language = createLanguage(intents)
  const inPlay = intents.map(({ id }) => id)
  const read = (text: string) => language.perceive(mask(text), { intents: inPlay, now })
  for (const text of messages) read(text)
  return timed(messages, read)
}

/** A library of that many questions, asked what none of them is word for word. */
export function timeLookup(size: number, pool: readonly string[], questions: readonly string[]): Times & { buildSeconds: number } {
  const articles = Array.from({ length: size }, (_, index): Article => {
    const first = pool[index % pool.length] ?? ''
    const round = Math.floor(index / pool.length)
    const second = pool[(index * 31 + round * 17) % pool.length] ?? ''
    // beyond the pool, two halves make a new question
    const question = round === 0 ? first : first.slice(0, Math.ceil(first.length / 2)) + second.slice(Math.floor(second.length / 2))
    return { id: `a${index}`, question, similar: [], answer: '', tags: [], locale: 'zh-CN' }
  })
  const began = performance.now()
  const knowledge = createKnowledge(articles)
  const buildSeconds = (performance.now() - began) / 1_000
  const ask = (text: string) => knowledge.ask(text, { locale: 'zh-CN', now: 0, personal: true })
  for (const text of questions.slice(0, 500)) ask(text)
  return { ...timed(questions, ask), buildSeconds: Math.round(buildSeconds * 100) / 100 }
}

function timed(texts: readonly string[], run: (text: string) => unknown): Times {
  const taken = texts
    .map((text) => {
      const began = performance.now()
      run(text)
      return (performance.now() - began) * 1_000
    })
    .sort((a, b) => a - b)
  const at = (part: number) => Math.round((taken[Math.floor(taken.length * part)] ?? 0) * 10) / 10
  return { p50: at(0.5), p99: at(0.99) }
}
