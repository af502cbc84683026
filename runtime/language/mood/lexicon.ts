import type { MoodKind, MoodWord } from '../../../schemas/mood.ts'

/** Kind, strength, Chinese words set apart by spaces, English phrases set apart by bars. */
type Row = readonly [kind: MoodKind, strength: number, zh: string, en: string]

const praise: readonly Row[] = [
  [
    'positive',
    1,
    '谢谢 感谢 多谢 谢啦 谢了 太好了 太棒了 真棒 很棒 好棒 满意 喜欢 好用 真好 很好 非常好 挺好 好评 给力 靠谱 辛苦了 辛苦啦 么么哒 爱你 爱了 惊喜 物超所值 超值 回购 五星 开心 高兴 漂亮 好看 舒服 合身 完美 周到 耐心 专业 热情 贴心 大气 放心了 安心了 点赞 很赞 超赞 点个赞 没想到这么快 超出预期 太感谢 感激 感动 多亏 幸亏 帮大忙 神速 真香 捡到宝 杠杠的 没得说 绝绝子 yyds 比想象中好 比图片好看 比图片还好看 效率真高 手艺好 生意兴隆 效果不错 质量不错',
    'thanks|thank you|thank u|thankyou|thx|ty|tysm|cheers|appreciate|appreciated|grateful|love|loves|loved|perfect|perfectly|great|awesome|excellent|amazing|wonderful|fantastic|brilliant|superb|outstanding|impressed|impressive|delighted|pleased|happy|happier|satisfied|best|lovely|recommend|recommended|five stars|5 stars|exceeded|flawless|terrific|incredible|gorgeous|delicious|stunning|adorable|adores|thrilled|over the moon|lifesaver|a star|you rock|rock|did the trick|worth it|worth every|spot on|works like a charm|kudos|top notch|well done|good job|great job|made my day|a treat|bless you|much obliged',
  ],
  [
    'positive',
    0.6,
    '不错 还行 可以的 解决了 修好了 弄好了 搞定 好吃 新鲜 香 值 推荐 划算 实惠 方便 快捷 精致 清晰 流畅 结实 柔软 厚实 干净 安静 省心 细腻 有效 哈哈 嘻嘻 好哒 好滴 么么 棒 赞 厉害 优秀 可爱 温馨 服务好 好漂亮 好快 真快 很快 好甜 好香 好喝',
    'good|nice|nicely|kind|helpful|helped|solved|fixed|sorted|works now|working again|well|fast|quick|easy|easily|comfortable|comfy|beautiful|beautifully|sturdy|durable|reliable|solid|smooth|clear|crisp|sharp|bright|cute|friendly|polite|worth|value|enjoy|enjoyed|fun|cool|sleek|stylish|convenient|handy|intuitive|accurate|favorite|favourite|glad|relief|yay|wow|better|improved|pretty|simple|light|compact|quiet|affordable|bargain|fine|useful|pleasant|elegant|powerful|rich|superior|advantage|pros|like it|likes it|tidy|super|yummy|ta',
  ],
]

