import { readFile } from 'node:fs/promises'
import { type Bundle, bundle as bundleSchema } from '../schemas/bundle.ts'
import type { Problem } from '../schemas/problem.ts'
import { maxDocumentBytes, parseFlow, readJson, schemaProblems } from '../schemas/read.ts'

/** A file of the operator's that cannot be used; its message is meant for the terminal. */
export class FileError extends Error {
  override readonly name = 'FileError'
}

/**
 * Reads a file that holds a flow or a bundle; a lone flow comes back as a bundle of itself.
 * @throws FileError when there is no such file or it is too large
 */
export async function readBundleFile(file: string): Promise<{ bundle: Bundle; single: boolean } | { problems: Problem[] }> {
  const text = await textOf(file)
  const read = readJson(text)
  if ('problem' in read) return { problems: [read.problem] }
  const isBundle = typeof read.value === 'object' && read.value !== null && 'bundle' in read.value
  if (isBundle) {
    const parsed = bundleSchema.safeParse(read.value)
    return parsed.success ? { bundle: parsed.data, single: false } : { problems: schemaProblems(parsed.error.issues, []) }
  }
  const parsed = parseFlow(read.value)
  if ('problems' in parsed) return parsed
  return { bundle: { bundle: 1, flows: [parsed.flow], intents: [], articles: [], offers: [] }, single: true }
}

async function textOf(file: string): Promise<string> {
  let bytes: Buffer
  try {
    bytes = await readFile(file)
  } catch {
    throw new FileError(`Cannot read "${file}".`)
  }
  if (bytes.length > maxDocumentBytes * 10) throw new FileError(`"${file}" is larger than ${maxDocumentBytes * 10} bytes.`)
  return bytes.toString('utf8')
}
