/** Name → value, in Chinese and English. */
export type Fact = [zh: string, zhValue: string, en: string, enValue: string]

/** What the sheet of a product says, in the order a shopper reads it. @throws Error for a line that is not in both languages */
export function factsOf(product: string): Fact[] {
  return known.get(product) ?? []
}

/** One product a block, one fact a line. What a sheet leaves out is not known, and nobody answers it. */
const sheets = `
cup-mist
颜色：雾蓝、米白 | Colours: Mist blue, cream
容量：320 毫升 | Capacity: 320 ml
材质：高温白瓷，无铅釉，食品接触级 | Material: High-fired porcelain, lead-free glaze, food safe
尺寸：口径 8.5 厘米，高 9 厘米 | Size: 8.5 cm across, 9 cm tall
重量：310 克 | Weight: 310 g
微波炉：可以 | Microwave: Yes
洗碗机：可以 | Dishwasher: Yes
烤箱：不可以 | Oven: No
产地：江西景德镇 | Made in: Jingdezhen, China
保养：软布清洗，茶渍用小苏打擦 | Care: Soft cloth; tea stains come off with baking soda

cup-cloud
颜色：云白、雨灰 | Colours: Cloud white, rain grey
容量：380 毫升 | Capacity: 380 ml
材质：强化瓷，哑光釉 | Material: Strengthened porcelain, matte glaze
尺寸：口径 9 厘米，高 8.8 厘米 | Size: 9 cm across, 8.8 cm tall
重量：340 克 | Weight: 340 g
微波炉：可以，每次不超过 3 分钟 | Microwave: Yes, up to 3 minutes at a time
洗碗机：不建议，哑光釉会磨亮 | Dishwasher: Better not, the matte glaze wears shiny
产地：福建德化 | Made in: Dehua, China
保养：温水手洗，不用钢丝球 | Care: Wash by hand in warm water, no steel wool

cushion-linen
尺寸：45 × 45 厘米，含芯 | Size: 45 × 45 cm, filled
材质：亚麻 55%，棉 45% | Material: 55% linen, 45% cotton
填充：聚酯纤维棉，可拆洗 | Filled with: Polyester fibre, cover comes off
清洗：30℃ 以下轻柔机洗，枕芯不水洗 | Washing: Gentle wash below 30 °C, do not wash the filling
颜色：本白、豆绿 | Colours: Natural, bean green
产地：江苏南通 | Made in: Nantong, China

candle-cedar
味道：雪松、琥珀、少许烟熏 | Scent: Cedar, amber, a little smoke
燃烧时间：约 40 小时 | Burns for: About 40 hours
材质：大豆蜡，棉芯，玻璃罐 | Material: Soy wax, cotton wick, glass jar
净含量：200 克 | Net weight: 200 g
保质期：开封前三年，开封后一年 | Shelf life: Three years sealed, one year opened
产地：浙江杭州 | Made in: Hangzhou, China

flask-thermal
容量：1.2 升 | Capacity: 1.2 l
保温：12 小时后 65℃ 以上 | Keeps warm: Above 65 °C after 12 hours
保冷：24 小时后 10℃ 以下 | Keeps cold: Below 10 °C after 24 hours
材质：内胆 316 不锈钢，外壳 304 不锈钢 | Material: 316 steel inside, 304 steel outside
尺寸：底径 11 厘米，高 27 厘米 | Size: 11 cm across, 27 cm tall
重量：780 克 | Weight: 780 g
微波炉：不可以 | Microwave: No
洗碗机：不可以，手洗 | Dishwasher: No, wash by hand
质保：一年 | Warranty: One year

cloth-cotton
尺寸：140 × 200 厘米，适合 4–6 人桌 | Size: 140 × 200 cm, for a table of 4 to 6
材质：亚麻 55%，棉 45% | Material: 55% linen, 45% cotton
清洗：30℃ 以下轻柔机洗 | Washing: Gentle wash below 30 °C
熨烫：中温，反面烫 | Ironing: Medium heat, inside out
防水：不防水，洒了尽快擦 | Water resistance: None, wipe spills soon
颜色：燕麦、浅灰 | Colours: Oatmeal, light grey

lamp-desk
色温：2700 / 4000 / 5000 K | Colour temperature: 2700 / 4000 / 5000 K
显色：Ra 97 | Colour rendering: Ra 97
功率：12 瓦 | Power: 12 W
电源：USB-C 5V，线长 1.5 米，附插头 | Supply: USB-C 5 V, 1.5 m lead, plug included
尺寸：底座 16 厘米，高 42 厘米 | Size: Base 16 cm, 42 cm tall
重量：1.1 千克 | Weight: 1.1 kg
质保：两年 | Warranty: Two years

bowl-rice
数量：四只 | Pieces: Four
口径：11.5 厘米 | Width: 11.5 cm
容量：每只 300 毫升 | Capacity: 300 ml each
材质：青釉瓷，无铅，食品接触级 | Material: Celadon porcelain, lead-free, food safe
微波炉：可以 | Microwave: Yes
洗碗机：可以 | Dishwasher: Yes
烤箱：不可以 | Oven: No
产地：浙江龙泉 | Made in: Longquan, China

plate-dinner
尺寸：8 寸 20 厘米，10 寸 25 厘米 | Size: 20 cm or 25 cm
材质：高温白瓷，哑光釉，食品接触级 | Material: High-fired porcelain, matte glaze, food safe
微波炉：可以 | Microwave: Yes
洗碗机：可以 | Dishwasher: Yes
烤箱：不可以 | Oven: No
颜色：石白、炭黑 | Colours: Stone white, charcoal

teapot-side
容量：240 毫升 | Capacity: 240 ml
材质：粗陶，内壁上釉 | Material: Stoneware, glazed inside
明火：不可以 | Open flame: No
微波炉：不可以，壶把有藤 | Microwave: No, the handle has rattan
洗碗机：不可以 | Dishwasher: No
滤孔：七孔球滤 | Strainer: Ball filter with seven holes

pan-iron
尺寸：直径 26 厘米，深 5 厘米 | Size: 26 cm across, 5 cm deep
材质：精铁，榉木手柄，无涂层 | Material: Iron, beech handle, no coating
重量：1.3 千克 | Weight: 1.3 kg
电磁炉：可以，燃气灶也可以 | Induction: Yes, gas too
开锅：洗净烘干，薄油小火养 10 分钟 | First use: Wash, dry, then oil thinly and heat low for 10 minutes
洗碗机：不可以，会生锈 | Dishwasher: No, it would rust

knife-chef
刃长：17 厘米 | Blade: 17 cm
材质：高碳钢，胡桃木柄 | Material: High-carbon steel, walnut handle
硬度：HRC 58 | Hardness: HRC 58
重量：180 克 | Weight: 180 g
洗碗机：不可以，手洗擦干 | Dishwasher: No, wash by hand and dry
磨刀：每月一次，1000 目磨石 | Sharpening: Once a month, 1000 grit stone

board-walnut
尺寸：38 × 25 厘米，厚 2 厘米 | Size: 38 × 25 cm, 2 cm thick
材质：胡桃木整木，食品级木蜡油 | Material: Solid walnut, food-grade wax oil
重量：1.4 千克 | Weight: 1.4 kg
洗碗机：不可以 | Dishwasher: No
保养：手洗后立起晾干，每月上一次木蜡油 | Care: Wash by hand, dry upright, oil once a month

glass-ripple
数量：两只 | Pieces: Two
容量：每只 350 毫升 | Capacity: 350 ml each
材质：高硼硅玻璃 | Material: Borosilicate glass
耐热：-20 至 120℃ | Heat: Withstands -20 to 120 °C
微波炉：可以 | Microwave: Yes
洗碗机：可以 | Dishwasher: Yes

apron-canvas
颜色：墨绿 | Colour: Dark green
尺寸：均码，长 85 厘米，腰带可调 | Size: One size, 85 cm long, adjustable
材质：亚麻 55%，棉 45% | Material: 55% linen, 45% cotton
清洗：30℃ 以下机洗 | Washing: Machine wash below 30 °C
口袋：前面两个 | Pockets: Two in front

blanket-wool
尺寸：130 × 170 厘米 | Size: 130 × 170 cm
材质：澳洲羊毛 100% | Material: 100% Australian wool
重量：950 克 | Weight: 950 g
清洗：干洗或冷水手洗 | Washing: Dry clean, or by hand in cold water
颜色：驼色、炭灰 | Colours: Camel, charcoal

vase-stone
尺寸：高 22 厘米，口径 4 厘米 | Size: 22 cm tall, 4 cm mouth
材质：高温瓷，石纹釉 | Material: High-fired porcelain, stone-grain glaze
重量：860 克 | Weight: 860 g
洗碗机：可以 | Dishwasher: Yes

plant-pot
口径：14 厘米，含托盘 | Width: 14 cm, with saucer
材质：红陶，底部有孔 | Material: Terracotta, hole in the base
产地：江苏宜兴 | Made in: Yixing, China

basket-rattan
尺寸：直径 30 厘米，高 24 厘米 | Size: 30 cm across, 24 cm tall
材质：天然藤 | Material: Natural rattan
承重：6 千克 | Weight capacity: 6 kg
保养：避免暴晒，半干布擦 | Care: Keep out of strong sun, wipe with a damp cloth

clock-quiet
尺寸：直径 25 厘米 | Size: 25 cm across
电池：五号电池一节，不含 | Battery: One AA, not included
噪音：扫秒机芯，20 分贝以下 | Noise: Sweeping hand, below 20 dB
质保：两年 | Warranty: Two years

frame-oak
尺寸：A4，外框 24 × 33 厘米 | Size: A4, 24 × 33 cm outside
材质：白橡木，亚克力面板 | Material: White oak, acrylic front
安装：可挂可立 | Mounting: Hangs or stands

chair-reading
颜色：燕麦色 | Colour: Oatmeal
尺寸：宽 68，深 72，高 80 厘米，座高 42 厘米 | Size: 68 wide, 72 deep, 80 cm tall, seat at 42 cm
材质：榉木架，棉麻面料，高回弹海绵 | Material: Beech frame, cotton-linen cover, firm foam
承重：120 千克 | Weight capacity: 120 kg
重量：13 千克 | Weight: 13 kg
安装：四只椅腿，自带工具，约 10 分钟 | Assembly: Four legs, tool included, about 10 minutes
清洗：椅套可拆，干洗 | Washing: Cover comes off, dry clean
质保：三年 | Warranty: Three years

slippers-linen
尺码：36–44 码，偏瘦，脚宽拿大一码 | Sizes: 36–44, narrow cut, take one up for wide feet
材质：亚麻面，软木鞋床，橡胶底 | Material: Linen upper, cork bed, rubber sole
清洗：30℃ 以下手洗，阴干 | Washing: By hand below 30 °C, dry in the shade
颜色：本白、藏青 | Colours: Natural, navy

hanger-wood
数量：十只 | Pieces: Ten
材质：莲木，防滑槽 | Material: Lotus wood, with notches
承重：5 千克 | Weight capacity: 5 kg
尺寸：宽 44 厘米 | Size: 44 cm wide

lamp-bedside
续航：低亮度 60 小时 | Runs for: 60 hours on low
电池：2000 毫安时，充满约 3 小时 | Battery: 2000 mAh, full in about 3 hours
电源：USB-C 5V，线长 1.5 米 | Supply: USB-C 5 V, 1.5 m lead
控制：触摸，三档亮度 | Control: Touch, three levels
质保：两年 | Warranty: Two years

lamp-paper
尺寸：高 120 厘米，灯罩 36 厘米 | Size: 120 cm tall, 36 cm shade
灯头：E27，附 5W 暖光灯泡，可自己换 | Socket: E27, 5 W warm bulb included, you can change it
材质：和纸，竹骨，铁底座 | Material: Washi paper, bamboo, iron base
质保：一年 | Warranty: One year

lamp-clip
颜色：奶白 | Colour: Cream
夹口：最大 5 厘米 | Clamp: Opens to 5 cm
电源：USB-C 5V，线长 1.5 米 | Supply: USB-C 5 V, 1.5 m lead
质保：两年 | Warranty: Two years

candle-led
数量：三只 | Pieces: Three
电源：USB-C 5V 充电，一次 20 小时 | Supply: Charges by USB-C, 20 hours at a time
材质：真蜡外壳，LED 灯芯 | Material: Real wax shell, LED flame
质保：一年 | Warranty: One year

towel-waffle
尺寸：70 × 140 厘米 | Size: 70 × 140 cm
材质：长绒棉 100% | Material: 100% long-staple cotton
重量：320 克 | Weight: 320 g
清洗：40℃ 以下机洗，不用柔顺剂 | Washing: Machine wash below 40 °C, no softener
颜色：米白、灰粉 | Colours: Cream, dusty pink

soap-olive
净含量：100 克 × 3 | Net weight: 3 × 100 g
成分：橄榄油 72%，椰子油，乳木果脂，无香精 | Ingredients: 72% olive oil, coconut oil, shea butter, no perfume
保质期：两年 | Shelf life: Two years
肤质：干性、敏感肤质可用 | Skin: For dry and sensitive skin

diffuser-fig
味道：无花果、青草 | Scent: Fig, green grass
净含量：120 毫升，约用两个月 | Net volume: 120 ml, about two months
成分：香精、乙醇 | Ingredients: Fragrance, ethanol
包含：藤条六根 | Included: Six reeds

basket-laundry
尺寸：直径 40 厘米，高 45 厘米 | Size: 40 cm across, 45 cm tall
材质：棉绳 | Material: Cotton rope
容量：约 56 升 | Capacity: About 56 l
清洗：局部手洗 | Washing: Spot clean by hand
折叠：可以压扁收起 | Folding: Folds flat

notebook-linen
页数：192 页，点阵 | Pages: 192, dotted
尺寸：A5，14.8 × 21 厘米 | Size: A5, 14.8 × 21 cm
纸张：100 克道林纸，钢笔不洇 | Paper: 100 g, made for fountain pens

umbrella-wood
颜色：藏青 | Colour: Navy
尺寸：撑开直径 112 厘米，长 88 厘米 | Size: 112 cm open, 88 cm long
伞骨：8 骨玻璃纤维 | Ribs: Eight, glass fibre
防晒：UPF 50+ | Sun protection: UPF 50+
重量：520 克 | Weight: 520 g

speaker-wood
蓝牙：5.3 | Bluetooth: 5.3
续航：约 14 小时 | Runs for: About 14 hours
功率：10 瓦 | Power: 10 W
电源：USB-C 5V，线长 1.5 米 | Supply: USB-C 5 V, 1.5 m lead
防水：IPX4，溅到没事，不能泡水 | Water resistance: IPX4, splashes are fine, no soaking
尺寸：18 × 9 × 9 厘米 | Size: 18 × 9 × 9 cm
质保：两年 | Warranty: Two years
`

const line = /^(?<zh>[^：|]+)：(?<zhValue>[^|]+) \| (?<en>[^:|]+): (?<enValue>[^|]+)$/

const known = new Map(
  sheets
    .trim()
    .split('\n\n')
    .map((block) => {
      const [id = '', ...lines] = block.split('\n')
      return [id, lines.map(factOf)] as const
    }),
)

function factOf(text: string): Fact {
  const { zh, zhValue, en, enValue } = line.exec(text)?.groups ?? {}
  if (!zh || !zhValue || !en || !enValue) throw new Error(`not a fact in both languages: ${text}`)
  return [zh, zhValue, en, enValue]
}
