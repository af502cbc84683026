import type { PersonalSpan, PersonalType } from './span.ts'

const email =
  /(?<![A-Za-z0-9._%+-])[A-Za-z0-9_](?:[A-Za-z0-9._%+'-]{0,62}[A-Za-z0-9_+-])?@(?:[A-Za-z0-9-]{1,63}\.)+[A-Za-z]{2,24}(?=1[3-9]\d{9}(?!\d)|(?![A-Za-z0-9]))/g
const ends = '(?:com|cn|net|org|edu|gov|io|me|co|uk|de|fr|info|hk|tw|jp|us|ca|au)'
const providers =
  '(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|icloud|protonmail|proton|aol|qq|vip\\.qq|foxmail|163|126|139|188|189|yeah|sina|sohu|aliyun|mail)'
const local = '(?<![A-Za-z0-9._%+-])[A-Za-z0-9_](?:[A-Za-z0-9._%+-]{0,62}[A-Za-z0-9_+-])?'
const dot = '(?:\\s?[.。]\\s?|\\s?点\\s?|\\s?[(（\\[{](?:dot|点|\\.)[)）\\]}]\\s?|\\sdot\\s)'
/** How people write an address that no program should find: name 艾特 qq 点 com, name (at) gmail dot com, name @ 163 . com. */
const hiddenEmails = [
  new RegExp(
    `${local}\\s?(?:@|艾特|[(（\\[{](?:at|@|艾特)[)）\\]}])\\s?[A-Za-z0-9-]{1,63}(?:${dot}[A-Za-z0-9-]{1,63}){0,2}${dot}${ends}(?![A-Za-z0-9])`,
    'gi',
  ),
  new RegExp(`${local}\\s+at\\s+[A-Za-z0-9-]{1,63}(?:\\sdot\\s[A-Za-z0-9-]{1,63}){0,2}\\sdot\\s${ends}(?![A-Za-z0-9])`, 'gi'),
  new RegExp(`${local}\\s?(?:#|\\sat\\s)\\s?${providers}${dot}${ends}(?:${dot}${ends})?(?![A-Za-z0-9])`, 'gi'),
]
/** 张三@qq.com: what people call their address, if not what it is. */
const namedEmail = new RegExp(
  `(?<=^|[^\\u4e00-\\u9fff]|[到给是为发寄箱址的])(?:(?![到给是为发寄箱址的])[\\u4e00-\\u9fff]){2,4}@${providers}\\.${ends}(?![A-Za-z0-9])`,
  'gi',
)
const plateLetters = 'A-HJ-NP-Za-hj-np-z'
const province = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]'
const plate = new RegExp(
  `(?:${province}|(?<![\\u4e00-\\u9fff](?<![牌号是车为]))${province}\\s)[${plateLetters}]\\s?[·.•-]?\\s?(?=[A-Za-z]*\\d)(?:[DFABCEGHJKdf][${plateLetters}0-9]\\d{4}|\\d{5}[DFABCEGHJKdf]|[${plateLetters}0-9]{5}|[${plateLetters}0-9]{4}[学警港澳挂试超])(?![A-Za-z0-9]|\\s?[色款])`,
  'g',
)
const chat = '(?:微信|威信|薇信|微x|wei\\s?xin|we\\s?chat|(?<![A-Za-z])(?:w\\s?x|v\\s?x|v信|v(?![A-Za-z]))|[薇微威]❤?)'
const says = '(?:\\s?(?:账号|号码|号|id|no\\.?|number))?\\s?(?:就?是|为|叫|改成|is|[:：=])?\\s?[:：]?\\s?'
/** The whole run after the service's name, so that one look takes all there is of it. */
const chatId = new RegExp(`${chat}(${says})([A-Za-z][\\w-]{4,})`, 'gi')
const longestId = 20
/** An account of ordinary length at the head or the end of a longer run. */
const withinRun = new RegExp(`(?:^|${chat}${says})[A-Za-z][\\w-]{4,19}(?![A-Za-z0-9_])`, 'i')
const inEmail = /^[\w.-]{0,64}@/
const qq = new RegExp(`(?:(?<![A-Za-z])q\\s?q|扣扣|企鹅|(?<=加(?:我|一?下)?的?\\s?)q)${says}([1-9](?:[ -]?\\d){4,11})(?!\\d|@)`, 'gi')
/** 扣 alone takes money and points as well. */
const shortQq = /(?<=^|[,，。;；\n加我]\s?)扣\s?(?:号|是|[:：])?\s?([1-9]\d{5,10})(?!\d|\s?[元块分积款点.])/g
/** At least two syllables of Pinyin: 微信 zhangsan, but not vx please. */
const pinyin =
  /^(?=[a-z]{6})(?!(?:change|manage|machine|weixin|zhifubao|haoyou|nihao|qunliao|gongzhonghao|xiaochengxu|kefu|beijing|shanghai|guangzhou|shenzhen|hangzhou)(?![a-z])|duoshao|shenme|zenme|meiyou)(?:(?:[zcs]h|[bpmfdtnlgkhjqxzcsryw])(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|an|ai|ao|ei|en|er|ia|ie|in|iu|ou|ua|ue|ui|un|uo|a|e|i|o|u|v)){2,}\d{0,6}$/i
const chineseChat = /^(?:[vw]\s?x|[微薇威v]信?)/i
const invited = /(?:加|添加|add)(?:一?下|个|我的?|你的?|\\s?me on|\\s?my)?\s?$/i
const notAccount =
  /^(?:not|pay|wrong|payment|the|your|please|here|group|groups|account|instead|thanks|thank|and|then|now|link|code|official|mini|program|work|works|support)$/i

/** E-mail addresses, plain ones and those written to hide. */
export function findEmails(text: string): PersonalSpan[] {
  const found = [...text.matchAll(email)].map((match) => span(match.index, match.index + match[0].length, 'email'))
  for (const pattern of [...hiddenEmails, namedEmail])
    for (const match of text.matchAll(pattern)) {
      const { start, end } = span(match.index, match.index + match[0].length, 'email')
      // a price before an @ is a price
      if (/^[\d.]{1,6}\s/.test(match[0])) continue
      if (!found.some((each) => each.start < end && start < each.end)) found.push(span(start, end, 'email'))
    }
  return found
}

/** Number plates of mainland China, green ones included. */
export function findPlates(text: string): PersonalSpan[] {
  return [...text.matchAll(plate)].map((match) => span(match.index, match.index + match[0].length, 'plate'))
}

/** WeChat and QQ accounts after a word that names the service. */
export function findSocial(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const match of text.matchAll(chatId)) {
    const [whole, says = '', id = ''] = match
    const end = match.index + whole.length
    if (inEmail.test(text.slice(end, end + 65)) || (id.length > longestId && !withinRun.test(id))) continue
    // an ordinary word after the service's name is no account: it has no digit, and nothing says "is" before it
    const said = /[号是为:：=]|id|is/i.test(says) || invited.test(text.slice(Math.max(0, match.index - 10), match.index))
    if (!/[\d_-]/.test(id) && (notAccount.test(id) || (!said && !(chineseChat.test(whole) && pinyin.test(id))))) continue
    found.push(span(end - id.length, end, 'social'))
  }
  for (const pattern of [qq, shortQq])
    for (const match of text.matchAll(pattern)) {
      const id = match[1] ?? ''
      found.push(span(match.index + match[0].length - id.length, match.index + match[0].length, 'social'))
    }
  return found
}

function span(start: number, end: number, type: PersonalType): PersonalSpan {
  return { start, end, type }
}
