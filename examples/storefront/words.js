/** Every word of the page, Chinese written first. */
const table = {
  'zh-CN': {
    shop: '禾木生活',
    skip: '跳到商品',
    other: 'EN',
    otherName: 'English',
    sections: { new: '新品', kitchen: '餐厨', home: '居家', light: '灯具', bath: '卫浴', gift: '礼物' },
    title: '让日子慢一点',
    promise: '七天无理由 · 满 199 减 30 · 江浙沪次日达',
    search: '搜索',
    searchHint: '搜索商品',
    orders: '我的订单',
    bag: '购物袋',
    close: '关闭',
    back: '返回',
    found: '{n} 件商品',
    nothing: '没有找到“{query}”，换个词试试',
    everything: '看全部商品',
    add: '加入购物袋',
    added: '已放进购物袋',
    soldOut: '暂时缺货',
    left: '现货，今天下单明天发出',
    bagEmpty: '购物袋还空着',
    total: '合计',
    saved: '已减 {amount}',
    missing: '再买 {amount}，减 ¥30',
    demo: '这是演示商店，不会真的下单或收款。',
    remove: '移除',
    ordersTitle: '我的订单',
    ordersHint: '演示顾客“林”的订单。复制一个订单号，到右下角的聊天里问问它到哪了。',
    copy: '复制',
    copied: '已复制',
    ask: '去问客服',
    placed: '{date}下单',
    pieces: '共 {n} 件',
    more: '更早的订单',
    failed: '商店没有答复，请稍后再试。',
    again: '再试一次',
    states: {
      unpaid: '待付款',
      paid: '待发货',
      packed: '已打包',
      shipped: '运输中',
      delivered: '已送达',
      completed: '已完成',
      cancelled: '已取消',
      intercepting: '拦截中',
      refunding: '退款中',
      refunded: '已退款',
    },
    foot: '演示商店 · 商品、订单和顾客都是虚构的',
  },
  en: {
    shop: 'Hemu Living',
    skip: 'Skip to the goods',
    other: '中',
    otherName: '中文',
    sections: { new: 'New', kitchen: 'Kitchen', home: 'Home', light: 'Lighting', bath: 'Bath', gift: 'Gifts' },
    title: 'Let the day slow down',
    promise: '7-day returns · ¥30 off ¥199 · next day in the Yangtze delta',
    search: 'Search',
    searchHint: 'Search the shop',
    orders: 'My orders',
    bag: 'Bag',
    close: 'Close',
    back: 'Back',
    found: '{n} items',
    nothing: 'Nothing matches “{query}”; try another word',
    everything: 'See everything',
    add: 'Add to bag',
    added: 'In your bag',
    soldOut: 'Out of stock',
    left: 'In stock, leaves tomorrow',
    bagEmpty: 'Your bag is empty',
    total: 'Total',
    saved: '{amount} off',
    missing: '{amount} more for ¥30 off',
    demo: 'This is a demo shop: nothing is ordered and nobody pays.',
    remove: 'Remove',
    ordersTitle: 'My orders',
    ordersHint: 'Orders of Lin, the demo customer. Copy an order number and ask in the chat where it is.',
    copy: 'Copy',
    copied: 'Copied',
    ask: 'Ask about it',
    placed: 'Placed {date}',
    pieces: '{n} items',
    more: 'Earlier orders',
    failed: 'The shop did not answer; try again in a moment.',
    again: 'Try again',
    states: {
      unpaid: 'Awaiting payment',
      paid: 'To be sent',
      packed: 'Packed',
      shipped: 'On its way',
      delivered: 'Delivered',
      completed: 'Completed',
      cancelled: 'Cancelled',
      intercepting: 'Being stopped',
      refunding: 'Refund under way',
      refunded: 'Refunded',
    },
    foot: 'A demo shop: goods, orders and customers are made up',
  },
}

const stored = () => {
  try {
    return localStorage.getItem('hemu.locale')
  } catch {
    return null
  }
}

const asked = new URLSearchParams(location.search).get('lang') ?? stored() ?? navigator.language

export const locale = asked.startsWith('zh') ? 'zh-CN' : 'en'
export const words = table[locale]

/** Fills the blanks: `say(words.found, { n: 3 })`. */
export const say = (text, blanks) => text.replace(/\{(\w+)\}/g, (_, name) => String(blanks[name] ?? ''))

/** The words of a row that the shop's API gives in both languages. */
export const pick = (row, name) => row[`${name}_${locale === 'en' ? 'en' : 'zh'}`] ?? ''

const yuan = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'CNY',
  currencyDisplay: 'narrowSymbol',
  minimumFractionDigits: 0,
})
export const money = (fen) => yuan.format(fen / 100)

export const date = (iso) =>
  new Intl.DateTimeFormat(locale, { month: locale === 'en' ? 'short' : 'long', day: 'numeric' }).format(new Date(iso))

export function speakOther() {
  const next = locale === 'en' ? 'zh-CN' : 'en'
  try {
    localStorage.setItem('hemu.locale', next)
  } catch {
    // Not kept, but the address says it too.
  }
  const url = new URL(location.href)
  url.searchParams.set('lang', next)
  location.replace(url)
  if (url.href === location.href) location.reload()
}
