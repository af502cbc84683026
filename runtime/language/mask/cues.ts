/** Words right before a number that say it is a thing's number, not a person's. */
const thingBefore =
  /(?:订单|单号|运单|快递单?|物流|流水|交易|会员|编号|货号|商品|款号|款式|型号|序列|条形?码|券码?|优惠码|兑换码|验证码|批号|批次|工单|售后单|退款单|发票|税号|识别号|机身|串号|积分|\b(?:order|tracking|track|parcel|shipment|waybill|member(?:ship)?|loyalty|item|product|sku|model|serial|sn|imei|batch|lot|ref|reference|invoice|ticket|case|transaction|coupon|voucher|code|vat|tax))(?:\s?(?:编号|号码|账号|卡号|单号|编码|号|码|numbers?|no|num|id|#)){0,2}\.?\s?(?:是|为|叫|填的?|is|was)?\s?[:：#＃=，,]?\s?[[【(（「“"']?$/i
/** The same, said after the number: 这是我的会员号. */
const thingAfter =
  /^\s?(?:这个|那个)?(?:是|为|就是|is)?\s?(?:我的|你们的?|the|my)?\s?(?:的)?(?:会员(?:卡?号)?|订单|运单|快递|物流单?|单号|货号|商品|编号|型号|序列号|条码|tracking|order|member|item|的?(?:订单|单子|单号|快递|包裹|物流))/i
const personBefore =
  /(?:电话|手机|号码|联系方式?|致电|打给?|拨|座机|固话|短信|热线|tel|phone|mobile|cell|(?:call|ring|dial|text|reach|sms)(?: me)?(?: back)?(?: at| on)?|whats?app|contact|fax|传真|number)(?:\s?(?:号码?|numbers?|no\.?|is|是|为|改成|改为|换成|：|:|\.|#|\s)){0,4}$/i

/** True when the words around a number say that it belongs to an order, a parcel, a product or a membership. */
export function isThing(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  return thingBefore.test(before) || (!saysPhone(text, start) && thingAfter.test(text.slice(end, end + 16)))
}

/** The courier's word before a mobile number, and the number's own things after it: 快递 138…, 138…的订单. */
const courier = /(?:快递|物流)\s?[:：,，]?\s?$/
const owns = /^\s?(?:我的|的)\s?(?:订单|单子|单号|快递|包裹|物流)(?!号|编号|单号|码)/
const calledPhone = /^\s?(?:这个|那个)?\s?(?:就?是|为)\s?(?:我的?)?\s?(?:电话|手机|号码|联系)/

/** `isThing` for a number that looks like a mobile telephone: what only might be about a parcel does not make it one. */
export function belongsToThing(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 24), start)
  const after = text.slice(end, end + 16)
  if (calledPhone.test(after)) return false
  return (thingBefore.test(before) && !courier.test(before)) || (!saysPhone(text, start) && !owns.test(after) && thingAfter.test(after))
}

/** True when the words right before a number call it a telephone. */
export function saysPhone(text: string, start: number): boolean {
  return personBefore.test(text.slice(Math.max(0, start - 24), start))
}
