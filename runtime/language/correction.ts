const chinese =
  /^(?:不对|不是|错了|说错|写错|打错|搞错|弄错|哦不|啊不|等等|等下|算了)|还是(?:要|换|改|选|拿|来|用)|改(?:成|为|要|选|到|一下|主意)|换成|我是说|应该是|更正|[说写打填弄搞选]错了?/
const english =
  /\b(?:actually|instead|i meant?|correction|change (?:it|that|the|my)|make (?:it|that)|rather|scratch that|oops|sorry,? (?:it'?s|it is|i|the)|wait|no,)\b/i

/** Whether the words take back or change something that was said before. */
export function isCorrection(text: string): boolean {
  return chinese.test(text) || (/[a-z]{2}/i.test(text) && english.test(text))
}

const left = '(?:查|退|换|弄|办|搞|问|买|要|填|找|用|说|麻烦)'
const cancelChinese = new RegExp(
  `^(?:那|就|先|还是|那就){0,2}(?:算了|不用了?|不必了|不想?${left}了|不用${left}了|取消|没事了|先这样)(?:[，,\\s]*(?:吧|啦|了|算了|不用了|谢谢|不想?${left}了))*[。.!！~\\s]*$`,
)
const cancelEnglish =
  /^(?:(?:oh|ok|okay|no|actually|well),? )*(?:never ?mind|forget (?:it|that|about it)|cancel(?: (?:that|this|it))?|leave it|drop it|no need|no,? thank(?:s| you)|don'?t bother|not now)(?:,? (?:thanks|thank you|please|then))?[.!\s]*$/i

/** Whether a message says nothing but that what is open can be left. */
export function isCancelling(text: string): boolean {
  return cancelChinese.test(text) || cancelEnglish.test(text)
}
