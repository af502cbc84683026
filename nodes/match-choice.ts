/** A choice as it was offered. */
export interface Offered {
  value: string
  label: string
  synonyms?: readonly string[]
}

/**
 * Finds the offered choice that typed words mean: its value, label or synonym, "2", "第二个", "the second", "最后一个",
 * or words that hold exactly one label. Buttons are help, not a cage.
 * @returns index of the choice, -1 when none or several fit
 */
export function matchChoice(said: string, choices: readonly Offered[]): number {
  const words = fold(said)
  if (!words) return -1
  const exact = choices.findIndex((choice) => names(choice).some((name) => name === words))
  if (exact >= 0) return exact
  const place = ordinal(words, choices.length)
  if (place >= 0) return place
  const within = choices.flatMap((choice, index) => (names(choice).some((name) => name.length > 1 && holds(words, name)) ? [index] : []))
  return within.length === 1 ? (within[0] ?? -1) : -1
}

function names(choice: Offered): string[] {
  return [choice.label, choice.value, ...(choice.synonyms ?? [])].map(fold).filter(Boolean)
}

/** "不想退货" is no choice of 退货. */
const negation = /[不别没甭](?:想|要|用|是)?(?:了)?$|\b(?:not|no|don't|never) (?:a |the )?$/

/** "refund" must not be read inside "refunded": Latin names stand alone, Chinese ones may touch others. */
function holds(words: string, name: string): boolean {
  const at = words.indexOf(name)
  return holdsName(words, name) && !negation.test(words.slice(Math.max(0, at - 6), at))
}

/** Whether a name, in small letters, stands in a text: "hours" not in "hourshow", 几点 anywhere. */
export function holdsName(words: string, name: string): boolean {
  const at = words.indexOf(name)
  if (at < 0 || !/^[a-z0-9]/.test(name)) return at >= 0
  return !/[a-z0-9]/.test(words[at - 1] ?? ' ') && !/[a-z0-9]/.test(words[at + name.length] ?? ' ')
}

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const english = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth']
const count = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']

function ordinal(words: string, length: number): number {
  const plain = words
    .replace(/^那么?/, '')
    .replace(/^(我)?就?(要|选|the|number|no\.?|option)?\s*/, '')
    .replace(/(吧|呢|啊|please|one)$/, '')
    .trim()
  if (/^(最后(一)?(个|项|条)?|last)$/.test(plain)) return length - 1
  const numeral = /^(?:第)?\s*(\d{1,2})\s*(?:个|项|条|号|st|nd|rd|th)?$/.exec(plain)?.[1]
  const chinese = /^(?:第)?([一二三四五六七八九十]{1,2})(?:个|项|条|号)?$/.exec(plain)?.[1]
  const place = numeral ? Number(numeral) : chinese ? digits.indexOf(chinese) : Math.max(english.indexOf(plain), count.indexOf(plain))
  return place >= 1 && place <= length ? place - 1 : -1
}

function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s。，！？、.,!?~]+$/u, '')
    .trim()
}
