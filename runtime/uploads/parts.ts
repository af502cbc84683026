/**
 * How much of a file is looked at. Every part costs time in which nobody else is served, and eight megabytes hold a
 * million of the smallest; honest files stay far below.
 */

/** Chunks, segments, blocks or boxes: five thousand frames of a GIF, the chunks of 840 bytes of a PNG of 8 MB. */
export const mostParts = 10_000
/** Places to look at within parts: a GIF of 8 MB has 33,000 sub-blocks, a JPEG as many stuffed bytes, and restarts besides. */
export const mostSteps = 100_000

/** Counts them. @returns true as often as there may be one more */
export function allowance(most: number): () => boolean {
  let left = most
  return () => left-- > 0
}
