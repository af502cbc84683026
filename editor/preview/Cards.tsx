import { IconPackage, IconReceipt, IconTruckDelivery } from '@tabler/icons-react'
import type { Coupon } from '../../schemas/promotion.ts'
import { type Order, type Parcel, type Product, parcelStep } from '../../schemas/shop.ts'
import { type Locale, textIn } from '../../schemas/text.ts'
import { clock, dayOf, money } from '../i18n/format.ts'
import { useWords } from '../i18n/index.ts'
import css from './Cards.module.css'
import { words } from './words.ts'

const stepWords = {
  ordered: 'parcelOrdered',
  shipped: 'parcelShipped',
  moving: 'parcelMoving',
  delivering: 'parcelDelivering',
  signed: 'parcelSigned',
} as const
const shownEvents = 3

/** Where a parcel is: state, expected day, its five steps and the newest news. */
export function ParcelCard({ parcel, order, locale }: { parcel: Parcel; order: Order | undefined; locale: Locale }) {
  const say = useWords(words)
  const steps = parcelStep.options
  const reached = steps.indexOf(parcel.step)
  const line = order?.lines[0]
  return (
    <article className={css.card}>
      <header className={css.head}>
        <IconTruckDelivery size={20} stroke={1.75} aria-hidden="true" />
        <strong>{say(stepWords[parcel.step])}</strong>
        {parcel.eta && <span>{say('eta', { day: dayOf(parcel.eta, locale) })}</span>}
      </header>
      <div className={css.body}>
        {line && order && (
          <p className={css.quiet}>
            {line.name} · {order.id}
          </p>
        )}
        <div className={css.bar} role="img" aria-label={say(stepWords[parcel.step])}>
          {steps.map((step, index) => (
            <i key={step} data-reached={index <= reached || undefined} />
          ))}
        </div>
        <ol className={css.events}>
          {parcel.events.slice(0, shownEvents).map((event) => (
            <li key={event.at + event.text}>
              <time dateTime={event.at}>{clock(event.at, locale)}</time>
              <span>{event.text}</span>
            </li>
          ))}
        </ol>
        <p className={css.quiet}>
          {parcel.carrier} {parcel.trackingNo}
          {parcel.stuckHours >= 72 && <em> · {say('stuck', { count: Math.round(parcel.stuckHours) })}</em>}
        </p>
      </div>
    </article>
  )
}

export function OrderCard({ order, locale }: { order: Order; locale: Locale }) {
  const say = useWords(words)
  return (
    <article className={css.card}>
      <header className={css.head}>
        <IconReceipt size={20} stroke={1.75} aria-hidden="true" />
        <strong>{say(`order_${order.state}`)}</strong>
        <span>{order.id}</span>
      </header>
      <div className={css.body}>
        {order.lines.map((line) => (
          <p key={line.sku} className={css.line}>
            <span>
              {line.name}
              {line.quantity > 1 && ` ×${line.quantity}`}
            </span>
            <span>{money(line.price.amount, line.price.currency, locale)}</span>
          </p>
        ))}
        <p className={css.line}>
          <span className={css.quiet}>{say('orderTotal')}</span>
          <strong>{money(order.total.amount, order.total.currency, locale)}</strong>
        </p>
      </div>
    </article>
  )
}

export function CouponCard({ coupon, locale }: { coupon: Coupon; locale: Locale }) {
  const say = useWords(words)
  const { threshold } = coupon
  const terms = [
    threshold ? say('couponOver', { amount: money(threshold.amount, threshold.currency, locale) }) : say('couponFree'),
    ...(coupon.expiresAt ? [say('validUntil', { day: dayOf(coupon.expiresAt, locale) })] : []),
  ]
  return (
    <article className={css.coupon} aria-label={say('coupon')}>
      <strong className={css.worth}>{money(coupon.value.amount, coupon.value.currency, locale)}</strong>
      <div>
        <strong>{textIn(coupon.name, locale)}</strong>
        <p className={css.quiet}>
          {terms.join(' · ')} · <code>{coupon.code}</code>
        </p>
      </div>
    </article>
  )
}

export function ProductCards({ products, locale }: { products: readonly Product[]; locale: Locale }) {
  return (
    <div className={css.products}>
      {products.map((product) => (
        <article key={product.id} className={css.product}>
          <IconPackage size={20} stroke={1.75} aria-hidden="true" />
          <div>
            <strong>{textIn(product.name, locale)}</strong>
            {product.variant && <span className={css.quiet}> {product.variant}</span>}
          </div>
          <span>{money(product.price.amount, product.price.currency, locale)}</span>
        </article>
      ))}
    </div>
  )
}

export function StepsCard({ title, steps }: { title: string | undefined; steps: readonly string[] }) {
  return (
    <article className={css.card}>
      <div className={css.body}>
        {title && <strong>{title}</strong>}
        <ol className={css.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </div>
    </article>
  )
}
