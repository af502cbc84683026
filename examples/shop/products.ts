import type { Drawing } from '../../widget/drawings.ts'
import { type Fact, factsOf } from './facts.ts'

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
  facts: Fact[]
}

type Row = [
  id: string,
  zh: string,
  en: string,
  variantZh: string,
  variantEn: string,
  yuan: number,
  icon: Drawing,
  category: ShopProduct['category'],
  tags: string,
]

const rows: Row[] = [
  ['cup-mist', '手作陶瓷杯', 'Handmade ceramic cup', '雾蓝 / 米白', 'Mist blue / cream', 128, 'cup', 'kitchen', 'new gift'],
  ['cushion-linen', '亚麻抱枕', 'Linen cushion', '45 cm', '45 cm', 89, 'cushion', 'home', 'new'],
  ['candle-cedar', '香薰蜡烛', 'Scented candle', '雪松', 'Cedar', 68, 'candle', 'home', 'new gift'],
  ['flask-thermal', '保温壶', 'Thermal flask', '1.2 L', '1.2 L', 199, 'flask', 'kitchen', 'new'],
  ['cloth-cotton', '棉麻桌布', 'Cotton-linen tablecloth', '140×200', '140×200', 159, 'cloth', 'kitchen', 'new'],
  ['lamp-desk', '护眼台灯', 'Eye-care desk lamp', '三档色温', 'Three warmths', 269, 'lamp', 'light', 'new gift'],
  ['bowl-rice', '青釉饭碗', 'Celadon rice bowl', '四只装', 'Set of four', 118, 'bowl', 'kitchen', ''],
  ['plate-dinner', '哑光餐盘', 'Matte dinner plate', '8 寸 / 10 寸', '20 / 25 cm', 59, 'plate', 'kitchen', ''],
  ['teapot-side', '侧把茶壶', 'Side-handle teapot', '粗陶 · 240 ml', 'Stoneware · 240 ml', 238, 'teapot', 'kitchen', 'gift'],
  ['pan-iron', '精铁平底锅', 'Iron frying pan', '26 cm', '26 cm', 219, 'pan', 'kitchen', ''],
  ['knife-chef', '三德刀', 'Santoku knife', '17 cm', '17 cm', 189, 'knife', 'kitchen', ''],
  ['board-walnut', '胡桃木砧板', 'Walnut board', '38×25', '38×25', 149, 'board', 'kitchen', ''],
  ['glass-ripple', '水波纹玻璃杯', 'Ripple glass', '两只装', 'Set of two', 69, 'glass', 'kitchen', ''],
  ['apron-canvas', '帆布围裙', 'Canvas apron', '墨绿', 'Dark green', 99, 'apron', 'kitchen', 'gift'],
  ['blanket-wool', '羊毛盖毯', 'Wool throw', '130×170', '130×170', 359, 'blanket', 'home', 'gift'],
  ['vase-stone', '石纹花瓶', 'Stone-grain vase', '高 22 cm', '22 cm tall', 139, 'vase', 'home', ''],
  ['plant-pot', '透气红陶盆', 'Terracotta pot', '含托盘', 'With saucer', 45, 'plant', 'home', ''],
  ['basket-rattan', '手编藤篮', 'Rattan basket', '中号', 'Medium', 128, 'basket', 'home', ''],
  ['clock-quiet', '静音挂钟', 'Silent wall clock', '25 cm', '25 cm', 159, 'clock', 'home', ''],
  ['frame-oak', '白橡木相框', 'Oak photo frame', 'A4', 'A4', 79, 'frame', 'home', 'gift'],
  ['chair-reading', '休闲单椅', 'Reading chair', '燕麦色', 'Oatmeal', 1299, 'chair', 'home', ''],
  ['slippers-linen', '亚麻拖鞋', 'Linen slippers', '36–44 码', 'Sizes 36–44', 59, 'slippers', 'home', ''],
  ['hanger-wood', '实木衣架', 'Wooden hangers', '十只装', 'Set of ten', 69, 'hanger', 'home', ''],
  ['lamp-bedside', '床头小夜灯', 'Bedside night light', '触控 · 可充电', 'Touch · rechargeable', 129, 'lamp', 'light', 'gift'],
  ['lamp-paper', '和纸落地灯', 'Paper floor lamp', '高 120 cm', '120 cm tall', 399, 'lamp', 'light', ''],
  ['lamp-clip', '夹式阅读灯', 'Clip reading light', '奶白', 'Cream', 89, 'lamp', 'light', ''],
  ['candle-led', '电子烛台', 'LED candle holder', '三只装', 'Set of three', 109, 'candle', 'light', ''],
  ['towel-waffle', '华夫格浴巾', 'Waffle bath towel', '70×140', '70×140', 99, 'towel', 'bath', ''],
  ['soap-olive', '橄榄冷制皂', 'Olive cold-process soap', '三块装', 'Set of three', 58, 'soap', 'bath', 'gift'],
  ['diffuser-fig', '无火香薰', 'Reed diffuser', '无花果', 'Fig', 118, 'diffuser', 'bath', 'gift'],
  ['basket-laundry', '棉绳脏衣篮', 'Cotton rope laundry basket', '大号', 'Large', 139, 'basket', 'bath', ''],
  ['notebook-linen', '布面手账', 'Cloth-bound notebook', 'A5 · 点阵', 'A5 · dotted', 49, 'notebook', 'gift', ''],
  ['umbrella-wood', '木柄长伞', 'Wooden-handle umbrella', '藏青', 'Navy', 169, 'umbrella', 'gift', 'gift'],
  ['speaker-wood', '木纹蓝牙音箱', 'Wooden Bluetooth speaker', '胡桃木', 'Walnut', 459, 'speaker', 'gift', 'gift'],
  ['cup-cloud', '云朵杯', 'Cloud mug', '云白 / 雨灰', 'Cloud white / rain grey', 98, 'cup', 'kitchen', 'gift'],
]

export const products: readonly ShopProduct[] = rows.map(([id, zh, en, variantZh, variantEn, yuan, icon, category, tags], index) => ({
  id,
  zh,
  en,
  variantZh,
  variantEn,
  price: yuan * 100,
  icon,
  category,
  facts: factsOf(id),
  fresh: tags.includes('new'),
  // A few are gone, so that "sold out" can be seen.
  stock: index % 11 === 10 ? 0 : 6 + ((index * 37) % 90),
  tags: tags.split(' ').filter(Boolean),
}))
