/** Which language a message is in, by its letters. */
export function detectLanguage(text: string): 'zh' | 'en' | 'mixed' | 'none' {
  const han = (text.match(/\p{Script=Han}/gu) ?? []).length
  // an order number, a size or a model inside Chinese is still Chinese
  const latin = (text.match(/(?<![A-Za-z\d-])[A-Za-z]{2,}(?![A-Za-z\d-])/g) ?? []).filter((word) => !/^[A-Z]{1,4}$/.test(word)).length
  if (han === 0) return /[A-Za-z]{2,}/.test(text) ? 'en' : 'none'
  return latin > 0 && latin * 12 >= han ? 'mixed' : 'zh'
}
