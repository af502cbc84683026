import type { BrowserContext } from '@playwright/test'

/** What a page said or asked for that it should not have. */
export interface Watch {
  /** Lines that match are expected in this test. */
  tolerate(line: RegExp): void
  isTolerated(line: string): boolean
  /** Everything unexpected so far, as sentences. */
  complaints(): string[]
}

/** A browser prints this for every refused request; asking who is signed in is such a question. */
const expected = [/\/api\/session\b.*401|401.*\/api\/session\b/]

/** Listens to all pages of a browser: no error on the console, no exception, no request beyond this machine. */
export function watch(context: BrowserContext): Watch {
  const tolerated: RegExp[] = [...expected]
  const seen: string[] = []
  const note = (line: string) => void seen.push(line)
  const isTolerated = (line: string) => tolerated.some((each) => each.test(line))
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      note(`console ${message.type()}: ${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => note(`exception: ${error.error().stack ?? String(error.error())}`))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1' && hostname !== 'localhost') note(`request to ${hostname}`)
  })
  return {
    tolerate: (line) => void tolerated.push(line),
    isTolerated,
    complaints: () => seen.filter((line) => !isTolerated(line)),
  }
}
