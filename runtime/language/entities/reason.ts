import { type EntityKind, latin, matches } from './kind.ts'

/** Why something goes back, in the words that both languages of the product use for it. */
const reasons: readonly [zh: string, en: string, chinese: RegExp, english: RegExp][] = [
  [
    '尺码不合适',
    'Wrong size',
    /尺[码寸](?:不(?:合适|对|准)|[太偏]?[大小]了?|有问题)|不合身|穿不[下上进]|[太偏][大小紧松长短肥瘦]了?|勒得?慌|挤脚|磨脚/g,
    /\b(?:wrong size|(?:does|did)n't fit|doesn't fit|not fit|too (?:small|big|large|tight|loose|long|short))\b/gi,
  ],
  [
    '发错商品',
    'Wrong item',
    /发错|错发|不是我(?:买|拍|要)的|货不对(?:版|板)?|送错/g,
    /\b(?:wrong (?:item|product|thing|colou?r)|sent (?:me )?the wrong|not what i ordered)\b/gi,
  ],
  [
    '少件漏发',
    'Something is missing',
    /少(?:了|发|件|寄)|漏发|缺(?:了|件|配件)|没有?配件/g,
    /\b(?:missing (?:part|item|piece|one)s?|(?:is|are|was|were) missing|incomplete)\b/gi,
  ],
  [
    '收到时破损',
    'Arrived damaged',
    /(?:收到|拆开|打开|到货|快递|运输|包装)[^，,。]{0,6}(?:破|碎|裂|坏|烂|压)|破损|压坏|摔坏|碎了/g,
    /\b(?:arrived (?:broken|damaged)|damaged|broken (?:on arrival|in transit)|smashed|shattered)\b/gi,
  ],
  [
    '质量问题',
    'Quality problem',
    /质量(?:太?差|不好|不行|有?问题)|做工|掉色|褪色|起球|开线|开胶|瑕疵|次品|用[了不]?[^，,。]{0,4}就坏/g,
    /\b(?:(?:bad|poor|low) quality|quality (?:problem|issue)|defective|faulty|fell apart|stopped working)\b/gi,
  ],
  [
    '与描述不符',
    'Not as described',
    /(?:与|和|跟)?(?:描述|图片|照片|详情|介绍|宣传)[^，,。]{0,4}(?:不符|不一样|不一致|差)|色差|实物/g,
    /\b(?:not as (?:described|pictured)|different from the (?:picture|photo|description)|looks different)\b/gi,
  ],
  [
    '不喜欢或不想要了',
    'Changed my mind',
    /不喜欢|不想要|不要了|不需要|没眼缘|后悔|七天无理由|无理由/g,
    /\b(?:changed my mind|(?:do|did)n't like|don't (?:want|need) (?:it|them)|no longer (?:want|need))\b/gi,
  ],
  [
    '拍错或多拍',
    'Ordered by mistake',
    /拍[错多重]|买[错多重]|下错|重复(?:下单|购买)|多(?:拍|买)了/g,
    /\b(?:ordered (?:by mistake|twice|too many)|by mistake|wrong order)\b/gi,
  ],
  [
    '买贵了或降价',
    'Price dropped',
    /降价|买贵|更便宜|便宜了|差价/g,
    /\b(?:price (?:dropped|went down)|cheaper (?:now|elsewhere)|found it cheaper)\b/gi,
  ],
  [
    '发货或物流太慢',
    'Took too long',
    /(?:发货|物流|快递|送货|配送)[^，,。]{0,3}(?:太慢|慢)|等太久|来不及/g,
    /\b(?:took too long|too late|too slow|arrived late)\b/gi,
  ],
]

/** Signs of which every reason has one: most messages have none. */
const signs = '码寸身穿太偏勒挤磨错少漏缺破碎裂坏烂压质做工色球线胶瑕次用描图照详介宣实喜想要需眼悔理由拍复价贵便慢久及'
const any = new RegExp(
  `[${signs}]|\\b(?:wrong|fit|too|sent|not|missing|incomplete|arrived|damaged|broken|smashed|shattered|quality|defective|faulty|fell|stopped|differ|looks|changed|did|don't|no|mistake|ordered|price|cheaper|took)`,
  'i',
)

/** Why something goes back, as one of ten reasons: the same words for 穿不下 and 太小了. */
export const reason: EntityKind = {
  type: 'reason',
  needs: [signs + latin],
  find(text) {
    if (!any.test(text)) return []
    const latin = /[a-z]{4}/i.test(text)
    const found = reasons.flatMap(([zh, en, chinese, english]) => [
      ...matches(text, chinese, () => zh),
      ...(latin ? matches(text, english, () => en) : []),
    ])
    // one reason is told in several words: the first of each
    return found.filter((each, at) => found.findIndex((other) => other.value === each.value) === at)
  },
  valid: (value) => typeof value === 'string' && value.trim().length >= 2 && value.length <= 300,
}
