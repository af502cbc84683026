import { behave } from '../define.ts'
import { promotion } from './node.ts'

/** From here on a discount reads as "stop complaining"; people should take over instead. */
const angry = 0.7

export default behave(promotion, {
  async enter(data, turn) {
    if ((turn.message?.perception?.mood.anger ?? 0) >= angry) {
      turn.measure('offer-withheld', { why: 'angry' })
      return { leave: 'not-eligible' }
    }
    const claim = await turn.promotions.claimFirst(data.offers, turn.key)
    if ('why' in claim) {
      turn.measure('offer-withheld', { why: claim.why })
      return { leave: claim.why === 'unavailable' ? 'error' : 'not-eligible' }
    }
    if (data.text) turn.say(data.text)
    turn.show({ type: 'coupon', coupon: claim.coupon })
    if (data.slot) turn.set(data.slot, claim.coupon.code)
    turn.measure('offer-given', { offer: claim.coupon.offerId })
    return { leave: 'given' }
  },
})
