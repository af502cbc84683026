import { z } from 'zod'

/** Links a visitor can be given: nothing that runs, nothing relative. */
export const safeUrl = z
  .string()
  .max(2_000)
  .regex(/^(https:\/\/|mailto:|tel:)/, { error: 'url-refused' })
