import type { OutboundContent } from '../schemas/content.ts'
import type { Money } from '../schemas/shop.ts'
import { type Locale, textIn } from '../schemas/text.ts'

/** A message in plain words, for places that cannot draw cards. */
export function wordsOf(content: OutboundContent, locale: Locale): string {
  switch (content.type) {
    case 'text':
    case 'choices':
    case 'notice':
      return content.text
    case 'parcel': {
      const { parcel } = content
      return [
        `[${parcel.orderId}] ${parcel.carrier} ${parcel.trackingNo}`,
        ...parcel.events.slice(0, 3).map((event) => `  ${event.at.slice(0, 16).replace('T', ' ')}  ${event.text}`),
      ].join('\n')
    }
    case 'order':
      return [
        `[${content.order.id}] ${content.order.state} ${amount(content.order.total)}`,
        ...content.order.lines.map((line) => `  ${line.name} ×${line.quantity}`),
      ].join('\n')
    case 'coupon':
      return `[${amount(content.coupon.value)}] ${textIn(content.coupon.name, locale)} ${content.coupon.code}`
    case 'cards':
      return content.products
        .map((product) => `• ${product.name[locale] ?? Object.values(product.name)[0] ?? product.id}  ${amount(product.price)}`)
        .join('\n')
    case 'steps':
      return [...(content.title ? [content.title] : []), ...content.steps.map((step, index) => `${index + 1}. ${step}`)].join('\n')
  }
}

function amount(money: Money): string {
  return `¥${(money.amount / 100).toFixed(2)}`
}
