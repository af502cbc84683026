export const hour = 3_600_000
export const day = 24 * hour

/** The start of a day in Shanghai, where the shop keeps its books: `back` days before the day of `now`. */
export function shopDay(now: number, back: number): number {
  const offset = 8 * hour
  return Math.floor((now + offset) / day) * day - offset - back * day
}

/** `20261118`, as the shop's calendar has it. */
export function dateOf(at: number): string {
  return new Date(at + 8 * hour).toISOString().slice(0, 10).replaceAll('-', '')
}
