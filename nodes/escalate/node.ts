import { z } from 'zod'
import { localizedText, plainText } from '../../schemas/text.ts'
import { type CardLine, defineNode, type TextField } from '../define.ts'

const blanks = ['queue.ahead', 'queue.open'] as const

/** Hands the conversation to people, says where the visitor stands, and stays silent until the bot owns it again. */
export const escalate = defineNode({
  type: 'escalate',
  v: 1,
  group: 'people',
  icon: 'headset',
  waits: true,
  handsOver: true,
  effect: 'writes',
  data: z.strictObject({
    group: plainText.min(1).max(100).default('service').meta({ field: 'line' }),
    priority: z.enum(['normal', 'high', 'urgent']).default('normal').meta({ field: 'select' }),
    reason: plainText.max(500).default('').meta({ field: 'line' }),
    text: localizedText,
    whenClosed: z.enum(['queue', 'leave']).default('queue').meta({ field: 'select' }),
    closedText: localizedText.meta({ when: { field: 'whenClosed', is: ['queue'] } }),
  }),
  outlets: { 'handed-back': 'may', closed: 'must', error: 'may' },
  initial: {
    text: {
      'zh-CN': '我请同事来帮您，前面还有 {{ queue.ahead }} 位。',
      en: 'I am calling a colleague. People before you: {{ queue.ahead }}.',
    },
    closedText: {
      'zh-CN': '现在没有同事在线，我已记下您的问题，上班后第一时间回复您。',
      en: 'Nobody is on duty now. I have noted your question; we reply first thing.',
    },
  },
  without: (data) => (data.whenClosed === 'leave' ? [] : ['closed']),
  passes: (data) => (data.whenClosed === 'leave' ? ['closed'] : []),
  texts: (data): TextField[] => [
    { path: ['text'], text: data.text, blanks },
    ...(data.whenClosed === 'queue' ? [{ path: ['closedText'], text: data.closedText, blanks }] : []),
    { path: ['reason'], text: data.reason, optional: true },
  ],
  summary: (data, words): CardLine[] => [
    { kind: 'bubble', text: data.text },
    { kind: 'sentence', text: words.say('to', { group: data.group, priority: words.say(data.priority) }) },
  ],
})
