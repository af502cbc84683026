/** Where a text stands among the intents. */
export interface Rank {
  /** The best and second-best intent; −1 when there is none. */
  best: number
  second: number
  /** Score of the best, and how far it is above the second, and above the mean of the five that follow it. */
  top: number
  margin: number
  lead: number
}

const followers = 5
/** Stands for the followers that a single intent does not have. */
const alone = 0.2

/** Ranks scores; intents that `hidden` marks do not count. One at a time: the answer is reused. */
export function createRanker(): (scores: Float32Array, hidden?: Uint8Array) => Rank {
  const top = new Float64Array(followers + 1)
  const rank: Rank = { best: -1, second: -1, top: 0, margin: 0, lead: 0 }
  return (scores, hidden) => {
    let count = 0
    rank.best = -1
    rank.second = -1
    for (let each = 0; each < scores.length; each++) {
      if (hidden?.[each]) continue
      const score = scores[each] as number
      if (count > followers && score <= (top[followers] as number)) continue
      let place = Math.min(count, followers)
      while (place > 0 && score > (top[place - 1] as number)) {
        top[place] = top[place - 1] as number
        place--
      }
      top[place] = score
      if (place === 0) {
        rank.second = rank.best
        rank.best = each
      } else if (place === 1) rank.second = each
      count++
    }
    const best = top[0] as number
    let sum = 0
    const rest = Math.min(count - 1, followers)
    for (let place = 1; place <= rest; place++) sum += top[place] as number
    rank.top = best
    rank.margin = rest > 0 ? best - (top[1] as number) : best
    rank.lead = rest > 0 ? best - sum / rest : best + alone
    return rank
  }
}
