import type { Drawing } from '../../widget/drawings.ts'

/** A product of the demo shop, as its own system holds it. Prices in fen. */
export interface ShopProduct {
  id: string
  zh: string
  en: string
  variantZh: string
  variantEn: string
  price: number
  icon: Drawing
  category: 'kitchen' | 'home' | 'light' | 'bath' | 'gift'
  fresh?: boolean
  stock: number
  tags: string[]
  /** Name → value, in Chinese and English. */
  facts: [zh: string, zhValue: string, en: string, enValue: string][]
}

type Row = [id: string, zh: string, en: string, variantZh: string, variantEn: string, yuan: number, icon: Drawing, category: ShopProduct['category'], tags: string, facts: ShopProduct['facts']]

const clay: ShopProduct['facts'] = [
  ['材质', '高温白瓷，食品接触级', 'Material', 'High-fired porcelain, food safe'],
  ['洗碗机', '可以', 'Dishwasher', 'Yes'],
  ['微波炉', '可以', 'Microwave', 'Yes'],
]
const linen: ShopProduct['facts'] = [
  ['材质', '亚麻 55%，棉 45%', 'Material', '55% linen, 45% cotton'],
  ['清洗', '30℃ 以下轻柔机洗', 'Washing', 'Gentle wash below 30 °C'],
]
const wood: ShopProduct['facts'] = [
  ['材质', '整木，食品级木蜡油', 'Material', 'Solid wood, food-grade wax oil'],
  ['保养', '手洗后立起晾干', 'Care', 'Wash by hand, dry upright'],
]
const power: ShopProduct['facts'] = [
  ['电源', 'USB-C 5V，线长 1.5 米', 'Power', 'USB-C 5 V, 1.5 m lead'],
  ['质保', '两年', 'Warranty', 'Two years'],
]
const steel: ShopProduct['facts'] = [
  ['材质', '304 不锈钢', 'Material', '304 stainless steel'],
  ['质保', '一年', 'Warranty', 'One year'],
]

