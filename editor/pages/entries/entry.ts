import type { call } from '../../call.ts'

export type Entry = Awaited<ReturnType<typeof call<'listEntries'>>>['entries'][number]

/** The line a shop pastes into its page. */
export function snippetOf(entryId: string, origin: string): string {
  return `<script src="${origin}/widget.js" data-entry="${entryId}" async></script>`
}

/** One origin a line → origins, or the line that is none. Paths are dropped: a browser names only the origin. */
export function readOrigins(text: string): { origins: string[] } | { wrong: string } {
  const origins: string[] = []
  for (const line of text.split(/\s+/)) {
    if (!line) continue
    const url = URL.canParse(line) ? new URL(line) : null
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return { wrong: line }
    if (!origins.includes(url.origin)) origins.push(url.origin)
  }
  return { origins }
}
