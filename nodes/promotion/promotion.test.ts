import { testNode } from '../testing.ts'
import promotion from './run.ts'

const coupon = { offerId: 'delay-10', code: 'SORRY10', name: '延误补偿券', value: { amount: 1_000, currency: 'CNY' } }
const angry = (anger: number) => ({ says: '气死了', sees: { mood: { polarity: 'negative' as const, anger, anxiety: 0, urgency: 0 } } })

testNode(promotion, {
  'gives the coupon and keeps its code [R53]': {
    data: { offers: ['delay-10'], text: '耽误您了', slot: 'code' },
    claim: { coupon },
    says: ['耽误您了', '[coupon]'],
    leaves: 'given',
    becomes: { code: 'SORRY10' },
    measures: ['offer-given'],
  },
  'offers nothing to somebody who is angry': {
    data: { offers: ['delay-10'] },
    claim: { coupon },
    arrives: angry(0.7),
    says: [],
    leaves: 'not-eligible',
    measures: ['offer-withheld'],
  },
  'still gives to somebody a little cross': {
    data: { offers: ['delay-10'] },
    claim: { coupon },
    arrives: angry(0.69),
    says: ['[coupon]'],
    leaves: 'given',
  },
  'gives nothing to whom nothing is due': {
    data: { offers: ['delay-10', 'vip'] },
    claim: { why: 'none-eligible' },
    says: [],
    leaves: 'not-eligible',
  },
  'gives nothing when all are gone': { data: { offers: ['delay-10'] }, claim: { why: 'used-up' }, leaves: 'not-eligible' },
  'has a way out when coupons cannot be claimed': {
    data: { offers: ['delay-10'] },
    claim: { why: 'unavailable' },
    says: [],
    leaves: 'error',
  },
})
