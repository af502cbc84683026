import { digits, type EntityKind, latin, matches } from './kind.ts'

const named =
  /(?:优惠码|优惠券码?|券码|兑换码|折扣码|口令码?|coupon(?: code)?|promo(?: code)?|voucher(?: code)?|discount code|code)\s?(?:是|为|is|[:：])?\s?["“']?([A-Za-z0-9][A-Za-z0-9-]{3,19})(?![A-Za-z0-9])/gi

export const couponCode: EntityKind = {
  type: 'coupon_code',
  needs: [digits + latin],
  // a plain word after "coupon" is no code: a code has a digit or only capitals
  find: (text) =>
    matches(text, named, (match) => (/\d|^[A-Z-]+$/.test(match[1] ?? '') ? match[1]?.toUpperCase() : undefined)).map(({ value, end }) => ({
      value,
      start: end - String(value).length,
      end,
    })),
  valid: (value) => typeof value === 'string' && /^[A-Z0-9-]{4,20}$/.test(value),
}
