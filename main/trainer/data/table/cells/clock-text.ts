/** A time of day, in milliseconds of UTC: of the day before or after, where its zone says so. */
export type Clock = { readonly time: number; readonly hasZone: boolean }

const CLOCK =
  /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?: *([AaPp]\.?[Mm]\.?))? *(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/y
const MINUTE = 60_000
const [COMMA, POINT, ZERO, COLON, LARGE_Z, SMALL_Z] = [44, 46, 48, 58, 90, 122]

/** The time of day that stands in a text from a place to its end; null where there is none. Milliseconds are whole. */
export function clockTime(text: string, at: number): Clock | null {
  // A space may be written twice, or after a comma.
  const start = text[at] === ' ' ? at + 1 : at
  const quick = plainClock(text, start)
  if (quick !== null) return { time: quick, hasZone: isUtc(text) }
  CLOCK.lastIndex = start
  const [, hours, minutes, seconds = '0', fraction = '', half, zone] = CLOCK.exec(text) ?? []
  if (hours === undefined) return null
  const hour = hourOf(Number(hours), half)
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return null
  const offset = zone === undefined ? 0 : offsetOf(zone)
  if (offset === null) return null
  const millisecond = Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6)
  const time = (hour * 60 + Number(minutes)) * MINUTE + Number(seconds) * 1000 + millisecond
  return { time: time - offset, hasZone: zone !== undefined }
}

/**
 * The time of day that stands in a text from a place to its end as most tables have it, `hh:mm`, `hh:mm:ss` or
 * `hh:mm:ss.ffffff`, and perhaps a Z: read many times faster than by the pattern. Null for any other.
 */
export function plainClock(text: string, at: number): number | null {
  const end = isUtc(text) ? text.length - 1 : text.length
  const length = end - at
  if (length < 5 || text.charCodeAt(at + 2) !== COLON) return null
  const hour = pair(text, at)
  const minute = pair(text, at + 3)
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null
  const time = (hour * 60 + minute) * MINUTE
  if (length === 5) return time
  const second = length >= 8 && text.charCodeAt(at + 5) === COLON ? pair(text, at + 6) : -1
  if (second < 0 || second > 59) return null
  if (length === 8) return time + second * 1000
  const mark = text.charCodeAt(at + 8)
  if ((mark !== POINT && mark !== COMMA) || length === 9 || length > 15) return null
  let [milliseconds, worth] = [0, 100]
  for (let i = at + 9; i < end; i += 1) {
    const digit = text.charCodeAt(i) - ZERO
    if (digit < 0 || digit > 9) return null
    milliseconds += digit * worth
    worth = worth === 1 ? 0 : worth / 10
  }
  return time + second * 1000 + milliseconds
}

/** Whether a time ends in a Z, which says that it is in UTC. */
export function isUtc(text: string): boolean {
  const last = text.charCodeAt(text.length - 1)
  return last === LARGE_Z || last === SMALL_Z
}

function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO
  const ones = text.charCodeAt(at + 1) - ZERO
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1
}

function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour < 24 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (/^p/i.test(half) ? 12 : 0)
}

/** Milliseconds that a zone is ahead of UTC. */
function offsetOf(zone: string): number | null {
  const [, sign, hours, minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  if (sign === undefined) return 0
  if (Number(hours) > 18 || Number(minutes) > 59) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE
}
