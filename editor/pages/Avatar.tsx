import css from './Avatar.module.css'
import { lettersOf } from './letters.ts'

/** A person as a coloured circle with one or two letters; the colour stays with the person. */
export function Avatar({ id, name, small = false }: { id: string; name: string; small?: boolean }) {
  return (
    <span className={css.avatar} data-tone={toneOf(id)} data-small={small || undefined} title={name} aria-hidden="true">
      {lettersOf(name)}
    </span>
  )
}

function toneOf(id: string): number {
  let sum = 0
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) % 997
  return sum % 5
}
