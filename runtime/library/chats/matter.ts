import { Jieba } from '@node-rs/jieba'
import { dict } from '@node-rs/jieba/dict.js'
import { normalise } from '../../language/normalise.ts'

/**
 * Kinds of words that stand for no matter of a shop, as the dictionary marks them: times, numbers, pronouns, adverbs,
 * function words, people and places.
 */
const idleKinds = /^(?:[cdefhkmopqrstuy]|mq|nr|ns|zg)/
const pointing = /[我你您他她它这那哪]/

/** A test for Chinese words that may stand in a line of synonyms; the shop's own words always may. */
export function createMatter(own: readonly string[]): (word: string) => boolean {
  const dictionary = Jieba.withDict(dict)
  const names = new Set(own.map(normalise))
  return (word) => {
    if (names.has(word) || !/\p{Script=Han}/u.test(word)) return true
    return !pointing.test(word) && dictionary.tag(word, true).every(({ tag }) => !idleKinds.test(tag))
  }
}
