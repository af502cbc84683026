import css from './Avatar.module.css'

/** A person as a coloured circle with one or two letters; the colour stays with the person. */
export function Avatar({ id, name, small = false }: { id: string; name: string; small?: boolean }) {
  return (
    <span className={css.avatar} data-tone={toneOf(id)} data-small={small || undefined} title={name} aria-hidden="true">
      {lettersOf(name)}
    </span>
  )
}

/** "林然" → "林", "Amelia Ford" → "AF". */
export function lettersOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const first = [...(words[0] ?? '')][0] ?? '?'
  if (/\p{Script=Han}/u.test(first)) return first
  const second = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : ''
  return (first + second).toUpperCase()
}

function toneOf(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 997
  return sum % 5
}
