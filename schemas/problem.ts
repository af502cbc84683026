import { z } from 'zod'

/**
 * Something wrong with a document. `path` is a JSON Pointer (RFC 6901) to the field, '' for the whole;
 * `code` selects the words (`problemWords` in both languages), `detail` fills their blanks.
 */
export const problem = z
  .object({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    path: z.string(),
    nodeId: z.string().optional(),
    message: z.string(),
    detail: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof problem>

/** Joins the parts of a path to a JSON Pointer: `['nodes', 3, 'data']` → `/nodes/3/data`. */
export function pointer(parts: readonly PropertyKey[]): string {
  return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
