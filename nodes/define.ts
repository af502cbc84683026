import type { z } from 'zod'
import type { Condition } from '../schemas/condition.ts'
import type { InboundContent, OutboundContent } from '../schemas/content.ts'
import type { Mention, SlotValue } from '../schemas/conversation.ts'
import type { EntityType, Perception } from '../schemas/perception.ts'
import type { Locale, LocalizedText } from '../schemas/text.ts'
import type { Turn } from './turn.ts'

/*
 * Fields of `data`: strict objects, in the order a form shows them. A field's component is chosen by `meta({ field })`:
 *   localized     LocalizedText: both languages in one frame          line / text   one plain string, one line / several
 *   wordings      LocalizedText[]: other ways to say it               words         string[]: short words as chips
 *   slot          name of a slot                                      entity-type   kind of value (labels: entityTypeWords)
 *   condition     condition tree, see schemas/condition.ts            pattern       RE2 pattern
 *   intents · offers · tags     string[] picked from the library      flow          id of a flow
 *   minutes · number · percent (0–1, shown as %)                      switch · select (labels: options of the field's text)
 *   choices · rows     list of objects with their own fields; `choices` and every row with an `id` keep it stable and hidden
 *   id            made once when the row is added, never shown
 * `meta({ when: { field: 'card', is: ['steps'] } })`: shown only while a field beside it has one of these values.
 * Row fields that are a union (`set`) carry `meta({ field: 'variant' })`: pick the `kind`, then its fields.
 */

export type NodeGroup = 'talk' | 'understand' | 'shop' | 'promotion' | 'people' | 'quality' | 'logic'

/**
 * What becomes of an outlet that leads nowhere. `must`: an error, the conversation could stop there.
 * `may`: the product has a sensible default (its words stand in the node's text); folded on the canvas until used.
 */
export type OutletNeed = 'must' | 'may'

/** An outlet that the operator made: a choice, a branch. Its id is stable, never an index or a name. */
export interface MadeOutlet {
  id: string
  label: LocalizedText
  /** Absent = `must`. */
  need?: OutletNeed
  /** Where in `data` its id stands. */
  path: (string | number)[]
}

export type ReferenceKind = 'flow' | 'intent' | 'article' | 'offer'

/** Something outside the node that it needs, and where in `data` it is named. */
export interface Reference {
  kind: ReferenceKind
  id: string
  path: (string | number)[]
}

/** A text a visitor can see; it may hold `{{ slot }}`. */
export interface TextField {
  path: (string | number)[]
  text: LocalizedText
  /** It may stay empty. */
  optional?: boolean
  /** What it may name besides slots, e.g. `queue.ahead`: the node gives these to `turn.text` itself. */
  blanks?: readonly string[]
  /** Taken literally: braces in it are no blanks. */
  literal?: boolean
}

/** A condition or pattern in the node's data, and where it stands. */
export interface ConditionField {
  path: (string | number)[]
  condition: Condition
}
export interface PatternField {
  path: (string | number)[]
  pattern: string
}

/** A problem only this node type can know; `path` is relative to `data`, `code` stands in `schemas/problem-codes.ts`. */
export interface NodeProblem {
  code: string
  path: (string | number)[]
  detail?: Record<string, string | number>
}

/** The one value that a node asks for. `role`: which of two of one kind, "M to L"; absent = told from the other questions of the flow. */
export interface Filling {
  slot: string
  entity: EntityType
  role?: 'from' | 'to' | undefined
}

/** Another value for what a node asked before. */
export interface Amendment {
  sets: Record<string, SlotValue>
  /** The new value as the visitor is told it. */
  shown: string
  /** The outlet that belongs to it, when values have ways of their own. */
  made?: string
  /** What of the message it used. */
  uses: readonly Mention[]
}

/** What a card shows below its title, in this order. */
export type CardLine =
  | { kind: 'bubble'; text: LocalizedText }
  | { kind: 'chips'; chips: { text: LocalizedText; tone: 'choice' | 'slot' | 'value' | 'warn' | 'quiet' }[] }
  | { kind: 'sentence'; text: LocalizedText }

