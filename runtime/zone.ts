/** Where a shop that says nothing else keeps its hours. */
export const usualZone = 'Asia/Shanghai'

/** Minutes that a zone's clocks are ahead of UTC at an instant (milliseconds since the epoch); summer time counts. */
export type ZoneClock = (at: number) => number

const hour = 3_600_000

/**
 * The clock of a time zone. Zones change at full quarters of an hour at most a few times a year, so one look an hour is enough.
 * @param zone IANA name, like Europe/Berlin
 * @throws RangeError for a zone that does not exist
 */
export function zoneClock(zone: string = usualZone): ZoneClock {
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
  let known = { from: Number.NaN, minutes: 0 }
  return (at) => {
    const from = Math.floor(at / (hour / 4)) * (hour / 4)
    if (known.from !== from) known = { from, minutes: offsetOf(format, at) }
    return known.minutes
  }
}

function offsetOf(format: Intl.DateTimeFormat, at: number): number {
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const [, sign, hours = '0', minutes = '0'] = /GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name) ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
