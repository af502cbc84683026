import { nodeText } from '../define.ts'
import { condition } from './node.ts'

export const conditionNodeText = nodeText(condition, {
  'zh-CN': {
    name: '条件',
    help: '从上往下看，第一条成立的就走那条路；都不成立走「其他情况」。',
    example: '停滞小时数不少于 72 → 补偿券；会员等级是「gold」→ 专属客服；其他情况 → 安抚一句。',
    outlets: { otherwise: '其他情况' },
    fields: {
      branches: { label: '分支', hint: '从上往下看，先成立的先走。' },
      'branches.name': { label: '名字', hint: '可以不填，就用条件本身当名字。' },
      'branches.when': '什么时候走这里',
    },
  },
  en: {
    name: 'Condition',
    help: 'Takes the first branch whose condition holds, from top to bottom; else "Otherwise".',
    example: 'Hours without movement at least 72 → coupon; tier is "gold" → own agent; otherwise → a kind word.',
    outlets: { otherwise: 'Otherwise' },
    fields: {
      branches: { label: 'Branches', hint: 'From top to bottom; the first that holds is taken.' },
      'branches.name': { label: 'Name', hint: 'May stay empty; the condition itself is the name then.' },
      'branches.when': 'Goes here when',
    },
  },
})
