import { z } from 'zod'
import { intent } from '../intent.ts'
import { crossValidation, intentExplanation, intentHealth, nearDuplicate } from '../intent-report.ts'
import { intentChange } from '../library-change.ts'
import { moodWord } from '../mood.ts'
import { perception } from '../perception.ts'
import { problem } from '../problem.ts'
import { locale, localizedText } from '../text.ts'
import { route } from './route.ts'

const readers = ['owner', 'operator', 'agent', 'analyst'] as const
const writers = ['owner', 'operator'] as const

export const listIntents = route({
  method: 'GET',
  path: '/api/intents',
  access: readers,
  owner: 'shared',
  summary: 'All intents with their health and the flows that use them.',
  reply: z.object({
    version: z.int(),
    intents: z.array(
      z
        .object({ intent, health: intentHealth, usedBy: z.array(z.object({ flow: z.string(), name: localizedText })) })
        .meta({ id: 'ListedIntent' }),
    ),
  }),
})

export const changeIntents = route({
  method: 'POST',
  path: '/api/intents/changes',
  access: writers,
  owner: 'shared',
  summary: 'Change the intent library, all or nothing; the reply holds the changes that undo it.',
  maxBody: 2 * 1024 * 1024,
  body: z.object({ changes: z.array(intentChange).min(1).max(2_000) }).strict(),
  reply: z.object({ version: z.int(), undo: z.array(intentChange) }),
})

export const publishIntents = route({
  method: 'POST',
  path: '/api/intents/publish',
  access: writers,
  owner: 'shared',
  summary:
    'Bring the library live: every live flow whose intents changed gets a version with the same document and the intents of now. ' +
    'Recognisers are trained first; drafts and open conversations stay as they are.',
  reply: z.object({
    flows: z.array(z.object({ flow: z.string(), name: localizedText, number: z.int() })),
    /** Flows that cannot go live so, because they name what the library no longer has. */
    held: z.array(z.object({ flow: z.string(), name: localizedText, problems: z.array(problem) })),
  }),
})

export const tryLanguage = route({
  method: 'POST',
  path: '/api/language/try',
  access: readers,
  owner: 'shared',
  summary: 'What the library as it is now would make of a message, and why. Waits for the training when there is one to do.',
  body: z
    .object({
      text: z.string().min(1).max(4_000),
      locale: locale.default('zh-CN'),
      /** Only these intents are in play; absent = all. */
      intents: z.array(z.string()).max(2_000).optional(),
    })
    .strict(),
  reply: z.object({
    /** Library version it was read with. */
    version: z.int(),
    masked: z.string(),
    perception,
    /** Sure, offered among others, or not understood. */
    zone: z.enum(['answer', 'offer', 'none']),
    explanation: intentExplanation,
    mood: z.object({
      probabilities: z.object({ positive: z.number(), neutral: z.number(), negative: z.number() }),
      complaint: z.number(),
      words: z.array(z.object({ text: z.string(), kind: z.string(), strength: z.number() })),
    }),
  }),
})

export const readTraining = route({
  method: 'GET',
  path: '/api/language/training',
  access: readers,
  owner: 'shared',
  summary: 'Trainings under way, with the share done.',
  reply: z.object({
    trainings: z.array(z.object({ id: z.string(), for: z.enum(['library', 'version', 'report']), share: z.number().min(0).max(1) })),
  }),
})

export const startIntentReport = route({
  method: 'POST',
  path: '/api/intents/report',
  access: writers,
  owner: 'shared',
  summary: 'Find out by cross-validation how well the library tells its intents apart; goes on in a thread.',
  status: 202,
  reply: z.object({ version: z.int() }),
})

export const readIntentReport = route({
  method: 'GET',
  path: '/api/intents/report',
  access: readers,
  owner: 'shared',
  summary: 'The last cross-validation: how far it is, what it found, and whether the library changed since.',
  reply: z.object({
    state: z.enum(['none', 'running', 'done', 'failed']),
    share: z.number().min(0).max(1),
    isStale: z.boolean(),
    report: crossValidation.optional(),
  }),
})

export const listNearDuplicates = route({
  method: 'GET',
  path: '/api/intents/duplicates',
  access: readers,
  owner: 'shared',
  summary: 'Utterances that are nearly the same, in one intent or two, most alike first.',
  reply: z.object({ version: z.int(), pairs: z.array(nearDuplicate) }),
})

export const listMoodWords = route({
  method: 'GET',
  path: '/api/mood/words',
  access: readers,
  owner: 'shared',
  summary: 'The readable lexicon of moods: what is shipped, and what this shop added or switched off.',
  reply: z.object({ shipped: z.array(moodWord), own: z.array(moodWord) }),
})

export const putMoodWords = route({
  method: 'PUT',
  path: '/api/mood/words',
  access: writers,
  owner: 'shared',
  summary: 'Replace what this shop added to the lexicon of moods; counts at once.',
  maxBody: 512 * 1024,
  body: z.object({ own: z.array(moodWord).max(2_000) }).strict(),
  reply: z.object({ own: z.array(moodWord) }),
})
