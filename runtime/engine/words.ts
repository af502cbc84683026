import type { LocalizedText } from '../../schemas/text.ts'

/** What the product itself says when a flow says nothing: kind, short, and never a dead end. */
export const words = {
  /** A node failed and no outlet takes over. */
  fallback: {
    'zh-CN': '抱歉，我这边出了点小状况，马上请同事来帮您。',
    en: 'Sorry, something went wrong on my side. I’m asking a colleague to help you.',
  },
  /** The visitor asked for a person and the flow has no answer of its own to that. */
  handover: {
    'zh-CN': '好的，正在为您转接人工客服，请稍等。',
    en: 'Of course. I’m connecting you with a person, one moment please.',
  },
  /** A question was left without an answer for its time. */
  reminder: { 'zh-CN': '您还在吗？我在这儿等您。', en: 'Are you still there? Take your time, I’m here.' },
  /** An interruption is over. */
  back: { 'zh-CN': '我们接着刚才的：', en: 'Back to where we were:' },
  /** The visitor took the conversation back from the queue. */
  backFromQueue: { 'zh-CN': '好的，我继续帮您。', en: 'All right, I’ll carry on helping you.' },
  /** Nothing in the flow answered. */
  notUnderstood: {
    'zh-CN': '这句我没太明白，可以换个说法再告诉我吗？也可以随时转人工。',
    en: 'I didn’t quite get that. Could you put it another way? You can also talk to a person at any time.',
  },
  /** A message was held back by a quality rule. */
  heldBack: {
    'zh-CN': '这个问题我需要和同事确认一下，请稍等。',
    en: 'Let me check that with a colleague first, one moment please.',
  },
} as const satisfies Record<string, LocalizedText>
