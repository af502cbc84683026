/** Words that mean the same to every shop, both languages side by side, so that "邮费多少" meets "运费怎么算". One line, one meaning. */
const matters = `
运费 邮费 快递费 邮资 配送费 邮寄费 | postage, shipping fee, delivery fee, shipping cost, delivery cost, shipping charge, delivery charge, cost of shipping, cost of delivery
包邮 免邮 免运费 不要邮费 | free shipping, free delivery, free postage
发货 寄出 发出 出货 出库 寄货 | ship, dispatch, send out
快递 物流 快递公司 顺丰 京东快递 邮政 圆通 中通 韵达 申通 极兔 ems | carrier, courier, delivery company, shipping company, sf, dhl, ups, fedex
退货 退回去 寄回去 退回 不想要了 不要了 退掉 | return, send back, send it back
退款 退钱 返款 钱退 退的钱 | refund, money back
换货 调换 更换 换一个 换一件 | exchange, swap
补差价 退差价 差价 差额 价保 价格保护 保价 降价 跌价 便宜了 买贵了 | price protection, price match, price drop, got cheaper, price difference, price adjustment
优惠 满减 折扣 打折 活动 促销 立减 | discount, promotion, deal, offer, promo
优惠券 券 代金券 红包 优惠卷 | coupon, voucher, promo code
叠加 一起用 同时用 同时享受 一块用 | stack, combine, together
发票 开票 专票 普票 税票 抬头 报销 | invoice, vat, vat receipt, tax receipt
积分 金币 分数 | points, reward
会员 vip 入会 等级 | member, membership, vip, club
坏 坏了 碎 碎了 破 破了 裂 裂了 裂开 破损 损坏 压坏 压扁 摔坏 有问题 质量问题 毛病 瑕疵 | broken, damaged, cracked, crushed, smashed, faulty, defective, in pieces
少发 漏发 少件 缺件 少了 缺少 没有给 少配件 | missing, left out
正品 真的 真货 假货 仿品 仿的 真伪 真假 | genuine, authentic, fake, original, real, counterfeit
检测报告 质检报告 质检 合格证 | test report, lab report, certificate
付款 支付 付钱 结账 买单 | pay, payment, checkout
微信支付 支付宝 花呗 信用卡 银行卡 | credit card, debit card, visa, mastercard, paypal, alipay, apple pay
分期 分期付款 按月付 | instalment, installment, monthly
货到付款 到付 收到货再付 | cash on delivery, cod
客服 人工 真人 | support, human, agent, customer service, person
上班 营业 在线 下班 工作时间 值班 | open, opening hour, on duty, business hour, available
晚上 夜里 半夜 夜间 凌晨 | night, evening
周末 星期天 星期六 周六 周日 礼拜天 节假日 | weekend, saturday, sunday, holiday
礼物 送人 送礼 礼品 礼盒 送朋友 | gift, present
包装 包好看 打包 | wrap, gift wrap
贺卡 卡片 祝福语 | greeting card, note
洗 清洗 清洁 机洗 手洗 水洗 洗涤 | wash, clean, washing machine, laundry
缩水 缩 变形 褪色 掉色 起球 | shrink, fade
微波炉 微波 | microwave
洗碗机 | dishwasher
烤箱 | oven
颜色 色 色号 | colour, color, shade
尺寸 尺码 大小 码数 码 号码 规格 | size, sizing, dimension, fit
重量 多重 重不重 轻重 | weight, heavy, weigh
材质 材料 面料 料子 什么做的 成分 | material, fabric, made of, ingredient
国外 海外 境外 国际 出国 | abroad, overseas, international, internationally, foreign
新疆 西藏 内蒙古 青海 偏远 偏远地区 山区 乡镇 农村 村里 | remote, rural, village, island
香港 澳门 台湾 港澳台 | hong kong, macau, taiwan
送货 配送 派送 送到 寄到 送达 | deliver, delivery
收到 签收 到货 收货 | receive, arrive, delivered
到账 退到 收到款 | credited
取消 撤销 | cancel
修改 改一下 更改 变更 改 | change, modify, edit, update
地址 收货地址 | address
订单 单子 下单 拍下 | order
购买 买 拍 下单 | buy, purchase
缺货 没货 断货 补货 有货 现货 库存 | in stock, out of stock, restock, available
质保 保修 三包 保修期 | warranty, guarantee
维修 修理 修 | repair, fix
安装 组装 装 | install, assemble, set up
使用 怎么用 用法 说明书 | use, usage, instruction, manual
投诉 举报 | complain, complaint
密码 登录 登不上 账号 账户 | password, log in, login, account
便宜 优惠点 少点 砍价 议价 | cheap, cheaper, better price
赠品 赠送 送什么 小礼品 | free gift, freebie
保质期 过期 生产日期 有效期 失效 | expire, expiry, best before, run out, shelf life
孩子 小孩 儿童 小学生 宝宝 学生 婴儿 | kid, child, children, baby, student
孕妇 怀孕 | pregnant, pregnancy
眼睛 视力 护眼 伤眼 | eye, eyesight
`

