import { describe, expect, it } from 'vitest'
import { nodeTexts, nodeTypes } from '../../nodes/index.ts'
import type { FlowNode } from '../../schemas/flow.ts'
import { applyOperation, type Operation } from '../../schemas/operation.ts'
import { locales } from '../../schemas/text.ts'
import { blankRow, type Field, fieldsOf, isShown } from './from-schema.ts'
import { setField } from './set-field.ts'

const everyField = (fields: readonly Field[]): Field[] =>
  fields.flatMap((field) => [
    field,
    ...everyField(field.fields ?? []),
    ...(field.variants ?? []).flatMap((variant) => everyField(variant.fields)),
  ])

const fieldOf = (type: string, key: string): Field => {
  const definition = nodeTypes.get(type)
  const field = definition && fieldsOf(definition).find((each) => each.key === key)
  if (!field) throw new Error(`${type} has no field ${key}`)
  return field
}

describe('the form of a card', () => {
  it('has a field for everything a node type keeps, with a label in both languages', () => {
    for (const [type, definition] of nodeTypes) {
      const fields = fieldsOf(definition)
      expect(fields.map((field) => field.key)).toEqual(Object.keys(definition.data.shape))
      for (const field of everyField(fields).filter((each) => each.kind !== 'id'))
        for (const locale of locales) {
          const text = nodeTexts.get(type)?.[locale].fields[field.text]
          expect(typeof text === 'string' ? text : text?.label, `${type} ${field.text} ${locale}`).toBeTruthy()
          for (const option of field.options ?? field.variants?.map((variant) => variant.kind) ?? [])
            if (field.kind !== 'entity-type')
              expect(typeof text === 'object' && text.options?.[option], `${type} ${field.text} ${option} ${locale}`).toBeTruthy()
        }
    }
  })

  it('knows the kind, the limits and the default of a field', () => {
    expect(fieldOf('ask', 'question')).toMatchObject({ kind: 'localized', required: true })
    expect(fieldOf('ask', 'slot')).toMatchObject({ kind: 'slot' })
    expect(fieldOf('ask', 'recent')).toMatchObject({ kind: 'number', least: 1, most: 5, whole: true, fallback: 3 })
    expect(fieldOf('ask', 'silence')).toMatchObject({ kind: 'minutes', least: 0 })
    expect(fieldOf('ask', 'choices').fields?.map((field) => field.kind)).toEqual(['id', 'localized', 'words'])
    expect(fieldOf('condition', 'branches').fields?.at(-1)).toMatchObject({ kind: 'condition', required: true })
  })

  it('shows a field only while the field beside it asks for it', () => {
    const definition = nodeTypes.get('ask')
    const fields = definition ? fieldsOf(definition) : []
    const recent = fieldOf('ask', 'recent')
    expect(isShown(recent, { offer: 'recent-orders' }, fields)).toBe(true)
    expect(isShown(recent, { offer: 'list' }, fields)).toBe(false)
    expect(isShown(recent, {}, fields)).toBe(false)
    expect(isShown(fieldOf('knowledge', 'offerText'), {}, [fieldOf('knowledge', 'offer')])).toBe(true)
  })

  it('makes a new row that the node type accepts, under an id of its own', () => {
    let made = 0
    const surroundings = { firstSlot: 'order_no', newId: () => `row-${++made}` }
    for (const [type, key] of [
      ['ask', 'choices'],
      ['message', 'suggestions'],
      ['shop-action', 'keep'],
      ['condition', 'branches'],
      ['set', 'assignments'],
    ] as const) {
      const row = blankRow(fieldOf(type, key).fields ?? [], surroundings)
      const data = { ...nodeTypes.get(type)?.initial, [key]: [row] }
      expect(nodeTypes.get(type)?.data.safeParse(data).error, `${type} ${JSON.stringify(row)}`).toBeUndefined()
    }
    expect(made).toBe(3)
  })
})

describe('what is written into a field', () => {
  const node: FlowNode = {
    id: 'n',
    type: 'ask',
    v: 1,
    data: { question: { 'zh-CN': '单号？', en: 'Number?' }, choices: [{ id: 'a', label: { 'zh-CN': '甲' } }] },
  }
  const edited = (operation: Operation) =>
    applyOperation({ format: 1, id: 'f', name: 'f', slots: [], nodes: [node], edges: [], layout: {} }, operation).nodes[0]

  it('touches one language only, so that two people in one text both keep theirs', () => {
    const operation = setField(node, ['data', 'question', 'en'], 'Which?', () => undefined)
    expect(operation).toMatchObject({ path: ['data', 'question', 'en'], value: 'Which?' })
    expect(edited(operation)?.data.question).toEqual({ 'zh-CN': '单号？', en: 'Which?' })
  })

  it('writes a default that was only shown, together with the change in it', () => {
    const shown = { 'zh-CN': '您是想…', en: 'Do you mean …' }
    const operation = setField(node, ['data', 'offerText', 'en'], 'Is it …', () => shown)
    expect(operation).toMatchObject({ path: ['data', 'offerText'], value: { 'zh-CN': '您是想…', en: 'Is it …' } })
  })

  it('changes an item of a shown default list without making an object of the list', () => {
    const operation = setField(node, ['data', 'again', 0, 'en'], 'Again?', () => [{ 'zh-CN': '再说一次？' }])
    expect(edited(operation)?.data.again).toEqual([{ 'zh-CN': '再说一次？', en: 'Again?' }])
  })

  it('reaches into a row by its place and keeps its id', () => {
    const operation = setField(node, ['data', 'choices', 0, 'label', 'en'], 'A', () => undefined)
    expect(edited(operation)?.data.choices).toEqual([{ id: 'a', label: { 'zh-CN': '甲', en: 'A' } }])
  })

  it('names a card that had no name', () => {
    expect(edited(setField(node, ['name', 'en'], 'Order', () => undefined))?.name).toEqual({ en: 'Order' })
  })
})
