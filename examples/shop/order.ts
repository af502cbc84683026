import type { ShopProduct } from './products.ts'

export type ShopOrderState =
  | 'unpaid'
  | 'paid'
  | 'packed'
  | 'shipped'
  | 'delivered'
  | 'completed'
  | 'cancelled'
  | 'intercepting'
  | 'refunding'
  | 'refunded'

/** What makes an order of its state special; decides its parcel's story. */
export type ShopOrderStory = 'moving' | 'delivering' | 'stuck' | 'not-received' | 'late' | 'pre-sale' | 'plain'

export interface ShopOrder {
  id: string
  customer: string
  state: ShopOrderState
  story: ShopOrderStory
  placedAt: number
  promisedAt?: number
  lines: { product: ShopProduct; quantity: number; variant: 0 | 1 }[]
  /** Fen, after the threshold offer. */
  total: number
  parcel?: ShopParcel
}

export type ShopParcelStep = 'ordered' | 'shipped' | 'moving' | 'delivering' | 'signed'

export interface ShopParcel {
  carrier: [zh: string, en: string]
  trackingNo: string
  step: ShopParcelStep
  /** Newest first. */
  events: { at: number; zh: string; en: string }[]
  eta?: number
  stuckHours: number
  exception?: 'no-movement' | 'signed-not-received'
}