const displeasure: readonly Row[] = [
  [
    'negative',
    1,
    '失望 不满意 差评 太差 很差 好差 真差 差劲 难用 不好用 后悔 悔死 被坑 坑爹 上当 亏了 亏大 亏死 血亏 买亏 烦死 好烦 太烦 烦人 心烦 闹心 糟心 心累 心塞 心凉 心寒 寒心 无语 郁闷 难受 不爽 不开心 不高兴 生气 醉了 受不了 太麻烦 好麻烦 这么麻烦 太慢 好慢 真慢 这么慢 慢死 很慢 太难 这么难 没用啊 一点用 没效果 粗糙 难闻 难看 好丑 难吃 难喝 劣质 不值 白等 白跑 白买 白花 白交 白激动 白请 白搭 浪费 耽误 不会再买 不会再来 再也不 不再买 不推荐 体验很差 体验差 体验不好 态度不好 态度差 态度有点 服务差 服务不行 服务太差 质量差 质量不行 答非所问 说话不算 不守信 不讲信用 崩溃 绝望 头大 恼火 倒霉 晕死 没法用 没法穿 没法吃 用不了了 一言难尽 踩雷 翻车 冤枉钱 窝心 气死 气人 好气 没话说 太坑 好坑 坑人 坑死 离谱 过分 敷衍 推脱 不负责 没人理 没人管 没人回 没人处理 没人负责 没人解决 不理人 不理我 不像话 不靠谱 不人性 不地道 没诚意 诚意都没有 不合理 不公平 说不过去 没道理 接受不了 不能接受 无法接受 不认可 受够 忍了 一肚子 折腾 折磨 遭罪 受罪 费劲 形同虚设 货不对板 图文不符 名不副实 与描述不符 缺斤少两 以次充好 偷工减料 差远了 差太远 差太多 差距太大 落差 不怎么样 不咋地 不咋样 不太行 算我倒霉 认栽 认倒霉 当交学费 放鸽子 石沉大海 已读不回 没下文 莫名其妙 变卦 不兑现 不作数 不上心 不用心 糟糕 马虎 越来越差 越修越 不如别家 不在这买 吐槽 死心',
    "disappointed|disappointing|disappointment|unhappy|dissatisfied|not happy|not satisfied|frustrated|frustrating|annoyed|annoying|fed up|tired of|sick of|terrible|horrible|awful|dreadful|worst|useless|worthless|regret|waste|wasted|rude|poor|poorly|broke again|let down|letdown|cheated|misled|misleading|hassle|never again|junk|crap|horrendous|lousy|sucks|suck|unusable|rotten|ugly|hate|hated|mess|nightmare|one star|two stars|not worth|shoddy|sloppy|careless|unprofessional|unacceptable|not acceptable|unfair|not fair|not right|not impressed|not thrilled|not good enough|not great|no help|nobody cares|no one cares|nobody called|nobody came|nobody replied|no one replied|nobody answers|no one answers|nobody answered|nobody rang|nobody showed|no reply|no response|no explanation|no apology|fell apart|falling apart|fell to pieces|pain to|what a pain|driving me|drives me|losing patience|wits' end|run out of patience|upset|heartbroken|gutted|in tears|sad|sadly|stings|ridiculous|joke|give up|lost trust|done with|won't be back|won't buy|won't order|won't recommend|wouldn't recommend|would not recommend|never buy|never order|don't buy|do not buy|stay away|overpriced|ripped off|passed around|sent in circles|going round in circles|make no sense|makes no sense|brushed off|fobbed off|for nothing|put off|off-putting|a shame|such a pity|not okay|not ok|not nice|not cool|gross|yuck|ew|ugh|meh|downhill|dissapointed|frustated|embarrassing|stressful|torture|so much for|too much hassle|at my wits|can't trust|don't trust|lost a customer|last order|how hard can it be|poor show",
  ],
  [
    'negative',
    0.5,
    '没人接 没人来 打发 太黑 换一家 去别家 恶心 头疼 不接受 差 慢 丑 臭 脏 又坏 又发错 又错 又没 又取消 拉肚子 起疹子 掉色 缩水 开线 开胶 发霉 变质 压扁 全碎 吵 卡死 硬 小气 不好 麻烦死 不理 太久 好久 唉 哎 委屈 伤心 哭了 不符 意思呢 没意思 拖 没动静 心疼 肉疼 上次也 不同意 头一次 第一次遇到 乱收费 老是让 不要老 别让我 不想再 等不起 噱头 自动回复 听不懂 占线 转来转去 转了 排了 问了也 说了也 找谁都 白问 一点都不 失信 倒是 竟然 居然 怎么又 怎么老是 怎么每次 每次都 总是 还要我 还得我 让我自己 还让我 凭空 就这 都没有一 搞得 弄得 害我 害得 呜呜 遗憾 无奈 干嘛去了 早说 不早说 哪有 说半天 这么久 太贵 好贵',
    'bad|badly|slow|slowly|late|cheap|cheaply|broken|broke|breaks|faulty|fault|dirty|smell|smells|uncomfortable|confusing|complicated|difficult|hard to|problem|problems|issue|issues|fail|fails|failed|failure|lost|wrong|damaged|scratched|flimsy|noisy|loud|heavy|bulky|weak|thin|blurry|grainy|stiff|expensive|lacks|lack|lacking|missing|limited|unfortunately|however|complaint|cons|drawback|downside|worse|ruined|died|dead|stuck|crashes|freezes|hurts|hurt|pain|nobody|annoy|disconnects|overheats|dull|awkward|only|too|unable|cannot|stopped|return it|returned it|delayed|delay|on hold|transferred|expected more|expected better|looking forward|seriously|sigh|again|trust|whatever|come on|stale|mouldy|moldy|vanished|shame|forever|ages',
  ],
]

