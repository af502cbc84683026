/** Addresses and markup: letters that are in no language. */
const noWords =
  /(?:https?:\/\/|www\.)[\x21-\x7e]+|(?<![\w.-])[\w.-]{1,64}(?:@[\w.-]{1,250}|\.[a-z]{2,10}\/[\x21-\x7e]*)|<\/?[a-z][^<>]{0,200}>/gi

/** The text without web addresses, e-mail addresses and markup. */
function proseOf(text: string): string {
  return /[/@<]|www\./i.test(text) ? text.replace(noWords, ' ') : text
}

/** Which language a message is in, by its letters. */
export function detectLanguage(text: string): 'zh' | 'en' | 'mixed' | 'none' {
  const prose = proseOf(text)
  const han = (prose.match(/\p{Script=Han}/gu) ?? []).length
  // an order number, a size or a model inside Chinese is still Chinese
  const latin = (prose.match(/(?<![A-Za-z\d-])[A-Za-z]{2,}(?![A-Za-z\d-])/g) ?? []).filter((word) => !/^[A-Z]{1,4}$/.test(word)).length
  if (han === 0) return /[A-Za-z]{2,}/.test(prose) ? 'en' : 'none'
  return latin > 0 && latin * 12 >= han ? 'mixed' : 'zh'
}
