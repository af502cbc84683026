import { describe, expect, it } from 'vitest'
import { profile as profileSchema } from '../../schemas/conversation.ts'
import { offer } from '../../schemas/promotion.ts'
import { type Claims, claimFirst } from './claim.ts'
import { isEligible } from './eligible.ts'

const budget = { total: 1, perVisitor: 1 }
const value = { amount: 1_000, currency: 'CNY' }
const vip = offer.parse({ id: 'vip', name: 'VIP', value, eligible: { tiers: ['vip'] }, budget })
const first = offer.parse({ id: 'first', name: 'First', value, eligible: { firstOrder: true }, budget })
const all = offer.parse({ id: 'all', name: 'All', value, validTo: '2026-12-01T00:00:00Z', budget })
const now = Date.parse('2026-11-21T00:00:00Z')
const anyone = profileSchema.parse({})

/** Budgets in memory. */
function claims(): Claims {
  const left = new Map<string, number>()
  return {
    async claim(wanted, _visitor, _key, code) {
      const rest = left.get(wanted.id) ?? wanted.budget.total
      if (rest === 0) return { why: 'used-up' }
      left.set(wanted.id, rest - 1)
      return { code }
    },
  }
}

describe('promotions', () => {
  it('gives by published eligibility only [R53]', () => {
    expect(isEligible(vip, anyone, now)).toBe(false)
    expect(isEligible(vip, { ...anyone, tier: 'vip' }, now)).toBe(true)
    expect(isEligible(first, { ...anyone, orders: 3 }, now)).toBe(false)
    expect(isEligible(all, anyone, Date.parse('2026-12-02T00:00:00Z'))).toBe(false)
  })

  it('claims the first that fits, then the next, and the same code for the same turn [R48] [B10]', async () => {
    const library = { offers: [vip, first, all], claims: claims(), now }
    const visitor = { visitorId: 'v', profile: anyone }
    const one = await claimFirst(['vip', 'first', 'all'], 'k1', visitor, library)
    expect(one).toMatchObject({ coupon: { offerId: 'first' } })
    expect(await claimFirst(['first', 'all'], 'k2', visitor, library)).toMatchObject({
      coupon: { offerId: 'all', expiresAt: '2026-12-01T00:00:00Z' },
    })
    expect(await claimFirst(['first', 'all'], 'k3', visitor, library)).toEqual({ why: 'used-up' })
    expect(await claimFirst(['vip'], 'k4', visitor, library)).toEqual({ why: 'none-eligible' })
    const again = await claimFirst(['first'], 'k1', visitor, { ...library, claims: claims() })
    expect(again).toMatchObject({ coupon: { code: 'coupon' in one ? one.coupon.code : '' } })
  })
})