const rage: readonly Row[] = [
  [
    'anger',
    1,
    '骗子 骗人 骗鬼 骗钱 骗我 欺骗 欺诈 诈骗 垃圾 辣鸡 lj店 黑店 奸商 无良 坑爹 忽悠 糊弄 耍我 耍人 耍猴 耍无赖 耍流氓 逗我 玩我 当我傻 当我是傻 当傻子 冤大头 傻子 有病吧 你有病 有毛病吧 脑子有 没脑子 脑子呢 脑子进水 脑残 智障 弱智 白痴 傻逼 傻b 傻x 傻叉 煞笔 sb tmd nmd cnm mmp 尼玛 他妈 tm的 特么 妈的 妈蛋 卧槽 我操 操你 我呸 去死 死了吗 死光 滚！ 滚吧 滚开 滚蛋 滚出 滚犊子 给我滚 放屁 个屁 狗屁 屁都不 狗东西 王八 混蛋 流氓 无赖 强盗 土匪 小偷 无耻 不要脸 要不要脸 要点脸 脸皮 脸真大 脸呢 缺德 丧良心 良心呢 良心被 没良心 黑良心 真恶心 气死 气炸 气得 肺都 发火 冒火 窝火 火冒 一肚子火 忍无可忍 忍够 欺人 岂有此理 店大欺客 虚假宣传 虚假发货 消协 工商局 市场监管 12315 黑猫投诉 曝光你 要曝光 去曝光 找曝光 就曝光 曝光你们 起诉 要报警 我报警 已经报警 吃官司 倒闭 关门吧 讲信用吗 言而无信 没信用 人话 踢皮球 踢球 推来推去 甩锅 扯皮 扯淡 有完没完 没完没了 什么态度 什么服务 什么玩意 什么垃圾 什么破 什么烂 什么狗屁 什么鬼 什么德行 破玩意 破店 破平台 破客服 破快递 烂店 烂平台 烂透 凭什么 凭啥 八百遍 猴年马月 必须差评 拉黑你 拉黑了 避雷 睁眼说瞎话 睁着眼 瞎说 胡说 说瞎话 谎话 撒谎 强买强卖 霸王条款 不要跟我扯 别跟我扯 废话 闭嘴 废物 神经病 眼瞎 瞎了 长眼睛 畜生 人渣 呸 怒了 愤怒 气愤 很生气 非常生气 真的生气 特别生气 受够了 受够你们 可恶 可耻 装死 装傻 装聋作哑 装糊涂 赖账 倒打一耙 割韭菜 吃相 抢钱 明抢 嘚瑟 拽什么 嚣张 王法 天理 出尔反尔 说一套做一套 不讲道理 不负责任 推卸 存心 成心 故意刁难 刁难 摆明 明摆着 下三滥 缩头乌龟 皮包公司 卷款 卷钱 跑路了 不是东西 没人性 吸血鬼 坑蒙拐骗 挂羊头 以次充好卖 贼喊捉贼 翻脸不认 两面三刀 臭不要脸 恬不知耻 无法无天 丧尽天良 狼心狗肺 胡扯 鬼扯 扯蛋 蠢驴 猪队友 窝囊废 败类 见鬼去 去你的 去你妈 你大爷 欺骗消费者 欺诈消费者 退一赔三 假一赔十吧 非法占有 强盗逻辑 不可理喻 丢不丢人',
    "scam|scammer|scammers|scammed|scam artists|fraud|fraudulent|fraudsters|thief|thieves|theft|stealing|stole|liar|liars|lied|crook|crooks|con men|con artists|conned|swindlers|robbers|robbery|ripped me off|rip off|rip-off|outrageous|outraged|furious|fuming|livid|seething|so mad|raging|disgusted|disgrace|disgraceful|scandalous|pathetic|shame on|ashamed|shameless|no shame|have you no|idiot|idiots|stupid|stupidity|moron|morons|clown|clowns|muppets|monkeys|brainless|brain dead|clueless|incompetent|incompetence|useless lot|useless people|you are useless|you're useless|useless bot|useless idiots|bullshit|bs|bullcrap|shit|shitty|crappy|goddamn|wtf|ffs|what the hell|what the actual|the hell|go to hell|fuck|fucking|f***|screw you|screw this|shut up|piss off|sod off|bugger off|get stuffed|up yours|get lost|sue you|legal action|chargeback|the police|ombudsman|report you|reporting you|reported you|consumer agency|consumer protection|trading standards|go to the press|the newspapers|expose you|worst service|worst company|worst shop|worst support|worst customer|zero stars|insult|insulting|insulted|kidding me|be kidding|must be joking|you joking|bad joke|how dare|don't you dare|the nerve|the audacity|the cheek|trash company|garbage company|piece of shit|piece of trash|absolute garbage|total rubbish|load of|false advertising|hate you|hate your company|extortion|blackmail|shambles|amateurs|amateur hour|greedy|heartless|arrogant|bankrupt|make me sick|sick and tired|last straw|had it with|had enough of you|give a damn|couldn't care less|cut the crap|spare me|for god's sake|for heaven's sake|enough is enough|enough lies|you clearly|for real??|have a laugh|having a laugh|you lot|hypocrites|parasites|bloodsuckers|lying cheats|imbecile|imbeciles|dumbest|buffoons|cowards|vultures|predatory|unethical|criminals|daylight robbery|bait and switch|bald-faced|hogwash|bollocks|screwed me|ripping people off|ripping off|rob people|robbed me|robbing|swindle|swindled|lawsuit|small claims|attorney|better business bureau|bbb|class action|stuff your|shove it|drop dead|rot in|wankers|twats|arse|jerks|lousy company",
  ],
  [
    'anger',
    0.8,
    '有啥用 有屁用 呵呵 可真行 真行啊 真够可以 真够行 可以啊你们 你们真行 真会说 真会做生意 笑话 可笑 搞笑呢 搞笑吗 来搞笑 真搞笑 真有意思 有意思吗 讽刺 负不负责 你们负责吗 还发不发 有没有人管 会不会说话 会不会上班 能不能干 干什么吃 干嘛吃 吃干饭 要你干嘛 说了等于没说 光说抱歉 就会复制 复读机 复制粘贴 一拖再拖 故意拖 拖着不 等一年 等到过年 等到明年 等我退休 磨叽 还有脸 好意思 你们什么意思 你什么意思 客服什么意思 你这话什么意思 几个意思 你们厉害 可真厉害 真厉害啊 不处理就 不退就 不解决就 再不…投诉 再不…曝光 再不…报警 不然…投诉 否则…投诉 不给…投诉 要投诉 去投诉 只能投诉 那就投诉 就投诉 等着投诉 投诉你 投诉到 投诉了 来投诉 会投诉 敷衍我 敷衍人 敷衍顾客 糊弄我 推脱责任 不守信 不讲信用 不讲诚信 不作为 不管不问 无视我 浪费我 浪费别人 谢谢你们浪费 感谢你们浪费 我谢谢你 我谢谢你们 还得谢谢 还得感谢 是不是还要谢 双标 老套路 误导消费 误导顾客 开什么玩笑 开玩笑呢 你在开玩笑 玩文字游戏 文字游戏 玩不起 你觉得合理 你觉得我会信 我还能信 这套说辞 鬼才信 信你个鬼 谁信 你们就这样 你们就这么 你们就这个 你们就是这 这就是你们 这就是大 就这自营 还自营 还官方 还旗舰店 还大品牌 大品牌就 是吧！ 就想赖 走着瞧 等着吧 你们等着 诚信 信誉呢 没素质 什么素质 素质呢 当顾客 拿顾客 把顾客 把我当 拿我当 当我是 做生意的吗 做生意吗 想不想做 还想不想 还让不让 以后谁还敢 谁还敢 简直了 见鬼 谁给你 谁惯 怪我咯 怪我 活该 合着 敢情 难不成 好一个 亏你们 你们也配 也配 牛什么 了不起 听不懂吗 听不懂人 听得懂 看不懂吗 识字 哑巴 没天理 杀熟 打太极 逼我 别逼 惹我 挂网上 发微博 发抖音 找媒体 找记者 卸载了 这辈子 一辈子不 史上最 负分 零分 一星都 零星 搞什么鬼 搞什么飞机 搞毛 恶心谁 玩猫腻 猫腻 欠揍 跟我有什么关系 关我什么事 关我屁事 糊弄谁 骗谁 唬谁 蒙谁 逗谁 编继续编 继续编 接着编 接着演 接着装 心虚了吧 心里有鬼 笑死人 真会推 真会编 真会说话 谁信呢 三岁小孩 三岁孩子 哪来的脸 哪来的勇气 谁给你们 活久见 气笑 白痴吗 祝你们 恭喜你们 走人 上黑猫 告你们 告到 说人话 讨个说法',
    "are you serious|do your job|your excuses|excuses excuses|how many times|how many more|hundred times|thanks for nothing|thanks for wasting|thank you for wasting|thanks a lot for|waste my time|wasting my time|yeah right|yeah sure|yeah, right|very funny|passing the buck|can you even|do you even|are you even|did you even|do you not care|you don't care|don't you care|don't care about|what is wrong with you|what's wrong with you|you people|you call this|oh great|oh wonderful|oh brilliant|oh fantastic|oh perfect|oh please|oh of course|blame me|blame the customer|suffer because|dispute the charge|read a single|learn to read|can you read|understand english|how stupid|how thick|take me for|treat me like|think i'm stupid|think i'm an idiot|look stupid|give me a break|slow clap|how convenient|how original|how generous|wow, only|nice way to|great job losing|great job ruining|nice job breaking|well done, you|you had one job|one job|supposed to pay|so i'm the|so it's my|my patience is over|never shopping|one star review|tell everyone|warn everyone|post this|posting this|hear about this|hear from my|pay for this|good for nothing|what are you good for|point of you|who trained you|who hired you|are you blind|are you deaf|are you drunk|alive in there|anyone alive|anybody alive|be dead|faster to walk|by snail|stop lying|stop fobbing|stop treating|stop hiding|stop playing|stop stalling|stalling|playing games|play games|dishonest|no honesty|nonsense|ruined christmas|cheating customers|cheat customers|cheaters|is this how|is that how|this is how you|you call that|nobody there|competent|arrogance|tricked|duped|are you insane|are you nuts|are you stupid|are you thick|are you dumb|are you mental|don't lie|quit lying|nice try|my foot|thanks a bunch for nothing|what a joke|who do you think|how do you sleep|look like an idiot|get a real job|fire your|should be fired|out of business|money grab|cash grab|never answer|hung up on me|talk to me like|treated like dirt|treated like garbage|make up lies|making things up",
  ],
  [
    'anger',
    0.9,
    '道歉有用 卖假货 卖假的 太过分 真过分 黑心 蠢货 蠢死 真蠢 太蠢 贱人 真贱 贱不贱 什么资格 有资格 聋了 聋子 律师函 找律师 我律师 就报警 去报警 报警处理 打12345 找12345 12345投诉 要你们干 要你们有 要你们客服 要客服干 要客服有 就是不想退 就是不想给 就是不想赔 就是不想发 就是不想处理 就是不给 你们管不管 到底管不管 管不管了 还管不管 到底谁管 又来这套 别来这套 少来这套 换你你 换做是你 换作是你 换成是你 挂小红书 发小红书 欺负人 欺负我 欺负顾客 欺负消费者 太欺负 坑人 坑死 坑我 坑老 坑钱 坑顾客 坑消费者 恶心人 恶心死 真黑 太黑心 举报你 我要举报 要举报 去举报 举报到 不会干就 不想干就 不想干了 会不会做事 会不会做生意 会不会办事 有没有搞错 向12315 投诉到底 骗术 骗局 坑蒙 店霸 欺客 欺诈行为 服务态度恶劣 态度恶劣 太恶劣 恶劣',
    "you're lying|you are lying|keep lying|lying to|all lies|filthy lies|your lies|more lies|will sue|i'll sue|or i sue|or sue|going to sue|my lawyer|call my lawyer|a lawyer|my solicitor|your solicitor|my solicitor's|bunch of clowns|bunch of liars|bunch of idiots|bunch of crooks|bunch of thieves|bunch of amateurs|bunch of muppets|bunch of scammers|pay for your mistake|pay for your stupidity|pay for your error|what kind of shop|what kind of service|what kind of company|what kind of people|what kind of joke|what's your problem|what is your problem|pure trash|sell trash|you sell garbage|sold me garbage|pure garbage|complete garbage|hot garbage|what garbage|garbage service|rubbish company|utter rubbish|everyone asleep|everybody asleep|fall asleep|are you sleeping|so it's my fault|must be my fault|dirty tricks|dirty business|enough excuses|sick of your|tired of your|terrible people",
  ],
  [
    'anger',
    0.6,
    '敷衍 不负责 推脱 失信 浪费时间 浪费生命 无视 应付 难道 假货 举报 法院 故意的 简直是 套路 佩服 说了算 过分 离谱 太坑 真坑 好坑 被坑 太黑 差劲 诱导 骗 烂 恶心 有什么用 道歉 你会等 投诉 服了你们 真服 态度差 态度极差 服务太差 服务极差 服务真差 很差劲 极差 负责吗 讲理 说话不算 说话算话 怎么做事 怎么办事 怎么做生意 怎么当客服 就这样对 就这样处理 这样对待 这么对待 这样做生意 把人当',
    'irresponsible|negligent|misled me|you misled|you cheated|cheated me|cheating|you ignored|you ignore|ignoring me|ignoring us|unprofessional|you never|you always|you keep|ridiculous|unacceptable|disgusting|unbelievable|angry|a joke|excuses|dumb|bloody|damn|court|criminal|circus|congratulations|congrats|bravo|worst service ever|fake shop|laughable|absurd|terrible company|awful company|horrible company|terrible service|how hard is it|do something about|treat customers|treat people|treat your customers',
  ],
  [
    'anger',
    0.4,
    '有用吗 什么东西 服了 无语 醉了 太差 好差 真差 太烂 受不了 拖延 你们自己 没人管 到底 搞什么 玩呢 干嘛呢 就这？ 态度',
    'garbage|rubbish|trash|crap|lies|lying|steal|worst|nobody cares|no one cares|terrible|horrible|awful|useless|ruining|my fault|fake|fakes|apologies mean|sorry means nothing|never ever|sick of|social media',
  ],
]

