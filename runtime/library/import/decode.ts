import { UnreadableFile } from './words.ts'

/**
 * The text of a file as spreadsheets write it: by its byte order mark, else UTF-8, else GB 18030, which Chinese Excel
 * still saves CSV in.
 * @throws UnreadableFile with the first line in which a character is damaged
 */
export function decodeText(bytes: Uint8Array): string {
  const mark = markOf(bytes)
  if (mark !== undefined && mark !== 'utf-8') return new TextDecoder(mark).decode(bytes)
  const text = strictly('utf-8', bytes)
  if (text !== undefined) return text
  const torn = new TextDecoder().decode(bytes)
  // read as GB 18030, a single damaged byte would garble the whole file
  if (mark === 'utf-8' || isMostlySound(torn)) throw damaged(torn)
  const chinese = strictly('gb18030', bytes)
  if (chinese === undefined) throw damaged(new TextDecoder('gb18030').decode(bytes))
  return chinese
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** Of Chinese in GB 18030 that is read as UTF-8, four of five characters are damaged. */
function isMostlySound(text: string): boolean {
  const count = (characters: RegExp) => text.match(characters)?.length ?? 0
  return count(/[\u0080-\ufffc]/g) > count(/\ufffd/g)
}

function damaged(text: string): UnreadableFile {
  const sound = text.slice(0, text.indexOf('\ufffd'))
  return new UnreadableFile('damaged', sound.split(/\r\n|\r|\n/).length)
}

function markOf([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return undefined
}
