import { findAddresses } from './mask/address.ts'
import { findEmails, findPlates, findSocial } from './mask/contact.ts'
import { coverOf } from './mask/cover.ts'
import { findNames } from './mask/name.ts'
import { findBankCards, findIdCards } from './mask/numbers.ts'
import { findPhones } from './mask/phone.ts'
import { isOddlyWritten, shadowOf } from './mask/shadow.ts'
import type { PersonalSpan } from './mask/span.ts'

/** One of these is in every text that holds anything personal: one cheap look decides for most messages. */
const worthALook =
  /\d{5}|\d[^A-Za-z\u4e00-\u9fff]{1,3}\d|[@＠\uff10-\uff19\u2460-\u24ff\u2776-\u2793\u200b]|\u20e3|\ud835|[零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖][\s\-.、·]?[零〇一幺壹二贰三叁四肆五伍六陆七柒八捌九玖\d]|[\da-zA-Z一二三四五六七八九十] {0,2}(?:号|號|弄|栋|棟|幢|座|单元|單元|室|楼|樓|层|層|组)|[路街村]口|村[东西南北]|[乡镇鄉鎮].{1,10}村|交[叉汇匯界]|拐角|宿舍|校区|校區|叫|名|人|我是|这是|我的?(?:老[公婆板]|爱人|对象|[男女]朋友|[爸妈父母哥姐弟妹爷奶]|儿子|女儿|外[公婆]|孩子|室友|同[事学]|朋友|邻居|助理)|客服|师傅|经理|主管|老师|专员|先生|女士|微|wei|we\s?chat|\b[wv]\s?x|v信|薇|威|q\s?q|艾特|[([{]at[)\]}]|\sat\s.{1,40}(?:dot|\.)|#\s?[a-z\d]|(?:one|two|three|four|five|six|seven|eight|nine|zero)[ ,-]+(?:one|two|three|four|five|six|seven|eight|nine|zero|oh|double|triple)\b|call me|under\s|regards|sincerely|扣扣|企鹅|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼滬遼魯蘇贛陝閩貴雲寧瓊][A-Za-z]|\d\s+\w+|name|recipient|consignee|contact|attn|attention|addressed|holder|\bm(?:r|s)s?\b|miss|dear|I['’]?\s?a?m\b|is is|spoke|box/i

/** What is personal in a text, by position. Spans do not overlap. */
export function findPersonal(text: string): PersonalSpan[] {
  return look(text).spans
}

/** The text with everything personal covered. Changes nothing outside the spans of `findPersonal`; idempotent. */
export function mask(text: string): string {
  return look(text).text
}

/** The last text in which nothing personal was found: a message is masked first, and looked through for values soon after. */
let clean = ''

function look(text: string): { text: string; spans: PersonalSpan[] } {
  if (text === clean || !isWorthALook(text)) return { text, spans: [] }
  const found = covered(text)
  if (found.spans.length === 0) clean = text
  return found
}

function isWorthALook(text: string): boolean {
  return worthALook.test(text) || (isOddlyWritten(text) && worthALook.test(shadowOf(text).spoken))
}

/** One piece of the text so far: as typed, or a cover for what stood from `start` to `end`. */
interface Piece {
  start: number
  end: number
  cover?: { text: string; type: PersonalSpan['type'] }
}

/** More rounds than any message needs that a person wrote. */
const mostRounds = 10

/**
 * What is left beside a cover may be personal itself: looks again until nothing is found. Each round leaves fewer open
 * characters; a text made to need very many of them is covered whole.
 */
function covered(text: string): { text: string; spans: PersonalSpan[] } {
  let current = text
  let pieces: Piece[] = [{ start: 0, end: text.length }]
  for (let round = 0; ; round++) {
    const spans = findOnce(current)
    const [first] = spans
    if (!first) break
    if (round === mostRounds) return { text: '***', spans: [{ start: 0, end: text.length, type: first.type }] }
    pieces = withCovers(pieces, current, spans)
    current = pieces.map((piece) => piece.cover?.text ?? text.slice(piece.start, piece.end)).join('')
  }
  return { text: current, spans: pieces.flatMap(({ start, end, cover }) => (cover ? [{ start, end, type: cover.type }] : [])) }
}

/** Covers spans of the current text; a cover that one touches becomes part of it. */
function withCovers(pieces: readonly Piece[], current: string, spans: readonly PersonalSpan[]): Piece[] {
  const after: Piece[] = []
  let at = 0
  let open: { span: PersonalSpan; start: number } | undefined
  let next = 0
  for (const piece of pieces) {
    const length = piece.cover?.text.length ?? piece.end - piece.start
    const to = at + length
    let from = at
    // a span's place in the original: exact in typed text, the whole cover where it touches one
    while (next < spans.length) {
      const span = spans[next] as PersonalSpan
      if (!open) {
        if (span.start >= to) break
        if (!piece.cover && span.start > from) after.push({ start: piece.start + from - at, end: piece.start + span.start - at })
        open = { span, start: piece.cover ? piece.start : piece.start + span.start - at }
      }
      if (span.end > to) break
      const end = piece.cover ? piece.end : piece.start + span.end - at
      after.push({ start: open.start, end, cover: { text: coverOf(current.slice(span.start, span.end), span.type), type: span.type } })
      from = piece.cover ? to : span.end
      open = undefined
      next++
    }
    if (!open && from < to) after.push(piece.cover ? piece : { start: piece.start + from - at, end: piece.end })
    at = to
  }
  return after
}

function findOnce(text: string): PersonalSpan[] {
  const shadow = shadowOf(text)
  const plain = shadow.text
  const found: PersonalSpan[] = []
  const taken = new Uint8Array(plain.length)
  // what one kind has claimed the next does not see
  const claim = (spans: readonly PersonalSpan[]) => {
    for (const span of spans) {
      if (taken.subarray(span.start, span.end).includes(1)) continue
      taken.fill(1, span.start, span.end)
      found.push(span)
    }
  }
  if (/@|艾特|#|\bat\b/i.test(plain)) claim(findEmails(plain))
  // as written first: in 张三13812345678 the 三 is no digit
  const readings = shadow.spoken === plain ? [plain] : [plain, shadow.spoken]
  for (const reading of readings) {
    if (!/\d[^A-Za-z\u4e00-\u9fff]*\d|(?:one|two|three|four|five|six|seven|eight|nine|zero) /i.test(reading)) continue
    claim(findIdCards(reading))
    claim(findBankCards(reading))
    claim(findPhones(reading))
  }
  for (const reading of readings) {
    claim(findPlates(reading))
    claim(findSocial(reading))
  }
  claim(findAddresses(plain))
  claim(findNames(plain, found))
  return found
    .map(({ start, end, type }) => ({ start: shadow.startOf(start), end: shadow.endOf(end), type }))
    .sort((a, b) => a.start - b.start)
}
