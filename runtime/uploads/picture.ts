/** A picture without what it says of its maker. */
export interface Picture {
  /** What is kept, in order: views of the bytes that came, for copying megabytes would hold up everybody. */
  pieces: readonly Uint8Array[]
  width: number
  height: number
}

/** Reads a container and leaves its metadata out; null when the bytes are not such a picture. */
export type CleanPicture = (bytes: Uint8Array) => Picture | null

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
