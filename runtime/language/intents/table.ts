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
  // hash and number side by side, so that one look into memory tells both; a number one higher, 0 = free
  let slots = new Int32Array(2 ** (bits + 1))
  let size = 0

  const place = (hash: number) => {
    const last = slots.length - 1
    const key = hash | 0
    let slot = (Math.imul(hash, 0x9e3779b1) >>> (32 - bits)) * 2
    while (slots[slot] !== key && slots[slot + 1] !== 0) slot = (slot + 2) & last
    return slot
  }
  const grow = () => {
    const old = slots
    bits++
    slots = new Int32Array(2 ** (bits + 1))
    for (let from = 0; from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      const slot = place(old[from] as number)
      slots[slot] = old[from] as number
      slots[slot + 1] = old[from + 1] as number
    }
  }
  return {
    get size() {
      return size
    },
    find: (hash) => (slots[place(hash) + 1] as number) - 1,
    intern(hash) {
      const slot = place(hash)
      const known = slots[slot + 1] as number
      if (known !== 0) return known - 1
      if (size * 4 === slots.length) {
        grow()
        return this.intern(hash)
      }
      slots[slot] = hash
      slots[slot + 1] = ++size
      return size - 1
    },
    hashes() {
      const all = new Uint32Array(size)
      for (let slot = 0; slot < slots.length; slot += 2) {
        const number = slots[slot + 1] as number
        if (number !== 0) all[number - 1] = slots[slot] as number
      }
      return all
    },
  }
}