const haste: readonly Row[] = [
  [
    'urgency',
    1,
    '速度点 速度回 速度发 速度处理 速度退 速度解决 速度安排 速度给 马上退 马上给 马上处理 马上解决 马上发 马上安排 马上回 马上帮 马上取消 马上改 马上要 马上出 马上上 马上到期 马上过期 马上结束 马上开始 马上用 立马退 立马给 立马处理 立马发 立马解决 帮我催 帮催 催下 催一下 催一催 催催 催单 催件 催快递 催发货 催物流 催促 再催 多催 给催 麻烦催 催师傅 催他 催 快结束 快来不及 急 急用 加急 搞快 快来 快去 快修 快送 快安排 快解决 快办 快查 快弄 快催 快审 快派 加快 早些 等不了 没时间 时间紧 时间有点紧 时间不够 用不上 现在就 等着要 着急用 麻烦快 请快 尽量快 越快越好 越早越好 今天能到 今天能送 明天能到 着急 急需 赶紧 赶快 赶时间 赶得上 赶上吗 赶在 比较赶 赶高铁 赶飞机 赶火车 要出差 要出门 要出发 要出国 要走了 要考试 今天…要用 明天…要用 后天…要用 今晚…要用 周末…要用 等着…用 急着…用 尽快 尽早 尽量早 立刻 抓紧 抓点紧 火速 火急 速回 速速 速退 速发 快点 快一点 快些 快发 快帮 快给 快取消 快改 快退 快处理 快回 快告诉 快快 早点发 早点安排 早点寄 早点送 早点到 早点给 早点收 早点来 早点回 早点处理 早日 优先 急！ 在线等 来不及 来得及 赶不上 等不及 等着用 等着装 等着安装 等着开 等着吃 等着下 等着收 今天就要 明天就要 后天就要 明天要用 今天要用 今晚要用 后天要用 就要用 要用了 等用 今天必须 今天一定 今天务必 必须今天 务必今天 务必明天 务必在 最快 最晚 快截止 快到期 快没了 快吃完 快用完 十分钟内 分钟内 小时内 今天之内 今天内 今天发出 今天就退 今天就发 能快 快吗 急着 断粮 快断 插个队 插队 麻利 别磨 立即 即刻 立刻马上 赶着 赶得及 赶不及 求快 求速 抓紧时间 早一天 早一点 麻烦早 下班前 今天之前 明天之前 月底前 周五前 节前 快过期 快开了 快开始 要发车 要登机 快没电 断奶 断货了急 等米下锅',
    "urgent|urgently|urgency|asap|hurry|in a rush|a rush|rush job|rush it|rush my|immediately|right now|right away|straight away|now please|please now|now!|as soon as|soon as possible|soonest|quickly|quick please|be quick|make it quick|expedite|express option|express shipping|express delivery|express please|by express|speed up|speed it up|speed this up|faster|fastest|quickest|sooner|prioritise|prioritize|priority please|priority shipping please|fast track|fast-track|chase|nudge|deadline|today|tonight|by tomorrow|for tomorrow|is tomorrow|leave tomorrow|need it tomorrow|by friday|by monday|by saturday|by sunday|by thursday|by noon|by tonight|before saturday|before friday|before sunday|before thursday|before monday|before then|before it ships|before it goes out|before noon|no later than|at the latest|time is short|time is running|running out of time|out of time|time-sensitive|time sensitive|time critical|running late|need it by|need it before|need it for|need it now|need it today|needed for|needed by|need this|last minute|in an hour|in one hour|within the hour|in ten minutes|in five minutes|in 20 minutes|in three hours|in two hours|expires in|runs out tomorrow|reply soon|answer soon|send it soon|answer now|answer me now|refund me now|get back to me today|same day|same-day|overnight|in time for|in time|can't wait until|don't have time|isn't much time|without delay|promptly|prompt reply|at once|pronto|right this minute|immediate|rn|eod|end of day|end of the day|before the weekend|before i leave|before we leave|before the holidays|by the weekend|by wednesday|by tuesday|by the end of|in a hurry|hurrying|the sooner|at the earliest|earliest possible|get here before|be here before|arrive before|here in time|arrive in time|make it in time|runs out today|ends tonight|ends today|starts in|on my way to",
  ],
  [
    'patience',
    1,
    '不着急 不急 不用急 不是很急 不太急 不催 不用催 慢慢来 别着急 别急 不赶时间 不用太快 不用很快 什么时候都行',
    "no rush|no hurry|not urgent|take your time|whenever you can|isn't urgent|in no hurry|no need to rush|no need to hurry|there's no rush|not in a hurry",
  ],
  [
    'anxiety',
    1,
    '担心 焦虑 害怕 怕 怎么办 咋办 会不会丢 丢了吗 来得及吗 不安 紧张 慌 心慌 急死 睡不着 会不会有事 不会有问题吧 不会丢吧 不会是假 是不是骗 急哭 没事吧 安全吗 会不会有 急人',
    'worried|worry|worrying|afraid|anxious|nervous|scared|scares|scary|concerned|panic|is it safe|will it be lost|what if|what should i do|what do i do|never arrive|stressed|stressful|is it lost',
  ],
]

