import { type EntityKind, latin, matches } from './kind.ts'

const chinese =
  /[^，,。！!？?；;\s]{0,8}(?:漏水|漏油|漏气|漏电|渗水|冒烟|短路|跳闸|不制冷|不制热|不加热|不启动|不工作|不转|不亮|不响|不出水|不通电|没反应|没声音|没信号|打不开|开不了机|关不上|连不上|配不上对|充不进电?|充不了电|断开|死机|黑屏|花屏|闪屏|卡顿|卡住|卡死|发烫|过热|异响|噪音|太吵|有异味|异味|刺鼻|掉色|褪色|起球|开线|脱线|开胶|脱胶|断了|裂了|开裂|有裂[缝纹]|破了|碎了|坏了|划痕|变形|生锈|发霉|变质|过期|过敏|起疹|发红)[^，,。！!？?；;\s]{0,6}/g
const english =
  /\b(?:[a-z']+ ){0,3}(?:leak(?:s|ing|ed)?|smok(?:es|ing)|sparks?|(?:won't|will not|doesn't|does not|can't|cannot|not) (?:turn on|start|work(?:ing)?|charg(?:e|ing)|connect(?:ing)?|open|close|heat(?: up)?|cool|pair|spin|respond(?:ing)?)|no (?:sound|signal|power|picture)|dead|frozen|freez(?:es|ing)|overheat(?:s|ing)?|rattl(?:es|ing)|noisy|smells?|fad(?:es|ed|ing)|pill(?:s|ing)|crack(?:s|ed)?|broken|torn|scratch(?:es|ed)|rust(?:s|y|ed)|mould(?:y)?|expired|stopped working|broke(?: down)?)\b(?: [a-z']+){0,3}/gi

/** Signs of which every symptom has one: most messages have none, and one quick look tells. */
const signs = '漏渗冒短跳不没打开关连配充断死黑花闪卡发过异噪太味刺掉褪起脱裂破碎坏划变生锈霉'
const any = new RegExp(
  `[${signs}]|\\b(?:leak|smok|spark|won't|will not|doesn't|does not|can't|cannot|not|no|dead|fr[eo]z|overheat|rattl|nois|smell|fad|pill|crack|brok|torn|scratch|rust|mould|expir|stopp)`,
  'i',
)

/** What does not work, in the visitor's own words, without the marks around it. */
export const symptom: EntityKind = {
  type: 'symptom',
  needs: [signs + latin],
  find: (text) => {
    if (!any.test(text)) return []
    return [
      ...matches(text, chinese, (match) => match[0].trim()),
      ...(/[a-z]{4}/i.test(text) ? matches(text, english, (match) => match[0].toLowerCase().trim()) : []),
    ]
  },
  valid: (value) => typeof value === 'string' && value.trim().length >= 2 && value.length <= 300,
}
