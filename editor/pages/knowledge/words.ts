import { defineWords } from '../../i18n/index.ts'
import { english } from './words-en.ts'
import { chinese } from './words-zh.ts'

/** Words of the rooms where the shop's knowledge is kept. */
export const words = defineWords({ 'zh-CN': chinese, en: english })
