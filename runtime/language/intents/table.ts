/** Numbers hashes in the order of their first coming: 0, 1, 2 … Open addressing, no objects per entry. */
export interface Table {
  readonly size: number
  /** The number of a hash, or −1. */
  find(hash: number): number
  /** The number of a hash, given now if it has none. */
  intern(hash: number): number
  /** All hashes by number. */
  hashes(): Uint32Array
}

export function createTable(expected = 1_024): Table {
  let bits = Math.max(4, Math.ceil(Math.log2(expected * 2)))
  let numbers = new Int32Array(2 ** bits).fill(-1)
  let keys = new Uint32Array(2 ** (bits - 1))
  let size = 0

  const place = (hash: number) => {
    const mask = numbers.length - 1
    let slot = Math.imul(hash, 0x9e3779b1) >>> (32 - bits)
    for (let number = numbers[slot] as number; number !== -1 && keys[number] !== hash; number = numbers[slot] as number)
      slot = (slot + 1) & mask
    return slot
  }
  const grow = () => {
    bits++
    const old = keys
    keys = new Uint32Array(2 ** (bits - 1))
    keys.set(old)
    numbers = new Int32Array(2 ** bits).fill(-1)
    for (let number = 0; number < size; number++) numbers[place(keys[number] as number)] = number
  }
  return {
    get size() {
      return size
    },
    find: (hash) => numbers[place(hash)] as number,
    intern(hash) {
      const slot = place(hash)
      const known = numbers[slot] as number
      if (known !== -1) return known
      if (size === keys.length) {
        grow()
        return this.intern(hash)
      }
      keys[size] = hash
      numbers[slot] = size
      return size++
    },
    hashes: () => keys.slice(0, size),
  }
}
