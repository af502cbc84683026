/** What is kept of a file, in order. */
export interface Kept {
  keep(from: number, to: number): void
  /** Puts in what did not stand in the file. */
  add(piece: Uint8Array): void
  pieces(): Uint8Array[]
}

/** Neighbours become one view: each piece costs whoever hashes and stores it. */
export function keptOf(bytes: Uint8Array): Kept {
  const pieces: Uint8Array[] = []
  let [begins, ends] = [0, 0]
  const close = () => {
    if (ends > begins) pieces.push(bytes.subarray(begins, ends))
    begins = ends
  }
  return {
    keep(from, to) {
      if (from !== ends) {
        close()
        begins = from
      }
      ends = to
    },
    add(piece) {
      close()
      pieces.push(piece)
    },
    pieces() {
      close()
      return pieces
    },
  }
}
