/** A time of day, in milliseconds of UTC: of the day before or after, where its zone says so. */
export type Clock = { readonly time: number; readonly hasZone: boolean }

const CLOCK =
  /(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? ?([AaPp]\.?[Mm]\.?)? ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?$/y
const MINUTE = 60_000

/** The time of day that stands in a text from a place to its end; null where there is none. Milliseconds are whole. */
export function clockTime(text: string, at: number): Clock | null {
  // A space may be written twice, or after a comma.
  const start = text[at] === ' ' ? at + 1 : at
  const quick = plainClock(text, start)
  if (quick !== null) return { time: quick, hasZone: false }
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

/** `hh:mm` or `hh:mm:ss`, as most tables have it: read many times faster than by the pattern. */
function plainClock(text: string, at: number): number | null {
  const length = text.length - at
  if ((length !== 5 && length !== 8) || text[at + 2] !== ':') return null
  const [hour, minute] = [pair(text, at), pair(text, at + 3)]
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return null
  const second = length === 8 && text[at + 5] === ':' ? pair(text, at + 6) : length === 5 ? 0 : -1
  return second < 0 || second > 59 ? null : (hour * 60 + minute) * MINUTE + second * 1000
}

function pair(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48]
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
