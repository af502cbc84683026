/** "林然" → "林", "Amelia Ford" → "AF". */
export function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  if (/\p{Script=Han}/u.test(first)) return first
  const second = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + second).toUpperCase()
}
