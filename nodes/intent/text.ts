import { nodeText } from '../define.ts'
import { intent } from './node.ts'

export const intentText = nodeText(intent, {
  'zh-CN': {
    name: '意图',
    help: '听懂顾客想做什么，走对应的路；拿不准就列出最像的几个请顾客点。',
    example: '「我的快递到哪了」→ 查物流；「想退」→ 退货；「那个怎么弄」→ 列出「退货」「换货」请顾客选。',
    outlets: { 'not-understood': '没听懂', silent: { label: '没有回应（{silence} 分钟）', open: '温柔提醒一次' } },
    fields: {
      question: { label: '先问一句', hint: '可以不填。例：想了解什么，直接说就好。' },
      branches: { label: '分支', hint: '一个分支可以包含几个意图。' },
      'branches.name': { label: '名字', hint: '拿不准时，顾客会看到它。例：查物流' },
      'branches.intents': '意图',
      sure: { label: '多有把握就直接走' },
      unsure: { label: '多有把握才列出来请顾客选' },
      offerText: { label: '拿不准时怎么问', hint: '例：您是想…' },
      silence: { label: '等多久算没有回应', hint: '0 表示一直等。' },
    },
    card: { sure: '把握 {sure}% 直接走，{unsure}% 以上请顾客选' },
  },
  en: {
    name: 'Intent',
    help: 'Understands what a visitor wants and goes that way; when unsure, offers what it may be.',
    example: '"Where is my parcel" → Track; "send it back" → Return; "how does that work" → offers Return and Exchange.',
    outlets: { 'not-understood': 'Not understood', silent: { label: 'No reply ({silence} min)', open: 'One gentle reminder' } },
    fields: {
      question: { label: 'Ask first', hint: 'May stay empty. For example: Just tell me what you need.' },
      branches: { label: 'Branches', hint: 'One branch may cover several intents.' },
      'branches.name': { label: 'Name', hint: 'Visitors see it when the bot is unsure. For example: Track a parcel' },
      'branches.intents': 'Intents',
      sure: { label: 'Go at once from' },
      unsure: { label: 'Offer as a choice from' },
      offerText: { label: 'How to ask when unsure', hint: 'For example: Do you mean …' },
      silence: { label: 'How long to wait for a reply', hint: '0 waits for ever.' },
    },
    card: { sure: 'Goes at {sure}%, offers choices from {unsure}%' },
  },
})
