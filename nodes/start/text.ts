import { nodeText } from '../define.ts'
import { start } from './node.ts'

export const startText = nodeText(start, {
  'zh-CN': {
    name: '开始',
    help: '每段对话从这里开始；别的流程调用本流程时，也从这里进来。',
    example: '开始 → 消息「您好，我是小楼，有什么可以帮您？」',
    outlets: { next: '下一步' },
    fields: {},
    card: { begins: '对话从这里开始' },
  },
  en: {
    name: 'Start',
    help: 'Every conversation begins here, and so does every call from another flow.',
    example: 'Start → Message "Hello, I am the shop assistant. How can I help?"',
    outlets: { next: 'Next' },
    fields: {},
    card: { begins: 'Conversations begin here' },
  },
})
