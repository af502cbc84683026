import type { Offered } from '../match-choice.ts'

/** The reasons for which things go back, as operators and recognisers name them. */
const reasons: readonly RegExp[] = [
  /尺[码寸]|大小|合身|\bsize|\bfit/i,
  /发错|错发|送错|\bwrong item|\bwrong product/i,
  /少件|少发|漏发|缺件|\bmissing/i,
  /破损|损坏|破了|碎|\bdamage|\bbroken/i,
  /质量|瑕疵|故障|\bquality|\bdefect|\bfault/i,
  /描述|不符|色差|实物|\bdescri|\bpicture/i,
  /不喜欢|不想要|无理由|\bchanged (?:my|their) mind|\bdo(?:es)?n.t like|\bno longer/i,
  /拍错|多拍|买错|\bmistake/i,
  /降价|买贵|价格|\bprice/i,
  /太慢|物流|发货慢|\btoo long|\blate\b|\bslow/i,
]

/** The offered choice that means the reason heard: 穿不下 is heard as 尺码不合适, whatever the operator calls that. */
export function choiceOfReason(heard: string, offered: readonly Offered[]): Offered | undefined {
  const fitting = reasons.flatMap((pattern) => {
    if (!pattern.test(heard)) return []
    return offered.filter((each) => [each.label, ...(each.synonyms ?? [])].some((name) => pattern.test(name)))
  })
  const [first, ...others] = new Set(fitting)
  return others.length === 0 ? first : undefined
}
