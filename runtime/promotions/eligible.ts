import type { Profile } from '../../schemas/conversation.ts'
import type { Offer } from '../../schemas/promotion.ts'

/** Whether this visitor may have the offer now. List prices are the same for everyone; only published eligibility decides. */
export function isEligible(offer: Offer, profile: Readonly<Profile>, now: number): boolean {
  const { tiers, tags, firstOrder } = offer.eligible
  if (offer.validFrom && Date.parse(offer.validFrom) > now) return false
  if (offer.validTo && Date.parse(offer.validTo) < now) return false
  if (tiers?.length && !tiers.includes(profile.tier)) return false
  if (tags?.length && !tags.some((tag) => profile.tags.includes(tag))) return false
  return firstOrder === undefined || firstOrder === (profile.orders === 0)
}
