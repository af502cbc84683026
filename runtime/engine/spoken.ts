import type { InboundContent } from '../../schemas/content.ts'
import type { Perception } from '../../schemas/perception.ts'
import type { Locale } from '../../schemas/text.ts'
import type { Run } from './running.ts'

/** So many Han characters, or words of which two are in small letters, are a sentence rather than a name or an "ok". */
const leastHan = 4
const leastWords = 3
/** A word by itself: not a part of a web address, of markup or of a number. */
const word = /^["'“(]*\p{Script=Latin}[\p{Script=Latin}'’]+[)"'”.,!?;:…]*$/u
const between = /[\s\p{Script=Han}，。！？、；：（）“”]+/u
const languages = { zh: 'zh-CN', en: 'en' } as const

/**
 * Answers in the language that the visitor writes: from the first clear sentence in another one, or from the second shorter
 * message. A flow that is not written in it throughout keeps its own.
 */
export function followLanguage(run: Run, content: InboundContent, perception: Perception | null): void {
  if (content.type !== 'text' || !perception || (perception.language !== 'zh' && perception.language !== 'en')) return
  const { state } = run
  const wanted: Locale = languages[perception.language]
  const size = sizeOf(content.text, wanted)
  if (wanted === run.locale || size === 'nothing' || !run.entry.locales.has(wanted)) {
    if (size !== 'nothing' && state.recall?.foreign) state.recall = without(state.recall)
    return
  }
  if (size === 'little' && !state.recall?.foreign) {
    state.recall = { ...state.recall, foreign: true }
    return
  }
  if (state.recall?.foreign) state.recall = without(state.recall)
  state.locale = wanted
  run.services.speaking?.(wanted)
}

/** How much of a language somebody wrote: one Latin word is said in any. */
function sizeOf(text: string, locale: Locale): 'nothing' | 'little' | 'sentence' {
  if (locale === 'zh-CN') {
    const count = (text.match(/\p{Script=Han}/gu) ?? []).length
    return count >= leastHan ? 'sentence' : count >= 2 ? 'little' : 'nothing'
  }
  const words = text.split(between).filter((each) => word.test(each))
  const small = words.filter((each) => each === each.toLowerCase()).length
  return words.length >= leastWords && small >= 2 ? 'sentence' : words.length >= 2 ? 'little' : 'nothing'
}

function without({ foreign: _, ...recall }: NonNullable<Run['state']['recall']>): NonNullable<Run['state']['recall']> {
  return recall
}
