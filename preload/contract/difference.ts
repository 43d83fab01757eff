/**
 * How far two numbers are apart, never NaN. What both have overflowed to, NaN or the same infinity, is no difference; what
 * only one is, and a number that the other side lacks (`undefined`), is an infinite one: it must not pass for none.
 */
export function difference(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) return Number.POSITIVE_INFINITY
  if (Object.is(a, b)) return 0
  const distance = Math.abs(a - b)
  return Number.isNaN(distance) ? Number.POSITIVE_INFINITY : distance
}

/** The greatest `difference` between the numbers of two lists; infinite when they are not of one length. */
export function greatestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let greatest = 0
  for (let i = 0; i < Math.max(a.length, b.length); i += 1)
    greatest = Math.max(greatest, difference(a[i], b[i]))
  return greatest
}