const rows: Row[] = [
  ['cup-mist', '手作陶瓷杯', 'Handmade ceramic cup', '雾蓝 / 米白', 'Mist blue / cream', 128, 'cup', 'kitchen', 'new gift', [['容量', '320 毫升', 'Holds', '320 ml'], ...clay]],
  ['cushion-linen', '亚麻抱枕', 'Linen cushion', '45 cm', '45 cm', 89, 'cushion', 'home', 'new', [['尺寸', '45 × 45 厘米，含芯', 'Size', '45 × 45 cm, filled'], ...linen]],
  ['candle-cedar', '香薰蜡烛', 'Scented candle', '雪松', 'Cedar', 68, 'candle', 'home', 'new gift', [['燃烧时间', '约 40 小时', 'Burns for', 'About 40 hours'], ['材质', '大豆蜡，棉芯', 'Material', 'Soy wax, cotton wick']]],
  ['flask-thermal', '保温壶', 'Thermal flask', '1.2 L', '1.2 L', 199, 'flask', 'kitchen', 'new', [['容量', '1.2 升', 'Holds', '1.2 l'], ['保温', '12 小时 65℃ 以上', 'Keeps warm', 'Above 65 °C for 12 hours'], ...steel]],
  ['cloth-cotton', '棉麻桌布', 'Cotton-linen tablecloth', '140×200', '140×200', 159, 'cloth', 'kitchen', 'new', [['尺寸', '140 × 200 厘米', 'Size', '140 × 200 cm'], ...linen]],
  ['lamp-desk', '护眼台灯', 'Eye-care desk lamp', '三档色温', 'Three warmths', 269, 'lamp', 'light', 'new gift', [['色温', '2700 / 4000 / 5000 K', 'Colour', '2700 / 4000 / 5000 K'], ['显色', 'Ra 97', 'Rendering', 'Ra 97'], ...power]],
  ['bowl-rice', '青釉饭碗', 'Celadon rice bowl', '四只装', 'Set of four', 118, 'bowl', 'kitchen', '', [['口径', '11.5 厘米', 'Width', '11.5 cm'], ...clay]],
  ['plate-dinner', '哑光餐盘', 'Matte dinner plate', '8 寸 / 10 寸', '20 / 25 cm', 59, 'plate', 'kitchen', '', clay],
  ['teapot-side', '侧把茶壶', 'Side-handle teapot', '粗陶 · 240 ml', 'Stoneware · 240 ml', 238, 'teapot', 'kitchen', 'gift', [['容量', '240 毫升', 'Holds', '240 ml'], ['明火', '不可以', 'Open flame', 'No']]],
  ['pan-iron', '精铁平底锅', 'Iron frying pan', '26 cm', '26 cm', 219, 'pan', 'kitchen', '', [['电磁炉', '可以', 'Induction', 'Yes'], ['开锅', '洗净烘干，薄油小火养 10 分钟', 'First use', 'Wash, dry, then oil thinly and heat low for 10 minutes'], ['重量', '1.3 千克', 'Weight', '1.3 kg']]],
  ['knife-chef', '三德刀', 'Santoku knife', '17 cm', '17 cm', 189, 'knife', 'kitchen', '', [['刃长', '17 厘米', 'Blade', '17 cm'], ['硬度', 'HRC 58', 'Hardness', 'HRC 58']]],
  ['board-walnut', '胡桃木砧板', 'Walnut board', '38×25', '38×25', 149, 'board', 'kitchen', '', wood],
  ['glass-ripple', '水波纹玻璃杯', 'Ripple glass', '两只装', 'Set of two', 69, 'glass', 'kitchen', '', [['容量', '350 毫升', 'Holds', '350 ml'], ['耐热', '-20 至 120℃', 'Withstands', '-20 to 120 °C']]],
  ['apron-canvas', '帆布围裙', 'Canvas apron', '墨绿', 'Dark green', 99, 'apron', 'kitchen', 'gift', linen],
  ['blanket-wool', '羊毛盖毯', 'Wool throw', '130×170', '130×170', 359, 'blanket', 'home', 'gift', [['材质', '澳洲羊毛 100%', 'Material', '100% Australian wool'], ['清洗', '干洗或冷水手洗', 'Washing', 'Dry clean, or by hand in cold water']]],
  ['vase-stone', '石纹花瓶', 'Stone-grain vase', '高 22 cm', '22 cm tall', 139, 'vase', 'home', '', clay],
  ['plant-pot', '透气红陶盆', 'Terracotta pot', '含托盘', 'With saucer', 45, 'plant', 'home', '', [['口径', '14 厘米', 'Width', '14 cm']]],
  ['basket-rattan', '手编藤篮', 'Rattan basket', '中号', 'Medium', 128, 'basket', 'home', '', [['承重', '6 千克', 'Carries', '6 kg']]],
  ['clock-quiet', '静音挂钟', 'Silent wall clock', '25 cm', '25 cm', 159, 'clock', 'home', '', [['电池', '五号电池一节，不含', 'Battery', 'One AA, not included']]],
  ['frame-oak', '白橡木相框', 'Oak photo frame', 'A4', 'A4', 79, 'frame', 'home', 'gift', wood],
  ['chair-reading', '休闲单椅', 'Reading chair', '燕麦色', 'Oatmeal', 1299, 'chair', 'home', '', [['承重', '120 千克', 'Carries', '120 kg'], ['安装', '四只椅腿，自带工具，约 10 分钟', 'Assembly', 'Four legs, tool included, about 10 minutes']]],
  ['slippers-linen', '亚麻拖鞋', 'Linen slippers', '36–44 码', 'Sizes 36–44', 59, 'slippers', 'home', '', linen],
  ['hanger-wood', '实木衣架', 'Wooden hangers', '十只装', 'Set of ten', 69, 'hanger', 'home', '', wood],
  ['lamp-bedside', '床头小夜灯', 'Bedside night light', '触控 · 可充电', 'Touch · rechargeable', 129, 'lamp', 'light', 'gift', [['续航', '低亮度 60 小时', 'Runs for', '60 hours on low'], ...power]],
  ['lamp-paper', '和纸落地灯', 'Paper floor lamp', '高 120 cm', '120 cm tall', 399, 'lamp', 'light', '', [['灯头', 'E27，附 5W 暖光灯泡', 'Socket', 'E27, 5 W warm bulb included']]],
  ['lamp-clip', '夹式阅读灯', 'Clip reading light', '奶白', 'Cream', 89, 'lamp', 'light', '', power],
  ['candle-led', '电子烛台', 'LED candle holder', '三只装', 'Set of three', 109, 'candle', 'light', '', power],
  ['towel-waffle', '华夫格浴巾', 'Waffle bath towel', '70×140', '70×140', 99, 'towel', 'bath', '', [['材质', '长绒棉 100%', 'Material', '100% long-staple cotton']]],
  ['soap-olive', '橄榄冷制皂', 'Olive cold-process soap', '三块装', 'Set of three', 58, 'soap', 'bath', 'gift', [['净含量', '100 克 × 3', 'Net weight', '3 × 100 g'], ['保质期', '两年', 'Shelf life', 'Two years']]],
  ['diffuser-fig', '无火香薰', 'Reed diffuser', '无花果', 'Fig', 118, 'diffuser', 'bath', 'gift', [['净含量', '120 毫升，约两个月', 'Net volume', '120 ml, about two months']]],
  ['basket-laundry', '棉绳脏衣篮', 'Cotton rope laundry basket', '大号', 'Large', 139, 'basket', 'bath', '', linen],
  ['notebook-linen', '布面手账', 'Cloth-bound notebook', 'A5 · 点阵', 'A5 · dotted', 49, 'notebook', 'gift', '', [['页数', '192 页', 'Pages', '192']]],
  ['umbrella-wood', '木柄长伞', 'Wooden-handle umbrella', '藏青', 'Navy', 169, 'umbrella', 'gift', 'gift', [['伞骨', '8 骨玻璃纤维', 'Ribs', 'Eight, glass fibre']]],
  ['speaker-wood', '木纹蓝牙音箱', 'Wooden Bluetooth speaker', '胡桃木', 'Walnut', 459, 'speaker', 'gift', 'gift', [['蓝牙', '5.3', 'Bluetooth', '5.3'], ['续航', '约 14 小时', 'Runs for', 'About 14 hours'], ...power]],
]

export const products: readonly ShopProduct[] = rows.map(([id, zh, en, variantZh, variantEn, yuan, icon, category, tags, facts], index) => ({
  id, zh, en, variantZh, variantEn, price: yuan * 100, icon, category, facts,
  fresh: tags.includes('new'),
  // A few are gone, so that "sold out" can be seen.
  stock: index % 11 === 10 ? 0 : 6 + ((index * 37) % 90),
  tags: tags.split(' ').filter(Boolean),
}))
