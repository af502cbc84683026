import { z } from 'zod'

/** What every refusal answers (RFC 9457), as `application/problem+json`. */
export const problemDocument = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    /** Stable name of what went wrong; clients choose their own words by it. */
    code: z.string(),
    detail: z.string(),
    /** The request, as the server's log names it. */
    instance: z.string().optional(),
    /** Fields of the request that were refused; `path` is a JSON Pointer into its body or query. */
    problems: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'ProblemDocument' })
export type ProblemDocument = z.infer<typeof problemDocument>
