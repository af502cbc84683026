import type { PersonalSpan } from './span.ts'

const single =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏傅赖洪丘魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤常温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索宣晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶斯元束檀衣信展阴昝智幸奉植衡富尧闭由'
const double = '欧阳|上官|司马|司徒|诸葛|皇甫|令狐|东方|南宫|慕容|夏侯|尉迟|公孙|轩辕|端木|百里|长孙|宇文|独孤'
/** Common surnames only: where nothing but the place beside a number speaks for a name. */
const common = single.slice(0, 190)
const han = '\\u4e00-\\u9fff'
/** Characters that no given name is written with: what follows the name begins with one of them. */
const notGiven =
  '的了是在有想要能不没就也都很吗呢吧啊呀哦嘛哈说给到跟请可对个这那电手收件退换货买卖麻谢谁什么怎为我你他她它们您咱几多少再又还已被把让将从向以及或但且因所而与则号码地址您好帮忙问查看找打寄发送签取快递块点半个哪吃用过客服接转住吃啥款件箱条双只'
const givenOne = `(?![${notGiven}]|先生|小姐|女士|师傅|经理|老师|总监|同学)[${han}]`
const nameAt = (surnames: string) =>
  `(?:[${han}]{2,5}[·•][${han}]{2,6}|(?:${double})${givenOne}(?:${givenOne})?|[${surnames}]${givenOne}(?:${givenOne})?)`
/** Words that begin with a surname's character. */
const notName =
  /^(?:谢谢|周[一二三四五六日天末边围]|方[便法式向案面]|于[我你是此]|高[兴中级档温铁清考]|白[色天条酒]|黄[色金]|金[额色属]|时[间候]|单[号子独件个品]|安[装全排卓慰]|马[上桶甲路]|毛[病巾衣利]|何[时必况]|成[功人都本分]|常[常用见规温]|温[度馨水柔]|万[一能元]|许[多可]|曾经|任[何务意]|应[该当]|包[邮裹装含括]|全[部额新家国棉]|项[目链]|查[询看一]|车[子上载]|牛[仔奶皮肉]|关[于闭系注]|程[序度]|严[重格]|余[额款下]|颜色|连[接不续]|米[白色]|支[付持]|花[色钱呗]|解[决释]|师傅|司机|商[品家店城]|双|平[台时常板]|尤其|费用|明[天年白细确]|来[的了]|国[内外庆产际]|公[司寸斤]|水果|海[外鲜报]|干[净洗燥]|元旦|信[息用]|智能|强[烈制]|都|门[口店槛]|和[我你他]|相[当同]|原[来因价]|官[方网]|游戏|路[上由]|管[理不]|文[字件]|易碎|银[行色]|普通|容[易量]|衣[服]|王者|江苏|江西|安徽|吉林|海南|云南|石家庄|张家|武汉|宁波|温州|常州|成都|马来|韩国|古代|客服|顾客|客户|买家|会员|用户|学生|本人|妈妈|爸爸|大学|公司|麻烦|夏[天季]|金[卡牌]|柴油|燕麦|阳[台光]|江浙|沙发|兰州|苏州|徐州|郑州|杭州|童[装鞋]|米粉|冷[水冻静]|左右|和谐|盖子|皮[肤鞋]|熊猫|高个|付[款钱了过]|计算)/
const strong =
  '(?:我叫|我名字叫?|名字(?:叫|是|为|改成|改为|[写填]的?)?|姓名(?:是|为|改成|改为|[写填]的?)?|收[件货]人(?:姓名|名字|是|为|叫|改成|改为|换成|[写填]的?)*|联系人(?:姓名|是|为|叫|改成|改为)*|寄件人(?:是|为)?|签收人(?:是|为|[写填]的?)?|开户名(?:是|为)?|开户人(?:是|为)?|户名(?:是|为)?|持卡人(?:是|为)?|本人叫?|机主(?:是|为)?|真名叫?|全名(?:叫|是)?|购买人(?:是|为)?|下单人(?:是|为)?|抬头(?:是|写|开)?个人|身份证(?:上)?(?:名字|姓名))'
