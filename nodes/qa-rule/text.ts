import { nodeText } from '../define.ts'
import { qaRule } from './node.ts'

export const qaRuleText = nodeText(qaRule, {
  'zh-CN': {
    name: '质检规则',
    help: '每句话发出去之前先看一遍：有违禁词就改写、拦下或转人工。',
    example: '「全网最低」改成「价格实惠」；「最低起订量」是例外，不算。',
    outlets: {},
    fields: {
      words: { label: '违禁词', hint: '例：全网最低、第一、永久' },
      exceptions: { label: '例外', hint: '含有违禁词但没问题的说法。例：第一次使用' },
      action: { label: '遇到时', options: { replace: '换成合规说法', block: '整句不发', escalate: '不发，并转人工' } },
      replacement: { label: '换成', hint: '不填就直接去掉。例：价格实惠' },
    },
    card: {
      replace: '发送前换成合规说法 · 例外 {count} 条',
      block: '发送前拦下 · 例外 {count} 条',
      escalate: '拦下并转人工 · 例外 {count} 条',
    },
  },
  en: {
    name: 'Quality rule',
    help: 'Reads every message before it leaves: banned words are rewritten, held back or bring a person in.',
    example: '"Cheapest on the web" becomes "well priced"; "cheapest option" is an exception.',
    outlets: {},
    fields: {
      words: { label: 'Banned words', hint: 'For example: cheapest, number one, for ever' },
      exceptions: { label: 'Exceptions', hint: 'Harmless phrases that hold a banned word. For example: number one priority' },
      action: {
        label: 'When found',
        options: { replace: 'Put other words instead', block: 'Hold the message back', escalate: 'Hold it back and hand to a person' },
      },
      replacement: { label: 'Instead', hint: 'Empty removes the word. For example: well priced' },
    },
    card: {
      replace: 'Rewritten before sending · {count} exceptions',
      block: 'Held back · {count} exceptions',
      escalate: 'Held back, to a person · {count} exceptions',
    },
  },
})
