import { z } from 'zod'

const fresh = z.object({
  fresh: z.object({
    question: z.string(),
    /** Messages of visitors that the new article answers: they become its similar questions. */
    reviews: z.array(z.string()).default([]),
  }),
})

/** What a new article begins with; it travels with the address, so that a reload of the page keeps it. */
export interface Fresh {
  question: string
  reviews?: string[]
}

/** @returns undefined for an article that is there already */
export function readFresh(state: unknown): Fresh | undefined {
  const read = fresh.safeParse(state)
  return read.success ? read.data.fresh : undefined
}
