import { nodeText } from '../define.ts'
import { escalate } from './node.ts'

export const escalateText = nodeText(escalate, {
  'zh-CN': {
    name: '转人工',
    help: '把对话交给同事，告诉顾客前面还有几位；同事接待期间机器人不插话。',
    example: '「我请同事来帮您，前面还有 2 位」，交给售后组，优先级高。',
    outlets: {
      'handed-back': { label: '同事交还', open: '回到刚才没聊完的地方' },
      closed: '没人在线',
      error: { label: '转不过去', open: '用流程的兜底话术' },
    },
    fields: {
      group: { label: '交给哪个组', hint: '例：售后组' },
      priority: { label: '优先级', options: { normal: '普通', high: '高', urgent: '紧急' } },
      reason: { label: '给同事看的原因', hint: '顾客看不到。例：包裹 {{ order_no }} 三天没动' },
      text: { label: '对顾客说', hint: '{{ queue.ahead }} 会换成前面的人数。' },
      whenClosed: { label: '没人在线时', options: { queue: '先排队，上班后接待', leave: '不转，走「没人在线」' } },
      closedText: { label: '没人在线时对顾客说' },
    },
    card: { to: '{group} · 优先级{priority}', normal: '普通', high: '高', urgent: '紧急' },
  },
  en: {
    name: 'Hand to a person',
    help: 'Gives the conversation to people and tells the visitor how many are before them; the bot keeps silent meanwhile.',
    example: '"I am calling a colleague. People before you: 2", to the after-sales group with high priority.',
    outlets: {
      'handed-back': { label: 'Handed back', open: 'Back to what was left open' },
      closed: 'Nobody on duty',
      error: { label: 'Could not hand over', open: "The flow's fallback takes over" },
    },
    fields: {
      group: { label: 'Group', hint: 'For example: After-sales' },
      priority: { label: 'Priority', options: { normal: 'Normal', high: 'High', urgent: 'Urgent' } },
      reason: {
        label: 'Reason, for your colleagues',
        hint: 'Visitors do not see it. For example: parcel {{ order_no }} stuck for three days',
      },
      text: { label: 'Say to the visitor', hint: '{{ queue.ahead }} becomes the number of people before them.' },
      whenClosed: {
        label: 'When nobody is on duty',
        options: { queue: 'Queue until someone is', leave: 'Do not hand over; leave by "Nobody on duty"' },
      },
      closedText: { label: 'Say when nobody is on duty' },
    },
    card: { to: '{group} · {priority} priority', normal: 'normal', high: 'high', urgent: 'urgent' },
  },
})
