/** What a word tells about a mood. `expectation`, `waiting` and `repetition` are complaints that are not said outright. */
export const toneKinds = ['positive', 'negative', 'anger', 'urgency', 'anxiety', 'expectation', 'waiting', 'repetition', 'request'] as const
export type ToneKind = (typeof toneKinds)[number]

/** A word or phrase; `…` stands for up to twelve characters between its two halves. */
export interface ToneWord {
  word: string
  kind: ToneKind
  /** 0–1: how surely it tells it. */
  strength: number
}

const rows: readonly [ToneKind, number, string][] = [
  [
    'positive',
    1,
    '谢谢 感谢 多谢 谢啦 太好了 太棒了 真棒 很棒 好棒 满意 喜欢 好用 真好 很好 非常好 挺好 赞 给力 靠谱 辛苦了 么么哒 爱你 惊喜 物超所值 回购 五星 好评 开心 高兴 漂亮 好看 舒服 合身 完美 周到 耐心 专业 热情 贴心 大气 放心了 点赞 没想到这么快 超出预期',
  ],
  [
    'positive',
    0.6,
    '不错 还行 可以的 解决了 修好了 好吃 新鲜 香 值 推荐 划算 实惠 方便 快捷 精致 清晰 流畅 结实 柔软 厚实 干净 安静 省心 细腻 有效 哈哈 嘻嘻 好哒 好滴 么么 棒 厉害 优秀 可爱 温馨 服务好',
  ],
  [
    'positive',
    1,
    'thanks|thank you|thank u|thx|ty|cheers|appreciate|appreciated|grateful|love|loves|loved|perfect|perfectly|great|awesome|excellent|amazing|wonderful|fantastic|brilliant|superb|outstanding|impressed|impressive|delighted|pleased|happy|satisfied|best|lovely|recommend|recommended|five stars|5 stars|exceeded|flawless|terrific|incredible',
  ],
  [
    'positive',
    0.6,
    'good|nice|nicely|kind|helpful|helped|solved|fixed|works now|well|fast|quick|easy|easily|comfortable|beautiful|beautifully|sturdy|durable|reliable|solid|smooth|clear|crisp|sharp|bright|cute|friendly|polite|worth|value|enjoy|enjoyed|fun|cool|sleek|stylish|convenient|handy|intuitive|accurate|favorite|favourite|glad|relief|yay|wow|better|improved|pretty|simple|light|compact|quiet|affordable|bargain|fine|useful|pleasant|elegant|powerful|rich|superior|advantage|pros|like it|likes it',
  ],
  [
    'negative',
    1,
    '失望 不满意 差评 太差 很差 好差 真差 难用 不好用 后悔 被坑 坑 上当 亏了 买亏 烦死 好烦 太烦 心累 无语 郁闷 难受 不爽 不开心 生气 服了 醉了 受不了 太麻烦 好麻烦 这么麻烦 太慢 好慢 真慢 这么慢 太难 这么难 没用 一点用 没效果 粗糙 难闻 难看 好丑 恶心 烂 破玩意 劣质 二手 不值 白等 白跑 浪费时间 耽误 不会再买 再也不 不推荐 不来了 体验很差 态度不好 态度差 答非所问 说话不算 不守信',
  ],
  [
    'negative',
    0.5,
    '差 慢 贵 丑 臭 脏 坏的 又坏 发错 过敏 拉肚子 起疹子 掉色 缩水 开线 发霉 变质 压扁 全碎 吵 卡 漏 假 薄 硬 小气 不行 不好 不值 麻烦死 没人理 没人管 没人回 不理 太久 好久 唉 哎 委屈 伤心 哭了 后悔 不符 不一样 差太多 意思呢 没意思 太坑 缺斤少两 敷衍 推脱 拖 不负责 没动静 心情',
  ],
  [
    'negative',
    1,
    'disappointed|disappointing|disappointment|unhappy|dissatisfied|not happy|not satisfied|frustrated|frustrating|annoyed|annoying|fed up|tired of|terrible|horrible|awful|worst|useless|worthless|regret|waste|wasted|rude|poor|poorly|broke again|let down|cheated|hassle|never again|junk|garbage|crap|defective|horrendous|lousy|sucks|suck|unusable|rotten|ugly|hate|hated|mess|nightmare|one star|not worth|refuse|refused',
  ],
  [
    'negative',
    0.5,
    'bad|badly|slow|slowly|late|cheap|cheaply|broken|broke|breaks|faulty|fault|dirty|smell|smells|uncomfortable|confusing|complicated|difficult|hard to|problem|problems|issue|issues|fail|fails|failed|failure|lost|wrong|damaged|scratched|flimsy|noisy|loud|heavy|bulky|weak|thin|blurry|grainy|stiff|expensive|overpriced|lacks|lack|lacking|missing|limited|unfortunately|however|complaint|cons|drawback|downside|worse|ruined|died|dead|stuck|crashes|freezes|hurts|hurt|sad|pain|ridiculous|nobody|annoy|disconnects|overheats|dull|awkward|only|too|unable|cannot|stopped|return it|returned it',
  ],
  [
    'anger',
    1,
    '骗子 骗人 骗鬼 欺骗 欺诈 诈骗 垃圾 黑店 黑心 奸商 无良 坑人 坑爹 忽悠 糊弄 耍我 耍人 逗我 玩我 当我傻 傻子 有病吧 你有病 脑子有 没脑子 脑残 智障 弱智 傻逼 傻b 尼玛 他妈的 卧槽 我操 操你 我呸 去死 滚！ 滚吧 滚开 滚蛋 给我滚 放屁 狗屁 王八 混蛋 无耻 不要脸 要不要脸 脸皮 真恶心 气死 气人 火大 发火 火冒 忍无可忍 太过分 过分 欺负 欺人 岂有此理 离谱 店大欺客 虚假宣传 假货 投诉你 投诉你们 我要投诉你 12315 消协 工商局 曝光你 要曝光 去曝光 法院 起诉 报警了 要报警 倒闭 关门吧 良心呢 良心被 没良心 黑良心 讲信用 言而无信 听不懂人话 人话 踢皮球 推来推去 扯皮 有完没完 没完没了 什么态度 你们这是什么服务 什么玩意 什么垃圾 什么破 破玩意 凭什么 难道 八百遍 猴年马月 必须差评 拉黑你',
  ],
  [
    'anger',
    0.8,
    '呵呵 可真行 真行啊 真会说 笑死 搞笑 可笑 真有意思 可真有意思 负不负责 你们负责吗 管不管 到底管 到底能不能 到底发不发 还发不发 发不发货 有没有人管 会不会做 能不能干 有用吗 有什么用 说了等于没说 光说抱歉 就会复制 一拖再拖 拖什么拖 等一年 等到过年 废话 磨叽 还有脸 好意思 你们什么意思 你什么意思 客服什么意思 你们厉害 可真厉害 不处理就 不退就 再不…投诉 再不…曝光 不然投诉 否则投诉 投诉…你 谢谢你们浪费 浪费我 你们…吗？！ 睁眼说瞎话 瞎说 胡说 说瞎话 双标 霸王条款 强买强卖 吃相 套路 套路深',
  ],
  [
    'anger',
    1,
    'scam|scammer|scammers|scammed|fraud|fraudulent|thief|thieves|theft|steal|stole|liar|liars|lied|lying|crook|crooks|fake|fakes|rip off|ripped|ridiculous|unacceptable|outrageous|furious|angry|so mad|disgusting|disgrace|disgraceful|pathetic|shame|ashamed|idiot|idiots|stupid|moron|morons|clown|clowns|incompetent|incompetence|bullshit|shit|crap|damn|wtf|what the hell|hell|fuck|fucking|screw you|shut up|sue|lawyer|court|chargeback|report you|reporting you|consumer agency|trading standards|worst service|worst company|worst shop|zero stars|insult|insulting|unbelievable|joke|kidding me|how dare|garbage|rubbish|false advertising|hate you|hate this|hate your|get lost',
  ],
  [
    'anger',
    0.8,
    "are you serious|enough is enough|sick of|sick and tired|do your job|excuses|how many times|hundred times|thanks for nothing|thanks for wasting|waste my time|wasting my time|yeah right|very funny|passing the buck|can you even|do you even|are you even|do you not care|you don't care|don't you care|what is wrong with you|what's wrong with you|wrong with you people|you people|you call this|never ever|oh great|oh wonderful|sorry doesn't|apology is|apologies|my fault|dispute the charge|ruined christmas|what kind of",
  ],
  [
    'urgency',
    1,
    '急 急用 加急 搞快 快来 快去 快修 快送 快安排 快解决 快办 快查 快弄 快搞 快催 快审 快派 加快 早些 务必今天 务必明天 等不了 没时间 时间紧 用不上 现在就 等着要 着急用 麻烦快 请快 尽量快 越快越好 今天能到 今天能送 明天能到 急死 急急 很急 挺急 着急 比较急 有点急 真的急 急需 赶紧 赶快 赶时间 尽快 尽早 立刻 立马 马上 抓紧 火速 速回 速度 速速 快点 快一点 快些 快发 快帮 快给 快取消 快改 快退 快处理 快回 快回复 早点发 早点安排 早点寄 早点送 早点到 早日 催 优先 急！ 在线等 来不及 来得及 赶不上 等不及 等着用 今天就要 明天就要 后天就要 明天要用 今天要用 今晚要用 后天要用 就要用 要用了 今天必须 今天一定 必须今天 最快 快截止 十分钟内 今天之内 今天内 今天发出 能快 快吗 快没了 马上要 急着',
  ],
  [
    'urgency',
    -1,
    "不着急 不急 不用急 不催 不用催 慢慢来 别着急 不赶时间 马上就好 催乳 催化 马上去 我马上 这就 谢谢马上 no rush|no hurry|not urgent|take your time|whenever you can|isn't urgent|in no hurry",
  ],
  [
    'urgency',
    1,
    'urgent|urgently|urgency|asap|hurry|rush|immediately|right now|right away|now!|as soon as|quickly|expedite|express|speed up|speed it up|faster|sooner|prioritise|prioritize|priority|chase|nudge|deadline|today|tonight|by tomorrow|for tomorrow|need it tomorrow|by friday|by monday|by saturday|by sunday|by thursday|before saturday|before friday|before then|no later than|at the latest|time is short|need it by|need it before|need it for|need it now|need it today|last minute|in an hour|in ten minutes|in five minutes|reply soon|send it soon|answer now|refund me now',
  ],
  [
    'anxiety',
    1,
    '担心 焦虑 害怕 怕 怎么办 会不会丢 丢了吗 来得及吗 不安 紧张 慌 心慌 急死 睡不着 会不会有事 不会有问题吧 不会丢吧 不会是假 是不是骗 急哭 没事吧 安全吗 会不会有 worried|worry|afraid|anxious|nervous|scared|scares|scary|concerned|panic|is it safe|will it be lost|what if|what should i do|never arrive|stressed',
  ],
  [
    'expectation',
    1,
    '不是说 说好的 说好 说是 明明 承诺 答应 保证…没 说…结果 不是…吗 不应该 怎么又 居然 竟然 本来说 你们说 客服说…没 写的是…却 you said|you promised|supposed to|was told|i was promised|should have|expected|as advertised|not as described|nothing like|promised',
  ],
  [
    'waiting',
    1,
    "还没 一直没 一直不 都没 几天了 多天了 天了还 天了都 个月了 星期了 周了 小时了 半天 等了 等太久 等好久 迟迟 到现在 至今 没动 不动了 没更新 超时 still not|still no|still nothing|still hasn't|still haven't|been waiting|waiting for|for weeks|for days|hasn't arrived|nothing yet|it's been|takes forever|taking too long|too long|week ago|weeks ago",
  ],
  [
    'repetition',
    1,
    '又 再次 多少遍 多少次 几次了 几遍了 三遍 第三次 第四次 第二次 第几次 每次都 次次 老是 总是 反复 问了…次 说了…遍 找了…次 催了…次 催了…遍 again|third time|second time|fourth time|every time|always|how many times|twice already|three times|keeps|keep|repeat|same problem',
  ],
  [
    'anger',
    0.9,
    '干什么吃的 干嘛吃的 要你们…干嘛 要你干嘛 能解决什么 来搞笑 开玩笑 开什么玩笑 文字游戏 你觉得合理 我还能信 换你 赔偿 赔钱 少来 又来这套 这套说辞 你们就这样 你们就这么 你们就这个 这就是你们 这就是大 是吧！ 是吧？ 就想赖 赖账 走着瞧 等着吧 你们等着 你们领导 叫…领导 找…领导 负责人 叫…经理 说一套做一套 出尔反尔 诚信 不讲道理 当顾客 拿顾客 把顾客 还想不想做 想不想做生意 就这还 以后谁还敢 真够可以 真够行 可以啊你们 真牛 我谢谢你 谢谢你们了 感谢你们浪费 简直了 素质 什么鬼 什么破 什么烂 烂东西 破东西 废物 神经病 瞎了 眼瞎 听不懂 装不懂 装傻 装什么 打太极 推卸 不负责任 气愤 很生气 真生气 真的生气 非常生气 怒 受够 可恶 气人 误导 明摆着',
  ],
  [
    'negative',
    0.8,
    '到底 不合理 不接受 不能接受 不同意 不认可 就这质量 就这做工 越修越 折腾 费劲 打发 寒心 心寒 没信心 不敢买 不敢再 不敢相信 准话 准信 没见过 头一次 乱收费 耍 老是让我 不要老 别让我 不想再等 耗 影响心情 期待…结果 噱头 自动回复 听不懂 占线 没人接 转来转去 转了 排了 问了也 说了也 找谁都 白问 不靠谱 一点都不 随便 次 坑 亏 心疼 失信 不公平 not fair|unfair|not acceptable|not good|fell apart|wasted|trust|looking forward|letdown|shame|not impressed|misleading|misled|delayed|delay|on hold|transferred',
  ],
  [
    'request',
    1,
    "请问 请 麻烦 帮我 帮忙 能不能 可以吗 能吗 想问 问下 咨询 查下 查一下 怎么 如何 多少 哪里 什么时候 有没有 是不是 几天 吗 please|could you|can you|can i|could i|how do|how can|how long|how much|when will|where is|what is|do you|is it|is there|would like|i'd like|i want to|help me",
  ],
]

