import { nodeText } from '../define.ts'
import { promotion } from './node.ts'

export const promotionText = nodeText(promotion, {
  'zh-CN': {
    name: '优惠',
    help: '从上往下，发顾客能领的第一张券；顾客正在生气时不发。',
    example: '延误超过 3 天：先说「耽误您了，这张券请收下」，发 ¥10 无门槛券。',
    outlets: { given: '已发放', 'not-eligible': '不符合', error: { label: '发不出去', open: '用流程的兜底话术' } },
    fields: {
      offers: { label: '发哪张券', hint: '从上往下，能领哪张发哪张。' },
      text: { label: '发之前说', hint: '可以不填。例：耽误您了，这张券请收下。' },
      slot: { label: '券码记进变量', hint: '可以不填。' },
    },
    card: { rule: '发能领的第一张，生气时不发' },
  },
  en: {
    name: 'Promotion',
    help: 'Gives the first coupon, from top to bottom, that the visitor may have; never while they are angry.',
    example: 'More than 3 days late: says "Sorry for the delay, please take this" and gives the ¥10 coupon.',
    outlets: {
      given: 'Given',
      'not-eligible': 'Not eligible',
      error: { label: 'Could not be given', open: "The flow's fallback takes over" },
    },
    fields: {
      offers: { label: 'Coupons', hint: 'From top to bottom; the first one they may have is given.' },
      text: { label: 'Say before', hint: 'May stay empty. For example: Sorry for the delay, please take this.' },
      slot: { label: 'Keep the code in', hint: 'May stay empty.' },
    },
    card: { rule: 'Gives the first they may have, never in anger' },
  },
})