const cued = new RegExp(`${strong}\\s?[:：,，]?\\s?(${nameAt(single)})`, 'g')
const weak = new RegExp(
  `(?:我是|这是|(?<=[,，。;；:：!！\\s]|^)叫|联系)\\s?(${nameAt(common)})(?=$|[,，。.;；!！\\s]|的?(?:电话|手机|号码|身份证))`,
  'g',
)
const toward = new RegExp(
  `(?:转接?给?|转到|找|接|换|联系|让|叫|请|给)(?:一下|下)?\\s?(?:刚才|之前|昨天)?(?:的|那个)?(${nameAt(common)})(?=客服|师傅|经理|主管|老师|专员|小姐姐|先生|女士)`,
  'g',
)
const receives = new RegExp(
  `(?<=[\\s,，。;；:：\\d）)]|[室楼号元座店口]|^)(${nameAt(common)})\\s?(?:签?收(?![到货件费拾据款])|签收)(?=$|[,，。.;；!！\\s\\d])`,
  'g',
)
const sentTo = new RegExp(`[寄发送转]给(${nameAt(common)})(?=$|[,，。.;；\\s\\d]|的|电话|手机)`, 'g')
const standing = new RegExp(`(?<=^|[\\s,，。;；:：、/|(（])(${nameAt(common)})(?=$|[\\s,，。;；、/|)）\\d]|电话|手机|[:：])`, 'g')

/** Who belongs to the writer: 我老公林建华的手机. */
const kin =
  '老公|老婆|爱人|对象|男朋友|女朋友|爸爸?|妈妈?|父亲|母亲|儿子|女儿|哥哥?|姐姐?|弟弟|妹妹|爷爷|奶奶|外公|外婆|孩子|室友|同事|同学|朋友|邻居|老板|助理'
const related = new RegExp(
  `我(?:的|们)?(?:${kin})(?:叫|是)?\\s?(${nameAt(common)})(?=$|[,，。.;；!！\\s\\d]|的|代?收|来[收取拿]|电话|手机)`,
  'g',
)

/** @param others what else is personal in the text: a word beside a phone or an address may be a name */
export function findNames(text: string, others: readonly PersonalSpan[]): PersonalSpan[] {
  const found: PersonalSpan[] = []
  const take = (match: RegExpMatchArray) => {
    const name = match[1] ?? ''
    if (!name || notName.test(name)) return
    const start = (match.index ?? 0) + match[0].indexOf(name, match[0].length === name.length ? 0 : Math.max(0, match[0].lastIndexOf(name)))
    found.push({ start, end: start + name.length, type: 'name' })
  }
  if (/[\u4e00-\u9fff]/.test(text)) {
    if (/[叫名人本主]/.test(text)) for (const match of text.matchAll(cued)) take(match)
    if (/[是叫联]/.test(text)) for (const match of text.matchAll(weak)) take(match)
    if (text.includes('我')) for (const match of text.matchAll(related)) take(match)
    if (/客服|师傅|经理|主管|老师|专员|小姐姐|先生|女士/.test(text)) for (const match of text.matchAll(toward)) take(match)
    const beside = others.filter((each) => each.type === 'phone' || each.type === 'address')
    if (beside.length > 0) {
      for (const match of text.matchAll(receives)) take(match)
      if (text.includes('给')) for (const match of text.matchAll(sentTo)) take(match)
      for (const match of text.matchAll(standing)) if (isBeside(text, match, beside)) take(match)
    }
  }
  if (/[A-Za-z]{2}/.test(text)) for (const match of english(text, others)) found.push(match)
  return found
}

/** Nothing but marks and words such as 电话 between the two. */
function isBeside(text: string, match: RegExpMatchArray, others: readonly PersonalSpan[]): boolean {
  const start = match.index ?? 0
  const end = start + match[0].length
  return others.some((other) => {
    const between = other.start >= end ? text.slice(end, other.start) : other.end <= start ? text.slice(other.end, start) : undefined
    return (
      between !== undefined &&
      between.length <= 8 &&
      /^[\s,，。;；:：、/|()（）]*(?:的?(?:电话|手机|联系电话|地址|号码)[\s:：]*)?$/.test(between)
    )
  })
}

