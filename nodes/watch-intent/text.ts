import { nodeText } from '../define.ts'
import { watchIntent } from './node.ts'

export const watchIntentText = nodeText(watchIntent, {
  'zh-CN': {
    name: '随时意图',
    help: '不管聊到哪里，听到这些意图就先处理它，处理完再回到刚才的话题。',
    example: '退货填到一半，顾客说「转人工」→ 马上转；说「运费谁出」→ 回答完接着填。',
    outlets: { matched: '命中' },
    fields: {
      intents: { label: '听到这些意图', hint: '例：要求人工' },
      threshold: { label: '多有把握才打断' },
      except: { label: '话里有这些词就不算', hint: '例：几点、上班。「客服几点上班」是在问时间，不是要人工。' },
      returns: { label: '处理完回到刚才的话题' },
    },
    card: { returns: '处理完回到刚才的话题', leaves: '不再回到刚才的话题' },
  },
  en: {
    name: 'Any-time intent',
    help: 'Wherever the conversation stands, hears these intents, deals with them first and comes back.',
    example: 'In the middle of a return: "a person please" → at once; "who pays postage" → answered, then back to the return.',
    outlets: { matched: 'Heard' },
    fields: {
      intents: { label: 'Listen for', hint: 'For example: Wants a person' },
      threshold: { label: 'Interrupt from' },
      except: {
        label: 'Not when these words are said',
        hint: 'For example: hours, what time. "What are your service hours" asks for hours, not for a person.',
      },
      returns: { label: 'Come back to the open topic afterwards' },
    },
    card: { returns: 'Comes back to the open topic', leaves: 'Leaves the open topic' },
  },
})
