import type { z } from 'zod'
import { behave, type Outcome } from '../define.ts'
import { matchChoice, type Offered } from '../match-choice.ts'
import { meantWords, saidWords } from '../said.ts'
import type { Turn } from '../turn.ts'
import { knowledge } from './node.ts'

type Data = z.infer<typeof knowledge.data>
type Out = Outcome<'answered' | 'not-sure' | 'nothing' | 'silent' | 'error'>

const noneOfThese = { value: '@none', label: { 'zh-CN': '都不是', en: 'None of these' } }
const mostOffered = 3

export default behave(knowledge, {
  enter(data, turn) {
    const taken = turn.takeMessage()
    if (taken) return answer(data, turn, meantWords(taken.content, taken.perception))
    if (data.question) turn.say(data.question)
    return waiting(data, [])
  },

  resume(data, turn, event) {
    if (event.kind === 'silent') return { leave: 'silent' }
    if (event.kind !== 'said') return waiting(data, remembered(turn))
    turn.takeMessage()
    if (event.content.type === 'choice' && event.content.value === noneOfThese.value) return { leave: 'nothing' }
    const words = saidWords(event.content)
    const picked = remembered(turn)[matchChoice(event.content.type === 'choice' ? event.content.value : words, remembered(turn))]
    return answer(data, turn, picked?.label ?? meantWords(event.content, event.perception))
  },

  fits(data, turn, event) {
    const words = saidWords(event.content)
    if (matchChoice(event.content.type === 'choice' ? event.content.value : words, remembered(turn)) >= 0) return 1
    const found = turn.knowledge.ask(meantWords(event.content, event.perception), asking(data, turn))
    return found.kind === 'answer' ? found.confidence : 0
  },

  remind(data, turn) {
    const offered = remembered(turn)
    if (offered.length > 0) offer(data, turn, offered)
    else if (data.question) turn.say(data.question)
  },
})

function answer(data: Data, turn: Turn, question: string): Out {
  const found = turn.knowledge.ask(question, asking(data, turn))
  if (found.kind === 'answer') {
    turn.say(found.answer)
    turn.measure('article-answered', { article: found.article })
    return { leave: 'answered' }
  }
  const candidates = found.kind === 'not-sure' ? found.candidates.slice(0, mostOffered) : []
  // a second list in a row would only turn the visitor round
  if (candidates.length === 0 || remembered(turn).length > 0) {
    turn.giveBack()
    return { leave: 'nothing' }
  }
  if (!data.offer) {
    turn.giveBack()
    return { leave: 'not-sure' }
  }
  const offered = candidates.map((each) => ({ value: each.article, label: each.question }))
  offer(data, turn, offered)
  return waiting(data, offered)
}

function offer(data: Data, turn: Turn, offered: Offered[]): void {
  const choices = offered.map(({ value, label }) => ({ value, label }))
  turn.say(data.offerText, [...choices, { value: noneOfThese.value, label: noneOfThese.label[turn.locale] }])
}

function asking(data: Data, turn: Turn): { locale: Turn['locale']; tags?: string[] } {
  return { locale: turn.locale, ...(data.tags.length > 0 ? { tags: data.tags } : {}) }
}

function remembered(turn: Turn): Offered[] {
  const { articles, questions } = turn.memory
  if (!Array.isArray(articles) || !Array.isArray(questions)) return []
  return articles.map((value, index) => ({ value, label: questions[index] ?? value }))
}

function waiting(data: Data, offered: Offered[]): Out {
  const memory = { articles: offered.map((each) => each.value), questions: offered.map((each) => each.label) }
  return { wait: 'visitor', memory, ...(data.silence > 0 ? { silenceAfter: data.silence } : {}) }
}
