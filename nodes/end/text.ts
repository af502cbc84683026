import { nodeText } from '../define.ts'
import { end } from './node.ts'

export const endText = nodeText(end, {
  'zh-CN': {
    name: '结束',
    help: '离开本流程：回到刚才没聊完的地方，或者结束整段对话。',
    example: '「还有需要随时找我～」，然后回到刚才的退货申请。',
    outlets: {},
    fields: {
      mode: { label: '结束之后', options: { return: '回到刚才没聊完的地方', close: '结束整段对话' } },
      text: { label: '告别的话', hint: '可以不填。例：还有需要随时找我～' },
    },
    card: { return: '回到刚才没聊完的地方', close: '结束整段对话' },
  },
  en: {
    name: 'End',
    help: 'Leaves this flow: back to what was left open, or out of the whole conversation.',
    example: '"Write any time you need me", then back to the open return request.',
    outlets: {},
    fields: {
      mode: { label: 'Afterwards', options: { return: 'Back to what was left open', close: 'End the whole conversation' } },
      text: { label: 'Closing words', hint: 'May stay empty. For example: Write any time you need me.' },
    },
    card: { return: 'Back to what was left open', close: 'Ends the whole conversation' },
  },
})
