import type { Perception } from '../../schemas/perception.ts'

/** Words by what they tell, strongest first. Plain on purpose: a reader sees why a mood was read. */
const lexicon = {
  anger: [
    [0.9, /骗子|垃圾|气死|滚|投诉你们|曝光|12315|什么态度|忽悠|scam|fraud|rip.?off|ridiculous|furious|unacceptable/i],
    [0.7, /凭什么|太过分|到底管不管|说了多少遍|多少次了|有完没完|再也不|worst|terrible|angry|outrageous/i],
    [0.4, /[!！]{2,}|[?？]{3,}/],
  ],
  urgency: [
    [0.9, /急死|马上就要|立刻|赶紧|急用|加急|asap|urgent|right now|immediately/i],
    [0.6, /着急|快点|尽快|催一?下|今天就要|明天就要|hurry|quickly|as soon as possible/i],
  ],
  anxiety: [
    [0.7, /担心|怎么办|会不会丢|来得及吗|急死|害怕|worried|afraid|anxious|will it be lost/i],
    [0.4, /还没|一直没|怎么还|still (?:no|not|haven't)/i],
  ],
  negative: [[0.6, /失望|不满意|差评|太慢|难用|坏了|破了|退款|糟|disappointed|bad|broken|slow|poor|late/i]],
  positive: [[0.8, /谢谢|感谢|太好了|满意|喜欢|好用|赞|棒|thank|great|love it|perfect|awesome|excellent/i]],
} as const satisfies Record<string, readonly (readonly [number, RegExp])[]>

/** Reads a message's mood: polarity, and anger, anxiety and urgency from 0 to 1. */
export function readMood(text: string): Perception['mood'] {
  const strength = (kind: keyof typeof lexicon) => lexicon[kind].find(([, pattern]) => pattern.test(text))?.[0] ?? 0
  const anger = strength('anger')
  const negative = anger >= 0.7 || (strength('negative') > 0 && !/不|没|not/.test(text))
  const polarity = negative ? 'negative' : strength('positive') > 0 && anger === 0 ? 'positive' : 'neutral'
  return { polarity, anger, anxiety: strength('anxiety'), urgency: strength('urgency') }
}
