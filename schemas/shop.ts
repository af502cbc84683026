import { z } from 'zod'
import { plainText } from './text.ts'

/** Money in minor units (fen, cents): an integer, never a float. */
export const money = z
  .object({ amount: z.int(), currency: z.string().length(3).default('CNY') })
  .strict()
  .meta({ id: 'Money' })
export type Money = z.infer<typeof money>

export const orderState = z.enum([
  'unpaid',
  'paid',
  'packed',
  'shipped',
  'delivered',
  'completed',
  'cancelled',
  'intercepting',
  'refunding',
  'refunded',
])
export type OrderState = z.infer<typeof orderState>

export const product = z
  .object({
    id: z.string(),
    name: z.partialRecord(z.enum(['zh-CN', 'en']), plainText),
    variant: plainText.optional(),
    price: money,
    /** Key of a drawing the storefront and widget own; no image is fetched from elsewhere. */
    icon: z.string().optional(),
    url: z.string().optional(),
    tags: z.array(z.string()).default([]),
    attributes: z.record(z.string(), z.string()).default({}),
  })
  .meta({ id: 'Product' })
export type Product = z.infer<typeof product>

export const orderLine = z.object({ sku: z.string(), name: plainText, quantity: z.int().min(1), price: money, icon: z.string().optional() })

export const order = z
  .object({
    id: z.string(),
    state: orderState,
    placedAt: z.iso.datetime(),
    /** Until when the shop promised to ship, when it did. */
    promisedAt: z.iso.datetime().optional(),
    lines: z.array(orderLine),
    total: money,
  })
  .meta({ id: 'Order' })
export type Order = z.infer<typeof order>

/** Five steps that every parcel passes; a card draws them as a bar. */
export const parcelStep = z.enum(['ordered', 'shipped', 'moving', 'delivering', 'signed'])
export type ParcelStep = z.infer<typeof parcelStep>

export const parcel = z
  .object({
    orderId: z.string(),
    carrier: plainText,
    trackingNo: z.string(),
    step: parcelStep,
    /** Newest first. */
    events: z.array(z.object({ at: z.iso.datetime(), text: plainText })),
    eta: z.iso.datetime().optional(),
    /** Hours without a movement; 72 and more counts as stuck. */
    stuckHours: z.number().min(0).default(0),
  })
  .meta({ id: 'Parcel' })
export type Parcel = z.infer<typeof parcel>