/** Words that hold one of the list by chance: nothing is read inside them. */
export const innocent: readonly string[] =
  '滚筒 滚轮 滚动 滚珠 垃圾桶 垃圾袋 垃圾分类 垃圾处理 工商银行 曝光度 零分期 妈妈的 他妈妈 你妈妈 报警器 良心价 急救 应急 急速 急停 急冻 不着急 快递 快充 快捷 快速充 快拆 快乐 快门 快手 快干 快煮 催化 催乳 又好 又大 又快 又便宜 再次购买 又买 又来买 又有 又看 第二次购买 第二次买 次日 每次 次数 一次 几次 下次 这次 首次 多次 漏电保护 卡片 卡号 银行卡 会员卡 显卡 内存卡 手机卡 卡券 卡包 礼品卡 保修卡 卡通 卡扣 卡槽 薄款 薄膜 硬盘 硬件 硬币 假期 放假 暑假 寒假 假发 差价 补差 差额 出差 时差 色差 贵姓 贵公司 贵店 慢慢来 慢慢 拖把 拖鞋 拖地 拖车 耍赖皮 随便看 价值 超值 保值 数值 值得买吗 值多少 香港 香水 方便面 方便吗 太阳 好久不见 贵州 贵阳 干净吗 不错吗 好用吗 好看吗 舒服吗 结实吗 喜欢的可以'.split(
    ' ',
  )

