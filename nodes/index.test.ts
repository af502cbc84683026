import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { operators } from '../schemas/condition.ts'
import { locales } from '../schemas/text.ts'
import { nodeBehaviours } from './behaviours.ts'
import { operatorWords } from './condition-words.ts'
import { nodeTexts, nodeTypes } from './index.ts'
import { outletsOf } from './outlets.ts'
import { sampleFlow } from './sample-flow.ts'
import { cardWords, openLabel, outletLabel } from './words.ts'

const root = join(import.meta.dirname, '..')

function filesBelow(folder: string, wanted: (name: string) => boolean): string[] {
  const path = join(root, folder)
  if (!statSync(path, { throwIfNoEntry: false })) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.includes('node_modules') && wanted(name))
    .map((name) => join(folder, name))
}

/** Fields of a schema by dotted path, with the words of their options if they have any. */
function fieldsOf(schema: z.ZodType, path = ''): { path: string; options: string[] }[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return fieldsOf(schema.unwrap() as z.ZodType, path)
  if (schema instanceof z.ZodArray) return fieldsOf(schema.element as z.ZodType, path)
  if (schema instanceof z.ZodDiscriminatedUnion) return schema.options.flatMap((each) => fieldsOf(each as z.ZodType, path))
  if (!(schema instanceof z.ZodObject)) return []
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const own = path ? `${path}.${name}` : name
    return [{ path: own, options: optionsOf(field as z.ZodType) }, ...fieldsOf(field as z.ZodType, own)]
  })
}

function optionsOf(schema: z.ZodType): string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return optionsOf(schema.unwrap() as z.ZodType)
  if (schema instanceof z.ZodEnum) return schema.options.map(String)
  return schema instanceof z.ZodDiscriminatedUnion
    ? schema.options.map((each) => String(((each as z.ZodObject).shape.kind as z.ZodLiteral).value))
    : []
}

describe('every node type', () => {
  it('is registered once with definition, words and behaviour', () => {
    expect(nodeTypes.size).toBe(15)
    expect([...nodeBehaviours.keys()].sort()).toEqual([...nodeTypes.keys()].sort())
    const folders = readdirSync(import.meta.dirname, { withFileTypes: true }).filter(
      (each) => each.isDirectory() && !['check', 'mutations'].includes(each.name),
    )
    expect(folders.map((each) => each.name).sort()).toEqual([...nodeTypes.keys()].sort())
  })

  for (const [type, definition] of nodeTypes) {
    describe(type, () => {
      it('starts with data that passes its own schema', () => {
        const parsed = definition.data.parse(definition.initial)
        expect(definition.data.parse(JSON.parse(JSON.stringify(parsed)))).toEqual(parsed)
        for (const locale of locales) {
          const words = nodeTexts.get(type)?.[locale]
          if (words) expect(Array.isArray(definition.summary?.(parsed, cardWords(words, locale)) ?? [])).toBe(true)
        }
        outletsOf(definition, parsed)
      })

      it('names every field, option and outlet in both languages', () => {
        for (const locale of locales) {
          const words = nodeTexts.get(type)?.[locale]
          for (const { path, options } of fieldsOf(definition.data)) {
            if (path.endsWith('.id') || path.endsWith('.kind')) continue
            const text = words?.fields[path]
            expect(text, `${locale} ${path}`).toBeTruthy()
            const known = typeof text === 'object' ? Object.keys(text.options ?? {}) : []
            expect(known.sort(), `${locale} ${path} options`).toEqual(options.sort())
          }
          expect(words?.name && words.help && words.example).toBeTruthy()
          for (const [outlet, need] of Object.entries(definition.outlets)) {
            if (words)
              expect(outletLabel(words, outlet, definition.data.parse(definition.initial)), `${locale} ${outlet}`).not.toMatch(/[{}]/)
            expect(Boolean(words && openLabel(words, outlet)), `${locale} ${outlet} left open`).toBe(need === 'may')
          }
        }
      })

      it('has an error outlet when it asks outside, and a silent one when it waits for the visitor', () => {
        if (definition.effect !== undefined && definition.effect !== 'none') expect(definition.outlets).toHaveProperty('error', 'may')
        if (definition.waits && definition.group !== 'people') expect(definition.outlets).toHaveProperty('silent', 'may')
        if (definition.waits) expect(nodeBehaviours.get(type)?.behaviour.resume).toBeTypeOf('function')
        if (definition.watches === 'inbound') expect(nodeBehaviours.get(type)?.behaviour.notice).toBeTypeOf('function')
        if (definition.watches === 'outbound') expect(nodeBehaviours.get(type)?.behaviour.inspect).toBeTypeOf('function')
      })

      it('says on its card what it does, in words of the language', () => {
        const node = sampleFlow().nodes.find((each) => each.type === type)
        const data = definition.data.parse(node?.data)
        for (const locale of locales) {
          const words = nodeTexts.get(type)?.[locale]
          const lines = words ? definition.summary?.(data, cardWords(words, locale)) : undefined
          expect(lines?.length).toBeGreaterThan(0)
          for (const line of lines ?? []) expect(JSON.stringify(line)).not.toMatch(/"text":""|\{\w+\}(?!\})/)
        }
      })
    })
  }
})

it('has words for every operator', () => {
  expect(Object.keys(operatorWords).sort()).toEqual(Object.keys(operators).sort())
})

/** Words that are also ordinary words of code; a branch on the type would still compare `.type`. */
const specific = [...nodeTypes.keys()].filter((type) => type.includes('-') || type === 'subflow' || type === 'escalate')

it('lets no shared file ask a node which type it is', () => {
  const source = (name: string) => /\.tsx?$/.test(name) && !/\.(test|spec)\.tsx?$/.test(name)
  const types = [...nodeTypes.keys()].join('|')
  const branch = new RegExp(
    `(?:\\.type|[nN]odeType|definition\\.type)\\s*[!=]==?\\s*['"\`](?:${types})['"\`]|case ['"\`](?:${specific.join('|')})['"\`]:`,
  )
  const guilty = [...filesBelow('runtime', source), ...filesBelow('editor', source)].filter((file) =>
    branch.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(guilty).toEqual([])
  expect(branch.test("if (node.type === 'shop-action') return")).toBe(true)
})

it('lets no node know another node, nor what is not for it', () => {
  const inFolder = filesBelow(
    'nodes',
    (name) => /^[\w-]+\/[\w.-]+\.ts$/.test(name) && !/^(check|mutations)\//.test(name) && !name.endsWith('.test.ts'),
  )
  expect(inFolder.length).toBeGreaterThan(14 * 3)
  const own = new RegExp(`from '\\.\\./(?:${[...nodeTypes.keys()].join('|')})/`)
  for (const file of inFolder) {
    const text = readFileSync(join(root, file), 'utf8')
    expect(own.test(text), file).toBe(false)
    if (!file.endsWith('run.ts')) expect(/from '\.\/run\.ts'|from 'node:|\.tsx'/.test(text), file).toBe(false)
  }
})
