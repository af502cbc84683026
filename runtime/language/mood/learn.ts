import { figureCount, type MoodFeatures, tonesEnd } from './features.ts'

/** One sentence to learn from; flags are undefined where nobody labelled them. */
export interface MoodLesson {
  features: MoodFeatures
  /** Place of its class. */
  label: number
  flags: readonly (boolean | undefined)[]
}

/** Weights by feature, then by head: first the classes, then the flags. */
export interface MoodWeights {
  bits: number
  classes: number
  heads: number
  pieces: Float32Array
  figures: Float64Array
}

/** Logistic regression by AdaGrad: one softmax over the classes, one curve for each flag. The same for the same seed. */
export function learn(
  lessons: readonly MoodLesson[],
  {
    bits,
    classes,
    flags,
    epochs,
    rate = 0.2,
    decay = 0,
    hide = 0,
    seed: start = 7,
  }: { bits: number; classes: number; flags: number; epochs: number; rate?: number; decay?: number; hide?: number; seed?: number },
): MoodWeights {
  const heads = classes + flags
  const weights: MoodWeights = {
    bits,
    classes,
    heads,
    pieces: new Float32Array((1 << bits) * heads),
    figures: new Float64Array(figureCount * heads),
  }
  const pieceSums = new Float32Array(weights.pieces.length)
  const figureSums = new Float64Array(weights.figures.length)
  const importance = importances(lessons, classes, flags)
  const order = lessons.map((_lesson, index) => index)
  const scores = new Float64Array(heads)
  let seed = start
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      const other = seed % (at + 1)
      const kept = order[at] as number
      order[at] = order[other] as number
      order[other] = kept
    }
    for (const index of order) {
      const lesson = lessons[index] as MoodLesson
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
      const features = seed / 2 ** 32 < hide ? withoutTones(lesson.features) : lesson.features
      const { pieces, weight, figures } = features
      probabilities(weights, features, scores)
      for (let head = 0; head < heads; head++) {
        const wanted = head < classes ? head === lesson.label : lesson.flags[head - classes]
        if (wanted === undefined) continue
        const scale = head < classes ? importance.classes[lesson.label] : importance.flags[head - classes]?.[wanted ? 1 : 0]
        const slope = ((scores[head] as number) - (wanted ? 1 : 0)) * (scale ?? 1)
        if (Math.abs(slope) < 1e-4) continue
        for (let place = 0; place < pieces.length; place++) {
          const at = (pieces[place] as number) * heads + head
          const step = slope * weight + decay * (weights.pieces[at] as number)
          const sum = (pieceSums[at] as number) + step * step
          pieceSums[at] = sum
          weights.pieces[at] = (weights.pieces[at] as number) - (rate * step) / (Math.sqrt(sum) + 1e-3)
        }
        for (let place = 0; place < figureCount; place++) {
          const figure = figures[place] as number
          if (figure === 0) continue
          const at = place * heads + head
          const step = slope * figure
          const sum = (figureSums[at] as number) + step * step
          figureSums[at] = sum
          weights.figures[at] = (weights.figures[at] as number) - (rate * step) / (Math.sqrt(sum) + 1e-3)
        }
      }
    }
  }
  return weights
}

/** One model from several that were taught in different orders: what only the order taught cancels out. */
export function mean(models: readonly [MoodWeights, ...MoodWeights[]]): MoodWeights {
  const [first] = models
  const pieces = first.pieces.map((_one, at) => models.reduce((sum, each) => sum + (each.pieces[at] as number), 0) / models.length)
  const figures = first.figures.map((_one, at) => models.reduce((sum, each) => sum + (each.figures[at] as number), 0) / models.length)
  return { ...first, pieces, figures }
}

/** As if no word of the lexicon had been said. */
function withoutTones(features: MoodFeatures): MoodFeatures {
  const figures = features.figures.slice()
  figures.fill(0, 1, tonesEnd)
  return { ...features, figures }
}

/** Fills `into` with the probability of each class and of each flag. */
export function probabilities(weights: MoodWeights, { pieces, weight, figures }: MoodFeatures, into: Float64Array): void {
  const { heads, classes } = weights
  const held = weights.pieces
  into.fill(0)
  for (let place = 0; place < pieces.length; place++) {
    const from = (pieces[place] as number) * heads
    for (let head = 0; head < heads; head++) into[head] = (into[head] as number) + (held[from + head] as number)
  }
  for (let head = 0; head < heads; head++) into[head] = (into[head] as number) * weight
  for (let place = 0; place < figureCount; place++) {
    const figure = figures[place] as number
    if (figure === 0) continue
    for (let head = 0; head < heads; head++)
      into[head] = (into[head] as number) + figure * (weights.figures[place * heads + head] as number)
  }
  let top = Number.NEGATIVE_INFINITY
  for (let head = 0; head < classes; head++) top = Math.max(top, into[head] as number)
  let total = 0
  for (let head = 0; head < classes; head++) total += into[head] = Math.exp((into[head] as number) - top)
  for (let head = 0; head < classes; head++) into[head] = (into[head] as number) / total
  for (let head = classes; head < heads; head++) into[head] = 1 / (1 + Math.exp(-(into[head] as number)))
}

/** Rare classes count more: the square root of how much rarer than even they are. */
function importances(lessons: readonly MoodLesson[], classes: number, flags: number): { classes: number[]; flags: [number, number][] } {
  const weigh = (count: number, all: number, kinds: number) => (count === 0 ? 1 : Math.sqrt(all / (kinds * count)))
  return {
    classes: Array.from({ length: classes }, (_one, label) =>
      weigh(lessons.filter((each) => each.label === label).length, lessons.length, classes),
    ),
    flags: Array.from({ length: flags }, (_one, flag) => {
      const known = lessons.filter((each) => each.flags[flag] !== undefined)
      const yes = known.filter((each) => each.flags[flag]).length
      return [weigh(known.length - yes, known.length, 2), weigh(yes, known.length, 2)]
    }),
  }
}
