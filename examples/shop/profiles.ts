/** A customer of the demo shop. Names and phones are masked at the source. */
export interface ShopCustomer {
  id: string
  kind: 'regular' | 'price-sensitive' | 'vip' | 'elderly' | 'baby' | 'dormant' | 'returner' | 'overseas' | 'new'
  name: string
  phone: string
  city: string
  cityEn: string
  tier: 'none' | 'silver' | 'gold'
  points: number
  tags: string[]
  /** Days since the last sign-in. */
  lastSeenDays: number
}

/** The first is who an unverified visitor of the demo is taken for. */
export const customers: readonly ShopCustomer[] = [
  {
    id: 'c-1001',
    kind: 'regular',
    name: '林*',
    phone: '138****5678',
    city: '杭州',
    cityEn: 'Hangzhou',
    tier: 'silver',
    points: 1_280,
    tags: [],
    lastSeenDays: 0,
  },
  {
    id: 'c-1002',
    kind: 'price-sensitive',
    name: '王**',
    phone: '139****0213',
    city: '成都',
    cityEn: 'Chengdu',
    tier: 'none',
    points: 90,
    tags: ['price_sensitive'],
    lastSeenDays: 1,
  },
  {
    id: 'c-1003',
    kind: 'vip',
    name: '周*',
    phone: '136****8800',
    city: '上海',
    cityEn: 'Shanghai',
    tier: 'gold',
    points: 12_600,
    tags: ['vip'],
    lastSeenDays: 0,
  },
  {
    id: 'c-1004',
    kind: 'elderly',
    name: '陈**',
    phone: '135****3344',
    city: '苏州',
    cityEn: 'Suzhou',
    tier: 'none',
    points: 300,
    tags: ['large_type'],
    lastSeenDays: 3,
  },
  {
    id: 'c-1005',
    kind: 'baby',
    name: '赵*',
    phone: '150****7621',
    city: '武汉',
    cityEn: 'Wuhan',
    tier: 'silver',
    points: 2_010,
    tags: ['baby'],
    lastSeenDays: 2,
  },
  {
    id: 'c-1006',
    kind: 'dormant',
    name: '孙**',
    phone: '151****9017',
    city: '西安',
    cityEn: "Xi'an",
    tier: 'none',
    points: 640,
    tags: ['dormant_30d'],
    lastSeenDays: 34,
  },
  {
    id: 'c-1007',
    kind: 'returner',
    name: '吴*',
    phone: '187****4405',
    city: '广州',
    cityEn: 'Guangzhou',
    tier: 'none',
    points: 210,
    tags: ['frequent_returns'],
    lastSeenDays: 0,
  },
  {
    id: 'c-1008',
    kind: 'overseas',
    name: 'M. H***',
    phone: '+1 *** *** 2290',
    city: '西雅图',
    cityEn: 'Seattle',
    tier: 'none',
    points: 450,
    tags: ['overseas'],
    lastSeenDays: 5,
  },
  {
    id: 'c-1009',
    kind: 'new',
    name: '何**',
    phone: '188****6630',
    city: '南京',
    cityEn: 'Nanjing',
    tier: 'none',
    points: 0,
    tags: ['new'],
    lastSeenDays: 0,
  },
]

export const demoCustomer = 'c-1001'
