import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'

let jieba: Jieba | undefined

/** The words of a run of Han characters, in order, nothing left out. The dictionary is loaded at the first call. */
export function wordsOf(run: string): string[] {
  jieba ??= Jieba.withDict(dict)
  return jieba.cut(run, true)
}
