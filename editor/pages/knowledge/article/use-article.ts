import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { useHistoryState } from 'wouter/use-browser-location'
import type { Article } from '../../../../schemas/article.ts'
import { isBlank } from '../../../../schemas/text.ts'
import { call } from '../../../call.ts'
import { useWords } from '../../../i18n/index.ts'
import { useChanges } from '../changes.ts'
import { isGone, useArticle } from '../queries.ts'
import { words } from '../words.ts'
import { readFresh } from './fresh.ts'
import { type Part, withParts } from './parts.ts'

const saveAfter = 600

const partWords = { question: 'didQuestion', answer: 'didAnswer', details: 'didDetails' } as const

/**
 * The article on the screen: what is typed stands at once and is saved after a pause, without a word. One that is new
 * comes to be when it has a question and an answer.
 */
export function useArticleDraft(id: string) {
  const say = useWords(words)
  const changes = useChanges()
  const [, go] = useLocation()
  const fresh = readFresh(useHistoryState())
  const [isNew, setNew] = useState(fresh !== undefined)
  // a save that waited for the creation is no second one
  const isUnmade = useRef(isNew)
  const query = useArticle(id, !isNew)
  const [draft, setDraft] = useState<Article | null>(() =>
    fresh ? { id, question: fresh.question, similar: [], answer: { 'zh-CN': '', en: '' }, tags: [] } : null,
  )
  const [state, setState] = useState<'same' | 'typing' | 'saving' | 'failed'>('same')
  const unsaved = useRef<{ article: Article; parts: Set<Part> } | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const running = useRef<Promise<void>>(Promise.resolve())

  // what others changed, or what was taken back, stands unless one is typing
  const stored = query.data?.article
  useEffect(() => {
    if (stored && !unsaved.current) setDraft(stored)
  }, [stored])

  const typedSince = () => unsaved.current
  const save = async () => {
    clearTimeout(timer.current)
    const waiting = unsaved.current
    if (!waiting || !isComplete(waiting.article)) return
    unsaved.current = null
    setState('saving')
    try {
      if (isUnmade.current) {
        const { article } = waiting
        const telling = { text: say('didCreate', { question: article.question }) }
        await changes.answerReviews([{ do: 'put', article }], fresh?.reviews ?? [], id, telling)
        isUnmade.current = false
        setNew(false)
        go(`/knowledge/articles/${encodeURIComponent(id)}`, { replace: true, state: null })
      } else {
        // gone meanwhile: what was typed here brings it back
        const now = await call('readArticle', { params: { id } }).catch(() => null)
        const article = now ? withParts(now.article, waiting.article, waiting.parts) : waiting.article
        const named = [...waiting.parts].join(' ')
        await changes.articles([{ do: 'put', article }], {
          text: say(partWords[[...waiting.parts].at(-1) ?? 'question']),
          quietly: `${id} ${named}`,
        })
      }
      setState(typedSince() ? 'typing' : 'same')
    } catch {
      const since = typedSince()
      unsaved.current = { article: since?.article ?? waiting.article, parts: new Set([...waiting.parts, ...(since?.parts ?? [])]) }
      setState('failed')
    }
  }
  /** One save after the other: the later one holds all of the earlier. */
  const saveNow = () => {
    running.current = running.current.then(save)
    return running.current
  }
  const latest = useRef(saveNow)
  latest.current = saveNow
  useEffect(() => () => void latest.current(), [])

  return {
    draft,
    tally: query.data?.tally,
    /** Removed, here or elsewhere: a creation that was taken back leaves nothing to edit. */
    isGone: !isNew && (query.data === null || (!draft && isGone(query.error))),
    error: draft ? null : query.error,
    retry: () => void query.refetch(),
    isNew,
    state,
    saveNow,
    edit(part: Part, change: (article: Article) => Article) {
      if (!draft) return
      const article = change(draft)
      setDraft(article)
      setState('typing')
      unsaved.current = { article, parts: new Set([...(unsaved.current?.parts ?? []), part]) }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void latest.current(), saveAfter)
    },
    /** Adds and removes wordings; what was typed elsewhere is saved first. */
    async changeSimilar(add: readonly string[], take: readonly string[]) {
      if (!draft) return
      if (isNew) {
        const left = draft.similar.filter((each) => !take.includes(each))
        const article = { ...draft, similar: [...left, ...add.filter((each) => !left.includes(each))] }
        setDraft(article)
        unsaved.current = { article, parts: new Set(['question']) }
        await latest.current()
        return
      }
      await latest.current()
      await changes.articles(
        [
          ...(take.length > 0 ? [{ do: 'take' as const, article: id, similar: [...take] }] : []),
          ...(add.length > 0 ? [{ do: 'add' as const, article: id, similar: [...add] }] : []),
        ],
        { text: add.length > 0 ? say('didAdd', { count: add.length }) : say('didTake', { count: take.length }) },
      )
    },
    async remove() {
      clearTimeout(timer.current)
      unsaved.current = null
      if (!isNew) await changes.articles([{ do: 'remove', article: id }], { text: say('didRemove', { question: draft?.question ?? '' }) })
      go('/knowledge')
    },
  }
}

/** Something to ask and something to say. */
function isComplete(article: Article): boolean {
  const { validFrom, validTo } = article
  return article.question.trim() !== '' && !isBlank(article.answer) && !(validFrom && validTo && validFrom >= validTo)
}
