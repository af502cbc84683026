import type { IntentModel } from './model.ts'

/** Weights smaller than this change nothing and are left out. */
const negligible = 0.02
/** Bytes that features and weights of a large set may take together; more of the small weights go until they fit. */
const budget = 1_750_000
const bytesOf = { feature: 9, entry: 2 }

type Compact = Pick<IntentModel, 'hashes' | 'rarities' | 'scales' | 'lengths' | 'classes' | 'weights'> & {
  scaleStep: number
  rarityLeast: number
  rarityStep: number
}

/** Keeps what counts: each feature's weights as 8-bit numbers with one scale, without those near zero. */
export function compact(weights: Float32Array, classes: number, hashes: Uint32Array, rarity: Float32Array): Compact {
  const features = hashes.length
  const least = leastWeight(weights, rarity)
  const largest = new Float32Array(features)
  let entries = 0
  let kept = 0
  for (let feature = 0; feature < features; feature++) {
    for (let each = feature * classes; each < (feature + 1) * classes; each++) {
      const size = Math.abs(weights[each] as number)
      if (size <= least) continue
      entries++
      if (size > (largest[feature] as number)) largest[feature] = size
    }
    if ((rarity[feature] as number) > 0) kept++
  }
  const scaleStep = (largest.reduce((most, each) => Math.max(most, each), 0) || 1) / 127 / 65_535
  const known = rarity.filter((each) => each > 0)
  const rarityLeast = known.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY)
  const rarityStep = (known.reduce((most, each) => Math.max(most, each), 0) - rarityLeast) / 255 || 1
  const made = {
    hashes: new Uint32Array(kept),
    rarities: new Uint16Array(kept),
    scales: new Uint16Array(kept),
    lengths: new Uint16Array(kept),
    classes: new Uint16Array(entries),
    weights: new Int8Array(entries),
  }
  let row = 0
  let entry = 0
  for (let feature = 0; feature < features; feature++) {
    if (rarity[feature] === 0) continue
    made.hashes[row] = hashes[feature] as number
    made.rarities[row] = Math.round(((rarity[feature] as number) - rarityLeast) / rarityStep)
    const scale = Math.ceil((largest[feature] as number) / 127 / scaleStep)
    made.scales[row] = scale
    const first = entry
    for (let each = 0; each < classes; each++) {
      const weight = weights[feature * classes + each] as number
      if (Math.abs(weight) <= least) continue
      made.classes[entry] = each
      made.weights[entry++] = Math.round(weight / (scale * scaleStep))
    }
    made.lengths[row++] = entry - first
  }
  return { ...made, scaleStep, rarityLeast, rarityStep }
}

/** The smallest weight to keep so that the whole fits its budget. */
function leastWeight(weights: Float32Array, rarity: Float32Array): number {
  const bins = 2_000
  const step = 0.001
  const sizes = new Uint32Array(bins)
  for (const weight of weights) {
    const bin = Math.min(bins - 1, Math.floor(Math.abs(weight) / step))
    sizes[bin] = (sizes[bin] as number) + 1
  }
  const room = (budget - bytesOf.feature * rarity.filter((each) => each > 0).length) / bytesOf.entry
  let kept = 0
  for (let bin = bins - 1; bin * step > negligible; bin--) {
    kept += sizes[bin] as number
    if (kept > room) return (bin + 1) * step
  }
  return negligible
}
