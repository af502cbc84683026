import type { z } from 'zod'
import type { KnowledgeAnswer } from '../../schemas/article.ts'
import type { InboundContent } from '../../schemas/content.ts'
import { personalTypes } from '../../schemas/perception.ts'
import type { ProductAnswer } from '../../schemas/product-answer.ts'
import type { LocalizedText } from '../../schemas/text.ts'
import { behave, type Outcome } from '../define.ts'
import { matchChoice, type Offered } from '../match-choice.ts'
import { isNoneOfThese, noneOfThese, noneThen } from '../none-of-these.ts'
import { meantWords, saidWords } from '../said.ts'
import type { KnowledgeOptions, Turn } from '../turn.ts'
import { knowledge } from './node.ts'
import { askSheets, isPart, namesOnly, saysFact, saysFacts, saysSilent, saysVariant } from './sheets.ts'
import { variantOf } from './variants.ts'

type Data = z.infer<typeof knowledge.data>
type Out = Outcome<'answered' | 'not-sure' | 'nothing' | 'silent' | 'error'>
type Article = Extract<KnowledgeAnswer, { kind: 'answer' }>

const whichProduct: LocalizedText = { 'zh-CN': '您问的是哪一款？', en: 'Which product do you mean?' }
const whatAbout: LocalizedText = { 'zh-CN': '是这款。想了解哪一点？', en: 'This one. What would you like to know about it?' }
const mostOffered = 3
const mostCards = 6
/** From this confidence on an article goes before a fact of a product sheet. */
const plain = 0.9

/** What is open: articles, or products that the question may be about, and the question that they were offered for. */
interface Open {
  offered: Offered[]
  areProducts: boolean
  asked: string
}

export default behave(knowledge, {
  enter(data, turn) {
    const taken = turn.takeMessage()
    if (taken) return answer(data, turn, meantWords(taken.content, taken.perception))
    if (data.question) turn.say(data.question)
    return waiting(data)
  },

  resume(data, turn, event) {
    const open = remembered(turn)
    if (event.kind === 'silent') return { leave: 'silent' }
    if (event.kind !== 'said') return waiting(data, open)
    turn.takeMessage()
    if (refuses(open, event.content)) {
      turn.say(noneThen)
      turn.measure('candidates-refused')
      return { leave: 'nothing' }
    }
    const words = saidWords(event.content)
    const picked = open.offered[matchChoice(event.content.type === 'choice' ? event.content.value : words, open.offered)]
    if (!picked) return answer(data, turn, meantWords(event.content, event.perception))
    return open.areProducts ? answerOf(data, turn, open.asked, picked.value) : answer(data, turn, picked.label)
  },

  fits(data, turn, event) {
    const open = remembered(turn)
    if (refuses(open, event.content)) return 1
    const words = meantWords(event.content, event.perception)
    if (matchChoice(event.content.type === 'choice' ? event.content.value : saidWords(event.content), open.offered) >= 0) return 1
    const found = turn.knowledge.ask(words, asking(data, turn))
    return found.kind === 'answer' ? found.confidence : 0
  },

  takes(data, turn, event) {
    const question = meantWords(event.content, event.perception)
    const found = turn.knowledge.ask(question, asking(data, turn))
    if (found.kind === 'answer') return { score: found.confidence }
    const { about } = turn.recall
    const sheet = data.products && turn.knowledge.sheet(question, { locale: turn.locale, ...(about === undefined ? {} : { focus: about }) })
    return sheet && sheet.kind === 'fact' && sheet.named ? { score: plain } : null
  },

  remind(data, turn) {
    const open = remembered(turn)
    if (open.offered.length > 0) offer(data, turn, open)
    else if (data.question) turn.say(data.question)
  },
})

/** Answers from an article, or from the sheet of the product that is meant, whichever is plainer. */
async function answer(data: Data, turn: Turn, question: string): Promise<Out> {
  const found = turn.knowledge.ask(question, asking(data, turn))
  const isPlain = found.kind === 'answer' && found.confidence >= plain
  if (isPlain && found.products === undefined) return sayArticle(turn, question, found)
  const sheet: ProductAnswer = data.products ? await askSheets(turn, question) : { kind: 'nothing' }
  if (isPlain && !isOfAnother(sheet, found)) return sayArticle(turn, question, found)
  const variant = fromVariants(turn, sheet)
  if (variant) return variant
  if (sheet.kind === 'fact') return sayFacts(turn, sheet.fact.product, saysFact(sheet.fact))
  if (found.kind === 'answer') return sayArticle(turn, question, found)
  if (sheet.kind === 'unknown' && !sheet.named && found.kind === 'not-sure') return offerArticles(data, turn, question, found)
  return fromSheet(data, turn, question, sheet) ?? showPicked(turn, question, sheet) ?? offerArticles(data, turn, question, found)
}

/** Whether the sheet tells of the product that is named or talked about while the article is about others. */
function isOfAnother(sheet: ProductAnswer, { products }: Article): boolean {
  return sheet.kind === 'fact' && products !== undefined && !products.includes(sheet.fact.product)
}

/** The visitor told which product was meant. */
async function answerOf(data: Data, turn: Turn, question: string, product: string): Promise<Out> {
  const sheet = await askSheets(turn, question, product)
  if (sheet.kind === 'fact') return sayFacts(turn, product, saysFact(sheet.fact))
  return fromSheet(data, turn, question, sheet) ?? { leave: 'nothing' }
}

