import type { OrderState, ParcelStep } from '../schemas/shop.ts'
import type { Locale } from '../schemas/text.ts'

/** Every word the widget says itself. */
export interface Words {
  service: string
  launcher: string
  launcherUnread: string
  close: string
  anew: string
  human: string
  humanLong: string
  backToBot: string
  status: { bot: string; queue: string; agent: string; closed: string }
  notice: string
  noticeAgent: string
  assistant: string
  agent: string
  you: string
  log: string
  placeholder: string
  field: string
  send: string
  attach: string
  attachNow: string
  tray: string
  takeBack: string
  upload: { sending: string; offline: string; ready: string; large: string; kind: string; odd: string }
  photo: string
  photoGone: string
  enlarge: string
  shut: string
  voice: string
  record: string
  recording: string
  recordSend: string
  recordCancel: string
  micRefused: string
  typing: string
  reconnecting: string
  offline: string
  queued: string
  ended: string
  endedNext: string
  renewed: string
  unavailable: string
  starting: string
  waiting: string
  failed: { long: string; odd: string }
  retry: string
  remove: string
  choices: string
  rating: string
  helpful: string
  unhelpful: string
  ratingThanks: string
  ratingLost: string
  steps: string
  today: string
  yesterday: string
  parcelSteps: Record<ParcelStep, string>
  parcelNow: Record<ParcelStep, string>
  parcelAt: string
  parcelAll: string
  etaToday: string
  etaTomorrow: string
  etaOn: string
  stuck: string
  carrier: string
  orderStates: Record<OrderState, string>
  orderPlaced: string
  orderPieces: string
  couponAbove: string
  couponAny: string
  couponUntil: string
  couponCode: string
  couponCopy: string
  couponCopied: string
  look: string
}

