/** Offers of the demo shop. Money in fen; times as days from now, so that the demo never grows old. */
export interface ShopPromotion {
  id: string
  kind: 'threshold' | 'percent' | 'coupon'
  zh: string
  en: string
  value: number
  threshold?: number
  fromDays: number
  toDays: number
  left: number
  tier?: string
  tag?: string
}

export const promotions: readonly ShopPromotion[] = [
  {
    id: 'p-199-30',
    kind: 'threshold',
    zh: '满 199 减 30',
    en: '¥30 off ¥199',
    value: 3_000,
    threshold: 19_900,
    fromDays: -10,
    toDays: 12,
    left: 100_000,
  },
  {
    id: 'p-399-70',
    kind: 'threshold',
    zh: '满 399 减 70',
    en: '¥70 off ¥399',
    value: 7_000,
    threshold: 39_900,
    fromDays: -10,
    toDays: 12,
    left: 100_000,
  },
  {
    id: 'p-light-9',
    kind: 'percent',
    zh: '灯具九折',
    en: '10% off lighting',
    value: 10,
    fromDays: -3,
    toDays: 4,
    left: 100_000,
    tag: 'light',
  },
  { id: 'c-delay-10', kind: 'coupon', zh: '延误补偿券', en: 'Delay coupon', value: 1_000, fromDays: -60, toDays: 30, left: 500 },
  {
    id: 'c-new-20',
    kind: 'coupon',
    zh: '新客礼券',
    en: 'Welcome coupon',
    value: 2_000,
    threshold: 9_900,
    fromDays: -60,
    toDays: 30,
    left: 500,
    tag: 'new',
  },
  {
    id: 'c-back-15',
    kind: 'coupon',
    zh: '老友回店券',
    en: 'Welcome-back coupon',
    value: 1_500,
    threshold: 8_900,
    fromDays: -60,
    toDays: 30,
    left: 300,
    tag: 'dormant_30d',
  },
  {
    id: 'c-gold-50',
    kind: 'coupon',
    zh: '金卡专享券',
    en: 'Gold member coupon',
    value: 5_000,
    threshold: 29_900,
    fromDays: -30,
    toDays: 30,
    left: 200,
    tier: 'gold',
  },
  {
    id: 'c-baby-50',
    kind: 'coupon',
    zh: '满 300 减 50',
    en: '¥50 off ¥300',
    value: 5_000,
    threshold: 30_000,
    fromDays: -30,
    toDays: 30,
    left: 200,
    tag: 'baby',
  },
  { id: 'c-free-post', kind: 'coupon', zh: '免运费券', en: 'Free delivery', value: 1_200, fromDays: -30, toDays: 30, left: 900 },
  {
    id: 'c-gone-30',
    kind: 'coupon',
    zh: '限量 30 元券',
    en: '¥30 limited coupon',
    value: 3_000,
    threshold: 9_900,
    fromDays: -5,
    toDays: 5,
    left: 0,
  },
  {
    id: 'p-618',
    kind: 'threshold',
    zh: '618 满减',
    en: 'June sale',
    value: 6_000,
    threshold: 30_000,
    fromDays: -160,
    toDays: -150,
    left: 100_000,
  },
  {
    id: 'p-new-year',
    kind: 'threshold',
    zh: '年货节满减',
    en: 'New year sale',
    value: 8_000,
    threshold: 49_900,
    fromDays: 20,
    toDays: 50,
    left: 100_000,
  },
]
