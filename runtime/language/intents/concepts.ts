/**
 * What shoppers speak of in many words, both languages side by side: who learned from "the courier was rude" then also has
 * something to go by in "the postie swore at me" and 小哥骂人. One line, one concept; a word may stand for several.
 */
const lines = `
快递员 快递小哥 小哥 骑手 派件员 送货员 送货的 派送员 司机 邮差 送件的 跑腿 配送员 送餐的 | courier, driver, postman, postie, mailman, delivery guy, delivery man, rider, messenger, white van, the van
师傅 修理工 工程师 电工 木工 维修工 技师 安装工 工人 匠人 | technician, engineer, plumber, electrician, fitter, handyman, repairman, mechanic, joiner, workman, installer
店员 柜姐 导购 服务员 售货员 专柜小姐 柜员 营业员 保安 员工 伙计 同事们 | assistant, cashier, waiter, salesman, salesgirl, staff, employee, clerk, receptionist, guard, colleague of yours
客服 坐席 接线员 专员 值班的 顾问 | agent, rep, representative, advisor, adviser, support, operator, helpdesk
老板 掌柜 店长 经理 领导 主管 负责人 管事的 上级 总部 当家的 | manager, boss, supervisor, head office, owner, person in charge, higher up, team leader
机器人 程序 复读机 自动回复 机器 脚本 菜单 | robot, bot, machine, program, software, script, menu, canned, automated, algorithm
妈 妈妈 老妈 我妈 母亲 婆婆 丈母娘 岳母 奶奶 姥姥 外婆 嫂子 姐姐 妹妹 媳妇 老婆 媳妇儿 闺女 女儿 孙女 侄女 女朋友 女友 对象 闺蜜 | mum, mom, mother, wife, missus, nan, gran, grandma, granny, sister, daughter, niece, girlfriend, mother in law, aunt, bride, hers
爸 爸爸 老爸 我爸 父亲 公公 岳父 爷爷 姥爷 外公 弟弟 老公 丈夫 儿子 孙子 侄子 男朋友 男友 老爷子 老伴 | dad, father, husband, hubby, grandad, grandpa, brother, son, nephew, boyfriend, father in law, uncle, groom
娃 孩子 小孩 宝宝 婴儿 宝贝 小朋友 小宝 新生儿 俩娃 幼儿 小子 | kid, kids, child, children, baby, toddler, newborn, boy, lad, little one, my girl, infant
邻居 隔壁 对门 街坊 楼上 楼下 室友 同事 朋友 同学 哥们 姐妹 老乡 前任 前妻 前男友 | neighbour, neighbor, next door, flatmate, roommate, friend, mate, colleague, coworker, pal, ex, best friend, classmate
老人 老人家 长辈 爸妈 爹妈 老两口 | elderly, old folks, parents, my folks, pensioner, old people
财务 会计 报销 报账 入账 审计 出纳 公账 对公 报税 税务 | accounts, accountant, finance, expenses, reimburse, auditor, bookkeeper, taxman, claim back, tax office, tax return, bean counters
律师 法院 法官 法庭 起诉 传票 仲裁 官司 法律 维权 诉状 立案 检察院 公证 调解 | lawyer, solicitor, attorney, court, judge, sue, lawsuit, tribunal, legal, barrister, hearing, affidavit, statute, arbitration, counsel, bailiffs, prosecutor
派出所 警察 报警 公安 消协 工商 市监 监管 举报 记者 媒体 电视台 热线 执法 稽查 消费者协会 | police, cops, trading standards, ombudsman, regulator, watchdog, authorities, journalist, newspaper, press, newsdesk, consumer protection, inspector, ministry
家 家里 屋里 房子 客厅 卧室 厨房 阳台 卫生间 浴室 玄关 宿舍 出租屋 新家 新房 租房 | home, house, flat, apartment, bedroom, kitchen, lounge, balcony, bathroom, hallway, living room, garage, room, digs
门口 门外 门 楼道 台阶 院子 门卫 保安室 前台 传达室 物业 驿站 快递柜 柜子 自提点 代收点 信箱 地垫 鞋柜 消防栓 | door, doorstep, porch, gate, mat, stairs, reception, locker, concierge, porter, mailbox, letterbox, pickup point, shed, hedge, bins, collection point
公司 单位 办公室 写字楼 工位 工地 厂里 | office, work, workplace, company, desk, site, firm, business park
学校 大学 校园 幼儿园 教室 宿管 学生 开学 老师 | school, college, uni, university, campus, classroom, nursery, teacher, student, dorm, term
医院 病房 住院 急诊 医生 救护车 打石膏 看病 | hospital, ward, doctor, er, ambulance, clinic, surgery, plaster, nhs, a e
村 村里 乡下 农村 山里 山沟 岛上 海岛 草原 偏远 县城 镇上 乡镇 边境 边疆 高原 牧区 林场 矿区 渡船 | village, island, mountain, farm, rural, remote, countryside, middle of nowhere, dirt road, ferry, hamlet, desert, border, hillside, lighthouse, boat, cabin
国外 海外 出国 外国 国际 海关 跨境 清关 留学 境外 | abroad, overseas, foreign, international, customs, country, border, import
新疆 西藏 内蒙 青海 海南 黑龙江 东北 香港 澳门 台湾 云南 | alaska, hawaii, canada, australia, scotland, wales, ireland, norway, peru, japan, spain, germany, antarctica, falklands
上海 北京 广州 深圳 南京 武汉 成都 郑州 合肥 苏州 杭州 西安 西宁 重庆 天津 长沙 | london, leeds, birmingham, manchester, chicago, texas, boston, memphis, slough, dallas, oxford, cambridge
仓库 仓里 库房 中转站 分拣 分拨 集散 网点 转运 站点 车站 机场 港口 码头 | warehouse, depot, hub, facility, sorting, sort centre, conveyor, terminal, airport, port, dock, heathrow, transit
路上 途中 半路 在途 半道 车上 飞机 火车 船 卡车 货车 航班 轮渡 | on the way, en route, halfway, lorry, truck, plane, train, ship, boat, flight, road
今天 今晚 今早 今夜 这会儿 现在 马上 立刻 此刻 当天 | today, tonight, this morning, right now, this minute, immediately, straight away, this evening
明天 后天 下周 下礼拜 下月 周末前 天黑之前 月底 年前 过年前 | tomorrow, next week, day after tomorrow, by friday, by saturday, before christmas, next month, by noon
昨天 前天 昨晚 上周 上礼拜 上个月 去年 前年 刚才 刚刚 早上 上回 上次 | yesterday, last night, last week, last month, last year, the other day, earlier, last time
三天 五天 一周 一个礼拜 一星期 半个月 十天 好几天 几天了 一个月 俩月 两周 八天 九天 四天 六天 | three days, five days, a week, weeks, fortnight, ten days, days, a month, months, six days, eight days, nine days
半夜 凌晨 深夜 夜里 晚上 夜班 两点 | midnight, 3am, 2am, night, late, night shift, small hours
周一 周二 周三 周四 周五 周六 周日 礼拜一 礼拜三 礼拜六 礼拜天 星期天 周末 | monday, tuesday, wednesday, thursday, friday, saturday, sunday, weekend
生日 寿星 过寿 大寿 婚礼 结婚 满月 喝喜酒 情人节 纪念日 毕业 圣诞 过年 春节 中秋 端午 国庆 年会 教师节 葬礼 | birthday, wedding, anniversary, christening, valentine, graduation, christmas, new year, easter, party, funeral, reunion, mother's day, holiday
搬家 搬走 退租 新租 转学 出差 旅游 度假 搬到 | moving, moved, moving house, lease, trip, travelling, away, hotel, vacation, business trip, campsite
等着 等了 盼 蹲 苦等 望眼欲穿 等到 等候 | wait, waiting, waited, still waiting, patience, hold on, queue
快点 赶紧 赶快 催 麻利 火速 抓紧 加急 急用 急 别磨蹭 磨蹭 磨叽 拖 拖延 优先 速度 | hurry, asap, urgent, chop chop, quick, rush, get a move on, dawdling, push, chase, priority, expedite, speed, urgently, pull your finger out
没动静 不动 没更新 停在 卡在 卡住 趴窝 没挪 原地 停滞 滞留 没下文 没消息 石沉大海 没影 没变 不走 | stuck, not moving, no update, hasn't moved, frozen, hasn't budged, silence, no movement, no news, same line, same place, hasn't updated, gone quiet, no scan, sat there, camped
蜗牛 乌龟 走路 驴 鸽子 慢 慢吞吞 | snail, turtle, tortoise, donkey, pigeon, slow, crawling, glacier
到哪 在哪 哪里 哪儿 走到 位置 定位 轨迹 多远 几公里 几站 离我 | where, whereabouts, how far, how close, how many stops, location, map, track, tracking, trace, stops away
到了 到货 到家 送到 送达 抵达 落地 派送 派件 配送 揽收 签收 | arrive, arrived, arriving, delivered, deliver, land, landed, get here, turn up, out for delivery, drop off
发货 寄出 出库 出仓 发出 出门 动身 寄走 发走 上车 装车 揽件 | ship, shipped, dispatch, dispatched, send out, post it, posted, out the door, leave, leaves, set off, loaded, go out
打包 装箱 封箱 缠胶带 贴单 面单 | pack, packed, packing, box up, boxed, wrap, label, tape, taped
没收到 没见着 没看见 没拿到 没有人 没人 没影儿 空的 空空 找不着 翻遍 没见 | never got, not here, nothing there, no parcel, empty, never received, didn't get, haven't got, not received, no sign, nowhere, no one
偷 顺走 冒领 拿走 捡走 丢了 弄丢 丢件 抱走 领走 | stole, stolen, nicked, swiped, taken, lost, pinched, thief, missing, vanished, pocketed
签字 签名 代签 签的 字迹 笔迹 照片 监控 | signed, signature, handwriting, photo, proof, camera, footage, scribble
箱子 盒子 纸箱 包装 袋子 泡沫 气泡膜 胶带 封条 包裹 外箱 木箱 快递盒 | box, carton, packaging, bag, parcel, package, bubble wrap, tape, seal, crate, wrapping, case
碎 碎了 摔碎 粉碎 渣 渣渣 碎片 两半 稀碎 碎渣 拼图 | smashed, shattered, shards, pieces, bits, splinters, in two, crumbs, broke, broken, snapped
裂 裂了 裂缝 裂纹 开裂 裂开 裂口 缝 闪电 蜘蛛网 豁口 | crack, cracked, split, cobweb, fracture, hairline
瘪 瘪了 压扁 变形 凹 凹了 压坏 弯 歪 塌 塌了 扁 皱 踩 折了 | dented, dent, crushed, squashed, flat, flattened, bent, caved, collapsed, crooked, deformed, creased, bashed
漏 漏了 漏液 洒 洒了 流 渗 溢 湿 湿透 滴 黏糊糊 渗出 | leak, leaking, leaked, spilled, spilt, dripping, soaked, wet, sticky, oozing, soggy, burst, weeping, puddle
划痕 刮花 刮痕 磕 磕碰 掉漆 划 磕掉 | scratch, scratched, scuff, chipped, chip, scrape, scuffed
哗啦 哐当 叮当 晃 摇 咣当 | rattle, rattles, jingle, clank, shake, clanks
烂 烂了 腐烂 发霉 霉 长毛 馊 酸 变质 臭 坏掉 虫 生虫 哈喇 蔫 死了 闷死 苍蝇 | rotten, mould, mold, mouldy, sour, stale, spoiled, wilted, maggots, flies, bruised, rancid, dead, bugs
味道 气味 异味 刺鼻 闻着 一股 塑料味 胶水味 甲醛 香味 熏 | smell, smells, stinks, stink, reek, reeks, pong, fumes, odour, whiff, scent
掉色 褪色 染 起球 缩水 开线 开胶 脱线 线头 起毛 掉毛 掉絮 掉皮 脱皮 掉渣 | fade, faded, dye, bobbled, pilling, shrink, shrunk, seam, stitching, threads, fraying, fluff, shed, sheds, peeling, flakes, coming apart
生锈 锈 开裂 散架 断了 断底 掉了 松动 松了 磨破 破洞 起泡 卷刃 塌陷 变黑 发黄 | rust, rusty, wobble, wobbles, fell off, came off, fell apart, snapped, loose, worn out, hole, blunt, sagged, yellow, blister, creaks
质量 做工 粗糙 劣质 结实 耐用 廉价 地摊货 不值 | quality, cheap, flimsy, shoddy, rubbish, build, workmanship, durable, tacky, rough, poor
洗 洗衣机 洗了 下水 洗一次 晾 熨 甩干 | wash, washed, laundry, washing machine, rinse, iron, tumble dry, wet it
一次 两次 两回 几回 穿一次 用了 用两天 没几天 才 刚用 没用多久 | once, twice, two wears, a few uses, after a week, a couple of times, barely, already, a few days
电 漏电 触电 电到 麻 发麻 插座 插头 跳闸 短路 火花 火星 | shock, electric, zapped, sparks, spark, socket, plug, breaker, current, tingle, numb, jolt, wires
着火 起火 冒烟 烟 烧 烧焦 糊味 火苗 爆炸 炸 炸了 炸开 融化 烫 自燃 | fire, smoke, burn, burnt, burning, flames, exploded, explode, melted, scald, scorched, hot, bang, singed
过敏 红疹 疙瘩 痒 肿 起泡 红肿 刺痛 烂脸 疹子 水泡 | allergic, rash, hives, itch, itching, swollen, swelling, blisters, red, welt, bumps, raw, stings
吐 呕吐 拉肚子 中毒 恶心 头晕 肚子疼 发烧 噎 咽 喘不上 喉咙 抽搐 | vomit, vomiting, sick, poisoned, dizzy, stomach, choke, choked, throat, breathe, fever, seizure, nausea
血 流血 割 划伤 扎 骨折 摔伤 受伤 伤口 疼 | blood, bleeding, cut, cuts, injured, hurt, wound, pain, sliced, bone, ankle, hip
手 手指 手腕 脚 脚趾 腿 腰 肩 肩膀 背 胳膊 膝盖 脖子 头 脸 眼睛 嘴 屁股 肚子 胸 脚踝 额头 皮肤 头发 | hand, finger, wrist, foot, feet, toe, toes, leg, legs, waist, shoulder, shoulders, back, arm, arms, knee, knees, neck, head, face, eye, eyes, mouth, bum, belly, chest, hips, calves, thigh, skin, hair, heel
胖 瘦 高 矮 壮 微胖 肥 骨架 身材 体格 个子 身高 体重 胸围 腰围 臀围 斤 公斤 厘米 | fat, thin, skinny, slim, tall, short, petite, broad, curvy, chubby, height, weight, kilos, stone, lbs, cm, inches, build, figure
紧 勒 挤 绷 箍 卡 扣不上 塞不下 小了 夹 顶着 喘不过气 包不住 | tight, pinch, pinches, squeeze, snug, digs in, too small, won't do up, cramped, gape, clingy, strains
松 大了 肥大 晃 宽松 空一截 掉跟 拖地 长了 垮 罩 | loose, baggy, too big, roomy, gap, swims, slips, drag, swamped, hangs, long, sack, tent
码 尺码 大一码 小一码 几码 号 大一号 小一号 半码 均码 | size, sizes, medium, large, small, xl, xxl, half size, sizing, up a size, size up
衣服 裤子 裙子 外套 毛衣 衬衫 内衣 文胸 袜子 羽绒服 牛仔裤 卫衣 礼服 睡衣 裤腿 袖子 领子 | clothes, shirt, trousers, jeans, dress, skirt, coat, jacket, jumper, sweater, hoodie, bra, socks, pants, sleeve, sleeves, collar, hem, suit, top, tights
鞋 鞋子 靴子 拖鞋 运动鞋 高跟鞋 球鞋 凉鞋 鞋底 鞋跟 | shoes, shoe, boots, trainers, sneakers, sandals, heels, slippers, sole, laces
戒指 项链 耳环 手镯 手表 表带 包 包包 背包 帽子 眼镜 皮带 首饰 围巾 耳钉 | ring, necklace, earrings, bracelet, watch, strap, bag, handbag, backpack, hat, glasses, belt, scarf, jewellery, bangle
床 床垫 沙发 椅子 桌子 柜子 衣柜 书架 窗帘 被子 枕头 床单 地毯 茶几 家具 灯 灯罩 镜子 | bed, mattress, sofa, couch, chair, table, wardrobe, shelf, bookcase, curtains, duvet, pillow, sheets, rug, furniture, lamp, mirror, desk, cabinet
锅 碗 杯子 盘子 刀 勺 筷子 水壶 茶壶 瓶子 饭盒 餐具 花瓶 罐子 | pan, pot, bowl, cup, mug, plate, knife, spoon, chopsticks, kettle, teapot, bottle, flask, cutlery, vase, jar, glass
冰箱 洗衣机 空调 电视 烤箱 微波炉 热水器 洗碗机 吸尘器 扫地机 油烟机 风扇 净水器 电饭锅 咖啡机 破壁机 | fridge, freezer, washer, washing machine, aircon, tv, telly, oven, microwave, boiler, dishwasher, vacuum, hoover, fan, purifier, cooker, coffee machine, blender, dryer
手机 电脑 平板 耳机 音箱 键盘 鼠标 充电器 充电宝 数据线 路由器 摄像头 打印机 相机 手环 遥控器 遥控 | phone, laptop, tablet, headphones, earbuds, speaker, keyboard, mouse, charger, cable, router, camera, printer, watch face, remote, usb, ipad
蓝牙 信号 联网 连不上 配对 掉线 断线 网络 连接 | wifi, bluetooth, signal, connect, pair, pairing, disconnect, network, offline, online, sync
闪 亮灯 红灯 指示灯 滴滴 嗡嗡 响 黑屏 死机 重启 转圈 卡顿 开机 没声 不亮 报错 | blink, blinking, flashing, beep, beeps, buzz, hum, freeze, frozen, reboot, restart, spinning, no sound, dead, error, won't start, turn on, hangs, crashes
按 按键 按钮 长按 开关 设置 切换 拧 扭 | press, button, switch, tap, click, settings, mode, twist, hold, dial, toggle
饭 吃 米 面 肉 鸡蛋 水果 苹果 橙子 蛋糕 饼干 零食 巧克力 牛奶 奶粉 酸奶 鱼 虾 菜 罐头 酱 粽子 月饼 | food, eat, rice, noodles, meat, egg, eggs, fruit, apples, oranges, cake, biscuits, snacks, chocolate, milk, formula, yoghurt, fish, prawns, sauce, bread, cheese, nuts
酒 茶 咖啡 水 饮料 奶茶 红酒 啤酒 汤 | wine, tea, coffee, water, drink, beer, juice, soup, gin
面霜 口红 粉底 精华 面膜 洗发水 香水 护肤 化妆 眉笔 防晒 洗面奶 涂 抹 敷 擦 | cream, lipstick, foundation, serum, mask, shampoo, perfume, skincare, makeup, mascara, sunscreen, lotion, apply, rub, slap on
尿布 尿不湿 奶瓶 奶嘴 婴儿车 童装 玩具 积木 拼图 童锁 | nappies, diapers, dummy, teat, pram, buggy, stroller, toy, toys, lego, puzzle, cot, car seat
猫 狗 狗子 猫咪 鱼缸 宠物 鸟 猫粮 狗粮 猫砂 | cat, dog, puppy, kitten, pet, fish tank, kibble, litter, leash, collar
书 本子 笔 杂志 画 照片 乐器 吉他 钢琴 相册 | book, books, pen, magazine, painting, guitar, piano, picture, novel
车 自行车 电动车 滑板车 头盔 轮胎 刹车 车顶 后备箱 轮子 | car, bike, scooter, helmet, tyre, tire, brakes, boot, wheels, wheel
墙 打孔 螺丝 电钻 梯子 吊顶 膨胀 支架 组装 拼装 拼 挂墙 水管 接头 图纸 地钉 上门安装 安装 | wall, drill, drilling, screw, screws, ladder, bracket, assemble, assembly, put together, put up, hang, mount, plumbing, pipe, allen key, install, fitting, flat pack
修 维修 修理 报修 修好 返修 换屏 换件 零件 上门修 检修 | repair, fix, mend, fixed, mended, service, serviced, replacement part, spare part, patch up, restore, rebook, call out
保修 质保 过保 保几年 包修 联保 三包 延保 认账 管不管 兜底 | warranty, guarantee, covered, cover, honour, stand behind, liable, responsible, on the hook
保质期 过期 日期 新鲜 生产 出厂 开封 放多久 存放 冷冻 冷藏 临期 囤 到期 能放 | expiry, expire, best before, date, fresh, shelf life, opened, keep, freezer, fridge, stock up, use by, go off, last till, out of date
真假 正品 假货 山寨 高仿 仿 正规 授权 防伪 鉴定 验货 专柜 标签 吊牌 钢印 水货 贴牌 翻新 真皮 | genuine, authentic, fake, real, counterfeit, replica, dupe, bootleg, authorised, hologram, verify, boutique, logo, stamp, serial, knockoff, original, legit, refurbished
便宜 优惠 打折 降 少点 抹零 砍 让利 松口 折扣 实惠 还价 讲价 | cheaper, discount, deal, knock off, lower, haggle, come down, round down, bargain, reduce, take off, shave, off the price
贵 太贵 肉疼 心疼 下不去手 超预算 | expensive, dear, pricey, steep, dearer, too much, costly, over budget
穷 没钱 手头紧 吃土 钱包 工资 零花钱 学费 房贷 养家 预算 | broke, skint, wallet, wages, payday, pocket money, student, budget, rent, mortgage, bills
多少钱 几块 价格 报价 什么价 价位 几毛 几钱 标价 明码 合计 总共 | how much, price, cost, figure, quote, total, set me back, run me, damage, per head, sum, bill, add up
块 元 毛 块钱 百 千 一百 两百 三百 五十 二十 十块 | pounds, quid, bucks, dollars, tenner, fiver, pence, euros, cents, forty, fifty, hundred, twenty, thirty, pound, penny
付 付款 支付 扣款 刷卡 转账 扫码 微信付 支付宝 花呗 银行卡 信用卡 分期 密码 指纹 刷脸 收银台 | pay, payment, card, checkout, paid, charged, bank, paypal, pin, transfer, instalments, cash, till, billed, debit, contactless, cheque
退款 退钱 到账 余额 账上 原路 打款 返还 返回 钱回来 | refund, money back, refunded, balance, credited, reimbursed, reimbursement, my money, owed, owe me, cash back
差价 补差 降价 跌价 跌了 掉价 跳水 买贵 价保 保价 亏了 涨 便宜了 | price drop, dropped, difference, cheaper now, went down, overpaid, slashed, reduced, marked down, price match, adjustment, less than i paid, undercut
邮费 运费 包邮 快递费 送货费 路费 免邮 配送费 邮资 寄费 | shipping, postage, delivery fee, shipping fee, carriage, freight, delivery charge, surcharge, p p, delivery cost
券 优惠券 红包 优惠码 代金券 满减券 口令 码 抵扣 立减 抵用 | coupon, voucher, code, promo, promo code, discount code, redeem, money off, gift card
灰的 灰了 失效 无效 用不了 不可用 作废 不能用 点不动 没抵 不认 点不了 | greyed, grey, invalid, expired, rejected, doesn't work, not applied, won't take, error, void, declined, not working, nothing happens
满减 活动 规则 叠加 凑单 门槛 拼团 秒杀 第二件 半价 买一送一 抽奖 限购 双十一 大促 倒计时 | sale, promotion, offer, threshold, stack, flash sale, bogo, half price, buy two, group buy, raffle, black friday, multibuy, countdown, limit, terms
定金 尾款 预售 订金 首款 押金 预订 押 余款 头款 二笔 | deposit, balance, preorder, pre order, down payment, remainder, reservation, reserved, hold, booking fee, second payment, the rest
积分 金币 兑换 签到 打卡 换礼 星星 里程 清零 金豆 成长值 | points, stars, coins, redeem, rewards, reward, check in, loyalty, miles, streak, badge, beans, catalogue
会员 等级 金卡 银卡 黑卡 年费 续费 升级 特权 权益 尊享 铂金 | vip, member, membership, tier, gold, silver, platinum, club, annual fee, renew, perks, level, rank, privileges
赠品 赠 小样 礼盒 送的 惊喜 添头 搭 附赠 小礼物 白送 | gift, freebie, free gift, sample, samples, extra, goodie, goodies, bonus, complimentary, throw in, surprise, tote, minis
送礼 礼物 送人 孝敬 见家长 伴手礼 | present, presents, for her, for him, housewarming, gift for
推荐 哪款 选哪 挑 适合 合适 拿主意 介绍 有啥好 帮我选 种草 | recommend, suggest, suggestions, which one, ideas, pick, choose, suit, suits, best for, what should i, advice
区别 差别 差在 对比 比较 一样吗 哪个好 不同 值不值 划算 纠结 还是 | difference, compare, better, vs, versus, between, worth, worth it, differ, apart, same thing, or the, upgrade
有货 现货 库存 缺货 断货 售罄 没货 抢光 卖完 还有吗 剩 货架 架上 | in stock, stock, sold out, left, available, out of stock, any left, shelf, unavailable, discontinued, gone, last one
补货 上架 到货 返场 再上 补 下一批 上新 再出 重新上 | restock, back in stock, next batch, more in, come back, next lot, next drop, return to stock, bring back, again
批发 团购 批量 采购 大量 量大 员工福利 供货 进货 代理 整箱 起订 人手 每人 名单 一千 三百 两百 五百 | bulk, wholesale, order for, units, pallet, everyone, staff, employees, guests, headcount, resell, supplier, trade price, reorder, hundreds, per person, distributor
退货 退掉 不想要 不喜欢 寄回 送回 退回 不要了 不想留 拿回去 收走 还给 拉走 | return, send back, returning, take it back, don't want it, not keeping, going back, post it back, have it back, hand back, give it back
换 换货 换个 换一个 换成 调换 对调 换大 换小 互换 | exchange, swap, replace, replacement, trade, switch, change for, instead, in its place
改 改成 修改 更正 改一下 改到 换成别的 备注 补上 | change, edit, amend, update, correct, modify, switch to, make it, add to, fix
错 错了 弄错 写错 选错 填错 搞错 拍错 点错 手滑 看岔 手抖 误 | wrong, mistake, by mistake, accident, accidentally, typo, misread, mixed up, slipped, oops, meant, error, misclicked
地址 门牌 栋 单元 小区 街道 收件人 邮编 收货 电话号 手机号 路名 室号 | address, postcode, zip, street, flat number, recipient, house number, building, unit, block, estate, name on
取消 撤 撤销 撤单 作废 不买 停掉 别发 别寄 后悔 反悔 算了 改主意 | cancel, undo, call off, abort, stop it, don't send, regret, changed my mind, scrap, withdraw, back out, cold feet, halt, void
少 少了 缺 漏发 没有 没给 漏 差一个 不够 没装 只有一 落下 独缺 没配 | missing, short, lacking, without, left out, only one, forgot, absent, wasn't in, not included, isn't there, minus, gap, one short, where's the
发错 不是我 别人的 货不对 张冠李戴 不对板 来的是 寄成 发成 给我发 | wrong item, not mine, someone else's, somebody's, instead of, not what i, ordered, asked for, turned out, came as, isn't what
发票 抬头 税号 开票 凭证 收据 小票 专票 盖章 单据 票 凭据 | invoice, receipt, vat, tax, slip, bill, paperwork, stamped, tax number, itemised, proof of purchase, statement, documentation
运费险 谁出 谁付 垫付 谁掏 到付 自理 承担 贴钱 报销运费 倒贴 | who pays, out of pocket, cover the cost, reimburse, on me, on you, prepaid, label, foot the bill, your expense, return postage, footing
投诉 态度 道歉 赔礼 说法 交代 反映 责任 工号 骂 吼 白眼 敷衍 踢皮球 欺负 羞辱 | complaint, complain, rude, apology, apologise, attitude, swore, shouted, accountable, insulted, disrespect, ignored, fobbed, report him, unacceptable, treated, laughed, hung up
差评 评价 评论 星 一星 打分 评分 曝光 避雷 发帖 晒 粉丝 群里 小红书 抖音 追评 朋友圈 截图 | review, reviews, star, rating, rate, comment, comments, post about, followers, yelp, trustpilot, google, expose, warn, tiktok, facebook, screenshots, write up
傻 蠢 笨 猪 狗东西 废物 垃圾 脑子 滚 骗子 不要脸 畜生 白痴 王八 混蛋 缺德 人渣 饭桶 | idiot, stupid, moron, dumb, fool, scum, useless, brain, brains, clown, crook, crooks, liar, thick, pig, rat, worm, trash, scammer, parasite
死 想死 自杀 不想活 结束 跳楼 天台 遗书 解脱 活着 药片 安眠药 割腕 轻生 桥 绳子 消失 告别 | die, dead, suicide, kill, end it, life, alive, bridge, roof, pills, rope, goodbye, jump, funeral, disappear, wake up, exist, living, tablets, ledge
短信 推送 广告 骚扰 退订 订阅 营销 邮件 群发 打扰 电话推销 弹窗 拉黑 提醒 促销 | texts, emails, newsletter, unsubscribe, spam, notifications, marketing, adverts, mailing list, opt out, messages, pings, promos, stop sending, inbox, ads
隐私 信息 泄露 数据 删除 个人信息 身份证 人脸 定位 录音 资料 注销 存着 后台 抹掉 | privacy, data, personal, leak, delete, erase, details, id, gdpr, records, share my, third party, tracking me, consent, wipe, file on me, stored
登录 账号 密码 验证码 注册 登不上 绑定 昵称 找回 解绑 换号 登出 | login, log in, password, account, verification, sign in, sign up, register, username, locked out, passcode, code text, sign out, profile
建议 希望 要是 最好 改进 能不能出 考虑 意见 优化 出个 加个 | suggest, suggestion, would be nice, wish, you should, consider, improve, feedback, idea, how about, why don't you, better if, please add
好用 喜欢 赞 棒 满意 惊喜 爱了 回购 绝了 开心 感动 夸 舒服 真香 | love, lovely, great, amazing, brilliant, best, perfect, happy, impressed, wonderful, thank, beautiful, delighted, gorgeous, fantastic, comfy
生气 气死 火大 无语 受够 忍 失望 寒心 恶心 | angry, fuming, furious, disgusted, fed up, livid, disappointed, upset, annoyed, sick of, mad
怎么用 用法 说明书 教程 步骤 正反 加水 充电 泡 冲 倒进去 几分钟 比例 第一次 | how do i, instructions, manual, steps, first time, soak, pour, charge, stir, rinse, how long do i, before or after, which way, mix, ratio, leave it on
多大 多重 多高 多长 多宽 尺寸 材质 功率 容量 参数 防水 厚 几层 放得下 塞得进 面料 含 | how big, how heavy, how tall, how wide, dimensions, material, capacity, watts, waterproof, fit in, made of, thick, deep, contain, litres, fits under, does it have
人工 真人 活人 转接 打电话 回电 说话 有人吗 接电话 人来 | human, person, someone, somebody, real person, call me, ring me, speak to, talk to, phone number, put me through, anyone there, voice, living, connect me
每天 天天 一直 老是 总是 三次 第三次 第五遍 八百遍 | every day, always, keeps, again and again, third time, constantly, every time, again, repeatedly, fifth time, nonstop
什么时候 几点 几号 哪天 多久 何时 几时 啥时候 几天 | when, how long, how soon, what time, what day, which day, how many days, what date
红 蓝 黑 白 绿 灰 黄 紫 粉 米色 卡其 藏青 颜色 色号 色 浅 深 | red, blue, black, white, green, grey, gray, yellow, purple, pink, navy, brown, cream, mustard, colour, color, shade, colours
答应 说好 承诺 保证 说过 当初 写着 标着 | promised, promise, said, told, you said, guarantee, supposed, advertised, claims, swore
页面 网页 首页 链接 界面 小程序 弹窗 屏幕 详情页 | app, page, website, site, link, screen, homepage, banner, pop up, tab, listing
购物车 结算 下单 提交 确认 付款页 结账 | basket, cart, checkout, place order, placed, submitted, confirm, ordered, order, purchase
订单 单子 那单 这单 单号 记录 系统 后台 | order, order number, record, system, reference, history, in the books, my purchase
审核 处理中 待处理 备货 待发货 待付款 已关闭 状态 进度 环节 | pending, processing, review, status, preparing, on hold, awaiting, progress, stage, under review, verifying
成功 成了 生效 通过 有没有收到 确认 | go through, went through, confirmed, successful, accepted, registered, took, valid, received
声音 噪音 吵 安静 静音 响声 | noise, noisy, loud, quiet, silent, sound, volume, hear
热 冷 暖 凉 温度 保温 制冷 加热 烫手 冻 冰 | hot, cold, warm, cool, temperature, heat, heating, cooling, ice, frozen, chilly
亮 暗 灯光 光 晃眼 | bright, dark, light, glare, brightness, lumens, lit
重 轻 沉 提得动 搬 抬 扛 | heavy, light weight, lug, carry, lift, haul, weigh, weighs
厚 薄 透 软 硬 弹 糙 滑 | thick, thin, see through, soft, hard, stretchy, rough, slippery, firm, stiff
下雨 雨 雪 风 太阳 晒 夏天 冬天 天气 台风 | rain, snow, wind, sun, sunny, summer, winter, weather, storm, freezing, heatwave
怀孕 孕妇 孕期 哺乳 坐月子 产后 孕 | pregnant, pregnancy, breastfeeding, bump, maternity, labour
睡 睡觉 失眠 打呼噜 打鼾 熬夜 黑眼圈 困 | sleep, asleep, snore, snores, insomnia, awake, tired, nap, nights
干皮 油皮 敏感肌 痘 皱纹 头皮屑 脱发 秃 出油 干裂 | dry skin, oily, sensitive, acne, spots, wrinkles, dandruff, thinning, frizzy, greasy, eczema
新手 小白 手残 不会 懵 看不懂 一头雾水 第一回 | beginner, novice, newbie, no clue, clueless, no idea, never used, baffled, useless with, all thumbs
适合 合身 合适 上身 试穿 穿着 好看吗 显 | suit, suits, flatter, fit, fits, wear, looks on, tried on, try on, comfortable
老款 新款 旧款 上一代 升级版 基础版 旗舰 高配 低配 普通版 标准版 | old model, new model, version, pro, lite, basic, deluxe, flagship, last year's, premium, standard, upgrade, plus
大的 小的 大号 小号 大瓶 小瓶 大份 | the big one, the small one, bigger, smaller, large one, mini, full size, jumbo
网上 线下 门店 实体店 店里 专柜 柜台 商场 超市 | store, in store, shop, branch, mall, supermarket, counter, outlet, high street, boutique
别家 隔壁家 同款 竞品 另一家 人家 | elsewhere, other shop, competitor, down the road, next shop, amazon, others
老顾客 常客 回头客 老客户 第几次 照顾 | loyal, regular, customer for years, repeat customer, old customer, been with you
零头 整数 凑整 吉利 | round, round number, odd pence, pennies, even number
试用 样品 体验 试吃 试戴 | sample, trial, try out, tester, test
开箱 拆开 打开 拆封 拆包 一打开 打开一看 | opened, unboxed, unwrapped, opened it, open the box, unpacked, when i opened
数 数了 清单 一共 只有 差 称 上秤 斤两 缺斤 | count, counted, only, weighed, list, tally, should be, total of, there are
配件 螺丝 说明书 遥控 电池 盖子 盖 绳 线 插头 扣子 拉链 把手 轮子 | accessories, screws, manual, batteries, lid, cap, strap, cord, plug, button, zip, handle, wheel, lead, knob
一只 一双 一对 左脚 右脚 左耳 另一只 成双 | one of, pair, left, right, the other one, single, twin, matching
坏 坏了 罢工 不能用 失灵 不工作 不灵 不转 | broken, stopped working, dead, packed up, conked out, gave up, not working, died, on strike, kaput
突然 忽然 自己 自动 莫名其妙 平白无故 | suddenly, by itself, on its own, out of nowhere, automatically, for no reason
按道理 凭啥 凭什么 难道 不讲理 讲理 公平 说不过去 | why should i, fair, unfair, surely, how come, ridiculous, outrageous, justify
错怪 你们的错 你们弄错 你们发错 质量问题 有问题 瑕疵 | your fault, your mistake, your error, faulty, defective, you messed up, blunder, you sent, flaw
寄回 寄 邮局 邮寄 退回去 回程 来回 往返 一趟 | send it back, post office, return trip, back to you, both ways, there and back, round trip, posting it
七天 期限 超过 过期了 无理由 拆封了 剪了 吊牌 洗过 穿过 用过 | seven days, deadline, 30 days, window, tags, opened, used, worn, washed, past the, within, allowed
名字 姓名 称呼 昵称 头像 | name, nickname, surname, maiden name, display name, profile picture
手机号 电话 号码 尾号 联系方式 | phone number, mobile, number, contact, sim, digits, landline
短信 邮件 邮箱 消息 微信 公众号 | text, sms, email, e mail, inbox, message, whatsapp, newsletter
聊天 聊 说话 唠 讲 沟通 谈 说清楚 | chat, talk, speak, conversation, discuss, explain, have a word
听不懂 答非所问 看不懂我 没明白 绕来绕去 车轱辘 | don't understand, not getting it, going in circles, same answer, repeating, not helping, missing the point
录音 截图 证据 视频 照片 留着 保留 | recording, recorded, evidence, screenshot, proof, video, footage, transcript, on tape
法 条 规定 赔 赔偿 三倍 退一赔三 违约 欺诈 虚假 诈骗 | law, damages, compensation, triple, fraud, breach, scam, false advertising, misleading, illegal, rights
大家 网友 粉丝 别人 后来的人 路人 闺蜜圈 姐妹们 | everyone, people, others, followers, the world, readers, public, other buyers, folk, group chat
删 删除 抹 清掉 销毁 去掉 清空 | delete, erase, wipe, remove, shred, destroy, rub out, clear
别再 不要再 停止 打住 别给我 不想收 消停 清静 | stop, no more, quit, enough, leave me alone, don't contact, peace, cease
谢谢 感谢 多谢 辛苦 麻烦了 感恩 | thanks, thank you, cheers, ta, appreciate, grateful, much obliged
再见 拜拜 回见 撤 下线 走了 挂了 | bye, goodbye, see you, cheerio, off now, signing off, take care
好的 可以 没问题 是的 | yes, ok, okay, sure, yep, fine, right, deal, agreed
不用 不要 不是 算了 免了 没有 不行 | no, nope, nah, not, no thanks, never mind, don't, rather not
你好 在吗 早上好 晚上好 有人吗 | hello, hi, hey, morning, good afternoon, evening, anyone there
便携 折叠 收纳 带走 塞进 放进 包里 | fold, folding, portable, pack, carry on, in my bag, fit in, suitcase, luggage
安全 危险 吓人 差点 出事 | safe, danger, dangerous, scary, nearly, almost, terrifying, hazard
救命 求求 拜托 行行好 帮帮忙 | help, please, beg, save me, do me a favour, be kind
开封 剩 剩下 吃不完 用不完 喝不完 一半 半瓶 | left over, leftover, half, finish it, finish, remaining, rest of it, half a bottle
小时 分钟 | day, days, month, months, year, years, hour, hours, minutes, week
几个 多少个 一百个 数量 件 箱 套 份 | how many, quantity, pieces, sets, cases, boxes of, units, dozen
门槛 不够 差一点 差几块 满 达到 超过 | short of, minimum, threshold, reach, over the, spend, qualify, enough
免费 白送 不要钱 不花钱 另外收 收费 | free, no charge, for nothing, extra charge, charge, fee, cost extra
到期 过期 失效 截止 最后一天 过了点 错过 | expire, expired, deadline, runs out, missed, too late, last day, lapsed, ends
`

export interface Concept {
  /** Han words. */
  han: string[]
  /** Latin phrases of one to four words. */
  latin: string[]
}

/** Han words between blanks, a bar, Latin phrases between commas. */
export const concepts: readonly Concept[] = lines
  .trim()
  .split('\n')
  .map((line) => {
    const [han = '', latin = ''] = line.split(' | ')
    return { han: han.split(' ').filter(Boolean), latin: latin.split(', ').filter(Boolean) }
  })