export const words: Record<Locale, Words> = {
  'zh-CN': {
    service: '{shop} 客服',
    launcher: '打开客服聊天',
    launcherUnread: '打开客服聊天，{n} 条新消息',
    close: '收起聊天',
    anew: '开始新对话',
    human: '转人工',
    humanLong: '转人工客服',
    backToBot: '继续问智能助手',
    status: { bot: '智能助手 · 通常立刻回复', queue: '正在为您接通人工客服', agent: '人工客服正在为您服务', closed: '对话已结束' },
    notice: '您正在与智能助手对话',
    noticeAgent: '您正在与人工客服对话',
    assistant: '智能助手',
    agent: '人工客服',
    you: '我',
    log: '聊天记录',
    placeholder: '说说您的问题…',
    field: '输入消息，回车发送',
    send: '发送',
    attach: '发照片',
    attachNow: '拍照或选照片',
    tray: '要发的照片',
    takeBack: '去掉',
    upload: {
      sending: '正在上传…',
      offline: '网络断开了，恢复后接着上传',
      ready: '照片放好了，点发送',
      large: '这张太大了：照片最大 8 MB',
      kind: '这个文件发不了，请换成照片（JPG、PNG、WebP 或 GIF）',
      odd: '这张没有收下，换一张试试，或请人工帮忙',
    },
    photo: '照片',
    photoGone: '已过保存期',
    enlarge: '放大看：{alt}',
    shut: '关闭',
    voice: '语音 {time}',
    record: '说一段语音',
    recording: '正在录音 {time}',
    recordSend: '发送语音',
    recordCancel: '取消录音',
    micRefused: '用不了麦克风。请在浏览器里允许，或者打字告诉我们',
    typing: '正在输入',
    reconnecting: '正在重新连接…',
    offline: '网络断开了，您的消息会在恢复后发出',
    queued: '已经在排队，接通前也可以先把问题写下来',
    ended: '这次对话结束了',
    endedNext: '开始新对话',
    renewed: '之前的对话已经结束，我们重新开始',
    unavailable: '暂时联系不上客服，请稍后再来',
    starting: '正在接通…',
    waiting: '等网络恢复后发送',
    failed: { long: '没有发出去：内容太长，分成几条试试', odd: '没有发出去：这条消息客服系统收不下，换个说法试试' },
    retry: '重新发送',
    remove: '删除',
    choices: '可以直接点选',
    rating: '这个回答有帮助吗',
    helpful: '有帮助',
    unhelpful: '没帮助',
    ratingThanks: '谢谢，记下了',
    ratingLost: '没有记上，再点一次试试',
    steps: '步骤',
    today: '今天',
    yesterday: '昨天',
    parcelSteps: { ordered: '已下单', shipped: '已发货', moving: '运输中', delivering: '派送', signed: '签收' },
    parcelNow: { ordered: '待发货', shipped: '已发货', moving: '运输中', delivering: '派送中', signed: '已签收' },
    parcelAt: '物流进度，第 {n} 步，共 5 步：{step}',
    parcelAll: '全部物流（{n}）',
    etaToday: '预计今天送达',
    etaTomorrow: '预计明天送达',
    etaOn: '预计{date}送达',
    stuck: '已有 {n} 小时没有更新',
    carrier: '{carrier} {number}',
    orderStates: {
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
    orderPlaced: '{date}下单',
    orderPieces: '共 {n} 件',
    couponAbove: '满 {amount} 可用',
    couponAny: '无门槛',
    couponUntil: '{date}前有效',
    couponCode: '券码 {code}',
    couponCopy: '复制券码',
    couponCopied: '已复制',
    look: '看详情',
  },
  en: {
    service: '{shop} support',
    launcher: 'Open the chat',
    launcherUnread: 'Open the chat, {n} new messages',
    close: 'Fold the chat away',
    anew: 'Start a new conversation',
    human: 'Person',
    humanLong: 'Talk to a person',
    backToBot: 'Ask the assistant meanwhile',
    status: {
      bot: 'AI assistant · replies now',
      queue: 'Connecting you with a person',
      agent: 'A person is helping you',
      closed: 'Conversation ended',
    },
    notice: 'You are talking to an AI assistant',
    noticeAgent: 'You are talking to a person',
    assistant: 'AI assistant',
    agent: 'Support',
    you: 'You',
    log: 'Conversation',
    placeholder: 'How can we help?',
    field: 'Write a message, Enter sends it',
    send: 'Send',
    attach: 'Send a photo',
    attachNow: 'Take or choose a photo',
    tray: 'Photos to send',
    takeBack: 'Remove',
    upload: {
      sending: 'Uploading…',
      offline: 'You are offline; the upload goes on when you are back',
      ready: 'Ready: press send',
      large: 'This one is too large: a photo may have 8 MB',
      kind: 'This file cannot be sent; please choose a photo (JPG, PNG, WebP or GIF)',
      odd: 'This one was not taken; try another, or ask for a person',
    },
    photo: 'Photo',
    photoGone: 'No longer kept',
    enlarge: 'Enlarge: {alt}',
    shut: 'Close',
    voice: 'Voice message {time}',
    record: 'Speak a message',
    recording: 'Recording {time}',
    recordSend: 'Send voice message',
    recordCancel: 'Discard recording',
    micRefused: 'The microphone cannot be used. Allow it in your browser, or type instead',
    typing: 'is typing',
    reconnecting: 'Reconnecting…',
    offline: 'You are offline; your message goes out when you are back',
    queued: 'You are in the queue; feel free to write down your question',
    ended: 'This conversation has ended',
    endedNext: 'Start a new one',
    renewed: 'Your earlier conversation has ended, so we begin afresh',
    unavailable: 'The chat cannot be reached right now; please come back later',
    starting: 'Connecting…',
    waiting: 'Will be sent when you are back online',
    failed: { long: 'Not sent: it is too long, try several messages', odd: 'Not sent: we could not take this message, try other words' },
    retry: 'Send again',
    remove: 'Delete',
    choices: 'Tap to answer',
    rating: 'Did this answer help?',
    helpful: 'Helpful',
    unhelpful: 'Not helpful',
    ratingThanks: 'Thanks, noted',
    ratingLost: 'Not noted, please tap again',
    steps: 'Steps',
    today: 'Today',
    yesterday: 'Yesterday',
    parcelSteps: { ordered: 'Ordered', shipped: 'Sent', moving: 'Moving', delivering: 'Out', signed: 'Arrived' },
    parcelNow: { ordered: 'To be sent', shipped: 'Sent', moving: 'On its way', delivering: 'Out for delivery', signed: 'Delivered' },
    parcelAt: 'Parcel progress, step {n} of 5: {step}',
    parcelAll: 'All updates ({n})',
    etaToday: 'Arrives today',
    etaTomorrow: 'Arrives tomorrow',
    etaOn: 'Arrives {date}',
    stuck: 'No update for {n} hours',
    carrier: '{carrier} {number}',
    orderStates: {
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
    orderPlaced: 'Placed {date}',
    orderPieces: '{n} items',
    couponAbove: 'On orders from {amount}',
    couponAny: 'No minimum',
    couponUntil: 'until {date}',
    couponCode: 'Code {code}',
    couponCopy: 'Copy code',
    couponCopied: 'Copied',
    look: 'Details',
  },
}

/** Fills the blanks of a text. */
export function say(text: string, blanks: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (_blank, name: string) => String(blanks[name] ?? ''))
}

/** The language asked for, else the page's, else the browser's; Chinese for every kind of Chinese, English for all others. */
export function chooseLocale(...candidates: (string | null | undefined)[]): Locale {
  const known = candidates.find((each) => each && /^(zh|en)\b/i.test(each)) ?? candidates.find(Boolean)
  return known?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}
