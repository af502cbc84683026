/** A piece of a text; `marked` where a word of the list stands. */
export interface Piece {
  text: string
  marked: boolean
}

/**
 * Finds words in a text, whatever their case; words that overlap become one mark.
 * @returns the text in pieces, in order; joined they are the text again
 */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const low = text.toLowerCase()
  // letters whose lower case is longer would move every mark after them
  if (low.length !== text.length) return [{ text, marked: false }]
  const isMarked = new Array<boolean>(text.length).fill(false)
  for (const word of words) {
    const sought = word.trim().toLowerCase()
    if (sought === '') continue
    for (let at = low.indexOf(sought); at >= 0; at = low.indexOf(sought, at + 1)) isMarked.fill(true, at, at + sought.length)
  }
  const pieces: Piece[] = []
  for (let at = 0; at < text.length; at++) {
    const last = pieces.at(-1)
    if (last && last.marked === isMarked[at]) last.text += text[at]
    else pieces.push({ text: text[at] ?? '', marked: isMarked[at] ?? false })
  }
  return pieces
}
