import { z } from 'zod'
import { plainText } from './text.ts'
import { safeUrl } from './url.ts'

/** Money in minor units (fen, cents): an integer, never a float. */
export const money = z
  .object({
    amount: z.int(),
    currency: z
      .string()
      .regex(/^[A-Za-z]{3}$/)
      .default('CNY'),
  })
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

const mostAttributes = 200

/** A product of the library: what somebody typed or imported, held to what one question may look through. */
export const ownProduct = product
  .extend({
    id: z.string().min(1).max(100),
    variant: plainText.max(200).optional(),
    icon: z.string().max(100).optional(),
    url: safeUrl.optional(),
    tags: z.array(plainText.max(100)).max(100).default([]),
    attributes: z
      .record(plainText.min(1).max(100), plainText.max(2_000))
      .default({})
      .check(({ value, issues }) => {
        if (Object.keys(value).length > mostAttributes)
          issues.push({ code: 'too_big', origin: 'array', maximum: mostAttributes, inclusive: true, input: value })
      }),
  })
  .meta({ id: 'OwnProduct' })

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
