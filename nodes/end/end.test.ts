import { testNode } from '../testing.ts'
import end from './run.ts'

testNode(end, {
  'returns to what was left open': { data: { mode: 'return' }, says: [], ends: 'return' },
  'says goodbye and closes': {
    data: { mode: 'close', text: { 'zh-CN': '再见', en: 'Bye' } },
    locale: 'en',
    says: ['Bye'],
    ends: 'abandon',
  },
})
