/** Four letters as a number, for names that are read at every part of a file. */
export function nameOf(letters: string): number {
  return Buffer.from(letters, 'latin1').readUInt32BE()
}

/** Whether these letters stand here. */
export function says(bytes: Uint8Array, at: number, letters: string): boolean {
  for (let index = 0; index < letters.length; index++) if (bytes[at + index] !== letters.charCodeAt(index)) return false
  return true
}
