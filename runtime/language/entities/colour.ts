import { type EntityKind, latin, matches } from './kind.ts'

const chinese =
  /(?<![姓小老])(?:雾霾|克莱因|藏|宝|天|深|浅|淡|墨|军|草|薄荷|豆沙?|云|雨|石|酒|玫|大|粉|砖|橘|奶|米|象牙|珍珠|银|炭|烟|香芋|薰衣草|卡其|焦糖|巧克力|咖啡|驼|杏|香槟|玫瑰|鹅|姜|柠檬|牛油果|雾)?(?:[黑白红蓝绿黄灰粉紫棕橙金银青]色?(?=$|[的款色吗呢,，。!！?？\s]|还|有|要|M|L|S|X)|[黑白红蓝绿黄灰粉紫棕米橙金银青杏驼咖](?:色)|雾蓝|米白|藏青|卡其色?|咖啡色|香槟色|驼色|豆沙色|透明|迷彩)/g
const english =
  /\b(?:(?:dark|light|navy|sky|royal|forest|olive|mint|rose|hot|baby|off) ?)?(?:black|white|red|blue|green|yellow|gr[ea]y|pink|purple|brown|orange|gold(?:en)?|silver|beige|navy|khaki|cream|turquoise|burgundy|transparent)\b/gi
const shades = '黑白红蓝绿黄灰粉紫棕橙金银青卡透迷豆驼香咖藏米雾'
const asked = new RegExp(`[${shades}]`)

export const colour: EntityKind = {
  type: 'colour',
  needs: [shades + latin],
  find: (text) => [
    ...(asked.test(text) ? matches(text, chinese, (match) => oneForm(match[0])) : []),
    ...(/[a-z]{3}/i.test(text) ? matches(text, english, (match) => match[0].toLowerCase()) : []),
  ],
  valid: (value) => typeof value === 'string' && value.length >= 1 && value.length <= 20,
}

/** 蓝 and 蓝色 are one colour. */
function oneForm(word: string): string {
  return /^[黑白红蓝绿黄灰粉紫棕橙金银青]$/.test(word) ? `${word}色` : word
}
