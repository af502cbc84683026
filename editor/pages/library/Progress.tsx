import css from './Progress.module.css'

/** A bar with the share that is done in words beside it. @param share 0–1 */
export function Progress({ share, label, text }: { share: number; label: string; text: (percent: number) => string }) {
  const percent = Math.round(share * 100)
  return (
    <div className={css.progress}>
      <progress max={100} value={percent} aria-label={label} />
      <span>{text(percent)}</span>
    </div>
  )
}
