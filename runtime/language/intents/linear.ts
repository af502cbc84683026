import { createRandom } from './random.ts'
import type { Rows } from './rows.ts'

/** What an example's own class must reach. The others must only not speak for it: to be none of them is no merit. */
const ownMargin = 1
/** How much dearer an error on the own class is than one on another: it is alone against all of them. */
const ownCost = 4
/** How far beyond what it must reach a class is taken to be settled for an example until the next full pass. */
const slack = 0.1

export interface LinearOptions {
  /** Cost of an error; larger follows the examples closer. */
  cost: number
  epochs: number
  seed: number
  progress?: (share: number) => void
}

/**
 * One-vs-rest linear classifiers with squared hinge loss by dual coordinate descent [Hsieh et al. 2008], all classes in
 * lockstep. Full passes look at every class; the passes between only at those that an example still pushes.
 * @returns weights feature by feature: `weights[feature * classes + class]`. Deterministic for a seed.
 */
export function trainLinear(rows: Rows, labels: Int32Array, classes: number, features: number, options: LinearOptions): Float32Array {
  const { starts, indices, values } = rows
  const count = labels.length
  const weights = new Float32Array(features * classes)
  const alphas = new Float32Array(count * classes)
  const scores = new Float32Array(classes)
  const changedClasses = new Int32Array(classes)
  const changes = new Float32Array(classes)
  const diagonal = 1 / (2 * options.cost)
  const ownDiagonal = diagonal / ownCost
  const order = Int32Array.from({ length: count }, (_, index) => index)
  const random = createRandom(options.seed)
  const active: Int32Array[] = []
  const squares = Float32Array.from({ length: count }, (_, row) => {
    let sum = 0
    for (let at = starts[row] as number; at < (starts[row + 1] as number); at++) sum += (values[at] as number) ** 2
    return sum
  })

  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(order, random)
    const full = epoch < 2 || epoch === options.epochs - 2
    for (let step = 0; step < count; step++) {
      const row = order[step] as number
      const from = starts[row] as number
      const to = starts[row + 1] as number
      if (from === to) continue
      const label = labels[row] as number
      const curvature = squares[row] as number
      if (full) everyClass(row, from, to, label, curvature)
      else pushedClasses(active[row] ?? new Int32Array(), row, from, to, label, curvature)
    }
    options.progress?.((epoch + 1) / options.epochs)
  }
  return weights

  function everyClass(row: number, from: number, to: number, label: number, curvature: number): void {
    scores.fill(0)
    for (let at = from; at < to; at++) {
      const value = values[at] as number
      const base = (indices[at] as number) * classes
      for (let each = 0; each < classes; each++) scores[each] = (scores[each] as number) + value * (weights[base + each] as number)
    }
    let changed = 0
    const pushed: number[] = []
    const first = row * classes
    for (let each = 0; each < classes; each++) {
      const score = scores[each] as number
      changed = note(changed, each, changeOf(each, label, score, first, curvature))
      if ((alphas[first + each] as number) > 0 || (each === label ? score < ownMargin + slack : score > -slack)) pushed.push(each)
    }
    active[row] = Int32Array.from(pushed)
    apply(changed, from, to)
  }

  function pushedClasses(pushed: Int32Array, row: number, from: number, to: number, label: number, curvature: number): void {
    const count = pushed.length
    scores.fill(0, 0, count)
    for (let at = from; at < to; at++) {
      const value = values[at] as number
      const base = (indices[at] as number) * classes
      for (let each = 0; each < count; each++)
        scores[each] = (scores[each] as number) + value * (weights[base + (pushed[each] as number)] as number)
    }
    let changed = 0
    for (let each = 0; each < count; each++) {
      const at = pushed[each] as number
      changed = note(changed, at, changeOf(at, label, scores[each] as number, row * classes, curvature))
    }
    apply(changed, from, to)
  }

  function changeOf(each: number, label: number, score: number, first: number, curvature: number): number {
    const alpha = alphas[first + each] as number
    const short = each === label ? score - ownMargin + ownDiagonal * alpha : -score + diagonal * alpha
    const next = Math.max(0, alpha - short / (curvature + (each === label ? ownDiagonal : diagonal)))
    alphas[first + each] = next
    return each === label ? next - alpha : alpha - next
  }

  function note(changed: number, each: number, change: number): number {
    if (change === 0) return changed
    changedClasses[changed] = each
    changes[changed] = change
    return changed + 1
  }

  function apply(changed: number, from: number, to: number): void {
    if (changed === 0) return
    for (let at = from; at < to; at++) {
      const value = values[at] as number
      const base = (indices[at] as number) * classes
      for (let each = 0; each < changed; each++) {
        const index = base + (changedClasses[each] as number)
        weights[index] = (weights[index] as number) + (changes[each] as number) * value
      }
    }
  }
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let index = order.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1))
    const kept = order[index] as number
    order[index] = order[other] as number
    order[other] = kept
  }
}
