/** Numbers for 32-bit hashes, by open addressing; plain arrays, so that a worker can hand it over. */
export interface Table {
  /** Power of two long; 0 = free. */
  keys: Uint32Array
  numbers: Int32Array
  size: number
}

export function createTable(capacity = 1_024): Table {
  return { keys: new Uint32Array(capacity), numbers: new Int32Array(capacity), size: 0 }
}

/** The hash's number, −1 when it has none. */
export function numberOf({ keys, numbers }: Table, hash: number): number {
  const mask = keys.length - 1
  for (let at = hash & mask; ; at = (at + 1) & mask) {
    const key = keys[at]
    if (key === hash) return numbers[at] as number
    if (key === 0) return -1
  }
}

/** The hash's number, a new one when it had none. Hashes must not be 0. */
export function intern(table: Table, hash: number): number {
  if (table.size * 2 >= table.keys.length) grow(table)
  const { keys, numbers } = table
  const mask = keys.length - 1
  let at = hash & mask
  while (keys[at] !== 0) {
    if (keys[at] === hash) return numbers[at] as number
    at = (at + 1) & mask
  }
  keys[at] = hash
  numbers[at] = table.size
  return table.size++
}

function grow(table: Table): void {
  const old = { keys: table.keys, numbers: table.numbers }
  table.keys = new Uint32Array(old.keys.length * 2)
  table.numbers = new Int32Array(old.keys.length * 2)
  const mask = table.keys.length - 1
  for (let from = 0; from < old.keys.length; from++) {
    const key = old.keys[from] as number
    if (key === 0) continue
    let at = key & mask
    while (table.keys[at] !== 0) at = (at + 1) & mask
    table.keys[at] = key
    table.numbers[at] = old.numbers[from] as number
  }
}
