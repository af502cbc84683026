/** One answered test message: what it wanted, what was said, and how sure the recogniser was. */
export interface Outcome {
  /** The intent it belongs to; null = out of scope. */
  wanted: string | null
  /** The best intent; null when there was none. */
  said: string | null
  /** 0–1 that `said` is right. */
  confidence: number
  /** 0–1 that the message wants any of the intents at all. */
  inScope: number
  /** False when the recogniser takes it to be out of scope. */
  accepted: boolean
}

/** All shares are 0–1; null where there is nothing to measure. */
export interface IntentFigures {
  messages: number
  inScope: number
  outOfScope: number
  accuracy: number | null
  /** In scope: right and accepted; out of scope: refused. */
  jointAccuracy: number | null
  outOfScopePrecision: number | null
  outOfScopeRecall: number | null
  outOfScopeF1: number | null
  auroc: number | null
  /** Messages in scope that are answered without asking back (confidence ≥ 0.8), and how many of all such answers are right. */
  directShare: number | null
  directPrecision: number | null
  /** Expected calibration error of the confidence, over all messages. */
  calibrationError: number | null
  confusions: { wanted: string; said: string; count: number; example: string }[]
}

/** Confidence from which a message is answered without asking back. */
export const directFrom = 0.8

/** The figures that `eval intents` prints and the editor shows. `texts` are the messages, for the examples of confusions. */
export function intentFigures(outcomes: readonly Outcome[], texts: readonly string[]): IntentFigures {
  const known = outcomes.filter((each) => each.wanted !== null)
  const strangers = outcomes.filter((each) => each.wanted === null)
  const refused = outcomes.filter((each) => !each.accepted)
  const right = (each: Outcome) => each.wanted !== null && each.said === each.wanted
  const direct = outcomes.filter((each) => each.confidence >= directFrom)
  const precision = strangers.length === 0 ? null : share(refused, (each) => each.wanted === null)
  const recall = share(strangers, (each) => !each.accepted)
  return {
    messages: outcomes.length,
    inScope: known.length,
    outOfScope: strangers.length,
    accuracy: share(known, right),
    jointAccuracy: share(outcomes, (each) => (each.wanted === null ? !each.accepted : right(each) && each.accepted)),
    outOfScopePrecision: precision,
    outOfScopeRecall: recall,
    outOfScopeF1:
      precision === null || recall === null ? null : precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    auroc: auroc(
      known.map((each) => each.inScope),
      strangers.map((each) => each.inScope),
    ),
    directShare: share(known, (each) => each.confidence >= directFrom),
    directPrecision: share(direct, right),
    calibrationError: calibrationError(outcomes.map((each) => ({ confidence: each.confidence, right: right(each) }))),
    confusions: confusionsOf(outcomes, texts),
  }
}

/** Probability that a number of the first list is above one of the second; equal ones count half. Null when one is empty. */
export function auroc(above: readonly number[], below: readonly number[]): number | null {
  if (above.length === 0 || below.length === 0) return null
  const all = [...above.map((value) => ({ value, top: true })), ...below.map((value) => ({ value, top: false }))].sort(
    (a, b) => a.value - b.value,
  )
  let ranks = 0
  for (let from = 0; from < all.length; ) {
    let to = from
    do to++
    while (to < all.length && all[to]?.value === all[from]?.value)
    for (let at = from; at < to; at++) if (all[at]?.top) ranks += (from + to + 1) / 2
    from = to
  }
  return (ranks - (above.length * (above.length + 1)) / 2) / (above.length * below.length)
}

/** Mean distance between confidence and truth over ten equally wide bins, weighted by how many fall into each. */
export function calibrationError(answers: readonly { confidence: number; right: boolean }[]): number | null {
  if (answers.length === 0) return null
  const bins = Array.from({ length: 10 }, () => ({ confidence: 0, right: 0 }))
  for (const { confidence, right } of answers) {
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    if (!bin) continue
    bin.confidence += confidence
    if (right) bin.right++
  }
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / answers.length
}

/** Share of the items that pass; null of none. */
export function share<Item>(items: readonly Item[], passes: (item: Item) => boolean): number | null {
  return items.length === 0 ? null : items.filter(passes).length / items.length
}

function confusionsOf(outcomes: readonly Outcome[], texts: readonly string[]): IntentFigures['confusions'] {
  const pairs = new Map<string, IntentFigures['confusions'][number]>()
  outcomes.forEach(({ wanted, said }, index) => {
    if (wanted === null || said === wanted) return
    const key = `${wanted} ${said}`
    const pair = pairs.get(key) ?? { wanted, said: said ?? '', count: 0, example: texts[index] ?? '' }
    pair.count++
    pairs.set(key, pair)
  })
  return [...pairs.values()].sort((a, b) => b.count - a.count || (a.wanted < b.wanted ? -1 : 1))
}
