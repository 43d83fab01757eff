/** Decimals of which any number of digits up to this many comes back from a float32 of usual size. */
const DIGITS_KEPT = 6
/** Digits that tell every float32 from its neighbours. */
const DIGITS_ENOUGH = 9
/** Below this a float32 has fewer bits, and may need fewer digits. */
const LEAST_NORMAL = 2 ** -126

/**
 * A float32 in the fewest decimals that read back to it, whether they are read as a float32 or as a float64 that is
 * rounded to one: 0.1 and not 0.10000000149011612. The sign of zero is kept.
 */
export function float32Text(value: number): string {
  if (Object.is(value, -0)) return '-0'
  if (!Number.isFinite(value)) return `${value}`
  for (let digits = Math.abs(value) < LEAST_NORMAL ? 1 : DIGITS_KEPT; digits < DIGITS_ENOUGH; digits += 1) {
    // As a number again, so that zeros at its end are left out.
    const short = Number(value.toPrecision(digits))
    if (Math.fround(short) === value) return `${short}`
  }
  return `${Number(value.toPrecision(DIGITS_ENOUGH))}`
}
