/** A 32-bit hash of a row of numbers: a seed for each family of rows, one step a number, and a finish that spreads the bits. */
export function seed(block: number): number {
  return Math.imul(0x811c9dc5 ^ block, 0x01000193)
}
export function step(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) ^ (hash >>> 15)
}
export function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