/** The words a card or sentence is made of: the node's own `card` templates with `{blanks}` filled. */
export interface CardWords {
  locale: Locale
  say(key: string, blanks?: Record<string, string | number>): string
  /** What a library item is called; its id when the library is not at hand. */
  named(kind: ReferenceKind, id: string): string
}

export interface NodeDefinition<Type extends string = string, Data extends z.ZodObject = z.ZodObject, Outlet extends string = string> {
  type: Type
  /** Version of the shape of `data`; grows with a migration. */
  v: number
  group: NodeGroup
  /** Tabler icon in kebab case, without the prefix. */
  icon: string
  data: Data
  outlets: { [outlet in Outlet]: OutletNeed }
  /** The way into a flow: exactly one such node, without an inlet. */
  starts?: boolean
  /** Stops and waits for the visitor (or the owner); such a node makes a cycle legal. */
  waits?: boolean
  /** Has no inlet: listens to every inbound message, or inspects every outbound one. */
  watches?: 'inbound' | 'outbound'
  /** Nothing follows: no outlets. */
  ends?: boolean
  /** What a visitor's message is to it: a question to look up, a wish to recognise, the answer to its own question. */
  hears?: 'question' | 'wish' | 'answer'
  /** Puts the conversation into people's hands and goes on by itself when they give it back. */
  handsOver?: boolean
  /** What it does outside: nothing, reads, or writes something. */
  effect?: 'none' | 'reads' | 'writes'
  /** What a new card of this type holds; must pass `data`, problems allowed. */
  initial: z.input<Data>
  made?(data: z.infer<Data>): MadeOutlet[]
  /** Outlets of `outlets` that cannot happen with this data: not drawn, not asked for. `outletsOf` (outlets.ts) applies it. */
  without?(data: z.infer<Data>): NoInfer<Outlet>[]
  /** Waiting nodes: outlets that can be left again and again without having waited; a circle through them needs another wait. */
  passes?(data: z.infer<Data>): NoInfer<Outlet>[]
  reads?(data: z.infer<Data>): string[]
  writes?(data: z.infer<Data>): string[]
  /** Waiting nodes that ask for one value: where it is kept and of which kind it is. */
  fills?(data: z.infer<Data>): Filling | undefined
  /** Waiting nodes: another question may be answered while this one is open, which is then repeated. */
  yields?(data: z.infer<Data>): boolean
  uses?(data: z.infer<Data>): Reference[]
  texts?(data: z.infer<Data>): TextField[]
  /** Said at once when what it asks outside is slow to answer. */
  interim?(data: z.infer<Data>): LocalizedText | undefined
  conditions?(data: z.infer<Data>): ConditionField[]
  patterns?(data: z.infer<Data>): PatternField[]
  /** Choices a visitor may tap here, for tests and coverage. */
  choices?(data: z.infer<Data>): { value: string; label: LocalizedText }[]
  summary?(data: z.infer<Data>, words: CardWords): CardLine[]
  checks?(data: z.infer<Data>): NodeProblem[]
}

/** Declares a node type. Pure data and pure functions: the browser loads it too. */
export function defineNode<const Type extends string, Data extends z.ZodObject, const Outlet extends string = never>(
  definition: NodeDefinition<Type, Data, Outlet>,
): NodeDefinition<Type, Data, Outlet> {
  return definition
}

/** What a behaviour answers: how the conversation goes on from this node. */
export type Outcome<Outlet extends string = string> =
  /** Leave by an outlet of the definition, or by one the operator made (`made`). */
  | { leave: Outlet }
  | { made: string }
  /** Wait for the visitor. `silenceAfter`: minutes until the `silent` event. `memory` comes back on resume. */
  | { wait: 'visitor'; silenceAfter?: number; memory?: Record<string, string | number | boolean | null | string[]> }
  /** Hand the conversation to people and wait here until the bot owns it again. */
  | { handoff: { group: string; priority: 'normal' | 'high' | 'urgent'; reason: string } }
  /** Run another flow; resumes here with `{ kind: 'returned' }`. */
  | { call: string }
  /** Leave this flow or interruption: return to what was open below, or abandon all that was open. */
  | { end: 'return' | 'abandon' }

