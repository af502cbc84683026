import { type RefObject, useEffect, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import type { Flow, FlowNode } from '../../schemas/flow.ts'
import type { Problem } from '../../schemas/problem.ts'
import type { Locale } from '../../schemas/text.ts'
import { dataOf } from '../canvas/card-words.ts'
import { type NodeType, nodeTypeOf } from '../canvas/node-types.ts'
import type { Draft } from '../draft/store.ts'
import { useWords } from '../i18n/index.ts'
import { type FormContext, FormProvider } from './context.ts'
import { Fields } from './Fields.tsx'
import styles from './Form.module.css'
import { focusField } from './focus.ts'
import { type Field, fieldsOf, valueOf } from './from-schema.ts'
import { Head } from './Head.tsx'
import { Outlets } from './Outlets.tsx'
import { type FieldPath, setField } from './set-field.ts'
import { words } from './words.ts'

interface Props {
  draft: Draft
  nodeId: string | null
  locale: Locale
  problems: readonly Problem[]
  /** JSON pointer of the field to go to, from the document's root. */
  focusPath?: string | null
  readOnly?: boolean
}

/** The settings of a card, generated from its type's schema. */
export function NodeForm({ draft, nodeId, locale, problems, focusPath = null, readOnly = false }: Props) {
  const say = useWords(words)
  const flow = useStore(draft, (state) => state.flow)
  const node = flow?.nodes.find((each) => each.id === nodeId)
  if (!flow || !node)
    return (
      <div className={styles.empty}>
        <strong>{say('nothingSelected')}</strong>
        <p>{say('nothingSelectedHelp')}</p>
      </div>
    )
  const type = nodeTypeOf(node.type)
  if (!type) return <p className={styles.empty}>{say('unknownType', { type: node.type })}</p>
  return (
    <Loaded
      key={node.id}
      draft={draft}
      flow={flow}
      node={node}
      type={type}
      locale={locale}
      problems={problems}
      focusPath={focusPath}
      readOnly={readOnly}
    />
  )
}

interface LoadedProps {
  draft: Draft
  flow: Flow
  node: FlowNode
  type: NodeType
  locale: Locale
  problems: readonly Problem[]
  focusPath: string | null
  readOnly: boolean
}

function Loaded({ draft, flow, node, type, locale, problems, focusPath, readOnly }: LoadedProps) {
  const say = useWords(words)
  const root = useRef<HTMLFormElement>(null)
  const fields = fieldsOf(type.definition)
  const prefix = `/nodes/${flow.nodes.indexOf(node)}`
  const form = useMemo<FormContext>(
    () => ({
      flow,
      node,
      locale,
      words: type.words[locale],
      readOnly,
      problems: problems
        .filter((problem) => problem.nodeId === node.id)
        .map((problem) => ({ at: problem.path.startsWith(prefix) ? problem.path.slice(prefix.length) : problem.path, problem })),
      blanksAt: (path) => blanksOf(type, node, path),
      set: (path, value, typing = false) => draft.edit([setField(node, path, value, (at) => shownAt(node, fields, at))], typing),
      edit: (operations) => draft.edit(operations),
      Fields,
    }),
    [draft, flow, node, locale, type, readOnly, problems, prefix, fields],
  )
  useFocus(root, focusPath, prefix)
  return (
    <FormProvider value={form}>
      <form className={styles.form} ref={root} aria-label={say('settings')} onSubmit={(event) => event.preventDefault()}>
        <Head />
        <Fields fields={fields} holder={node.data} path={['data']} />
        <Outlets />
        {fields.length === 0 && <p className={styles.hint}>{say('noFields')}</p>}
      </form>
    </FormProvider>
  )
}

function useFocus(root: RefObject<HTMLFormElement | null>, focusPath: string | null, prefix: string): void {
  useEffect(() => {
    if (focusPath?.startsWith(prefix) && root.current) focusField(root.current, focusPath.slice(prefix.length))
  }, [root, focusPath, prefix])
}

/** What the form shows at a path: the document's value, else the schema's default. */
function shownAt(node: FlowNode, fields: readonly Field[], [first, key, ...rest]: FieldPath): unknown {
  if (first === 'name') return node.name
  const field = fields.find((each) => each.key === key)
  let value = field && valueOf(field, node.data)
  for (const part of rest) value = typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined
  return value
}

function blanksOf(type: NodeType, node: FlowNode, [, ...path]: FieldPath): readonly string[] {
  try {
    const texts = type.definition.texts?.(dataOf(node)) ?? []
    return texts.find((text) => text.path.join('/') === path.join('/'))?.blanks ?? []
  } catch {
    // data half written; the variables of the flow are still offered
    return []
  }
}
