import { nodeText } from '../define.ts'
import { watchMood } from './node.ts'

export const watchMoodText = nodeText(watchMood, {
  'zh-CN': {
    name: '随时情绪',
    help: '留意顾客每句话的情绪，气坏了、连着不满、同一个问题问了好几遍，就先安抚或转人工。',
    example: '顾客说「骗子！再不退款我就投诉」→ 马上道歉并转给专员；「什么时候发货」问到第三遍 → 主动请同事来。',
    outlets: { matched: '情绪不对' },
    fields: {
      anger: { label: '生气到多少', hint: '0 表示不看这一项。一般 80%：有怒气的原话才到这么高。' },
      negative: { label: '最近三句里有几句不满', hint: '0 表示不看这一项。' },
      repeated: { label: '同一个问题问到第几遍', hint: '0 表示不看这一项。换个说法问也算。' },
      upset: { label: '问到第三遍而且不高兴', hint: '第二遍先换个说法回答。' },
      complaint: { label: '隐性投诉倾向到多少', hint: '0 表示不看这一项。例：「不是说昨天发吗，一直没动」约 60%。' },
      once: { label: '每段对话只触发一次' },
      returns: { label: '处理完回到刚才的话题' },
    },
    card: {
      anger: '生气 ≥ {share}%',
      negative: '三句里 {count} 句不满',
      repeated: '同一问题第 {count} 遍',
      upset: '问到第三遍且不高兴',
      complaint: '隐性投诉 ≥ {share}%',
      returns: '处理完回到刚才的话题',
      leaves: '不再回到刚才的话题',
    },
  },
  en: {
    name: 'Any-time mood',
    help: 'Watches how every message feels: anger, one bad message after another, the same question again and again.',
    example:
      '"Cheats! Refund me or I complain" → an apology and a specialist at once; "when do you ship" for the third time → a colleague.',
    outlets: { matched: 'Too much' },
    fields: {
      anger: { label: 'Anger from', hint: '0 leaves this sign out. 80% is reached only by openly angry words.' },
      negative: { label: 'Unhappy ones of the last three messages', hint: '0 leaves this sign out.' },
      repeated: { label: 'The same question for the … time', hint: '0 leaves this sign out. Other words for the same count too.' },
      upset: { label: 'The same question for the third time, in a bad mood', hint: 'The second time is answered in other words first.' },
      complaint: {
        label: 'Hidden complaint from',
        hint: '0 leaves this sign out. "You said it ships yesterday, nothing moved" is about 60%.',
      },
      once: { label: 'Only once in a conversation' },
      returns: { label: 'Come back to the open topic afterwards' },
    },
    card: {
      anger: 'Anger ≥ {share}%',
      negative: '{count} of 3 unhappy',
      repeated: 'Asked {count} times',
      upset: 'Asked 3 times, in a bad mood',
      complaint: 'Hidden complaint ≥ {share}%',
      returns: 'Comes back to the open topic',
      leaves: 'Leaves the open topic',
    },
  },
})
