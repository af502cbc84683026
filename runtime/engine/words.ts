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
  /** A photo or voice message came that nothing had asked for. */
  photoReceived: { 'zh-CN': '照片收到了，我先记着。', en: 'I have your photo and will keep it in mind.' },
  voiceReceived: {
    'zh-CN': '语音收到了，不过我还听不懂语音，请打字告诉我。',
    en: 'Your voice message has arrived, but I cannot understand speech yet. Please type it for me.',
  },
  /** The same, while no question is open that could be asked again. */
  receivedFor: {
    'zh-CN': '是什么问题呢？说一句就行，也可以请同事来看。',
    en: 'What is it about? A few words will do, or a colleague can have a look.',
  },
  /** Something said before was changed while a later question is open; `{what}` is the new value with its name. */
  corrected: { 'zh-CN': '好的，{what}。', en: 'All right, changed to {what}.' },
  /** The same question for the second and for the third time: the answer must not come in the same words. */
  again: [
    { 'zh-CN': '我换个说法再说明一下：', en: 'Let me put it once more: ' },
    { 'zh-CN': '抱歉一直没说到点上，目前能确认的是：', en: 'Sorry that this has not helped so far. What I can say for sure: ' },
    { 'zh-CN': '还是这个情况：', en: 'This is still how it stands: ' },
  ],
  /** From the third time on. */
  offerPerson: {
    'zh-CN': '这个问题您问过几次了，看来我没能帮到您。要不要请同事直接帮您看？',
    en: 'You have asked this several times, so I am not helping enough. Shall a colleague look at it with you?',
  },
  /** The visitor wants to leave what is open. */
  left: { 'zh-CN': '好的，那这件事先放下。', en: 'All right, we leave that.' },
  /** The second message in a row that nobody understood. */
  lost: {
    'zh-CN': '这个我可能帮不上，要不要请同事直接帮您看？',
    en: 'I may not be the right one for this. Shall a colleague look at it with you?',
  },
  person: { 'zh-CN': '找人工', en: 'Talk to a person' },
  /** What visitors call one who was offered. */
  personNames: ['人工', '同事', '客服', '真人', 'colleague', 'person', 'human', 'agent', 'somebody', 'someone'],
  /** A message was held back by a quality rule. */
  heldBack: {
    'zh-CN': '这个问题我需要和同事确认一下，请稍等。',
    en: 'Let me check that with a colleague first, one moment please.',
  },
} as const satisfies Record<string, LocalizedText | readonly LocalizedText[]>
