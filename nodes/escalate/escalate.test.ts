import { testNode } from '../testing.ts'
import escalate from './run.ts'

const texts = { text: { 'zh-CN': '前面还有 {{ queue.ahead }} 位', en: '{{ queue.ahead }} before you' }, closedText: '上班后回复您' }

testNode(escalate, {
  'hands over and tells the place in the queue [R6] [R72]': {
    data: { ...texts, group: '售后组', priority: 'high', reason: '订单 {{ order_no }}' },
    slots: { order_no: 'D1' },
    queue: { ahead: 2, open: true },
    says: ['前面还有 2 位'],
    hands: { group: '售后组', priority: 'high', reason: '订单 D1' },
  },
  'queues outside office hours and promises an answer [R1]': {
    data: { ...texts, closedText: '明早九点回复您' },
    queue: { ahead: 0, open: false },
    says: ['明早九点回复您'],
    hands: { group: 'service' },
  },
  'goes another way when nobody is on duty, if so told': {
    data: { ...texts, whenClosed: 'leave' },
    queue: { ahead: 0, open: false },
    says: [],
    leaves: 'closed',
  },
  'still hands over when the queue cannot be seen': {
    data: { ...texts, text: '我请同事来' },
    queue: 'down',
    says: ['我请同事来'],
    hands: { group: 'service' },
    measures: ['queue-unknown'],
  },
  'goes on when people hand the conversation back': { data: texts, hears: [{ event: 'handed-back' }], leaves: 'handed-back' },
  'leaves a broken text to the engine': { data: { ...texts, text: '{{ queue.ahead' }, fails: true, leaves: 'error' },
})