const englishName = "(?:[A-Z]['’])?[A-Z][a-z]+(?:['’-](?!s\\b)[A-Z]?[a-z]+)?"
const named = new RegExp(
  `(?:(?:收[件货]人|姓名|名字|联系人|签收人|寄件人)(?:姓名|名字|是|为|叫|[写填]的?)*\\s?[:：]?|[Mm]y (?:full |real )?name(?:'s|’s| is|:)|[Nn]ame\\s?(?:is\\b|[:：])|[Rr]ecipient(?:'s name)?\\s?(?:is\\b|[:：])|[Cc]onsignee\\s?(?:is\\b|[:：])|[Cc]ontact(?: person)?\\s?[:：]|[Aa]ttn\\.?\\s?[:：]?|[Aa]ttention(?: of|\\s?[:：])|[Aa]ddressed to|(?:under|in) the name(?: of)?|[Cc]ard ?holder(?: name)?\\s?(?:is\\b|[:：])|[Ss]ign(?:ed)? (?:for )?by|[Mm]r\\.?|[Mm]rs\\.?|[Mm]s\\.?|[Mm]iss|[Dd]ear)\\s?(${englishName}(?:\\s(?:[A-Z]\\.\\s)?${englishName}){0,2})`,
  'g',
)
/** Two words at least, where one alone would mean something else. */
const called = new RegExp(
  `(?:\\b[Cc]all me|\\bunder|\\b(?:[Rr]egards|[Ss]incerely|[Cc]heers|[Tt]hanks),)\\s(${englishName}\\s${englishName}(?:\\s${englishName})?)(?=$|[,.;!\\n]|\\s[a-z])`,
  'g',
)
/** Who stands before an address or a telephone number, and after one. */
const nameBefore = new RegExp(
  `(?:\\bto|\\bfor|^|[\\n,;:])\\s*(?:my (?:wife|husband|partner|mum|mom|mother|dad|father|son|daughter|sister|brother|friend|colleague)\\s)?(${englishName}\\s(?:[A-Z]\\.\\s)?${englishName})[,\\s:(–-]*(?:(?:phone|tel|mobile|cell)\\.?[:\\s]*)?$`,
)
const nameAfter = new RegExp(`^[,\\s:–-]+(${englishName}\\s${englishName})(?=$|[,.;!\\n])`)
const lowerNamed = /\bmy name(?:'s|’s| is) ([a-z]{2,12} [a-z]{2,14})(?=$|[,.!;]| and\b)/g
const introduced = new RegExp(
  `(?:\\bI am|\\bI['’]m|\\bThis is|\\bthis is|\\bIt['’]s|\\bSpeak(?:ing)? (?:to|with)|\\bspoke (?:to|with))\\s(${englishName}\\s${englishName})(?=$|[,.;!]|\\s(?:and|from|here|with|my|phone|speaking)\\b)`,
  'g',
)
const notEnglishName =
  /^(?:not|on|in|the|a|an|still|wrong|missing|listed|spelled|misspelled|misspelt|incorrect|different|very|so|too|really|just|also|customer|service|order|orders|my|your|no|yes|hello|hi|sir|madam|team|support|friend|seller|all|great|brand|best|real|super|high|low|big|small|first|second|last|next|coffee|clean|muscle|potato|dior|every|any|some|way|more|less|absolutely|completely|totally|black|white|red|blue|green|new|old|good|bad|never|always|already)\b/i

function english(text: string, others: readonly PersonalSpan[]): PersonalSpan[] {
  const found: PersonalSpan[] = nextTo(text, others)
  const patterns =
    /[人名]|name|recipient|consignee|contact|att|address|holder|sign|\bm(?:r|s|iss)|dear|I.?m\b|I am|is is|it.s|spe?o?ak|spoke|call me|under|regards|sincerely|cheers,|thanks,/i.test(
      text,
    )
      ? [named, lowerNamed, introduced, called]
      : []
  for (const pattern of patterns)
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? ''
      if (notEnglishName.test(name)) continue
      const start = match.index + match[0].length - name.length
      found.push({ start, end: start + name.length, type: 'name' })
    }
  return found
}

function nextTo(text: string, others: readonly PersonalSpan[]): PersonalSpan[] {
  const found: PersonalSpan[] = []
  for (const { start, end, type } of others) {
    if (type !== 'phone' && type !== 'address') continue
    const from = Math.max(0, start - 60)
    const before = nameBefore.exec(text.slice(from, start))
    const name = before?.[1] ?? ''
    if (before && !notEnglishName.test(name)) {
      const at = from + before.index + before[0].indexOf(name)
      found.push({ start: at, end: at + name.length, type: 'name' })
    }
    const after = type === 'phone' ? nameAfter.exec(text.slice(end, end + 60)) : null
    const next = after?.[1] ?? ''
    if (after && !notEnglishName.test(next)) {
      const at = end + after[0].indexOf(next)
      found.push({ start: at, end: at + next.length, type: 'name' })
    }
  }
  return found
}
