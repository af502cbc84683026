/** A calibrated confidence (0–1) in words; the zones are those in which the answer is given, offered or kept back. */
export function sureness(confidence: number): 'surely' | 'fairly' | 'unsure' | 'unlikely' {
  if (confidence >= 0.9) return 'surely'
  if (confidence >= 0.7) return 'fairly'
  return confidence >= 0.25 ? 'unsure' : 'unlikely'
}
