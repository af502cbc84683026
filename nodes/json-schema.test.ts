import { describe, expect, it } from 'vitest'
import { nodeTypes } from './index.ts'
import { flowJsonSchema } from './json-schema.ts'

interface Schema {
  [key: string]: unknown
  definitions: Record<
    string,
    {
      allOf?: {
        if: { properties: { type: { const: string } } }
        then: { title: string; properties: { data: { properties: Record<string, { title?: string }> } } }
      }[]
    }
  >
}

describe('the JSON Schema of a flow', () => {
  const schema = flowJsonSchema('zh-CN') as Schema
  const variants = schema.definitions.FlowNode?.allOf ?? []

  it('describes the data of every node type', () => {
    expect(variants.map((each) => each.if.properties.type.const)).toEqual([...nodeTypes.keys()])
  })

  it('titles every field in the language asked for', () => {
    for (const { then } of variants)
      for (const [name, field] of Object.entries(then.properties.data.properties)) expect(field.title, `${then.title} ${name}`).toBeTruthy()
    const english = flowJsonSchema('en') as Schema
    expect(english.definitions.FlowNode?.allOf?.map((each) => each.then.title)).not.toEqual(variants.map((each) => each.then.title))
  })

  it('points only at what it holds', () => {
    for (const [, name] of JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g))
      expect(schema.definitions).toHaveProperty([name ?? ''])
  })

  it('is draft 7, small enough to send', () => {
    expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
    expect(JSON.stringify(schema).length).toBeLessThan(64 * 1024)
  })
})
