import type { OutboundContent, RichBlock } from '../../schemas/content.ts'
import type { Locale } from '../../schemas/text.ts'
import { CouponCard, OrderCard, ParcelCard, ProductCards, StepsCard } from './Cards.tsx'
import css from './TestChat.module.css'

/** What the service side said, as the customer would see it. Choices stand only while they can be taken: `choose` is null afterwards. */
export function Said({
  content,
  locale,
  choose,
}: {
  content: OutboundContent
  locale: Locale
  choose: ((value: string, label: string) => void) | null
}) {
  switch (content.type) {
    case 'text':
      return <Words text={content.text} rich={content.rich} />
    case 'choices':
      return (
        <>
          {content.text && <Words text={content.text} rich={content.rich} />}
          {choose && <Choices choices={content.choices} choose={choose} />}
        </>
      )
    case 'notice':
      return (
        <>
          <p className={css.notice}>{content.text}</p>
          {content.choices && choose && <Choices choices={content.choices} choose={choose} />}
        </>
      )
    case 'cards':
      return <ProductCards products={content.products} locale={locale} />
    case 'order':
      return <OrderCard order={content.order} locale={locale} />
    case 'parcel':
      return <ParcelCard parcel={content.parcel} order={content.order} locale={locale} />
    case 'coupon':
      return <CouponCard coupon={content.coupon} locale={locale} />
    case 'steps':
      return <StepsCard title={content.title} steps={content.steps} />
  }
}

function Words({ text, rich }: { text: string; rich: RichBlock[] | undefined }) {
  if (!rich) return <p className={css.bot}>{text}</p>
  return (
    <div className={css.bot}>
      {rich.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes after it was said
        <p key={index} data-item={block.kind === 'item' || undefined}>
          {block.spans.map((span, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a message never changes after it was said
            <Span key={place} span={span} />
          ))}
        </p>
      ))}
    </div>
  )
}

function Span({ span }: { span: RichBlock['spans'][number] }) {
  const words = span.bold ? <strong>{span.text}</strong> : span.text
  if (!span.href) return words
  return (
    <a href={span.href} target="_blank" rel="noopener noreferrer">
      {words}
    </a>
  )
}

function Choices({ choices, choose }: { choices: { value: string; label: string }[]; choose: (value: string, label: string) => void }) {
  return (
    <div className={css.choices}>
      {choices.map((choice) => (
        <button key={choice.value} type="button" onClick={() => choose(choice.value, choice.label)}>
          {choice.label}
        </button>
      ))}
    </div>
  )
}
