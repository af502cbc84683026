/** One measured figure beside its aim. */
export interface Row {
  set: string
  label: string
  value: number | null
  target?: number
  most?: boolean
  others?: string
}

export interface Results {
  /** ISO day of the run. */
  at: string
  node: string
  rows: Row[]
}

/** True when there is an aim and the value is at least as good, to the digits shown. */
export function isMet({ value, target, most }: Row): boolean {
  if (target === undefined) return true
  if (value === null) return false
  return most ? value <= target + rounding(target) : value >= target - rounding(target)
}

/** The rows as a table of Markdown; what misses its aim says so. */
export function tableOf(rows: readonly Row[]): string {
  const head = ['| set | figure | here | aim | others on the same files |', '|---|---|---|---|---|']
  let before = ''
  const body = rows.map((row) => {
    const name = row.set === before ? '' : row.set
    before = row.set
    const aim = row.target === undefined ? '' : `${row.most ? '≤' : '≥'} ${shown(row.label, row.target)}${isMet(row) ? '' : ' (missed)'}`
    return `| ${name} | ${row.label} | ${row.value === null ? '–' : shown(row.label, row.value)} | ${aim} | ${row.others ?? ''} |`
  })
  return [...head, ...body].join('\n')
}

/** Bytes, seconds and microseconds as they are, shares in hundredths. */
function shown(label: string, value: number): string {
  if (label === 'bytes') return `${(value / 1e6).toFixed(2)} MB`
  if (/µs|, s$/.test(label)) return value < 10 ? value.toFixed(1) : String(Math.round(value))
  return (value * 100).toFixed(1)
}

function rounding(target: number): number {
  return target <= 1 ? 0.0005 : 0
}
