import { places } from './places.ts'
import type { PersonalSpan } from './span.ts'

const han = '\\u4e00-\\u9fff'
const place = new RegExp(`(?:${places.join('|')})`)
/** What can only stand in an address: a number with its unit, a triple of numbers after Han, a crossing. */
const evidence = new RegExp(
  `[\\da-zA-Z一二三四五六七八九十](?:号|弄|栋|幢|座|单元|室|楼|层|组|#)|[${han}]\\d{1,3}[-－]\\d{1,4}|[乡镇][${han}]{1,10}?村|村[东西南北]?[头口边]|交叉口|交汇处|交界处|路口|街口|拐角|[${han}]\\d{2,4}(?!\\d|\\s?\\*)|宿舍|校区`,
)
/** As far as an address may begin before its first number. */
const farthestStart = 80
/** As far as a place name may stand behind the first number. */
const longestStep = 40
/** Words after which an address begins, where it names no province or city. */
const lead =
  /.*(?:[^\u4e00-\u9fffA-Za-z0-9#\-·()（）]|地址(?:改成|改为|换成|是|为|写错了|错了)?|住址|住在|家在|位于|搬到|改到|改成|改为|换成|换到|寄到|寄往|寄去|寄给|发到|发往|发去|送到|送往|送去|派到|快递到|到付到|[住在到寄送往]|(?<![解开])放|是|我家|公司|单位|请|麻烦)/s
const admin = `[${han}]{1,7}?(?:特别行政区|自治[区州县旗]|新区|开发区|高新区|街道|[省市区县旗镇乡盟]|州(?!市))`
const village = `[${han}]{1,6}?(?:村|屯|寨|[庄营堡](?!${`[${han}]{0,3}[小社校]区`}))(?:村(?!委))?`
const road = `[${han}A-Z]{0,8}?[${han}\\d](?:大道|大街|公路|胡同|[路街巷弄道里])(?:[东南西北中]?[一二三四五六七八九十\\d]?[段路街巷])?`
const houseNumber =
  '\\s?(?:甲|乙|丙)?[\\d一二三四五六七八九十百]{1,5}(?:[-之]\\d{1,4})?(?:号|弄|#)(?!楼|院|宿舍)(?:附\\d{1,4}号?|之\\d{1,3})?(?:内)?'
const crossing = `[${han}\\d]{1,8}?(?:大道|大街|[路街道巷])(?:与|和|跟|及|、|/)?[${han}\\d]{1,8}?(?:大道|大街|[路街道巷])(?:的)?(?:交叉口|交汇处|交界处|路口|十字路口|口|拐角处?|转角处?)`
const corner = `[${han}\\d]{1,8}?(?:大道|大街|[路街道巷])(?:路口|街口|十字路口|交叉口)`
const estateEnd =
  '小区|社区|家属院|家属区|学部|花园|公寓|家园|大厦|广场|中心|新村|山庄|别墅|名苑|名邸|名城|豪庭|华庭|华府|雅苑|佳苑|嘉园|天街|天地|写字楼|商务楼|办公楼|教学楼|宿舍楼?|校区|院区|大学|学院|学校|中学|小学|幼儿园|医院|卫生院|科技园|软件园|产业园|工业园|创业园|创意园|园区|科技城|酒店|宾馆|饭店|超市|便利店|驿站|商场|市场|大楼|银行|派出所|法院|公司|工厂|厂区|政府|车站|东区|西区|南区|北区|[一二三四五六七八九十]区|[塔苑府城园庭居寓墅邸湾郡轩阁里村庄屯寨湖岸厂院厦馆]'
const estate = `[${han}A-Za-z\\d]{1,10}?(?:${estateEnd})(?:小区|社区|花园|公寓|大厦|广场|超市|便利店|酒店|中心)?(?![${han}]{0,1}[分转中集]拨)`
const unit =
  '\\s?(?:[A-Za-z甲乙丙丁]?\\d{1,4}[A-Za-z]?|[A-Za-z]\\d{0,3}[-－][A-Za-z\\d]{1,3}|[A-Za-z]|[甲乙丙丁东西南北前后一二三四五六七八九十]{1,3})(?:号宿舍楼?|号楼|号院|宿舍楼?|单元|号房|栋|幢|座|层|楼|室|户|号|期|区|门|组|队|排|舍|房|F|f|#)(?:楼|门|口|内)?'
const rooms =
  '[零〇一二三四五六七八九]{3,4}(?![零〇一二三四五六七八九十百千万元块个件点天年月日米岁斤])|\\s?[-－]?\\d{1,4}(?:[-－]\\d{1,4}){0,3}(?![\\d.%元块个件点天年月日米岁斤]|\\s\\d|\\s?\\*)(?:室|房|号)?'

/** A building's own name between the house number and the door. */
const named = `(?:(?![的了是我你在买单寄发要到和不请收件给])[${han}]){2,8}(?=\\d{1,4}(?:号楼|[栋幢座室]|单元|[-－]\\d)|[A-Za-z]?\\d{3,4}(?![\\d.*元块个件点天年月日米岁斤]))`
/** From a landmark on: 向东50米路北, 村东头第三家. */
const way =
  '(?:[往向]?[东南西北]\\d{1,4}米(?:路?[东南西北](?:侧|边)?)?|[村路街]?[东南西北中][头边侧口]?第[一二三四五六七八九十\\d]{1,3}[家户]|村[东西南北]?[头口边](?:第[一二三四五六七八九十\\d]{1,3}[家户])?)'

const steps = Object.entries({ crossing, way, admin, village, road, corner, houseNumber, unit, named, estate, rooms }).map(
  ([kind, pattern]) => ({
    kind,
    pattern: new RegExp(pattern, 'y'),
  }),
)
/** Places that handle parcels, and words that only look like a road or an estate. */
const notPrivate =
  /分拨|转运|中转|集散|营业部|网点|仓库|分拣|线路|电路|套路|网路|思路|路由|这里|那里|哪里|心里|手里|店里|家里|里面|没有|有没有|什么|怎么|你们|我们|多少|为什么|厘米/
const dateAfter = /^(?:到|能|发|前|之前|之后|后|以后|才|下单|买的|晚上|早上|上午|下午|中午|左右|开始|活动|那天)/

/** Chinese and English street addresses down to the door; a road or a city alone is none. */
export function findAddresses(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  const spaced = text.includes(' ') ? withoutGaps(text) : undefined
  if (evidence.test(text)) found.push(...chinese(text))
  if (spaced && evidence.test(spaced.text)) {
    for (const { start, end, type } of chinese(spaced.text))
      found.push({ start: spaced.starts[start] ?? start, end: (spaced.starts[end - 1] ?? end) + 1, type })
    // the longer of two that overlap comes first, and is the one that counts
    found.sort((a, b) => b.end - b.start - (a.end - a.start))
  }
  if (/\d/.test(text) && streetWord.test(text)) found.push(...english(text))
  return found
}

const adminEnd = /(?:[省市区县旗镇乡州盟]|街道)$/
const roadEnd = /(?:大道|公路|胡同|[路街巷弄道里段])$/
const homeEnd = /(?:小区|社区|家属院|花园|公寓|家园|新村|山庄|大厦|广场|宿舍|[苑府园城庭居寓墅邸湾郡轩阁])$/
const numbered = /^[甲乙丙丁]?\d{1,5}(?:-\d{1,4})? {0,2}(?:号|弄|#)/
const building = /^(?:[A-Za-z]?\d{1,4}[A-Za-z]?|[A-Za-z]|[一二三四五六七八九十]{1,3}) {0,2}(?:号楼|栋|幢|座|单元)/
const measure = /^(?:号|弄|栋|幢|座|单元|室|楼|层|组)/

/** The text without the spaces that people put between the parts of an address, and where each character stood. */
function withoutGaps(text: string): { text: string; starts: number[] } | undefined {
  const gaps = [...text.matchAll(/ {1,2}/g)].filter(({ index, 0: { length } }) => {
    const before = text.slice(Math.max(0, index - 4), index)
    const after = text.slice(index + length, index + length + 14)
    return (
      (adminEnd.test(before) && /^[\u4e00-\u9fff]/.test(after)) ||
      (roadEnd.test(before) && numbered.test(after)) ||
      (homeEnd.test(before) && building.test(after)) ||
      (/\d$/.test(before) && measure.test(after))
    )
  })
  if (gaps.length === 0) return undefined
  const starts: number[] = []
  let plain = ''
  let at = 0
  for (const [from, to] of [
    ...gaps.map(({ index, 0: { length } }) => [index, index + length] as const),
    [text.length, text.length] as const,
  ]) {
    plain += text.slice(at, from)
    for (; at < from; at++) starts.push(at)
    at = to
  }
  return { text: plain, starts }
}

function chinese(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const segment of text.matchAll(/[\u4e00-\u9fffA-Za-z0-9#\-－·()（）/、与]{4,}/g)) {
    const to = segment.index + segment[0].length
    let from = Math.max(segment.index, found.at(-1)?.end ?? 0)
    // one message may hold several, one after the other
    for (;;) {
      const detail = from + text.slice(from, to).search(evidence)
      if (detail < from) break
      const start = startIn(text, Math.max(from, detail - farthestStart), detail, to)
      const { end, whole } = readChain(text, start)
      if (whole) found.push({ start, end, type: 'address' })
      from = Math.max(end, detail + 1)
    }
  }
  return found
}

/** The first place name before or soon after the detail that gave the address away, else what follows the last word that leads to an address. */
function startIn(text: string, from: number, detail: number, to: number): number {
  const named = text.slice(from, Math.min(to, detail + longestStep)).search(place)
  if (named >= 0) return joinBefore(text, from + named)
  const head = text.slice(from, detail + 1)
  return joinBefore(text, from + (lead.exec(head)?.[0].length ?? 0))
}

/** 浙江省 杭州市 西湖区…: steps back over administrative names that a space sets apart. */
function joinBefore(text: string, start: number): number {
  let at = start
  for (;;) {
    const before = /(?:^|[^\u4e00-\u9fff])([\u4e00-\u9fff]{1,7}(?:省|市|区|县|镇|乡|街道))[ ,，]$/.exec(
      text.slice(Math.max(0, at - 12), at),
    )?.[1]
    if (!before) return at
    at -= before.length + 1
  }
}

/** Reads parts of an address one after the other: where they end, and whether they are enough for one. */
function readChain(text: string, start: number): { end: number; whole: boolean } {
  const seen = new Set<string>()
  let at = start
  let last = ''
  let units = 0
  let admins = 0
  for (let part = 0; part < 14; part++) {
    const skip = part > 0 ? (/^[ ,，]/.test(text.slice(at, at + 1)) ? 1 : 0) : 0
    let step = next(text, at, last, part === 0)
    if (!step && skip) {
      step = next(text, at + skip, last, false)
      // past a gap only what surely belongs to an address goes on
      if (
        step &&
        (step.kind === 'rooms' || step.kind === 'estate') &&
        !/\d|小区|花园|公寓|大厦/.test(text.slice(at, step.end)) &&
        !building.test(text.slice(step.end, step.end + 12).replace(/^[ ,，]/, ''))
      )
        step = undefined
      if (step?.kind === 'rooms' && !/[-室房号]/.test(text.slice(at, step.end))) step = undefined
    }
    if (!step) break
    if (notPrivate.test(text.slice(at, step.end))) return { end: step.end, whole: false }
    seen.add(step.kind)
    last = step.kind
    if (step.kind === 'unit') units++
    if (step.kind === 'admin') admins++
    at = step.end
  }
  const door = seen.has('houseNumber') || seen.has('unit') || seen.has('rooms')
  const enough =
    seen.has('crossing') ||
    (seen.has('village') && (door || admins > 1 || (seen.has('way') && admins > 0))) ||
    (seen.has('corner') && seen.has('admin')) ||
    (seen.has('road') && seen.has('houseNumber')) ||
    (seen.has('estate') && door) ||
    (seen.has('road') && seen.has('estate') && seen.has('admin')) ||
    (seen.has('road') && seen.has('unit') && (seen.has('admin') || seen.has('rooms') || units > 1)) ||
    (seen.has('admin') && seen.has('estate') && /[村屯寨庄苑府寓园厦]$|小区|宿舍|校区|大学|医院|学校/.test(text.slice(start, at)))
  if (!enough) return { end: at, whole: false }
  const bare = !seen.has('admin') && !seen.has('unit') && !seen.has('estate') && !seen.has('crossing')
  return { end: at, whole: !(bare && dateAfter.test(text.slice(at, at + 4))) }
}

function next(text: string, at: number, last: string, first: boolean): { kind: string; end: number } | undefined {
  for (const { kind, pattern } of steps) {
    if (kind === 'rooms' && (first || !['unit', 'estate', 'named', 'houseNumber', 'rooms', 'road'].includes(last))) continue
    if (kind === 'houseNumber' && (first || last === 'admin')) continue
    if ((kind === 'unit' || kind === 'way') && first) continue
    if (kind === 'named' && last !== 'houseNumber') continue
    pattern.lastIndex = at
    const end = pattern.test(text) ? pattern.lastIndex : -1
    if (end <= at) continue
    // 湖南省 is no road: a road needs its own name, and is no road of things
    if (kind === 'admin' && /(?:小区|社区|校区|园区|[东南西北一二三四五六七八九十\d]区|超市)$/.test(text.slice(at, end))) continue
    if (kind === 'road' && notPrivate.test(text.slice(at, end))) continue
    return { kind, end }
  }
  return undefined
}

const words = "(?:[A-Z0-9][\\w'’.]*|of|the|de|la)"
const suffix =
  '(?:Street|St|Road|Rd|Avenue|Ave|Boulevard|Blvd|Lane|Ln|Drive|Dr|Court|Ct|Way|Place|Pl|Square|Sq|Terrace|Ter|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Crescent|Close|Gardens|Grove|Row|Mews|Trail|Loop|Plaza)'
const inside = '(?:,?\\s(?:Apt|Apartment|Unit|Suite|Ste|Flat|Room|Rm|Floor|Fl|Bldg|Building|#)\\.?\\s?#?[\\w-]{1,6})?'
const townName = "[A-Z][A-Za-z'’.-]+(?:\\s[A-Z][a-z][A-Za-z'’.-]*){0,2}"
const town = `(?:,\\s?|\\s(?=[A-Z][a-z]+,?\\s[A-Z]{1,2}[A-Z\\d]))${townName}(?:,\\s?${townName}){0,2}`
const region =
  '(?:,?\\s(?:[A-Z]{2,3}|[A-Z][a-z]+)(?:\\s\\d{4,5}(?:-\\d{4})?)?(?![\\w]))?(?:,?\\s(?:\\d{5}(?:-\\d{4})?|[A-Z]{1,2}\\d[A-Z\\d]?\\s?\\d[A-Z]{2}|[A-Z]\\d[A-Z]\\s?\\d[A-Z]\\d|\\d{4})(?!\\w))?'
const house =
  "(?:(?:Flat|Apt|Room|Rm|Unit)\\.?\\s[\\w-]{1,5},?\\s)?[A-Z][\\w'’]*(?:\\s[A-Z][\\w'’]*)?\\s(?:Hall|House|Cottage|Court|Building|Tower|Lodge|Manor|Farm|Apartments|Residences?|Towers|Mansions)"
const street = new RegExp(
  `(?<![\\w.$£€-])(?:${house},\\s)?(?:(?:Flat|Apt|Apartment|Unit|Suite|Room|Rm|Building|Bldg|Block|Floor)\\.?\\s[\\w-]{1,5},?\\s){0,3}(?:No\\.?\\s?)?\\d{1,5}[A-Za-z]?(?:-\\d{1,4})?,?\\s(?:${words}\\s){0,4}?(?:${words}\\s${suffix}|Broadway)\\b\\.?(?:\\s(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\\b)?${inside}(?:${town}${region})?`,
  'g',
)
const lowerStreet =
  /(?<![\w.$£€-])\d{1,5}\s(?!(?:hours?|minutes?|days?|weeks?|months?|years?|items?|pairs?|pieces?|stars?|orders?|packs?|boxes|bags?|gb|mb|tb|inch|watts?|volts?|miles?|km|cm|mm|ft|feet|hp|lbs?|kg|oz|ml|rpm|hz|of|to|more|times?|way|ways|lane|lanes|in|on|for|from|the|a|and|or)\b)(?:[a-z']{2,15}\s){1,3}(?:street|road|avenue|ave|blvd|boulevard|lane|drive|rd)\b(?:\s(?:[nsew]|ne|nw|se|sw)\b)?(?:,?\s(?:apt|unit|suite|flat|room|#)\.?\s?[\w-]{1,5})?(?:,\s?[a-z]{3,}(?:\s[a-z]{3,})?)?(?:,?\s[a-z]{2}(?=,?\s\d{5}|$))?(?:,?\s\d{5})?(?!\w)/g
/** One of these is in every English address. */
const streetWord =
  /\b(?:street|st|road|rd|avenue|ave|boulevard|blvd|lane|ln|drive|dr|court|ct|way|place|pl|square|sq|terrace|ter|parkway|pkwy|highway|hwy|circle|cir|crescent|close|gardens|grove|row|mews|trail|loop|plaza|broadway|box)\b/i
const box = new RegExp(`\\b[Pp]\\.?\\s?[Oo]\\.?\\s?[Bb][Oo][Xx]\\s#?\\d{1,6}\\b(?:${town}${region})?`, 'g')

function english(text: string): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const pattern of [street, lowerStreet, box])
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length, type: 'address' })
  return found
}