/** Why a waiting node is resumed. */
export type ResumeEvent =
  | { kind: 'said'; content: InboundContent; perception: Perception | null }
  | { kind: 'silent' }
  /** The flow it called has ended. */
  | { kind: 'returned' }
  /** People handed the conversation back to the bot. */
  | { kind: 'handed-back' }

export type Verdict =
  | { verdict: 'pass' }
  | { verdict: 'replace'; content: OutboundContent; hit: string }
  | { verdict: 'block'; hit: string }
  | { verdict: 'escalate'; hit: string }

/** How strongly a watcher wants this message, and from where on it may interrupt. 0–1. */
export interface Notice {
  score: number
  threshold: number
  /** Whether the conversation returns to what it interrupted; default true. False drops what was open. */
  returns?: boolean
}

/** How surely, 0–1, a card could take a message, and by which outlet that the operator made it would leave. */
export interface Taking {
  score: number
  made?: string
}

export interface NodeBehaviour<Data extends z.ZodObject = z.ZodObject, Outlet extends string = string> {
  /** The conversation arrives at this node; for a watcher: it has fired. */
  enter(data: z.infer<Data>, turn: Turn): Outcome<Outlet> | Promise<Outcome<Outlet>>
  resume?(data: z.infer<Data>, turn: Turn, event: ResumeEvent): Outcome<Outlet> | Promise<Outcome<Outlet>>
  /** Waiting nodes: how well the message fits the open question, 0–1. An answer beats a weak interruption. */
  fits?(data: z.infer<Data>, turn: Turn, event: ResumeEvent & { kind: 'said' }): number
  /**
   * Waiting nodes that have been answered: another value for it in this message, while a later question is open; null = none.
   * Sets nothing and takes nothing.
   */
  amend?(data: z.infer<Data>, turn: Turn, event: ResumeEvent & { kind: 'said' }): Amendment | null
  /**
   * Nodes that hear a question or a wish: whether this is plainly theirs although another node's question is open; null = not
   * plainly enough to leave that. Says nothing and takes nothing.
   */
  takes?(data: z.infer<Data>, turn: Turn, event: ResumeEvent & { kind: 'said' }): Taking | null
  /** Waiting nodes: say the open question again in short, after an interruption. */
  remind?(data: z.infer<Data>, turn: Turn): void
  /** Inbound watchers; null = not interested. */
  notice?(data: z.infer<Data>, turn: Turn): Notice | null
  /** Outbound watchers: pure and quick, called for every message before it leaves. */
  inspect?(data: z.infer<Data>, content: OutboundContent, locale: Locale): Verdict
}

/** Gives a node type its behaviour; outlets and data are checked against the definition by the compiler. */
export function behave<Type extends string, Data extends z.ZodObject, Outlet extends string>(
  definition: NodeDefinition<Type, Data, Outlet>,
  behaviour: NodeBehaviour<Data, Outlet>,
): { definition: NodeDefinition<Type, Data, Outlet>; behaviour: NodeBehaviour<Data, Outlet> } {
  return { definition, behaviour }
}

export type FieldText = string | { label: string; hint?: string; placeholder?: string; options?: Record<string, string> }

export interface NodeWords<Outlet extends string = string, Field extends string = string> {
  name: string
  /** One sentence: what this card does. */
  help: string
  /** One worked example, as an operator would tell it. */
  example: string
  /** For an outlet that `may` stay open, `{ label, open }` says what happens then. */
  outlets: { [outlet in Outlet]: string | { label: string; open: string } }
  /** Every field of `data`; nested ones by dotted path (`choices.label`). */
  fields: { [field in Field]: FieldText } & Record<string, FieldText>
  /** Templates for `summary`. */
  card?: Record<string, string>
}

/** The words of a node type in every language; outlet labels may hold `{field}`, filled from `data`; a missing outlet or field label does not compile. */
export function nodeText<Type extends string, Data extends z.ZodObject, Outlet extends string>(
  _definition: NodeDefinition<Type, Data, Outlet>,
  words: { [locale in Locale]: NodeWords<Outlet, keyof z.infer<Data> & string> },
): { [locale in Locale]: NodeWords } {
  return words
}
