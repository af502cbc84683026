import { z } from 'zod'
import { localizedText } from '../schemas/text.ts'
import { behave, defineNode } from './define.ts'
import { testNode } from './testing.ts'

// the example of docs/adding-a-node.md, as it stands there
const pauseNote = defineNode({
  type: 'pause-note',
  v: 1,
  group: 'talk',
  icon: 'note',
  data: z.strictObject({ text: localizedText }),
  outlets: { next: 'must' },
  initial: { text: '' },
  texts: (data) => [{ path: ['text'], text: data.text }],
  summary: (data) => [{ kind: 'bubble', text: data.text }],
})

const run = behave(pauseNote, {
  enter(data, turn) {
    turn.say(data.text)
    return { leave: 'next' }
  },
})

testNode(run, {
  'says its words': { data: { text: '稍等' }, says: ['稍等'], leaves: 'next' },
  'says them in English': { data: { text: { 'zh-CN': '稍等', en: 'One moment' } }, locale: 'en', says: ['One moment'] },
})
