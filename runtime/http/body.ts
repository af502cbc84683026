import type { z } from 'zod'
import type { Problem } from '../../schemas/problem.ts'
import { newProblem } from '../../schemas/problem-codes.ts'
import { maxDepth, scanJson, schemaProblems } from '../../schemas/read.ts'
import { AppError, errors } from '../errors.ts'

const defaultMaxBody = 32 * 1024

/**
 * Reads, scans and parses the JSON body of a request: content type (415), size while reading (413),
 * bytes and JSON (400), depth, duplicate and dangerous keys (400), then the schema (422).
 * @throws AppError with the problems and their JSON Pointers
 */
export async function readBody<Schema extends z.ZodType>(
  request: Request,
  headers: BodyHeaders,
  schema: Schema,
  maxBody = defaultMaxBody,
): Promise<z.output<Schema>> {
  const text = await readText(request, headers, maxBody)
  const scanned = scanJson(text, { bytes: maxBody, depth: maxDepth })
  if (scanned) throw malformed([scanned])
  const parsed = schema.safeParse(parse(text))
  if (parsed.success) return parsed.data
  throw errors.invalid('The body does not have the expected form.', schemaProblems(parsed.error.issues, []))
}

/** The text of a JSON body, of the right type and size but not looked into. @throws AppError 415, 413, 400 */
export async function readText(request: Request, headers: BodyHeaders, maxBody = defaultMaxBody): Promise<string> {
  if (!isJson(headers.contentType)) throw new AppError('media-type', 415, 'Send the body as application/json.')
  return decode(await readWhole(request, headers, maxBody))
}

/** The bytes of a body of one of these types. @throws AppError 415, 413, 400 */
export async function readBytes(
  request: Request,
  headers: BodyHeaders,
  types: readonly string[],
  maxBody = defaultMaxBody,
): Promise<Uint8Array> {
  const type = headers.contentType?.split(';', 1)[0]?.trim().toLowerCase() ?? ''
  if (!types.includes(type)) throw new AppError('media-type', 415, `Send the bytes as they are, as one of ${types.join(', ')}.`)
  return readWhole(request, headers, maxBody, true)
}

/** The headers that decide how a body is read; undefined = not sent. */
export interface BodyHeaders {
  contentType: string | undefined
  contentLength: string | undefined
  contentEncoding: string | undefined
}

/**
 * Parses the query string by the route's strict schema. A name given twice is refused, as a duplicate key would be.
 * @throws AppError 422
 */
export function readQuery<Schema extends z.ZodObject>(url: string, schema: Schema): z.output<Schema> {
  const mark = url.indexOf('?')
  const given: Record<string, string> = Object.create(null)
  if (mark >= 0)
    for (const [name, value] of new URLSearchParams(url.slice(mark + 1))) {
      if (name in given)
        throw errors.invalid('The query does not have the expected form.', [newProblem('key-twice', [name], { key: name })])
      given[name] = value
    }
  const parsed = schema.safeParse({ ...given })
  if (parsed.success) return parsed.data
  throw errors.invalid('The query does not have the expected form.', schemaProblems(parsed.error.issues, []))
}

async function readWhole(request: Request, headers: BodyHeaders, limit: number, isLarge = false): Promise<Uint8Array> {
  if (headers.contentEncoding !== undefined && headers.contentEncoding !== 'identity')
    throw new AppError('media-type', 415, 'Send the body uncompressed.')
  return readUpTo(request, headers.contentLength, limit, isLarge).catch((thrown: unknown) => {
    if (thrown instanceof AppError) throw thrown
    // the sender hung up: nobody hears this answer, and it is no failure of ours
    throw new AppError('malformed', 400, 'The body did not arrive whole.', { cause: thrown })
  })
}

async function readUpTo(request: Request, contentLength: string | undefined, limit: number, isLarge: boolean): Promise<Uint8Array> {
  if (contentLength !== undefined) {
    // the HTTP parser never reads past a declared length, so a small one needs no counting
    if (!(Number(contentLength) <= limit)) throw errors.tooLarge(limit)
    if (isLarge && request.body) return readInto(request.body, new Uint8Array(Number(contentLength)))
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (bytes.length > limit) throw errors.tooLarge(limit)
    return bytes
  }
  return request.body ? readCounted(request.body, limit) : new Uint8Array()
}

/** Megabytes are put in their place as they come; joining them in the end would hold up everybody. */
async function readInto(body: ReadableStream<Uint8Array>, bytes: Uint8Array): Promise<Uint8Array> {
  let length = 0
  for await (const chunk of body) {
    if (length + chunk.length > bytes.length) throw errors.tooLarge(bytes.length)
    bytes.set(chunk, length)
    length += chunk.length
  }
  if (length < bytes.length) throw new AppError('malformed', 400, 'The body did not arrive whole.')
  return bytes
}

async function readCounted(body: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body) {
    length += chunk.length
    if (length > limit) throw errors.tooLarge(limit)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw malformed([newProblem('text-malformed', [])])
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw malformed([newProblem('not-json', [])])
  }
}

function malformed(problems: Problem[]): AppError {
  return new AppError('malformed', 400, 'The body cannot be read.', { fields: { problems } })
}

function isJson(contentType: string | undefined): boolean {
  if (contentType === undefined) return false
  if (contentType === 'application/json') return true
  const [type = '', ...parameters] = contentType.toLowerCase().split(';')
  return type.trim() === 'application/json' && parameters.every((each) => /^\s*charset\s*=\s*"?utf-8"?\s*$/.test(each))
}
