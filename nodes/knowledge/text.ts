import { nodeText } from '../define.ts'
import { knowledge } from './node.ts'

export const knowledgeText = nodeText(knowledge, {
  'zh-CN': {
    name: '知识',
    help: '用店里的问答和商品参数回答顾客；拿不准就列出最像的三个问题请顾客点。',
    example: '「能带上飞机吗」→ 按充电宝的问答回答；「那个能用吗」→ 列出「电磁炉能用吗」「海外能用吗」。',
    outlets: {
      answered: '已回答',
      'not-sure': '拿不准',
      nothing: '没有答案',
      silent: { label: '没有回应（{silence} 分钟）', open: '温柔提醒一次' },
      error: { label: '出错了', open: '用流程的兜底话术' },
    },
    fields: {
      question: { label: '先问一句', hint: '可以不填。例：想了解商品的什么？' },
      tags: { label: '只用带这些标签的问答', hint: '不选就用全部。例：售后' },
      products: { label: '也用商品参数回答', hint: '例：「这款多重」按商品资料里的重量回答，并注明出处。' },
      offer: { label: '拿不准时列出来请顾客选' },
      offerText: { label: '列出来时怎么问', hint: '例：您想问的是哪一个？' },
      silence: { label: '等多久算没有回应', hint: '0 表示一直等。' },
    },
    card: { offers: '有答案就答，拿不准列 3 个', plain: '有答案就答' },
  },
  en: {
    name: 'Knowledge',
    help: "Answers from the shop's articles and product sheets; when unsure, offers the three questions it may be.",
    example: '"May I take it on a plane" → the power bank article; "does it work there" → offers "On induction?" and "Abroad?".',
    outlets: {
      answered: 'Answered',
      'not-sure': 'Not sure',
      nothing: 'No answer',
      silent: { label: 'No reply ({silence} min)', open: 'One gentle reminder' },
      error: { label: 'Something failed', open: "The flow's fallback takes over" },
    },
    fields: {
      question: { label: 'Ask first', hint: 'May stay empty. For example: What would you like to know?' },
      tags: { label: 'Only articles with these tags', hint: 'None means all. For example: After-sales' },
      products: {
        label: 'Answer from product sheets too',
        hint: 'For example: "How heavy is it" is answered by the weight on the sheet, with its source.',
      },
      offer: { label: 'Offer choices when unsure' },
      offerText: { label: 'How to ask then', hint: 'For example: Which of these do you mean?' },
      silence: { label: 'How long to wait for a reply', hint: '0 waits for ever.' },
    },
    card: { offers: 'Answers, or offers 3 when unsure', plain: 'Answers when it can' },
  },
})
