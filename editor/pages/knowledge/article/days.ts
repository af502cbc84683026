/** "2026-11-21" of a field → the first moment of that day here, as the server keeps it. */
export function startOf(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString()
}

/** The last moment of a day: what counts until the 21st counts on the 21st. */
export function endOf(day: string): string {
  return new Date(`${day}T23:59:59.999`).toISOString()
}

/** The day of a moment, as a field shows it. */
export function dayIn(at: string | undefined): string {
  if (!at) return ''
  const date = new Date(at)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}
