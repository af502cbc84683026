import { useQueryClient } from '@tanstack/react-query'
import type { Routes } from '../../../schemas/api/index.ts'
import type { Body } from '../../../schemas/api/route.ts'
import { call } from '../../call.ts'
import { useGuard } from '../library/failure.ts'
import { reversible, type Undoable, useUndo } from '../library/undo.ts'
import { refreshKnowledge } from './queries.ts'

type ArticleChange = Body<Routes['changeArticles']>['changes'][number]
type VocabularyChange = Body<Routes['changeVocabulary']>['changes'][number]
type ProductChange = Body<Routes['changeProducts']>['changes'][number]
type Decision = Body<Routes['decideReviews']>['decision']

/** How a change is remembered: said in the bar, or kept quietly as one step of typing under a key. */
export interface Telling {
  text: string
  /** Changes under the same key, one after the other, are one step: what was typed is taken back as a whole. */
  quietly?: string
}

/**
 * Changes of the knowledge as the operator makes them. Each happens at once, is remembered so that it can be taken
 * back, and makes the lists ask again; a failure is said in the bar and thrown.
 */
export function useChanges() {
  const client = useQueryClient()
  const guard = useGuard()
  const after = (removed: readonly string[] = []) => refreshKnowledge(client, removed)

  const articles = async (changes: readonly ArticleChange[]) => {
    const { undo } = await guard(() => call('changeArticles', { body: { changes: [...changes] } }))
    await after(changes.flatMap((change) => (change.do === 'remove' ? [change.article] : [])))
    return undo
  }
  const vocabulary = async (changes: readonly VocabularyChange[]) => {
    const { undo } = await guard(() => call('changeVocabulary', { body: { changes: [...changes] } }))
    await after()
    return undo
  }
  const products = async (changes: readonly ProductChange[]) => {
    const { undo } = await guard(() => call('changeProducts', { body: { changes: [...changes] } }))
    await after()
    return undo
  }
  const decide = async (reviews: readonly string[], decision: Decision) => {
    await guard(() => call('decideReviews', { body: { reviews: [...reviews], decision } }))
    await after()
  }

  const dismiss = async (suggestion: Body<Routes['dismissSynonyms']>, text: string): Promise<Undoable> => {
    await guard(() => call('dismissSynonyms', { body: suggestion }))
    await after()
    return { text, take: () => dismiss({ ...suggestion, dismissed: !suggestion.dismissed }, text) }
  }

  return {
    async articles(changes: readonly ArticleChange[], telling: Telling) {
      remember(telling, reversible(telling.text, await articles(changes), articles))
    },
    async vocabulary(changes: readonly VocabularyChange[], telling: Telling) {
      remember(telling, reversible(telling.text, await vocabulary(changes), vocabulary))
    },
    async products(changes: readonly ProductChange[], telling: Telling) {
      remember(telling, reversible(telling.text, await products(changes), products))
    },
    /** Puts a suggestion away for all who work here. */
    async dismissSynonyms(word: string, near: readonly string[], telling: Telling) {
      remember(telling, await dismiss({ word, near: [...near], dismissed: true }, telling.text))
    },
    /** Decides on what visitors said; taking it back opens the messages again. */
    async decide(reviews: readonly string[], decision: Decision, telling: Telling) {
      await decide(reviews, decision)
      remember(telling, decided(telling.text, reviews, decision, decide))
    },
    /** A new article out of what visitors asked: both are taken back together. */
    async answerReviews(create: readonly ArticleChange[], reviews: readonly string[], article: string, telling: Telling) {
      const undo = await articles(create)
      const both = [reversible(telling.text, undo, articles)]
      if (reviews.length > 0) {
        const decision: Decision = { kind: 'similar', article }
        await decide(reviews, decision)
        both.push(decided(telling.text, reviews, decision, decide))
      }
      remember(telling, together(telling.text, both))
    },
  }
}

function decided(
  text: string,
  reviews: readonly string[],
  decision: Decision,
  decide: (reviews: readonly string[], decision: Decision) => Promise<void>,
): Undoable {
  const back = async (): Promise<Undoable> => {
    await decide(reviews, { kind: 'reopen' })
    return {
      text,
      take: async () => {
        await decide(reviews, decision)
        return { text, take: back }
      },
    }
  }
  return { text, take: back }
}

/** Steps that are one to the operator; the last is taken back first. */
function together(text: string, steps: readonly Undoable[]): Undoable {
  return {
    text,
    take: async () => {
      const done: Undoable[] = []
      for (const step of steps.toReversed()) done.push(await step.take())
      return together(text, done)
    },
  }
}

/** The step of typing that the newest change belongs to. */
let typing: { key: string; change: Undoable } | null = null

function remember({ quietly }: Telling, change: Undoable): void {
  if (!quietly) {
    typing = null
    useUndo.getState().remember(change)
    return
  }
  const { past } = useUndo.getState()
  // going on with the same text: the step before already leads back to where it began
  if (typing?.key === quietly && past.at(-1) === typing.change) return
  typing = { key: quietly, change }
  useUndo.setState({ past: [...past, change], future: [] })
}