const hidden: readonly Row[] = [
  [
    'expectation',
    1,
    '不是说 说好的 说好 说是 明明 承诺 答应 保证…没 说…结果 不应该 怎么又 居然 竟然 本来说 你们说 客服说…没 写的是…却 本来以为 变卦 当初',
    'you said|you promised|supposed to|was told|i was promised|should have|expected|as advertised|not as described|nothing like|promised|you told me|it said|they said|used to be|nothing as',
  ],
  [
    'waiting',
    1,
    '还没 一直没 一直不 都没 几天了 多天了 天了还 天了都 天了 个月了 星期了 周了 礼拜了 小时了 半天 等了 等太久 等好久 等这么久 等到现在 迟迟 到现在 至今 没动 不动了 没更新 超时 一动不动 半个月',
    "still not|still no|still nothing|still hasn't|still haven't|still isn't|still waiting|been waiting|i've waited|waiting for|waiting since|for weeks|for days|hasn't arrived|nothing yet|it's been|takes forever|taking too long|taking ages|too long|week ago|weeks ago|since last week|weeks late|days late|third week|weeks and counting|a month",
  ],
  [
    'repetition',
    1,
    '又 再次 多少遍 多少次 几次了 几遍了 三遍 三次 第三次 第四次 第二次 第几次 每次都 每回 次次 老是 总是 反复 一次又一次 问了…次 说了…遍 找了…次 催了…次 催了…遍 好几次 好几遍 又来',
    "again|third time|second time|fourth time|every time|each time|every single|always|how many times|twice already|three times|keeps|keep|repeat|same problem|same fault|same story|already explained|already told|i've explained|i've already|here we go again",
  ],
]

