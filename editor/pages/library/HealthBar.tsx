import css from './HealthBar.module.css'

interface Props {
  /** 0–1: how full the bar is. */
  share: number
  state: 'empty' | 'weak' | 'fair' | 'good'
  /** What the bar says, in words; read out in its place. */
  text: string
  /** Without the words beside it, where a line says them already. */
  bare?: boolean
}

/** How well something is taught: a bar, and the same in words. */
export function HealthBar({ share, state, text, bare = false }: Props) {
  const bar = (
    <span
      className={css.bar}
      data-state={state}
      aria-hidden={bare ? undefined : true}
      {...(bare ? { role: 'img', 'aria-label': text } : {})}
    >
      <span style={{ inlineSize: `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%` }} />
    </span>
  )
  if (bare) return bar
  return (
    <span className={css.line}>
      {bar}
      <span className={css.text}>{text}</span>
    </span>
  )
}