/** Words that come before and strengthen. */
export const intensifiers = [
  '太',
  '真',
  '好',
  '非常',
  '特别',
  '超',
  '很',
  '十分',
  '极其',
  '简直',
  '实在',
  'very',
  'so',
  'really',
  'extremely',
  'too',
  'totally',
  'absolutely',
]
/** Words that come shortly before and turn good into bad and bad into good. */
export const negations = ['不', '没', '别', '无', '未', '并非', "n't", 'not', 'no', 'never', 'without', 'hardly', 'barely', 'nothing']

/** The list that ships: operators see it, change strengths and add their own words. */
export const lexicon: readonly ToneWord[] = rows.flatMap(([kind, strength, words]) => read(words).map((word) => ({ word, kind, strength })))

/** Chinese words are set apart by spaces, English phrases by bars. */
function read(words: string): string[] {
  const bars = words.split('|')
  const [first = '', ...rest] = bars
  // the last Chinese word and the first English phrase share a stretch
  const spaced = first.split(' ')
  const han = spaced.filter((word) => /[\u4e00-\u9fff\d]/.test(word))
  const latin = spaced.filter((word) => !/[\u4e00-\u9fff\d]/.test(word)).join(' ')
  return [...new Set([...han, latin, ...rest].filter((word) => word !== ''))]
}
