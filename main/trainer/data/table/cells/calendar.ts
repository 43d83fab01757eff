/** Milliseconds of a day. */
export const DAY = 86_400_000

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

/**
 * Midnight of a day in UTC, in milliseconds since 1970; null for a day that the (proleptic) Gregorian calendar has not.
 * Counted as if the year began in March, so that a leap day is its last.
 */
export function midnight(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  const length = month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] as number)
  if (day > length) return null
  const marchYear = month > 2 ? year : year - 1
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)
  // 719,468 days lie between 1 March of the year 0 and 1970.
  return (marchYear * 365 + leapDays + dayOfYear - 719_468) * DAY
}
