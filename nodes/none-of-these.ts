import type { InboundContent } from '../schemas/content.ts'
import type { LocalizedText } from '../schemas/text.ts'

/** The last choice of a list of candidates. */
export const noneOfThese = { value: '@none', label: { 'zh-CN': '都不是', en: 'None of these' } }

const said =
  /^(?:(?:这些?|以上|上面的?)?(?:都|全|一个都|没一个)(?:不是|不对)|没有?(?:一个)?(?:是|对)的|不是这(?:些|几个)|none(?: of (?:these|those|them|the above))?|neither(?: of (?:these|those|them))?|not (?:these|those))[\s。.!！~,，呢啊]*$/i

/** Tapped, or said in words. */
export function isNoneOfThese(content: InboundContent): boolean {
  return content.type === 'choice' ? content.value === noneOfThese.value : content.type === 'text' && said.test(content.text.trim())
}

/** Said before anything else happens. */
export const noneThen: LocalizedText = { 'zh-CN': '好的，都不是。', en: 'All right, none of these.' }
/** Said by who listens on. */
export const noneSoHow: LocalizedText = {
  'zh-CN': '好的，都不是。换个说法告诉我，您想办什么？',
  en: 'All right, none of these. What would you like to do, in other words?',
}
/** Said by who asks on for what was not among the offered. */
export const noneSoType: LocalizedText = {
  'zh-CN': '好的，都不是。那请打字告诉我。',
  en: 'All right, none of these. Please type it for me.',
}