/** 「那白色的呢」: whether there is a white one goes before what else the sheet says to it. */
function fromVariants(turn: Turn, sheet: ProductAnswer): Out | undefined {
  const facts = sheet.kind === 'fact' ? [sheet.fact] : sheet.kind === 'not-sure' ? sheet.facts : []
  const [fact] = facts
  const [product] = fact ? turn.knowledge.products([fact.product]) : []
  const variant = product && variantOf(product, turn.message?.perception?.entities ?? [], turn.locale)
  return fact && variant ? sayFacts(turn, fact.product, saysVariant(fact.name, variant, facts)) : undefined
}

/** What is less than a fact: several, a product to pick, or that the sheet is silent. Only to questions about a property. */
function fromSheet(data: Data, turn: Turn, question: string, sheet: ProductAnswer): Out | undefined {
  if (sheet.kind === 'nothing' || sheet.kind === 'fact' || !sheet.asked) return undefined
  if (sheet.kind === 'not-sure') return sayFacts(turn, sheet.facts[0]?.product ?? '', saysFacts(sheet.facts))
  if (sheet.kind === 'unknown') {
    turn.say(saysSilent(sheet.name))
    turn.measure('sheet-silent', { product: sheet.product })
    return { leave: 'nothing' }
  }
  // a second list in a row would only turn the visitor round
  if (remembered(turn).offered.length > 0) return undefined
  const offered = sheet.products.map(({ product, name }) => ({ value: product, label: name }))
  const open = { offered, areProducts: true, asked: question }
  offer(data, turn, open)
  return waiting(data, open)
}

/** 「第二个」, or a bare name: the product itself is what is asked for. */
function showPicked(turn: Turn, question: string, sheet: ProductAnswer): Out | undefined {
  const pointed = turn.message?.perception?.entities.find((each) => each.type === 'product' && each.id !== undefined)
  const id = pointed?.id ?? (sheet.kind === 'unknown' && sheet.named ? sheet.product : undefined)
  const [product] = id === undefined ? [] : turn.knowledge.products([id])
  const asksOn = sheet.kind === 'unknown' && !sheet.asked && isPart(question)
  if (!product || !(asksOn || namesOnly(question, [...Object.values(product.name), ...(pointed ? [pointed.text] : [])]))) return undefined
  turn.show({ type: 'cards', products: [product] })
  turn.say(whatAbout)
  turn.measure('product-answered', { product: product.id })
  return { leave: 'answered' }
}

function offerArticles(data: Data, turn: Turn, question: string, found: KnowledgeAnswer): Out {
  const candidates = found.kind === 'not-sure' ? found.candidates.slice(0, mostOffered) : []
  if (candidates.length === 0 || remembered(turn).offered.length > 0) {
    turn.giveBack()
    return { leave: 'nothing' }
  }
  if (!data.offer) {
    turn.giveBack()
    return { leave: 'not-sure' }
  }
  const open = { offered: candidates.map((each) => ({ value: each.article, label: each.question })), areProducts: false, asked: question }
  offer(data, turn, open)
  return waiting(data, open)
}

async function sayArticle(turn: Turn, asked: string, { article, question, answer: words, products }: Article): Promise<Out> {
  const wording = await turn.writer?.rephrase({ question: asked, answer: turn.text(words), source: question, locale: turn.locale })
  // what a model wrote is no template: it is shown as it came
  if (wording) turn.show({ type: 'text', text: wording })
  else turn.say(words)
  turn.cite(article)
  const cards = products ? turn.knowledge.products(products).slice(0, mostCards) : []
  if (cards.length > 0) turn.show({ type: 'cards', products: cards })
  turn.measure('article-answered', { article })
  return { leave: 'answered' }
}

function sayFacts(turn: Turn, product: string, words: LocalizedText): Out {
  turn.say(words)
  turn.speakOf(turn.knowledge.products([product]))
  turn.measure('product-answered', { product })
  return { leave: 'answered' }
}

function offer(data: Data, turn: Turn, { offered, areProducts }: Open): void {
  const choices = offered.map(({ value, label }) => ({ value, label }))
  turn.say(areProducts ? whichProduct : data.offerText, [...choices, { value: noneOfThese.value, label: noneOfThese.label[turn.locale] }])
}

function refuses({ offered }: Open, content: InboundContent): boolean {
  return offered.length > 0 && isNoneOfThese(content)
}

/** What holds something of this visitor alone is not remembered for others. */
function asking(data: Data, turn: Turn): KnowledgeOptions {
  const entities = turn.message?.perception?.entities ?? []
  const personal = entities.some(({ type }) => personalTypes.has(type) || type === 'order_no' || type === 'tracking_no')
  return {
    locale: turn.locale,
    segment: turn.profile.tier,
    ...(data.tags.length > 0 ? { tags: data.tags } : {}),
    ...(personal ? { personal } : {}),
  }
}

function remembered(turn: Turn): Open {
  const { articles, questions, products, asked } = turn.memory
  const values = Array.isArray(products) ? products : articles
  const open = { areProducts: Array.isArray(products), asked: typeof asked === 'string' ? asked : '' }
  if (!Array.isArray(values) || !Array.isArray(questions)) return { ...open, offered: [] }
  return { ...open, offered: values.map((value, index) => ({ value, label: questions[index] ?? value })) }
}

function waiting(data: Data, open: Open = { offered: [], areProducts: false, asked: '' }): Out {
  const { offered, areProducts, asked } = open
  const memory = {
    [areProducts ? 'products' : 'articles']: offered.map((each) => each.value),
    questions: offered.map((each) => each.label),
    ...(asked === '' ? {} : { asked }),
  }
  return { wait: 'visitor', memory, ...(data.silence > 0 ? { silenceAfter: data.silence } : {}) }
}