/** What any service is asked about, in English alone: Chinese words for the same share their characters, and need no help. */
const services = `
| forget, forgot, forgotten, can't remember
| lost, lose, misplaced
| stolen, stole, theft, robbed
| lock, locked, block, blocked, freeze, frozen, suspend, suspended
| unlock, unblock, restore, reactivate
| activate, enable, turn on, switch on
| disable, turn off, switch off
| terminate, close, unsubscribe, opt out
| verification code, otp, passcode, security code
| phone number, mobile number
| identification, passport, id card
| verify, verification, identity, face id
| fail, failed, error, not working, doesn't work, won't work
| slow, stuck, lag
| pending, processing, under review
| renew, renewal, extend
| upgrade, increase, raise, higher
| downgrade, decrease, reduce, lower
| limit, maximum, cap, at most
| balance, remaining
| fee, charge, charged
| free, no charge
| transfer, wire, send money
| top up, recharge
| withdraw, withdrawal, take out cash
| interest, rate, apr
| loan, borrow
| repay, repayment, pay back, pay off
| bill, statement, transactions
| wrong, mistake, incorrect, typo, by accident
| twice, double, duplicate
| reverse, recall, get back
| apply, application
| declined, rejected, refused, denied, turned down
| requirement, document, papers, eligible
| book, booking, reserve, reservation, appointment
| reschedule, postpone, later date
| early, earlier, in advance, sooner
| late, delay, delayed, overdue
| compensation, compensate, claim
| notification, notify, alert, sms, text
| email
| branch, store, office
| nearest, nearby, closest
| family, wife, husband, parents, mother, father
| company, business, employer
| scam, fraud, scammed
| luggage, baggage, suitcase
| flight, plane
| hotel, room
| data, internet, network
| plan, package, tariff
| card
| delete, remove, unlink
| add, link
`

/** What a question asks for; these tell less. */
const questions = `
什么时候 啥时候 啥时 几时 何时 什么时间 多久 多长时间 几天 多少天 几小时 几个小时 几点 要多久 | when, how long, how soon, how many days, how many hours, what time
怎么 如何 咋 怎样 咋样 怎么样 怎么弄 咋办 怎么办 怎么处理 | how do, how to, how can, how should
为什么 为啥 怎么回事 咋回事 | why, how come
多少钱 什么价 多少 几块 价格 价钱 | how much, price, cost
哪里 哪儿 在哪 什么地方 哪些地方 | where
谁 谁出 谁付 谁承担 | who, who pay, who cover
可以吗 能吗 行吗 行不行 可不可以 能不能 可以不 能不 支持 | can i, may i, is it possible, do you accept, allow
还没 没有收到 没收到 还没有 怎么还 | not yet, still waiting, still not
`

export interface Meaning {
  phrases: string[]
  /** Share of a full word that it weighs. */
  weight: number
}

export const meanings: readonly Meaning[] = [...readMeanings(matters, 1), ...readMeanings(services, 0.7), ...readMeanings(questions, 0.5)]

/** Lines of Han words between blanks, a bar, Latin phrases between commas. */
export function readMeanings(lines: string, weight: number): Meaning[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [han = '', latin = ''] = line.split('|')
      return { phrases: [...han.trim().split(' '), ...latin.split(',').map((each) => each.trim())].filter(Boolean), weight }
    })
}
