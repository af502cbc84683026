import { type Meaning, readMeanings } from './meanings.ts'

/** What shoppers say and what sheets of attributes say for the same property of a product. One line, one property. */
const properties = `
重量 多重 重不重 轻重 净重 公斤 千克 克 斤 | weight, weigh, heavy, heavier, light, lightweight, pound, lb, ounce, oz, kilogram, kg, gram
尺寸 大小 多大 规格 长度 宽度 高度 厚度 直径 多长 多宽 多高 厘米 | dimension, size, big, large, small, long, length, wide, width, tall, height, high, thick, thickness, deep, depth, diameter, inch, centimeter, cm, millimeter, mm, foot, feet, measure, fit in
颜色 什么色 色号 黑色 白色 红色 蓝色 绿色 灰色 粉色 | color, colour, shade, hue, black, white, red, blue, green, yellow, pink, purple, brown, gray, grey, orange, silver, gold, beige
材质 材料 面料 料子 什么做的 棉 皮 木 塑料 不锈钢 陶瓷 | material, made of, made from, fabric, cotton, leather, wood, plastic, polyester, steel, metal, rubber, wool, silk, nylon, linen, ceramic, glass, texture
品牌 牌子 厂家 谁生产 | brand, manufacturer, maker, make, company, who make, made by, label
男 女 男士 女士 男款 女款 性别 | gender, men, man, women, woman, male, female, boy, girl, unisex, lady, guy, him, her, feminine, masculine
年龄 几岁 孩子 儿童 宝宝 大人 | age, year old, kid, child, children, toddler, baby, infant, adult, teen, teenager, little kid, big kid, audience, old enough
电池 续航 充电 | battery, batteries, rechargeable, rechargable, charge, charger, aa, aaa, lithium, cell
几个 几件 几片 数量 多少个 | how many, count, number of, quantity, piece, pack, total, each, set, eaches, come in a pack
蓝牙 无线 连接 联网 有线 | connectivity, wireless, bluetooth, wifi, wi, connect, connection, wired, cord, cordless, communication
电源 插电 功率 电压 瓦 伏 多少瓦 | power, power source, plug, electric, electricity, voltage, volt, watt, wattage, amp, current, outlet, ac adapter, adapter
内存 存储 容量 硬盘 | memory, ram, storage, gb, gigabyte, hard disk, hard drive, flash memory, disk, ssd, mb, tb
屏幕 显示 分辨率 | screen, display, resolution, monitor, pixel, hd, 1080p, touchscreen
防水 进水 淋雨 沾水 | water resistance, water resistant, waterproof, water proof, water, wet, swim, rain, shower, underwater, dive
防污 污渍 脏 | stain, stain resistant, dirt, spill
清洗 机洗 洗 保养 | wash, clean, care, machine wash, dishwasher, dry clean, care instruction
口味 味道 | flavor, flavour, taste
成分 配料 过敏 含有 | ingredient, allergen, allergy, allergic, contain, gluten, peanut, nut, vegan, organic, nutritional, sugar, calorie
季节 夏天 冬天 | season, winter, summer, spring, autumn, fall
场合 婚礼 生日 节日 | occasion, wedding, birthday, party, holiday, christmas, anniversary, gift
运动 跑步 健身 | sport, running, gym, hiking, camping, golf, basketball, soccer, yoga, exercise, recommended use, activity, fitness
风格 款式 样式 | style, lifestyle, casual, formal, fashion, look, design, sporty
年份 哪年 新款 | model year, year, year made, newest, new model, release
兼容 适用 配 支持 能用吗 电磁炉 | compatible, compatibility, work with, support, supported, use with, compatible phone, compatible device, fit with, iphone, samsung, android phone
包含 配件 附带 送什么 | included, include, includes, come with, comes with, component, included component, accessory, in the box, remote
安装 挂墙 壁挂 固定 | mount, mounting, mounted, wall, ceiling, install, hang
语言 中文 英文 | language, english, spanish, french
闭合 拉链 扣子 搭扣 | closure, clasp, zipper, zip, button, buckle, velcro, fasten, hook, lace
领口 领子 | neck, collar, neckline, v neck, crew
袖子 袖长 | sleeve, long sleeve, short sleeve, sleeveless
鞋跟 跟高 | heel, heels
鞋底 | sole, outsole
宝石 钻石 珍珠 | gem, stone, diamond, pearl, ruby, sapphire, jewel, carat
金属 金 银 纯银 | metal, metal type, gold, silver, platinum, sterling, karat
灯 亮度 光源 流明 | light, light source, bulb, led, bright, brightness, lumen, lamp
噪音 声音 静音 降噪 | noise, loud, quiet, sound, noise control, noise cancel, audio, decibel
能装多少 容积 多少升 毫升 | capacity, hold, volume, liter, litre, gallon, milliliter, ml, fluid ounce, cup, liquid
承重 最大 | weight capacity, load capacity, maximum weight, hold up to, support up to
系统 安卓 苹果 | operating system, os, windows, android, ios, mac, platform, linux, hardware platform
处理器 芯片 显卡 | processor, cpu, core, chip, graphics, gpu, graphic card, coprocessor
接口 端口 插口 | port, interface, hardware interface, hdmi, usb, connector, jack, usb port
形状 圆 方 | shape, round, square, oval, rectangular, rectangle, circle
版型 修身 宽松 | fit, fit type, slim, loose, tight, regular fit, skinny, relaxed
形态 粉末 片剂 | form, form factor, item form, powder, liquid, cream, tablet, capsule, spray, gel
镜头 对焦 相机 | lens, focus, focal, zoom, camera, sensor, viewfinder, autofocus, auto focus
表盘 表带 机芯 | watch, band, strap, dial, bezel, movement, watch movement, case
防晒 紫外线 | uv, ultraviolet, sun protection, spf, sunscreen
折叠 收起 | foldable, fold, folded, folding, collapse
温度 耐热 保温 怕热 | temperature, heat, hot, cold, warm, heat sensitive, melt
通话 待机 | talk time, standby, phone talk time
控制 遥控 按键 | control, control method, remote control, human interface, input, button, touch, keyboard
气味 香味 | scent, smell, fragrance, odor, perfume
肤质 皮肤 头发 | skin, skin type, hair, hair type, sensitive
保质期 过期 | shelf life, expire, expiration, best before
保修 质保 | warranty, guarantee
价格 价钱 售价 多少钱 什么价 | price, how much money, how expensive, how much is, how much are, cost
产地 哪里产 | country of origin, origin, made in, where made, manufactured
主题 图案 花纹 | theme, pattern, print, design, character, print pattern
作者 导演 演员 | author, contributor, writer, director, actor, artist, wrote
格式 版本 | format, edition, version, hardcover, paperback, dvd, media
包装 快递包裹 箱子 | package, packaging, box, shipping weight, shipped, shipping box, container
电动 手动 | electric, is electric, manual, automatic
表面 光泽 哑光 | finish, finish type, exterior finish, matte, glossy, shiny, polished
一次性 重复使用 | reusability, reusable, disposable, single use, reuse
口袋 | pocket, pockets
车型 汽车 | vehicle, car, truck, suv, vehicle type
`

export const attributeMeanings: readonly Meaning[] = readMeanings(properties, 1.3)
