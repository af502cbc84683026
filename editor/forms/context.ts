import { type ComponentType, createContext, useContext } from 'react'
import type { NodeWords } from '../../nodes/define.ts'
import type { Flow, FlowNode } from '../../schemas/flow.ts'
import type { Operation } from '../../schemas/operation.ts'
import { type Problem, pointer } from '../../schemas/problem.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Field } from './from-schema.ts'
import type { FieldPath } from './set-field.ts'

/** What every field of a form shares. */
export interface FormContext {
  flow: Flow
  node: FlowNode
  locale: Locale
  words: NodeWords
  readOnly: boolean
  /** Problems of this card, each by its pointer from the card on: `/data/question/en`. */
  problems: readonly { at: string; problem: Problem }[]
  /** What a text of this field may name besides variables. */
  blanksAt(path: FieldPath): readonly string[]
  /** @param typing true while a person types: changes of a second are one edit. */
  set(path: FieldPath, value: unknown, typing?: boolean): void
  edit(operations: readonly Operation[]): void
  /** Draws the fields of an object; rows and variants hold such. */
  Fields: ComponentType<FieldsProps>
}

/** The fields of an object and what it holds. */
export interface FieldsProps {
  fields: readonly Field[]
  holder: Readonly<Record<string, unknown>>
  path: FieldPath
}

/** What a field component is given. */
export interface FieldProps {
  field: Field
  value: unknown
  path: FieldPath
}

const Context = createContext<FormContext | null>(null)
export const FormProvider = Context

export function useForm(): FormContext {
  const form = useContext(Context)
  if (!form) throw new Error('a field stands outside a form')
  return form
}

/** Kinds whose parts show their own problems; the others show all that lies below them. */
const composite = new Set(['wordings', 'choices', 'rows', 'variant', 'condition'])

/** Problems that stand under a field. */
export function useProblems(path: FieldPath, kind: string): Problem[] {
  const { problems } = useForm()
  const here = pointer(path)
  return problems.filter(({ at }) => at === here || (!composite.has(kind) && at.startsWith(`${here}/`))).map(({ problem }) => problem)
}

/** A field's label, help and option names in the node's text. */
export function textOf(
  words: NodeWords,
  field: Field,
): { label: string; hint?: string; placeholder?: string; options?: Record<string, string> } {
  const text = words.fields[field.text]
  return typeof text === 'string' ? { label: text } : (text ?? { label: field.key })
}
