interface Piece {
  start: number
  text: string
  /** 0 = not spoken for; 1 = the weightiest word. */
  weight: number
}

/** Cuts a text where its telling words begin and end; each word is marked at its first free place. */
export function highlighted(text: string, words: readonly { text: string; weight: number }[]): Piece[] {
  const most = Math.max(...words.map(({ weight }) => weight), Number.MIN_VALUE)
  const marks: Piece[] = []
  for (const word of words) {
    if (word.text === '' || word.weight <= 0) continue
    for (let start = text.indexOf(word.text); start !== -1; start = text.indexOf(word.text, start + 1)) {
      const end = start + word.text.length
      if (marks.some((mark) => start < mark.start + mark.text.length && mark.start < end)) continue
      marks.push({ start, text: word.text, weight: word.weight / most })
      break
    }
  }
  const pieces: Piece[] = []
  let at = 0
  for (const mark of marks.sort((a, b) => a.start - b.start)) {
    if (mark.start > at) pieces.push({ start: at, text: text.slice(at, mark.start), weight: 0 })
    pieces.push(mark)
    at = mark.start + mark.text.length
  }
  if (at < text.length) pieces.push({ start: at, text: text.slice(at), weight: 0 })
  return pieces
}
