const letters = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A short id that two people adding at once do not both draw: `ask-k3x9q7`. */
export function newId(prefix: string): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6))
  return `${prefix}-${Array.from(bytes, (byte) => letters[byte % letters.length]).join('')}`
}
