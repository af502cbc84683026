/** Photos and recordings of the conversation, each fetched once. */
export interface Files {
  /** An address for an element of this page; undefined when it is not kept any more. */
  of(upload: string): Promise<string | undefined>
  /** We have it: it was sent from here. */
  keep(upload: string, file: Blob): void
  stop(): void
}

export function createFiles(fetch: (upload: string) => Promise<Blob | undefined>): Files {
  const known = new Map<string, Promise<string | undefined>>()
  const address = (file: Blob | undefined) => (file ? URL.createObjectURL(file) : undefined)
  return {
    of(upload) {
      const found = known.get(upload) ?? fetch(upload).then(address)
      known.set(upload, found)
      // what did not come may come at the next look
      void found.then((url) => url ?? known.delete(upload))
      return found
    },
    keep: (upload, file) => void known.set(upload, Promise.resolve(address(file))),
    stop() {
      for (const each of known.values()) void each.then((url) => url && URL.revokeObjectURL(url))
      known.clear()
    },
  }
}
