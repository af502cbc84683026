import { createHash } from 'node:crypto'
import type { Profile } from '../../schemas/conversation.ts'
import type { Coupon, Offer } from '../../schemas/promotion.ts'
import { isEligible } from './eligible.ts'

/** Keeps budgets: gives one claim at a time, once per key. */
export interface Claims {
  claim(offer: Offer, visitorId: string, key: string, code: string, at: number): Promise<{ code: string } | { why: 'used-up' | 'had-it' }>
}

/**
 * Claims the first of the offers that the visitor may have and that is not used up.
 * The code follows from key and offer, so that a repeated turn gives the same coupon.
 */
export async function claimFirst(
  wanted: readonly string[],
  key: string,
  visitor: { visitorId: string; profile: Readonly<Profile> },
  library: { offers: readonly Offer[]; claims: Claims; now: number },
): Promise<{ coupon: Coupon } | { why: 'none-eligible' | 'used-up' }> {
  let why: 'none-eligible' | 'used-up' = 'none-eligible'
  for (const id of wanted) {
    const offer = library.offers.find((each) => each.id === id)
    if (!offer || !isEligible(offer, visitor.profile, library.now)) continue
    const claimed = await library.claims.claim(offer, visitor.visitorId, `${key}/${id}`, codeOf(key, id), library.now)
    if ('code' in claimed) return { coupon: couponOf(offer, claimed.code) }
    why = 'used-up'
  }
  return { why }
}

function couponOf(offer: Offer, code: string): Coupon {
  return {
    offerId: offer.id,
    code,
    name: offer.name,
    value: offer.value,
    ...(offer.threshold ? { threshold: offer.threshold } : {}),
    ...(offer.validTo ? { expiresAt: offer.validTo } : {}),
  }
}

function codeOf(key: string, offerId: string): string {
  return createHash('sha256').update(`${key}/${offerId}`).digest('base64url').replace(/[-_]/g, '').slice(0, 10).toUpperCase()
}
