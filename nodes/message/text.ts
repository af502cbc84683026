import { nodeText } from '../define.ts'
import { message } from './node.ts'

export const messageText = nodeText(message, {
  'zh-CN': {
    name: '消息',
    help: '对顾客说一句话，可以带卡片，说完接着往下走。',
    example: '说「您的包裹已经到{{ city }}了」，下面附包裹卡片和「还要多久」「改地址」两个快捷词。',
    outlets: { next: '下一步', error: { label: '卡片取不到', open: '用流程的兜底话术' } },
    fields: {
      wordings: { label: '说什么', hint: '写几种说法就轮流用，老顾客不会总听到同一句。**加粗**、[文字](https://…) 都可以用。' },
      card: {
        label: '附上卡片',
        options: { none: '不附', steps: '步骤', order: '订单卡片', parcel: '包裹卡片', products: '商品卡片' },
      },
      steps: { label: '步骤', hint: '一步一句。例：打开「我的订单」' },
      order: { label: '哪个变量里是订单号' },
      search: { label: '找哪些商品', hint: '例：保温杯。也可以写 {{ category }}' },
      suggestions: { label: '快捷词', hint: '顾客点一下就等于说了这句话；点不点都会接着往下走。' },
      'suggestions.label': '文字',
    },
    card: {
      steps: '步骤卡片 · {count} 步',
      order: '订单卡片',
      parcel: '包裹卡片',
      products: '商品卡片',
      variants: '说法 {count} 种，轮流用',
    },
  },
  en: {
    name: 'Message',
    help: 'Says something to the visitor, with a card if you like, and goes on.',
    example: 'Says "Your parcel has reached {{ city }}" with the parcel card and two words to tap: "How long?" and "Change address".',
    outlets: { next: 'Next', error: { label: 'Card not available', open: "The flow's fallback takes over" } },
    fields: {
      wordings: {
        label: 'What to say',
        hint: 'Several wordings take turns, so that nobody hears the same line twice. **Bold** and [words](https://…) work.',
      },
      card: {
        label: 'Card',
        options: { none: 'None', steps: 'Steps', order: 'Order card', parcel: 'Parcel card', products: 'Product cards' },
      },
      steps: { label: 'Steps', hint: 'One sentence a step. For example: Open "My orders"' },
      order: { label: 'Variable that holds the order number' },
      search: { label: 'Which products', hint: 'For example: vacuum flask. {{ category }} works too.' },
      suggestions: { label: 'Words to tap', hint: 'A tap says these words; the flow goes on either way.' },
      'suggestions.label': 'Words',
    },
    card: {
      steps: 'Step card · {count} steps',
      order: 'Order card',
      parcel: 'Parcel card',
      products: 'Product cards',
      variants: '{count} wordings in turn',
    },
  },
})
