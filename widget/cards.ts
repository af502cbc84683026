import type { OutboundContent } from '../schemas/content.ts'
import type { Order, Parcel, Product } from '../schemas/shop.ts'
import type { Locale } from '../schemas/text.ts'
import { h, icons, picture } from './dom.ts'
import { drawing } from './drawings.ts'
import type { Format } from './format.ts'
import { safeHref } from './rich.ts'
import { say, type Words } from './text.ts'

/** What cards are drawn with. */
export interface Pen {
  words: Words
  format: Format
  locale: Locale
}

type Card<Type extends OutboundContent['type']> = Extract<OutboundContent, { type: Type }>

const steps = ['ordered', 'shipped', 'moving', 'delivering', 'signed'] as const

export function parcelCard({ parcel, order }: Card<'parcel'>, pen: Pen): HTMLElement {
  const { words, format } = pen
  const reached = steps.indexOf(parcel.step) + 1
  const [latest] = parcel.events
  const isStuck = parcel.stuckHours >= 72
  return h(
    'div',
    { class: 'card parcel' },
    order
      ? orderHead(order, pen, order.id)
      : h('div', { class: 'head' }, tile('box'), h('div', {}, h('b', {}, parcel.carrier), h('span', { class: 'sub' }, parcel.orderId))),
    h(
      'div',
      { class: 'body' },
      h(
        'div',
        { class: 'row' },
        h('b', { class: 'state' }, words.parcelNow[parcel.step]),
        parcel.eta && parcel.step !== 'signed' && h('span', { class: 'sub' }, format.eta(parcel.eta)),
      ),
      h(
        'div',
        { class: 'bar', role: 'img', 'aria-label': say(words.parcelAt, { n: reached, step: words.parcelNow[parcel.step] }) },
        steps.map((step, index) => h('span', { class: index < reached ? 'done' : undefined }, words.parcelSteps[step])),
      ),
      isStuck && h('p', { class: 'warn' }, picture(icons.alert), say(words.stuck, { n: Math.floor(parcel.stuckHours) })),
      latest && h('p', { class: 'event' }, h('time', { datetime: latest.at }, format.short(latest.at)), h('span', {}, latest.text)),
      history(parcel, pen),
    ),
  )
}

function history(parcel: Parcel, { words, format }: Pen): HTMLElement | false {
  if (parcel.events.length < 2) return false
  return h(
    'details',
    {},
    h('summary', {}, say(words.parcelAll, { n: parcel.events.length })),
    h('p', { class: 'sub' }, say(words.carrier, { carrier: parcel.carrier, number: parcel.trackingNo })),
    h(
      'ol',
      { class: 'events' },
      parcel.events.map((event) =>
        h('li', { class: 'event' }, h('time', { datetime: event.at }, format.short(event.at)), h('span', {}, event.text)),
      ),
    ),
  )
}

export function orderCard({ order }: Card<'order'>, pen: Pen): HTMLElement {
  const { words, format } = pen
  const pieces = order.lines.reduce((sum, line) => sum + line.quantity, 0)
  return h(
    'div',
    { class: 'card' },
    orderHead(order, pen, order.id),
    h(
      'div',
      { class: 'body' },
      h(
        'div',
        { class: 'row' },
        h('b', { class: 'state' }, words.orderStates[order.state]),
        h('span', { class: 'sub' }, say(words.orderPlaced, { date: format.date(order.placedAt) })),
      ),
      order.lines.length > 1 &&
        h(
          'ul',
          { class: 'items' },
          order.lines.map((line) =>
            h(
              'li',
              { class: 'row' },
              h('span', {}, line.quantity > 1 ? `${line.name} × ${line.quantity}` : line.name),
              h('span', { class: 'sub' }, format.money(line.price)),
            ),
          ),
        ),
      pieces > 1 &&
        h(
          'p',
          { class: 'row total' },
          h('span', { class: 'sub' }, say(words.orderPieces, { n: pieces })),
          h('b', {}, format.money(order.total)),
        ),
    ),
  )
}

function orderHead(order: Order, { format }: Pen, id: string): HTMLElement {
  const [first] = order.lines
  return h(
    'div',
    { class: 'head' },
    tile(first?.icon),
    h('div', {}, h('b', {}, first?.name ?? id), h('span', { class: 'sub' }, `${id} · ${format.money(order.total)}`)),
  )
}

export function couponCard({ coupon }: Card<'coupon'>, { words, format, locale }: Pen): HTMLElement {
  const name = typeof coupon.name === 'string' ? coupon.name : (coupon.name[locale] ?? coupon.name['zh-CN'] ?? coupon.name.en ?? '')
  const terms = [
    coupon.threshold ? say(words.couponAbove, { amount: format.money(coupon.threshold) }) : words.couponAny,
    coupon.expiresAt && say(words.couponUntil, { date: format.date(coupon.expiresAt) }),
  ]
  const copy = h('button', { type: 'button', class: 'copy', click: () => copyCode() }, words.couponCopy)
  const code = h('span', { class: 'code' }, coupon.code)
  const copyCode = async () => {
    const copied = await navigator.clipboard?.writeText(coupon.code).then(
      () => true,
      () => false,
    )
    if (copied) copy.textContent = words.couponCopied
    // Without leave to copy, the code is at least selected.
    else getSelection()?.selectAllChildren(code)
  }
  return h(
    'div',
    { class: 'card coupon' },
    h('b', { class: 'value' }, format.money(coupon.value)),
    h(
      'div',
      { class: 'terms' },
      h('b', {}, name),
      terms.map((term) => term && h('span', { class: 'sub' }, term)),
      code,
    ),
    copy,
  )
}

export function productCards({ products }: Card<'cards'>, pen: Pen): HTMLElement {
  return h(
    'ul',
    { class: products.length > 1 ? 'products many' : 'products', tabindex: products.length > 1 ? 0 : undefined },
    products.map((product) => h('li', {}, productCard(product, pen))),
  )
}

function productCard(product: Product, { words, format, locale }: Pen): HTMLElement {
  const name = product.name[locale] ?? product.name['zh-CN'] ?? product.name.en ?? product.id
  const href = safeHref(product.url)
  return h(
    'div',
    { class: 'card product' },
    tile(product.icon),
    h('b', {}, name),
    product.variant && h('span', { class: 'sub' }, product.variant),
    h(
      'span',
      { class: 'row' },
      h('span', { class: 'price' }, format.money(product.price)),
      href && h('a', { href, target: '_blank', rel: 'noopener' }, words.look),
    ),
  )
}

export function stepsCard({ title, steps: list }: Card<'steps'>, { words }: Pen): HTMLElement {
  return h(
    'div',
    { class: 'card body steps' },
    h('b', {}, title ?? words.steps),
    h(
      'ol',
      {},
      list.map((step) => h('li', {}, step)),
    ),
  )
}

const tile = (icon: string | undefined) => h('span', { class: 'tile' }, picture(drawing(icon)))
