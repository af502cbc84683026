import type { systemChoices as table } from '../schemas/content.ts'

/** Choice values that every conversation understands; the compiler holds them to the schema's. */
export const systemChoices: typeof table = { human: '@human', bot: '@bot' }
