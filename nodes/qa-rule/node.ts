import { z } from 'zod'
import { localizedText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type NodeProblem, type TextField } from '../define.ts'
import { words as shortWords } from '../fields.ts'

/** Watches every message before it leaves: banned words are rewritten, held back, or bring a person in. */
export const qaRule = defineNode({
  type: 'qa-rule',
  v: 1,
  group: 'quality',
  icon: 'shield-check',
  watches: 'outbound',
  data: z.strictObject({
    words: shortWords,
    exceptions: shortWords.default([]),
    action: z.enum(['replace', 'block', 'escalate']).default('replace').meta({ field: 'select' }),
    replacement: localizedText.optional().meta({ when: { field: 'action', is: ['replace'] } }),
  }),
  outlets: {},
  initial: { words: [], replacement: '' },
  texts: (data): TextField[] =>
    data.action === 'replace' && data.replacement !== undefined
      ? [{ path: ['replacement'], text: data.replacement, optional: true, literal: true }]
      : [],
  summary: (data, words): CardLine[] => [
    { kind: 'chips', chips: data.words.slice(0, 6).map((word) => ({ text: word, tone: 'warn' as const })) },
    { kind: 'sentence', text: words.say(data.action, { count: data.exceptions.length }) },
  ],
  checks: (data): NodeProblem[] => [
    ...(data.words.length === 0 ? [{ code: 'words-missing', path: ['words'] }] : []),
    ...(data.action === 'replace' && data.replacement === undefined ? [{ code: 'value-missing', path: ['replacement'] }] : []),
  ],
})
