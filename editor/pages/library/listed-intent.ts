import type { Routes } from '../../../schemas/api/index.ts'
import type { Reply } from '../../../schemas/api/route.ts'

/** An intent as the list shows it. */
export type ListedIntent = Reply<Routes['listIntents']>['intents'][number]
