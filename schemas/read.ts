import type { Flow } from './flow.ts'
import { flow, flowFormat } from './flow.ts'
import { type Problem, pointer } from './problem.ts'
import { newProblem } from './problem-codes.ts'

export const maxDocumentBytes = 2 * 1024 * 1024
export const maxDepth = 64

/**
 * Scans JSON text before it is parsed: size, depth, duplicate keys and keys that reach a prototype.
 * `JSON.parse` would accept all of these, and code after it would stumble (the last of two keys wins silently).
 * Syntax errors are left to `JSON.parse`.
 */
export function scanJson(text: string, limits = { bytes: maxDocumentBytes, depth: maxDepth }): Problem | null {
  if (text.length > limits.bytes || (text.length * 3 > limits.bytes && new TextEncoder().encode(text).length > limits.bytes))
    return newProblem('document-too-large', [], { limit: limits.bytes })
  const open: { keys: Set<string> | null; key: string | number }[] = []
  const path = () => open.map((each) => each.key)
  let index = 0
  while (index < text.length) {
    const character = text.charCodeAt(index)
    if (character === 0x22) {
      const end = endOfString(text, index)
      if (end < 0) return null
      const holder = open.at(-1)
      if (holder?.keys && isKey(text, end + 1)) {
        const key = keyOf(text.slice(index, end + 1))
        if (key === null) return null
        holder.key = key
        if (key === '__proto__') return newProblem('key-refused', path(), { key })
        if (holder.keys.has(key)) return newProblem('key-twice', path(), { key })
        holder.keys.add(key)
      }
      index = end + 1
      continue
    }
    if (character === 0x7b || character === 0x5b) {
      if (open.length >= limits.depth) return newProblem('document-too-deep', path(), { limit: limits.depth })
      open.push(character === 0x7b ? { keys: new Set(), key: '' } : { keys: null, key: 0 })
    } else if (character === 0x7d || character === 0x5d) {
      open.pop()
    } else if (character === 0x2c) {
      const holder = open.at(-1)
      if (holder && typeof holder.key === 'number') holder.key++
    }
    index++
  }
  return null
}

/** JSON text → value, or the one problem that keeps it from being read. */
export function readJson(text: string): { value: unknown } | { problem: Problem } {
  const problem = scanJson(text)
  if (problem) return { problem }
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { problem: newProblem('not-json', []) }
  }
}

/** JSON text → flow document with the right envelope, or every problem that the envelope has. Nodes are checked by `nodes/check.ts`. */
export function readFlow(text: string): { flow: Flow } | { problems: Problem[] } {
  const read = readJson(text)
  return 'problem' in read ? { problems: [read.problem] } : parseFlow(read.value)
}

/** The same from a parsed value. */
export function parseFlow(value: unknown): { flow: Flow } | { problems: Problem[] } {
  const strange = formatProblem(value, [])
  if (strange) return { problems: [strange] }
  const parsed = flow.safeParse(value)
  if (parsed.success) return { flow: parsed.data }
  return { problems: schemaProblems(parsed.error.issues, []) }
}

/** The problem of a flow that says to be of a format we do not know; null for anything else. */
export function formatProblem(value: unknown, base: readonly PropertyKey[]): Problem | null {
  const format = typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined
  return typeof format === 'number' && format !== flowFormat ? newProblem('format-unknown', [...base, 'format'], { format }) : null
}

interface Issue {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  keys?: string[]
  origin?: string
  errors?: Issue[][]
}

/** Turns zod's issues into problems with exact paths; of a union, the most telling branch speaks. */
export function schemaProblems(issues: readonly unknown[], base: readonly PropertyKey[], nodeId?: string): Problem[] {
  return (issues as Issue[]).flatMap((issue): Problem[] => {
    const path = [...base, ...issue.path]
    if (issue.code === 'invalid_union' && issue.errors?.length)
      return unionProblems(
        issue.errors.map((branch) => schemaProblems(branch, path, nodeId)),
        path,
        nodeId,
      )
    if (issue.code === 'unrecognized_keys')
      return (issue.keys ?? []).map((key) => newProblem('key-unknown', [...path, key], { key }, nodeId))
    if (issue.code === 'invalid_key') return [newProblem('key-refused', path, { key: String(path.at(-1) ?? '') }, nodeId)]
    if (issue.code === 'custom' || issue.code === 'invalid_format') {
      const own = newProblem(issue.message, path, {}, nodeId)
      return [own.code === issue.message ? own : newProblem('value-wrong', path, {}, nodeId)]
    }
    if (issue.code === 'too_big') return [newProblem('value-too-big', path, {}, nodeId)]
    if (issue.code === 'too_small') return [newProblem(issue.origin === 'string' ? 'value-missing' : 'value-too-small', path, {}, nodeId)]
    return [newProblem(issue.message.includes('received undefined') ? 'value-missing' : 'value-wrong', path, {}, nodeId)]
  })
}

/** Codes that say only that a branch was not meant. */
const vague = new Set(['value-wrong', 'value-missing', 'key-unknown'])

/** The branch that came furthest speaks, else the one that took the value for its own kind and found a fault in it. */
function unionProblems(branches: Problem[][], path: readonly PropertyKey[], nodeId?: string): Problem[] {
  const furthest = branches.toSorted((a, b) => depth(b) - depth(a))[0]
  if (furthest && depth(furthest) > pointer(path).split('/').length) return furthest
  const telling = branches.find((branch) => branch.length > 0 && branch.every((each) => !vague.has(each.code)))
  if (telling) return telling
  const missing = branches.every((branch) => branch.some((each) => each.code === 'value-missing'))
  return [newProblem(missing ? 'value-missing' : 'value-wrong', path, {}, nodeId)]
}

function depth(problems: Problem[]): number {
  return Math.max(0, ...problems.map((each) => each.path.split('/').length))
}

/** Found by the closing quote, since most of a long text holds none: a file of megabytes takes a millisecond. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0
    while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++
    if (backslashes % 2 === 0) return at
  }
  return -1
}

function isKey(text: string, from: number): boolean {
  for (let index = from; index < text.length; index++) {
    const character = text.charCodeAt(index)
    if (character === 0x20 || (character >= 0x09 && character <= 0x0d)) continue
    return character === 0x3a
  }
  return false
}

function keyOf(quoted: string): string | null {
  try {
    return JSON.parse(quoted) as string
  } catch {
    return null
  }
}