const asking: readonly Row[] = [
  [
    'request',
    1,
    '请问 请 麻烦 帮我 帮忙 能不能 可以吗 能吗 想问 问下 咨询 查下 查一下 怎么 如何 多少 哪里 什么时候 有没有 是不是 几天 吗',
    "please|could you|can you|can i|could i|how do|how can|how long|how much|when will|where is|what is|do you|is it|is there|would like|i'd like|i want to|help me",
  ],
]

/** Words that hold one of the list by chance: nothing is read inside them. */
const harmless =
  '立即购买 立即付款 立即支付 立即领取 立即抢 立即下单 立即使用 讲个笑话 说个笑话 来个笑话 讲笑话 说笑话 听笑话 笑话听 冷笑话 被笑话 人笑话 见笑话 笑死我 我操作 你操作 他操作 怎么操作 操作 爸妈的 我妈的 老妈的 她妈的 宝妈的 孕妈的 姑妈的 舅妈的 还差 差别 差异 误差 偏差 相差 差一 差两 差几 差多少 差了 慢跑 慢性 慢充 硬度 硬壳 硬质 软硬 硬的 拖布 拖线 拖尾 香味 香皂 香薰 香型 香蕉 香菇 香肠 香油 香草 五香 香气 赞助 棒球 棉棒 棒棒糖 玉米棒 数据棒 方便接 方便的话 方便的时候 有效期 有效吗 推荐一 有推荐 推荐的 推荐哪 推荐吗 专业版 清晰吗 清晰度 安静吗 新鲜吗 新鲜不 喜欢的话 五星级 好用不 骗子短信 诈骗短信 诈骗电话 紧急 焦急等 坑位 火大不 大气层 玩耍 耍人偶 服了两 值不值 吵不吵 臭不臭 慢不慢 差不差 贵不贵 硬不硬 卡不卡 薄不薄 好不好 怕不怕 怕水 怕热 怕冷 怕晒 怕高温 怕压 怕摔 怕老鼠 防骗 滚筒 滚轮 滚动 滚珠 垃圾桶 垃圾袋 垃圾分类 垃圾处理 垃圾短信 工商银行 曝光度 零分期 妈妈的 他妈妈 你妈妈 报警器 良心价 良心店 良心商家 业界良心 急救 应急 急速 急停 急冻 紧急联系人 快递 快充 快捷 快速充 快拆 快乐 快门 快手 快干 快煮 催化 催乳 又好 又大 又快 又便宜 又香 又甜 再次购买 又买 又来买 又有 又看 又下了一单 又拍 第二次购买 第二次买 第三次买 次日 每次 次数 一次 几次 下次 这次 首次 多次 上次 漏电保护 卡片 卡号 银行卡 会员卡 薄款 假期 放假 暑假 寒假 假发 差价 补差 差额 出差 时差 色差 差不多 贵姓 贵公司 贵店 慢慢来 慢慢 拖把 拖鞋 拖地 拖车 随便看 价值 保值 数值 值得买吗 值多少 值机 值班 香港 香水 方便面 方便吗 不方便 太阳 好久不见 贵州 贵阳 干净吗 不错吗 好用吗 好看吗 舒服吗 结实吗 喜欢的可以 不好意思 怎么投诉 如何投诉 投诉进度 投诉单 投诉记录 投诉处理 投诉电话 投诉入口 投诉结果 投诉流程 投诉有 投诉的 投诉后 投诉之后 撤销投诉 取消投诉 之前投诉 想投诉 投诉要 投诉怎么 投诉走 投诉专员 投诉部门 投诉渠道 投诉编号 投诉在哪 投诉建议 责任编辑 保修责任 蠢萌 牛奶 牛肉 牛仔 牛皮 牛油 牛排 蜗牛 天了吗 不够了 够了吗 够了吧 足够了 就够了 臭豆腐 硬盘 硬件 硬币 较硬 偏硬 结果出 有结果 检测结果 审核结果 处理结果 算了吗 打发时间 影响使用吗 影响吗 有影响 机器人吗 扫地机器人 转了账 转了钱 晕车 晕船 汗衫 止汗 防汗 怪我没 怪我自己 拍律师 律师函怎么 一般般 态度好 态度很好 态度真好 态度不错 次品怎么 举报怎么 怎么举报 价格贵 简直太好 简直完美 套路由 法院专递 到法院 送到法院 不浪费 服了药 说服 衣服了 耍猴戏 呵护 敷衍了 急诊'
    .split(' ')
    .concat(
      "not bad|no problem|no problems|no issue|no worries|don't worry|not a problem|too late to|too bad|ask my|not only|good enough for|late checkout|late check-in|light blue|light grey|court street|food court|tennis court|report a|dead sea|heavy duty|loud enough|hard drive|sharp tv|gift card|pretty please|a bit tight|best before|best regards|kind regards|thanks in advance|fine print|fun fact|love seat|fast food|value pack|what kind of fabric|what kind of material|complaint form|my complaint|a complaint|return to the office|lawyer's office|slow cooker|slow mode|quick question|fast enough|good for beginners|any good|is it good|how good|too big|too small|too long for me|today's deal|only one came|only the|just only|return it|returned it".split(
        '|',
      ),
    )

/** The list that ships: operators see it, change strengths and add their own words. */
export const lexicon: readonly MoodWord[] = [...praise, ...displeasure, ...rage, ...haste, ...hidden, ...asking]
  .flatMap(([kind, strength, zh, en]): MoodWord[] => [
    ...zh.split(' ').map((word): MoodWord => ({ word, kind, strength, locale: 'zh-CN' })),
    ...en.split('|').map((word): MoodWord => ({ word, kind, strength, locale: 'en' })),
  ])
  .concat(
    [...new Set(harmless)].map((word): MoodWord => ({ word, kind: 'harmless', strength: 1, locale: /[a-z]/.test(word) ? 'en' : 'zh-CN' })),
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
