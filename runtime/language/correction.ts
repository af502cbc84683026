const chinese =
  /^(?:不对|不是|错了|说错|写错|打错|搞错|弄错|哦不|啊不|等等|等下|算了)|还是(?:要|换|改|选|拿|来|用)|改(?:成|为|要|选|到|一下|主意)|换成|我是说|应该是|更正|[说写打填弄搞选]错了?/
const english =
  /\b(?:actually|instead|i meant?|correction|change (?:it|that|the|my)|make (?:it|that)|rather|scratch that|oops|sorry,? (?:it'?s|it is|i|the)|wait|no,)\b/i

/** Whether the words take back or change something that was said before. */
export function isCorrection(text: string): boolean {
  return chinese.test(text) || (/[a-z]{2}/i.test(text) && english.test(text))
}
